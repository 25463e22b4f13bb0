import { QuestionnairePublishedError } from '@rozeznanie/core/questionnaire'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import type { EditedQuestionnaire } from './draft.store.ts'
import { findEditable } from './questionnaire.access.ts'
import { deleteUnpublished, inPublication } from './questionnaire.store.ts'

/**
 * Removes a questionnaire that was never published, with its whole history.
 *
 * @returns what was removed; null when the viewer edits no such questionnaire
 * @throws QuestionnairePublishedError
 */
export async function removeQuestionnaire(
  context: Context,
  questionnaireId: string,
): Promise<EditedQuestionnaire | null> {
  const { db, viewer, now } = context
  const questionnaire = await findEditable(context, questionnaireId)
  if (questionnaire === null) return null
  return inPublication(db, questionnaire.key, async (tx) => {
    if (!(await deleteUnpublished(tx, questionnaireId))) throw new QuestionnairePublishedError()
    const entry = { action: 'removeQuestionnaire', objectType: 'Questionnaire', objectId: questionnaireId }
    await recordAudit(tx, { viewer, at: now(), ...entry, details: { key: questionnaire.key } })
    return questionnaire
  })
}
