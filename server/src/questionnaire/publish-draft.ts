import { DraftConflictError } from '@rozeznanie/core/questionnaire'
import type { Context } from '../context.ts'
import { addState, loadDraft } from './draft.store.ts'
import { publishVersion } from './publish-version.ts'
import { findEditable } from './questionnaire.access.ts'
import { inTransaction } from './questionnaire.store.ts'

interface DraftToPublish {
  readonly questionnaireId: string
  /** The state that the person saw. */
  readonly revision: number
}

/**
 * Publishes a draft as the next immutable version; a draft that says what the newest version says gives that one.
 *
 * @returns the id of the version; null when the viewer edits no such questionnaire
 * @throws QuestionnaireIncompleteError, LockedQuestionsChangedError, RevisionBreaksAnswersError,
 *   DraftConflictError when somebody saved after `revision`
 */
export async function publishDraft(
  context: Context,
  { questionnaireId, revision }: DraftToPublish,
): Promise<string | null> {
  const { db, viewer, now } = context
  const questionnaire = await findEditable(context, questionnaireId)
  if (questionnaire === null || viewer === null) return null
  const draft = await inTransaction(db, (tx) => loadDraft(tx, questionnaireId))
  if (draft === null) return null
  if (draft.revision !== revision) throw new DraftConflictError(questionnaireId, draft.savedByName)
  const { document } = draft
  const { organisationId } = questionnaire
  return publishVersion(context, {
    ...{ viewer, document, organisationId },
    record: async (tx, publishedVersionId) => {
      const state = { questionnaireId, revision: revision + 1, document, viewer, savedAt: now() }
      if (await addState(tx, { ...state, kind: 'PUBLISHED', publishedVersionId })) return
      const winner = await loadDraft(tx, questionnaireId)
      throw new DraftConflictError(questionnaireId, winner?.savedByName ?? viewer.name)
    },
  })
}
