import type { Context } from '../context.ts'
import { cleanedSurvey } from './cleaning.access.ts'
import { saveShare } from './discrepancy.store.ts'

/** Sets which share of paper sheets is entered twice. @returns false when the viewer does not organise the survey */
export async function setDoubleEntryShare(
  context: Context,
  surveyId: string,
  percent: number,
): Promise<boolean> {
  const survey = await cleanedSurvey(context, surveyId)
  if (!survey) return false
  await saveShare(context.db, surveyId, percent)
  return true
}
