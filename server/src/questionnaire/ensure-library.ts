import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import type { Context } from '../context.ts'
import { publishQuestionnaireVersion } from './publish-questionnaire-version.ts'

/**
 * Publishes every document of the ready library that this database does not have yet; a changed document becomes
 * the next version. Doing it again changes nothing.
 */
export async function ensureLibrary(context: Context): Promise<void> {
  for (const document of questionnaireLibrary) {
    await publishQuestionnaireVersion(context, { document, organisationId: null })
  }
}
