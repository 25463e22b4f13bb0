import { isOrganiserOf } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { forbidden, notSignedIn } from '../kernel/refusals.ts'
import { findImportSurvey, type ImportSurvey } from './import.store.ts'

/** The survey, for an organiser of its organisation; a foreign and a missing survey are refused alike. */
export async function importSurveyOf(context: Context, surveyId: string): Promise<ImportSurvey> {
  if (!context.viewer) throw notSignedIn()
  const survey = isUuid(surveyId) ? await findImportSurvey(context.db, surveyId) : null
  if (!survey || !isOrganiserOf(context.viewer, survey.organisationId)) throw forbidden()
  return survey
}
