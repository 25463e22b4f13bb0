import { LOCALITY_QUESTION_KEY } from '@rozeznanie/core/response'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { ownProgress, type OwnProgress, type TerrainSurvey } from '@rozeznanie/core/terrain'
import type { Holdings } from './storage/tablet.ts'

export function surveyOf({ bundle }: Holdings, surveyId: string): TerrainSurvey | undefined {
  return bundle?.surveys.find(({ id }) => id === surveyId)
}

export const newestOf = ({ documents }: TerrainSurvey): PublicSurvey | undefined => documents[0]

export const titleOf = (holdings: Holdings, surveyId: string): string =>
  surveyOf(holdings, surveyId)?.documents[0]?.title ?? ''

export function localityName(holdings: Holdings, surveyId: string, localityId: string | null): string | null {
  if (localityId === null) return null
  const localities = surveyOf(holdings, surveyId)?.documents.flatMap((document) => document.localities) ?? []
  return localities.find(({ id }) => id === localityId)?.name ?? null
}

/** May interviews be begun today? The dates are those of the newest version; closing by hand comes with the bundle. */
export function standingOf(survey: TerrainSurvey, today: string): 'open' | 'early' | 'over' | 'gone' {
  const document = newestOf(survey)
  if (survey.isGone || !document) return 'gone'
  if (today < document.opensOn) return 'early'
  return document.status === 'CLOSED' || today > document.closesOn ? 'over' : 'open'
}

export function progressOf({ queue, ledger }: Holdings, survey: TerrainSurvey): readonly OwnProgress[] {
  return ownProgress(survey.id, survey.targets, [...queue, ...ledger])
}

/** The key of the question about the locality, where the questionnaire has it. */
export function asksLocality({ questionnaire }: PublicSurvey): boolean {
  return questionnaire.sections.some(({ questions }) =>
    questions.some(({ key, type }) => key === LOCALITY_QUESTION_KEY && type === 'LOCALITY'),
  )
}
