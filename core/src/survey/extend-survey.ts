import { InvalidInputError } from '../errors.ts'
import { inclusiveDayCount, isLocalDay, localDayOf, polishDay } from './local-day.ts'
import { SurveyAlreadyClosedError } from './errors.ts'
import type { SurveyPeriod } from './model.ts'
import { LONGEST_SURVEY_DAYS } from './open-survey.ts'

const refused = (message: string) => new InvalidInputError([{ path: 'closesOn', message }])

/**
 * Lets a survey run longer. Only forward: answers that were promised a place keep it. One that ended by its date can be
 * taken up again; one that was closed by hand cannot.
 *
 * @returns its period with the new last day
 * @throws SurveyAlreadyClosedError, InvalidInputError
 */
export function extendSurvey(period: SurveyPeriod, closesOn: string, now: Date): SurveyPeriod {
  if (period.closedAt !== null) throw new SurveyAlreadyClosedError()
  if (!isLocalDay(closesOn)) throw refused('Proszę podać datę, która istnieje w kalendarzu.')
  if (closesOn <= period.closesOn) {
    throw refused(`Nowy ostatni dzień musi być późniejszy niż ${polishDay(period.closesOn)}`)
  }
  if (closesOn < localDayOf(now)) throw refused('Nowy ostatni dzień nie może być w przeszłości.')
  if (inclusiveDayCount(period.opensOn, closesOn) > LONGEST_SURVEY_DAYS) {
    throw refused(`Ankieta może trwać najwyżej ${LONGEST_SURVEY_DAYS} dni.`)
  }
  return { ...period, closesOn }
}
