import { settleMaterials, type SurveyMaterials } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { mayOrganiseSurvey } from '../survey/survey.access.ts'
import { saveMaterials } from './print.store.ts'

/**
 * Stores what an organiser settled about inviting. Refusals: see `settleMaterials` in core.
 *
 * @returns false when the viewer organises no such survey
 */
export async function updateMaterials(
  context: Context,
  { surveyId, ...given }: SurveyMaterials & { readonly surveyId: string },
): Promise<boolean> {
  const { db, viewer, now, publicSurveys } = context
  if (!viewer) throw notSignedIn()
  if (!(await mayOrganiseSurvey(context, surveyId))) return false
  await saveMaterials(db, { surveyId, materials: settleMaterials(given), viewer, at: now() })
  publicSurveys.forget(surveyId)
  return true
}
