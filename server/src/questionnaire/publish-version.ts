import type { Viewer } from '@rozeznanie/core/account'
import {
  assertComplete,
  LockedQuestionsChangedError,
  type Questionnaire,
} from '@rozeznanie/core/questionnaire'
import { lockedDefects } from '@rozeznanie/core/questionnaire/editing'
import { assertPublishable, assertReturning } from '@rozeznanie/core/questionnaire/revision'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import {
  checksumOf,
  inPublication,
  inTransaction,
  loadDocuments,
  loadLatestVersion,
  type PublishedVersion,
  savePublication,
  type Tx,
} from './questionnaire.store.ts'
import { usageOfRevision } from './read-changes.ts'

interface Publication {
  readonly viewer: Viewer
  readonly document: Questionnaire
  /** Null: the shared library. */
  readonly organisationId: string | null
  /** Done in the same transaction, when there really is a new version. */
  readonly record?: (tx: Tx, versionId: string) => Promise<void>
}

/**
 * The one way to a published version: the document becomes the next one of the questionnaire with its key, the first
 * creates it. What is published already is not published again.
 *
 * @returns the id of the version
 * @throws QuestionnaireIncompleteError, LockedQuestionsChangedError, RevisionBreaksAnswersError
 */
export async function publishVersion(context: Context, publication: Publication): Promise<string> {
  const { db } = context
  const { document, organisationId } = publication
  const previous = await inTransaction(db, (tx) => loadLatestVersion(tx, document.key))
  if (previous?.checksum === checksumOf(document)) return previous.id
  assertComplete(document)
  if (organisationId !== null) assertLockedKept(document)
  if (previous) await assertMayFollow(context, previous, document)
  const id = await inPublication(db, document.key, async (tx) => {
    const latest = await loadLatestVersion(tx, document.key)
    return latest?.id === previous?.id ? save(context, tx, publication, (latest?.number ?? 0) + 1) : null
  })
  return id ?? publishVersion(context, publication)
}

/** Questions of the bank are changed in the library, and nowhere else. */
function assertLockedKept(document: Questionnaire): void {
  const defects = lockedDefects(document)
  if (defects.length > 0) throw new LockedQuestionsChangedError(defects)
}

/** Counting answers may take its time, so it is done before anybody has to wait. */
async function assertMayFollow(
  { db }: Context,
  previous: PublishedVersion,
  after: Questionnaire,
): Promise<void> {
  const { questionnaireId, document: before } = previous
  assertReturning(await loadDocuments(db, questionnaireId), after)
  const scope = { questionnaireId, organisationIds: null, lastVersion: null }
  assertPublishable(before, after, await usageOfRevision(db, { before, after, ...scope }))
}

async function save({ now }: Context, tx: Tx, publication: Publication, number: number): Promise<string> {
  const { viewer, document, organisationId, record } = publication
  const at = now()
  const id = await savePublication(tx, { document, number, organisationId, publishedAt: at })
  await record?.(tx, id)
  const entry = { action: 'publishQuestionnaire', objectType: 'QuestionnaireVersion', objectId: id }
  await recordAudit(tx, { viewer, at, ...entry, details: { key: document.key, number } })
  return id
}
