import { InvalidInputError } from '../errors.ts'
import { dayAfter, localDayOf } from './local-day.ts'
import type { CollectionPeriod } from './model.ts'

export const LONGEST_GRACE_DAYS = 30
export const USUAL_GRACE_DAYS = 3

/** The last day of answering: that of the dates, or the day of closing by hand when it is earlier. */
function lastDay({ closesOn, closedAt }: CollectionPeriod): string {
  const closedOn = closedAt === null ? closesOn : localDayOf(closedAt)
  return closedOn < closesOn ? closedOn : closesOn
}

/**
 * The last day on which what was begun before the end is still accepted; the last day of answering where there is no
 * grace. After it nothing more comes in from respondents, and the order of responses may be made meaningless.
 */
export function lastGraceDay(survey: CollectionPeriod): string {
  return dayAfter(lastDay(survey), survey.graceDays)
}

/** Has the survey ended, while what was begun before is still accepted? Nobody begins a form any more. */
export function isInGrace(survey: CollectionPeriod, now: Date): boolean {
  const { opensOn, closedAt } = survey
  const today = localDayOf(now)
  const isOver = closedAt !== null || today > survey.closesOn
  const wasOpen = lastDay(survey) >= opensOn
  return isOver && wasOpen && survey.graceDays > 0 && today <= lastGraceDay(survey)
}

/** Is everything in that will come, the grace included? By the calendar in Poland; a survey to come is not over. */
export function isOverWithGrace(survey: CollectionPeriod, now: Date): boolean {
  const isClosed = survey.closedAt !== null || localDayOf(now) > survey.closesOn
  return isClosed && !isInGrace(survey, now)
}

/** What is wrong with a number of days of grace, as a Polish sentence; `null` when nothing. */
export function graceProblem(graceDays: number): string | null {
  const isFit = Number.isInteger(graceDays) && graceDays >= 0 && graceDays <= LONGEST_GRACE_DAYS
  return isFit ? null : `Proszę podać całą liczbę dni od 0 do ${LONGEST_GRACE_DAYS}.`
}

/**
 * Decides whether the days of grace of a survey may be changed to a number. Once the grace is over it stays over:
 * people were told so, and the order of responses may have been made meaningless.
 *
 * @throws InvalidInputError with one Polish sentence
 */
export function assertMayChangeGrace(survey: CollectionPeriod, graceDays: number, now: Date): void {
  const over = 'Czas na dosłanie ankiet już minął, więc nie można go zmienić.'
  const message = graceProblem(graceDays) ?? (isOverWithGrace(survey, now) ? over : null)
  if (message !== null) throw new InvalidInputError([{ path: 'graceDays', message }])
}
