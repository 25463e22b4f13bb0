import { createQuestionnaire } from '../../server/src/questionnaire/create-questionnaire.ts'
import { publishDraft } from '../../server/src/questionnaire/publish-draft.ts'
import { saveDraft } from '../../server/src/questionnaire/save-draft.ts'
import type { Context } from '../../server/src/context.ts'
import { findDraft, latestVersionId } from './demo-state.ts'
import { AFTER_PUBLICATION, BEFORE_PUBLICATION, OWN_QUESTIONNAIRE } from './own-questionnaire.ts'

/** What was done with the questionnaire, each step one state of its history; the first makes it. */
const STEPS = [...BEFORE_PUBLICATION, 'publish', ...AFTER_PUBLICATION] as const

/** Makes the centre's own questionnaire with its history; broken off, it goes on from the state it reached. */
export async function loadQuestionnaire(context: Context, organisationId: string): Promise<void> {
  const known = await findDraft(context.db, OWN_QUESTIONNAIRE.key)
  if (known === null) await createCopy(context, organisationId)
  for (const step of STEPS.slice((known?.revision ?? 1) - 1)) {
    const draft = await findDraft(context.db, OWN_QUESTIONNAIRE.key)
    if (draft === null) throw new Error('The questionnaire of the example is gone')
    const { questionnaireId, revision } = draft
    if (step === 'publish') await publishDraft(context, { questionnaireId, revision })
    else {
      const document = step(draft.document)
      await saveDraft(context, { questionnaireId, baseRevision: revision, document })
    }
  }
}

async function createCopy(context: Context, organisationId: string): Promise<void> {
  const copyOfVersionId = await latestVersionId(context.db, 'RES_MIN')
  const { title } = OWN_QUESTIONNAIRE
  const wishes = { organisationId, title, copyOfVersionId, audience: null, document: null }
  await createQuestionnaire(context, wishes)
}
