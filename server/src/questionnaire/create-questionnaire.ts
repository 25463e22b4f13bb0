import { InvalidInputError } from '@rozeznanie/core/errors'
import { type Audience, parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { emptyQuestionnaire } from '@rozeznanie/core/questionnaire/editing'
import { questionnaireKey } from '@rozeznanie/core/questionnaire/library'
import { requireOrganiserOf } from '../account/account.access.ts'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { isUuid } from '../kernel/ids.ts'
import { addState } from './draft.store.ts'
import { canSeeQuestionnaire } from './questionnaire.access.ts'
import { findVersion, inPublication, loadKeys, saveQuestionnaire } from './questionnaire.store.ts'
import { readDocument } from './read-document.ts'

export interface NewQuestionnaire {
  readonly organisationId: string
  readonly title: string
  /** Null: that of what it is made from. */
  readonly audience: Audience | null
  readonly copyOfVersionId: string | null
  /** JSON of any origin; null: none. */
  readonly document: unknown
}

const problem = (path: string, message: string) => new InvalidInputError([{ path, message }])

/** Words that addresses of pages begin with where a key would stand. */
const WORDS_OF_ADDRESSES = ['nowy', 'import']
const DEFAULT_AUDIENCE: Audience = 'RESIDENT'

/** The document that a copy or an import brings; null: a blank one is wanted. */
async function originalOf(
  { db, viewer }: Context,
  { copyOfVersionId, document }: NewQuestionnaire,
): Promise<Questionnaire | null> {
  if (copyOfVersionId === null) return document === null ? null : readDocument(document)
  if (document !== null) {
    throw problem('document', 'Kwestionariusz może być kopią innego albo powstać z pliku, ale nie naraz.')
  }
  const version = isUuid(copyOfVersionId) ? await findVersion(db, copyOfVersionId) : null
  if (version === null || !canSeeQuestionnaire(viewer, version.organisationId)) {
    throw problem('copyOfVersionId', 'Nie ma takiej wersji kwestionariusza. Prosimy wybrać inną.')
  }
  return version.document
}

/** The original under its new name; another title has no translation yet. */
function renamed(original: Questionnaire, facts: Pick<Questionnaire, 'key' | 'title' | 'audience'>) {
  const { translations, ...rest } = { ...original, ...facts }
  if (translations === undefined) return rest
  if (original.title === facts.title) return { ...rest, translations }
  const untitled = Object.entries(translations).map(([language, { title: _title, ...texts }]) => [
    language,
    texts,
  ])
  return { ...rest, translations: Object.fromEntries(untitled) as typeof translations }
}

/**
 * A new questionnaire of an organisation with its first draft: blank, a copy of a version that the viewer sees (with
 * the keys of its questions), or what an import has read. Nothing of it is published.
 *
 * @returns its id
 * @throws InvalidInputError
 */
export async function createQuestionnaire(context: Context, wishes: NewQuestionnaire): Promise<string> {
  const { db, now } = context
  const viewer = requireOrganiserOf(context, wishes.organisationId)
  const title = wishes.title.trim()
  if (title === '') throw problem('title', 'Prosimy podać tytuł kwestionariusza.')
  const original = await originalOf(context, wishes)
  const audience = wishes.audience ?? original?.audience ?? DEFAULT_AUDIENCE
  return inPublication(db, '', async (tx) => {
    const taken = new Set([...WORDS_OF_ADDRESSES, ...(await loadKeys(tx))])
    const facts = { key: questionnaireKey(title, (key) => taken.has(key)), title, audience }
    const document = parseQuestionnaire(original ? renamed(original, facts) : emptyQuestionnaire(facts))
    const questionnaireId = await saveQuestionnaire(tx, { ...facts, organisationId: wishes.organisationId })
    const at = now()
    await addState(tx, { questionnaireId, revision: 1, kind: 'CREATED', document, savedAt: at, viewer })
    const entry = { action: 'createQuestionnaire', objectType: 'Questionnaire', objectId: questionnaireId }
    await recordAudit(tx, { viewer, at, ...entry, details: { key: facts.key } })
    return questionnaireId
  })
}
