import { isLocalDay, localDayOf, type SurveyPeriod } from '../survey/index.ts'

/**
 * Under which day an interview out of a rescue file is stored.
 *
 * While the survey runs that is today, as for all answers that arrive late. After the end it is the last day of the
 * survey, if the device noted that the interview was finished by then: an organiser who imports it vouches for that.
 *
 * @param finishedOn - the device's note; absent when it made none
 * @param today - local day of the server
 * @returns `null` when it cannot be taken in: the survey has not begun, or it was finished after the end
 */
export function rescuedDay(
  { opensOn, closesOn, closedAt }: SurveyPeriod,
  finishedOn: string | undefined,
  today: string,
): string | null {
  if (today < opensOn) return null
  const closedOn = closedAt === null ? null : localDayOf(closedAt)
  const lastDay = closedOn !== null && closedOn < closesOn ? closedOn : closesOn
  if (closedAt === null && today <= closesOn) return today
  return finishedOn !== undefined && isLocalDay(finishedOn) && finishedOn <= lastDay ? lastDay : null
}
