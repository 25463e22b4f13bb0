import type { Viewer } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { forbidden, notSignedIn } from '../kernel/refusals.ts'
import { editorOrganisationIds } from '../questionnaire/questionnaire.access.ts'

/** Files are read for those who make questionnaires of them: organisers, and administrators. */
export function requireFormReader({ viewer }: Pick<Context, 'viewer'>): Viewer {
  if (!viewer) throw notSignedIn()
  if (!viewer.isAdministrator && editorOrganisationIds(viewer).length === 0) throw forbidden()
  return viewer
}
