import { isOrganiserOf, organisationIdsOf, type Viewer } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { type EditedQuestionnaire, findOwner } from './draft.store.ts'
import type { Sight } from './questionnaire.store.ts'

/** Organisations whose own questionnaires the viewer sees, beside the shared library. */
export function questionnaireOrganisationIds(viewer: Viewer | null): string[] {
  return viewer ? [...organisationIdsOf(viewer, ['ORGANISER', 'INTERVIEWER'])] : []
}

/** Organisations whose questionnaires the viewer edits. */
export function editorOrganisationIds(viewer: Viewer | null): string[] {
  return viewer ? [...organisationIdsOf(viewer, ['ORGANISER'])] : []
}

/** What the viewer sees of the questionnaires: drafts that were never published only as their editor. */
export function sightOf(viewer: Viewer | null): Sight {
  return {
    seenOrganisationIds: questionnaireOrganisationIds(viewer),
    editedOrganisationIds: editorOrganisationIds(viewer),
  }
}

/** The library (null) is for every signed-in person, an organisation's questionnaires for its people. */
export function canSeeQuestionnaire(viewer: Viewer | null, organisationId: string | null): boolean {
  return (
    viewer !== null &&
    (organisationId === null || questionnaireOrganisationIds(viewer).includes(organisationId))
  )
}

/** Organisers edit the questionnaires of their organisation; the library is nobody's. */
export function canEditQuestionnaire(viewer: Viewer | null, organisationId: string | null): boolean {
  return viewer !== null && organisationId !== null && isOrganiserOf(viewer, organisationId)
}

/**
 * The questionnaire when the viewer may edit it; null for a foreign one as for a missing one.
 *
 * @throws UNAUTHENTICATED
 */
export async function findEditable(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  questionnaireId: string,
): Promise<EditedQuestionnaire | null> {
  if (viewer === null) throw notSignedIn()
  const found = isUuid(questionnaireId) ? await findOwner(db, questionnaireId) : null
  return found && canEditQuestionnaire(viewer, found.organisationId) ? found : null
}
