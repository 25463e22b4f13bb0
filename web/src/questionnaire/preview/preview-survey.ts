import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'

/** What stands in a survey for what the author does not choose yet: names, dates, localities. */
interface Placeholders {
  readonly organisation: string
  readonly municipality: string
  readonly phone: string
  readonly clause: string
  readonly localities: readonly string[]
}

const DAY_LENGTH = 10
const MONTH_MS = 30 * 24 * 60 * 60 * 1000

/** A survey that asks the questionnaire, open from today for a month; it exists nowhere. */
export function previewSurvey(
  questionnaire: Questionnaire,
  { organisation, municipality, phone, clause, localities }: Placeholders,
  now: Date,
): PublicSurvey {
  const day = (date: Date) => date.toISOString().slice(0, DAY_LENGTH)
  return {
    code: 'podglad',
    title: questionnaire.title,
    status: 'OPEN',
    opensOn: day(now),
    closesOn: day(new Date(now.getTime() + MONTH_MS)),
    organisationName: organisation,
    municipalityName: municipality,
    contactPhone: phone,
    informationClause: clause,
    questionnaireVersionId: 'podglad',
    questionnaire,
    localities: localities.map((name, index) => ({ id: `podglad-${index}`, name })),
    isDemo: false,
  }
}
