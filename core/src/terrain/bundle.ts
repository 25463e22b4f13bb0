import { isRecord } from '../questionnaire/index.ts'
import type { PublicSurvey } from '../survey/index.ts'

/** The address under which the app lives; everything of it, and nothing else, is below. */
export const TERRAIN_PATH = '/teren/'

/** Where interviews are to be taken, and how many; no locality means the whole municipality. */
export interface TerrainTarget {
  readonly localityId: string | null
  readonly target: number | null
}

/** A survey that an interviewer works on. */
export interface TerrainSurvey {
  readonly id: string
  /** The survey as the answering page has it, once for each version that may still be answered; the newest first. */
  readonly documents: readonly PublicSurvey[]
  readonly targets: readonly TerrainTarget[]
  /** Of the organisation whose survey it is. */
  readonly rescueKey: RescueKey
  /** On the device only: the interviewer works on it no more, and only finishes what was begun. */
  readonly isGone?: boolean
}

/** The public key that rescue files are sealed with; its private half never leaves the server. */
export interface RescueKey {
  readonly id: string
  /** RSA-OAEP, SHA-256, as a JSON Web Key. */
  readonly publicKey: Readonly<Record<string, unknown>>
}

/** Everything that an interviewer's device takes along: `GET /teren/bundle`. */
export interface TerrainBundle {
  readonly account: { readonly id: string; readonly name: string }
  readonly organisationName: string
  readonly surveys: readonly TerrainSurvey[]
}

function isDocument(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.code === 'string' &&
    typeof value.questionnaireVersionId === 'string' &&
    isRecord(value.questionnaire) &&
    Array.isArray(value.questionnaire.sections) &&
    Array.isArray(value.localities)
  )
}

function isSurvey(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    Array.isArray(value.targets) &&
    Array.isArray(value.documents) &&
    value.documents.length > 0 &&
    value.documents.every(isDocument) &&
    isRecord(value.rescueKey) &&
    typeof value.rescueKey.id === 'string' &&
    isRecord(value.rescueKey.publicKey)
  )
}

/** Is this what the server gives, and not the page of a hotel's network or a half of it? */
export function isTerrainBundle(value: unknown): value is TerrainBundle {
  return (
    isRecord(value) &&
    isRecord(value.account) &&
    typeof value.account.id === 'string' &&
    typeof value.account.name === 'string' &&
    Array.isArray(value.surveys) &&
    value.surveys.every(isSurvey)
  )
}

/** What the device still needs of a survey. */
export interface Needed {
  readonly surveyId: string
  readonly questionnaireVersionId: string
}

/**
 * The new bundle with what unfinished and unsent interviews still need of the one before: a version that is offered
 * no more, and a survey that this interviewer works on no more (it is there without targets, to be finished only).
 */
export function keepingWhatIsNeeded(
  before: TerrainBundle | null,
  next: TerrainBundle,
  needed: readonly Needed[],
): TerrainBundle {
  const neededOf = (survey: TerrainSurvey) =>
    survey.documents.filter(({ questionnaireVersionId }) =>
      needed.some(
        (need) => need.surveyId === survey.id && need.questionnaireVersionId === questionnaireVersionId,
      ),
    )
  const surveys = next.surveys.map((survey) => {
    const old = before?.surveys.find(({ id }) => id === survey.id)
    const known = new Set(survey.documents.map(({ questionnaireVersionId }) => questionnaireVersionId))
    const lacking = old ? neededOf(old).filter((document) => !known.has(document.questionnaireVersionId)) : []
    return { ...survey, documents: [...survey.documents, ...lacking] }
  })
  const gone = (before?.surveys ?? []).flatMap((survey): readonly TerrainSurvey[] => {
    const documents = neededOf(survey)
    const isThere = next.surveys.some(({ id }) => id === survey.id)
    return isThere || documents.length === 0 ? [] : [{ ...survey, documents, targets: [], isGone: true }]
  })
  return { ...next, surveys: [...surveys, ...gone] }
}
