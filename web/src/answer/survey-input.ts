import { isRecord } from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'

/** Is this a survey as the answering page gets it? */
export function isPublicSurvey(value: unknown): value is PublicSurvey {
  return (
    isRecord(value) &&
    typeof value.code === 'string' &&
    typeof value.questionnaireVersionId === 'string' &&
    Array.isArray(value.localities) &&
    isRecord(value.questionnaire) &&
    value.questionnaire.format === 'rozeznanie-questionnaire/1' &&
    Array.isArray(value.questionnaire.sections)
  )
}

/** The survey that the server wrote into the page; `null` when there is none or it is of another shape. */
export function readSurvey(text: string | null | undefined): PublicSurvey | null {
  if (text === null || text === undefined) return null
  try {
    const value: unknown = JSON.parse(text)
    return isPublicSurvey(value) ? value : null
  } catch {
    return null
  }
}

/** Fills `{organizacja}`, `{gmina}`, `{telefon}` and `{minuty}` in a text of the questionnaire. */
export function filled(text: string, survey: PublicSurvey): string {
  const values: Readonly<Record<string, string>> = {
    organizacja: survey.organisationName,
    gmina: survey.municipalityName,
    telefon: survey.contactPhone.replace(/ /g, '\u00a0'),
    minuty: String(survey.questionnaire.estimatedMinutes),
  }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
