import { fittingAnswers } from '@rozeznanie/core/response'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { saveDraft, type Draft } from './draft.ts'
import { START } from './place.ts'
import { isPublicSurvey } from './survey-input.ts'
import type { Surroundings } from './surroundings.ts'

const TRIES = 2

/** The survey with an older version of its questionnaire; `null` when the server does not give it. */
async function fetchVersion(
  { code }: PublicSurvey,
  versionId: string,
  fetcher: typeof fetch,
): Promise<PublicSurvey | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      const address = `/a/${encodeURIComponent(code)}/wersja/${encodeURIComponent(versionId)}`
      const reply = await fetcher(address, { credentials: 'omit', cache: 'no-store' })
      const survey: unknown = reply.ok ? await reply.json() : null
      return isPublicSurvey(survey) && survey.questionnaireVersionId === versionId ? survey : null
    } catch {
      // The connection broke: once more.
    }
  }
  return null
}

/** The draft taken over by the survey's newer questions, under the same id, so that it never counts twice. */
export function fitted(survey: PublicSurvey, draft: Draft): Draft {
  const { questionnaire, questionnaireVersionId, localities } = survey
  const answers = fittingAnswers(questionnaire, draft.answers, {
    localityIds: localities.map(({ id }) => id),
  })
  return { id: draft.id, questionnaireVersionId, answers, isSending: false, isFitted: true }
}

/**
 * The survey to go on with: a person in the middle finishes the version they began. When that version is not to be
 * had, the answers that fit the new one are kept and the person begins at the start, where it is said.
 */
export async function surveyToFinish(
  survey: PublicSurvey,
  { shelf, trail }: Pick<Surroundings, 'shelf' | 'trail'>,
  draft: Draft,
  fetcher: typeof fetch,
): Promise<PublicSurvey> {
  const older = await fetchVersion(survey, draft.questionnaireVersionId, fetcher)
  if (older) return { ...older, status: survey.status }
  saveDraft(shelf, survey.code, fitted(survey, draft))
  trail.show(START, 'replace')
  return survey
}
