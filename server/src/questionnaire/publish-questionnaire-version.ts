import { InvalidInputError } from '@rozeznanie/core/errors'
import { parseQuestionnaire, publishQuestionnaire } from '@rozeznanie/core/questionnaire'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { requirePublisher } from './questionnaire.access.ts'
import {
  checksumOf,
  inPublication,
  loadLatestVersion,
  organisationExists,
  organisationOfKey,
  savePublication,
  type Tx,
} from './questionnaire.store.ts'

export interface QuestionnaireToPublish {
  /** JSON of any origin. */
  readonly document: unknown
  /** Null: the shared library. */
  readonly organisationId: string | null
}

async function refuseForeignKey(tx: Tx, key: string, organisationId: string | null): Promise<void> {
  if (organisationId !== null && !(await organisationExists(tx, organisationId))) {
    throw new InvalidInputError([{ path: 'organisationId', message: 'Nie ma takiej organizacji.' }])
  }
  const owner = await organisationOfKey(tx, key)
  if (owner === null || owner.organisationId === organisationId) return
  const message = `Klucz „${key}” należy już do innego kwestionariusza. Prosimy nadać inny klucz.`
  throw new InvalidInputError([{ path: 'key', message }])
}

/**
 * Publishes a document as the next immutable version of the questionnaire with its key (the first one creates it).
 * The same document again changes nothing. For administrators (library) and organisers (their organisation).
 *
 * @returns the id of the version
 * @throws InvalidInputError, QuestionnaireIncompleteError
 */
export async function publishQuestionnaireVersion(
  context: Context,
  { document: json, organisationId }: QuestionnaireToPublish,
): Promise<string> {
  const viewer = requirePublisher(context, organisationId)
  const document = parseQuestionnaire(json)
  return inPublication(context.db, document.key, async (tx) => {
    await refuseForeignKey(tx, document.key, organisationId)
    const latest = await loadLatestVersion(tx, document.key)
    if (latest?.checksum === checksumOf(document)) return latest.id
    const published = publishQuestionnaire(document, latest?.document)
    const number = (latest?.number ?? 0) + 1
    const at = context.now()
    const id = await savePublication(tx, { document: published, number, organisationId, publishedAt: at })
    const entry = { action: 'publishQuestionnaireVersion', objectType: 'QuestionnaireVersion', objectId: id }
    await recordAudit(tx, { viewer, at, ...entry, details: { key: document.key, number } })
    return id
  })
}
