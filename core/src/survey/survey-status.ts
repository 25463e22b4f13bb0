import { localDayOf, polishDay } from './local-day.ts'
import { isInGrace } from './grace.ts'
import type { CollectionPeriod, SurveyPeriod, SurveyStatus } from './model.ts'
import { SurveyNotOpenError } from './errors.ts'

/**
 * Whether a survey takes answers at an instant. Both days are inclusive: it opens at 00:00 of `opensOn` and ends
 * at 24:00 of `closesOn` by the clock in Poland, also on the nights when that clock is moved.
 * Closing by hand is stronger than the dates.
 */
export function surveyStatus(period: SurveyPeriod, now: Date): SurveyStatus {
  if (period.closedAt !== null) return 'CLOSED'
  const today = localDayOf(now)
  if (today < period.opensOn) return 'SCHEDULED'
  return today > period.closesOn ? 'ENDED' : 'OPEN'
}

/** What a respondent reads where no survey has the address that was typed. */
export const UNKNOWN_SURVEY_MESSAGE =
  'Pod tym adresem nie ma żadnej ankiety. Proszę sprawdzić, czy adres jest przepisany bez pomyłki, albo zapytać osobę, która go podała.'

/** What is read at the public address of a survey that only invited institutions answer. */
export const INVITED_ONLY_MESSAGE =
  'Tę ankietę wypełniają zaproszone instytucje, każda pod własnym adresem z zaproszenia. Jeśli nie mają go Państwo, proszę zadzwonić do organizatora.'

const helpAt = (contactPhone: string) => `W razie pytań prosimy dzwonić: tel. ${contactPhone}.`

/** What a respondent reads outside the dates of a survey; `null` while it is open. Whole Polish sentences. */
export function surveyStatusMessage(
  status: SurveyStatus,
  { opensOn, closesOn, contactPhone }: Omit<SurveyPeriod, 'closedAt'> & { readonly contactPhone: string },
): string | null {
  switch (status) {
    case 'OPEN':
      return null
    case 'SCHEDULED':
      return `Ta ankieta jeszcze się nie rozpoczęła. Będzie można ją wypełnić od ${polishDay(opensOn)} do ${polishDay(closesOn)} ${helpAt(contactPhone)}`
    case 'ENDED':
      return `Ta ankieta zakończyła się ${polishDay(closesOn)} Dziękujemy wszystkim, którzy ją wypełnili. ${helpAt(contactPhone)}`
    case 'CLOSED':
      return `Ta ankieta jest już zamknięta. Dziękujemy wszystkim, którzy ją wypełnili. ${helpAt(contactPhone)}`
  }
}

/** Refuses with `SurveyNotOpenError` unless the survey takes answers now: while open, and in the days of grace after. */
export function assertTakesAnswers(
  survey: CollectionPeriod & { readonly contactPhone: string },
  now: Date,
): void {
  const status = surveyStatus(survey, now)
  if (status !== 'OPEN' && !isInGrace(survey, now))
    throw new SurveyNotOpenError(status, surveyStatusMessage(status, survey) ?? '')
}
