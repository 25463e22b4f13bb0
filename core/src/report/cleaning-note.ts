import { displayBase, SMALLEST_SHOWN } from '../disclosure/index.ts'
import type { ReportInput } from './report-input.ts'

/** What was decided about responses after they came. */
export interface CleaningCounts {
  readonly excludedCount: number
  /** Responses in which an answer was changed or blanked. */
  readonly correctedCount: number
  /** Why responses were left out, in words. */
  readonly excludedFor: readonly { readonly reason: string; readonly count: number }[]
}

/** To the nearest 5, like the bases of results: two reports must not tell what became of one response. */
const inWords = (count: number): string => {
  const shown = displayBase(count, SMALLEST_SHOWN)
  return shown === null ? `mniej niż ${SMALLEST_SHOWN} ankiet` : `około ${shown}\u00a0ankiet`
}

/** How many responses were left out or corrected, and why; small numbers and rare reasons stay vague. */
export function cleaningNote({ cleaning }: ReportInput): readonly string[] {
  if (!cleaning || cleaning.excludedCount + cleaning.correctedCount === 0) return []
  const { excludedCount, correctedCount, excludedFor } = cleaning
  const told = excludedFor.filter(({ count }) => count >= SMALLEST_SHOWN)
  const reasons = told.map(({ reason, count }) => `${reason} – ok. ${displayBase(count, SMALLEST_SHOWN)}`)
  const why =
    told.length === 0
      ? ''
      : ` (${[...reasons, ...(told.length < excludedFor.length ? ['inne powody'] : [])].join('; ')})`
  return [
    [
      'Po sprawdzeniu jakości danych',
      excludedCount > 0 ? ` pominięto w wynikach ${inWords(excludedCount)}${why}` : '',
      excludedCount > 0 && correctedCount > 0 ? ', a' : '',
      correctedCount > 0 ? ` poprawiono odpowiedzi w ${correctedIn(correctedCount)}` : '',
      '. Każda decyzja ma zapisany powód, a odpowiedzi w postaci, w jakiej przyszły, zostały zachowane.',
    ].join(''),
  ]
}

const correctedIn = (count: number): string => {
  const shown = displayBase(count, SMALLEST_SHOWN)
  return shown === null ? `mniej niż ${SMALLEST_SHOWN} ankietach` : `około ${shown}\u00a0ankietach`
}
