import { InvalidInputError } from '@rozeznanie/core/errors'
import { DraftConflictError, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Context } from '../context.ts'
import { addState, loadDraft, type StateToAdd } from './draft.store.ts'
import { findEditable } from './questionnaire.access.ts'
import { checksumOf, inTransaction } from './questionnaire.store.ts'
import { readDocument } from './read-document.ts'

interface DraftToSave {
  readonly questionnaireId: string
  /** The state that the document was made from. */
  readonly baseRevision: number
  /** JSON of any origin. */
  readonly document: unknown
}

/**
 * Saves a draft as its next state. It need not be ready for publishing. The same document again adds nothing.
 *
 * @returns false when the viewer edits no such questionnaire; a foreign and a missing one look alike
 * @throws InvalidInputError, DraftConflictError when somebody saved after `baseRevision`
 */
export async function saveDraft(
  context: Context,
  { questionnaireId, baseRevision, document: json }: DraftToSave,
): Promise<boolean> {
  const questionnaire = await findEditable(context, questionnaireId)
  if (questionnaire === null) return false
  const document = readDocument(json)
  if (document.key !== questionnaire.key) {
    const message = `Klucz kwestionariusza musi pozostać taki sam („${questionnaire.key}”).`
    throw new InvalidInputError([{ path: 'document.key', message }])
  }
  return addToDraft(context, { questionnaireId, baseRevision, document, kind: 'SAVED' })
}

interface Addition extends Pick<StateToAdd, 'questionnaireId' | 'kind' | 'restoredRevision'> {
  readonly baseRevision: number
  readonly document: Questionnaire
}

/**
 * Adds a state after `baseRevision`, unless the draft says the same already.
 *
 * @returns false when the questionnaire has been removed in the meantime
 * @throws DraftConflictError when the draft has moved on and says something else
 */
export async function addToDraft(
  { db, viewer, now }: Context,
  { baseRevision, ...addition }: Addition,
): Promise<boolean> {
  const { questionnaireId, document } = addition
  const checksum = checksumOf(document)
  const isSaved = await inTransaction(db, async (tx) => {
    const draft = await loadDraft(tx, questionnaireId)
    if (draft?.checksum === checksum) return true
    if (viewer === null || draft?.revision !== baseRevision) return false
    return addState(tx, { ...addition, revision: baseRevision + 1, savedAt: now(), viewer })
  })
  if (isSaved) return true
  const winner = await inTransaction(db, (tx) => loadDraft(tx, questionnaireId))
  if (winner === null) return false
  if (winner.checksum !== checksum) throw new DraftConflictError(questionnaireId, winner.savedByName)
  return true
}
