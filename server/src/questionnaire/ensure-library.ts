import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { requireAdministrator } from '../account/account.access.ts'
import type { Context } from '../context.ts'
import { publishVersion } from './publish-version.ts'

/**
 * Publishes every document of the ready library that this database does not have yet; a changed document becomes
 * the next version. Doing it again changes nothing.
 */
export async function ensureLibrary(context: Context): Promise<void> {
  const viewer = requireAdministrator(context)
  for (const document of questionnaireLibrary) {
    await publishVersion(context, { viewer, document, organisationId: null })
  }
}
