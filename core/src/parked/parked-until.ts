import {
  dayAfter,
  isOverWithGrace,
  lastGraceDay,
  localDayOf,
  type CollectionPeriod,
} from '../survey/index.ts'

/** Nothing is kept for longer, however long the survey runs. */
export const LONGEST_PARKING_DAYS = 60

/**
 * The last day on which answers put aside now are kept: the end of the survey with its grace, at most 60 days from
 * today.
 *
 * @returns a local day; `null` when the survey does not take answers any more, or not yet
 */
export function parkedUntil(survey: CollectionPeriod, now: Date): string | null {
  const today = localDayOf(now)
  if (today < survey.opensOn || isOverWithGrace(survey, now)) return null
  const longest = dayAfter(today, LONGEST_PARKING_DAYS)
  const end = lastGraceDay(survey)
  return end < longest ? end : longest
}
