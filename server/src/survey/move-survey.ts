import { isOrganiserOf } from '@rozeznanie/core/account'
import { InvalidInputError } from '@rozeznanie/core/errors'
import { assertMayMove } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { loadSurveyToMove, saveMove } from './survey-version.store.ts'

const meanwhile = () =>
  new InvalidInputError([
    {
      path: 'questionnaireVersionId',
      message: 'Ktoś właśnie zmienił wersję tej ankiety albo ją zamknął. Proszę odświeżyć stronę.',
    },
  ])

interface Move {
  readonly surveyId: string
  readonly versionId: string
}

/**
 * Lets a survey go on with a newer version of its questionnaire. Whoever opened the earlier one finishes that.
 * Refusals: see `assertMayMove` in core.
 *
 * @returns false when the viewer organises no such survey; a foreign and a missing one look alike
 */
export async function moveSurvey(context: Context, { surveyId, versionId }: Move): Promise<boolean> {
  const { db, viewer, now, publicSurveys } = context
  if (!viewer) throw notSignedIn()
  const at = now()
  const survey = isUuid(surveyId) ? await loadSurveyToMove(db, { surveyId, versionId, now: at }) : null
  if (!survey || !isOrganiserOf(viewer, survey.organisationId)) return false
  assertMayMove(survey)
  const fromVersionId = survey.presentVersionId
  const isSaved = await saveMove(db, { surveyId, fromVersionId, toVersionId: versionId, viewer, at })
  publicSurveys.forget(surveyId)
  if (!isSaved) throw meanwhile()
  return true
}
