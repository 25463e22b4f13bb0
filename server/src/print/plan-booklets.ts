import { InvalidInputError } from '@rozeznanie/core/errors'
import { languagesOf } from '@rozeznanie/core/questionnaire'
import type { Context } from '../context.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { mayOrganiseSurvey } from '../survey/survey.access.ts'
import { loadPrintedSurvey, saveRun } from './print.store.ts'

interface BookletsPlan {
  readonly surveyId: string
  readonly copies: number
  readonly language: string
  readonly isLarge: boolean
}

/**
 * Gives the next numbers to sheets that are about to be printed. Refusals: see `nextSheets` in core.
 *
 * @returns the first number; `null` when the viewer organises no such survey
 */
export async function planBooklets(context: Context, plan: BookletsPlan): Promise<number | null> {
  const { db, viewer, now } = context
  if (!viewer) throw notSignedIn()
  const survey = (await mayOrganiseSurvey(context, plan.surveyId))
    ? await loadPrintedSurvey(db, plan.surveyId)
    : null
  if (!survey) return null
  if (!languagesOf(survey.questionnaire).includes(plan.language)) {
    const message = 'Kwestionariusz nie jest przetłumaczony na ten język. Proszę wybrać inny.'
    throw new InvalidInputError([{ path: 'language', message }])
  }
  const { questionnaireVersionId } = survey
  return saveRun(db, { ...plan, questionnaireVersionId, viewer, at: now() })
}
