import { MODEST_ERROR_POINTS, plannedSampleSize, USUAL_SAMPLE_PLAN } from '@rozeznanie/core/fieldwork'

/** A whole number as somebody types it, with spaces between thousands; `null` where there is none. */
export function numberOf(text: string): number | null {
  const digits = text.replace(/[\s\u00a0]/g, '')
  if (digits === '') return null
  // What is no number is sent as one that is refused, so that the person hears of it.
  return /^\d{1,9}$/.test(digits) ? Number(digits) : -1
}

/** How many answers are advised for a population: for the usual error, and for one that a small municipality can reach. */
export function recommendedTarget(
  population: number | null,
): { readonly usual: number; readonly modest: number } | null {
  if (population === null || population < 1) return null
  const { designEffect } = USUAL_SAMPLE_PLAN
  return {
    usual: plannedSampleSize({ population, ...USUAL_SAMPLE_PLAN }),
    modest: plannedSampleSize({ population, errorPoints: MODEST_ERROR_POINTS, designEffect }),
  }
}
