import type { SampleType } from '@rozeznanie/core/survey'
import { addDays } from '../i18n/format.ts'
import { emptyDraft, type SurveyDraft } from './survey-draft.ts'

/** What of an earlier survey goes into the next one. */
export interface RepeatedSurvey {
  readonly id: string
  readonly title: string
  readonly opensOn: string
  readonly closesOn: string
  readonly sampleType: SampleType
  readonly informationClause: string
  readonly contactPhone: string
  readonly graceDays: number
  readonly takesCodes: boolean
  readonly organisation: { readonly id: string }
  readonly municipality: { readonly code: string }
  readonly questionnaireVersion: { readonly questionnaire: { readonly key: string } }
}

const YEAR = /\b20\d\d\b/
const DAY_MS = 86_400_000

/** The title for another year: its year is replaced, or added where there was none. */
export function titleForYear(title: string, year: string): string {
  return YEAR.test(title) ? title.replace(YEAR, year) : `${title} ${year}`
}

/** The form filled with an earlier survey: from today, for as many days, with the newest version of its questionnaire. */
export function repeatedDraft(
  survey: RepeatedSurvey,
  versions: readonly { readonly id: string; readonly key: string }[],
  today: string,
): SurveyDraft {
  const days = Math.round((Date.parse(survey.closesOn) - Date.parse(survey.opensOn)) / DAY_MS)
  const version = versions.find(({ key }) => key === survey.questionnaireVersion.questionnaire.key)
  return {
    ...emptyDraft(today),
    organisationId: survey.organisation.id,
    municipalityCode: survey.municipality.code,
    questionnaireVersionId: version?.id ?? null,
    title: titleForYear(survey.title, today.slice(0, 4)),
    closesOn: addDays(today, days),
    sampleType: survey.sampleType,
    informationClause: survey.informationClause,
    contactPhone: survey.contactPhone,
    graceDays: survey.graceDays,
  }
}
