import type { Viewer } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { openAnswerKeys } from '../response/open-answer.access.ts'
import { mayOrganiseSurvey } from '../survey/survey.access.ts'
import { type AnswerPlace, findCodebook, type StoredCodebook } from './coding.store.ts'

/** A question whose answers the viewer may code. */
export interface OpenCoding {
  /** As results call it. */
  readonly questionKey: string
  readonly viewer: Viewer
  readonly place: AnswerPlace
  readonly stored: StoredCodebook
}

/** For organisers of the survey; `null` for anybody else, and where the question is no open one. */
export async function openCoding(
  context: Pick<Context, 'db' | 'viewer' | 'surveyColumns'>,
  surveyId: string,
  questionKey: string,
): Promise<OpenCoding | null> {
  const { db, viewer, surveyColumns } = context
  if (viewer === null || !(await mayOrganiseSurvey(context, surveyId))) return null
  const form = await surveyColumns.form(surveyId)
  const keys = form ? openAnswerKeys(form, questionKey) : []
  if (keys.length === 0) return null
  const stored = await findCodebook(db, { surveyId, questionKey })
  return { questionKey, viewer, place: { surveyId, keys }, stored }
}
