import { InvalidInputError } from '@rozeznanie/core/errors'
import type { Context } from '../context.ts'
import { loadState } from './draft.store.ts'
import { findEditable } from './questionnaire.access.ts'
import { inTransaction } from './questionnaire.store.ts'
import { addToDraft } from './save-draft.ts'

interface StateToRestore {
  readonly questionnaireId: string
  readonly baseRevision: number
  /** The state that shall be taken back. */
  readonly revision: number
}

/**
 * Makes an earlier state the draft again, as a further state: nothing of the history is lost.
 *
 * @returns false when the viewer edits no such questionnaire; a foreign and a missing one look alike
 * @throws InvalidInputError when there is no such state, DraftConflictError when somebody saved after `baseRevision`
 */
export async function restoreDraft(
  context: Context,
  { questionnaireId, baseRevision, revision }: StateToRestore,
): Promise<boolean> {
  if ((await findEditable(context, questionnaireId)) === null) return false
  const state = await inTransaction(context.db, (tx) => loadState(tx, questionnaireId, revision))
  if (state === null) {
    throw new InvalidInputError([
      { path: 'revision', message: 'Takiego stanu nie ma w historii tego kwestionariusza.' },
    ])
  }
  const { document } = state
  const restored = { kind: 'RESTORED', restoredRevision: revision } as const
  return addToDraft(context, { questionnaireId, baseRevision, document, ...restored })
}
