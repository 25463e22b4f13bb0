import {
  everyQuestion,
  optionsOf,
  type Question,
  type Questionnaire,
  rowsOf,
} from '@rozeznanie/core/questionnaire'
import {
  answersOf,
  type Change,
  choicesOf,
  compareVersions,
  NO_USAGE,
  type Usage,
} from '@rozeznanie/core/questionnaire/revision'
import type { Database } from '../database/database.ts'
import { loadState } from './draft.store.ts'
import { inTransaction, loadLatestVersion, loadStep } from './questionnaire.store.ts'
import { type AnswerPlace, type AnswersToCount, countUsage } from './usage.store.ts'

/** A change with the number of answers so far to what it speaks of. */
export interface CountedChange extends Change {
  /** Null: not counted. */
  readonly answerCount: number | null
}

export interface Revision extends Pick<
  AnswersToCount,
  'questionnaireId' | 'organisationIds' | 'lastVersion'
> {
  readonly before: Questionnaire
  readonly after: Questionnaire
}

function placesIn(questionnaire: Questionnaire, keys: ReadonlySet<string>): readonly AnswerPlace[] {
  const visit = (questions: readonly Question[], groups: readonly string[]): readonly AnswerPlace[] =>
    questions.flatMap((question) => {
      const { key } = question
      const codes = [
        ...optionsOf(questionnaire, question).map(({ code }) => code),
        ...rowsOf(questionnaire, question).map((row) => row.key),
      ]
      const inner = question.type === 'ROSTER' ? visit(question.questions, [...groups, key]) : []
      return [...(keys.has(key) ? [{ key, groups, codes }] : []), ...inner]
    })
  return questionnaire.sections.flatMap(({ questions }) => visit(questions, []))
}

/**
 * Answers to the questions that more than harmless changes bear on; nothing else is counted, because it costs a
 * reading of all responses.
 */
export async function usageOfRevision(
  db: Database,
  { before, after, ...scope }: Revision,
  changes = compareVersions(before, after),
): Promise<Usage> {
  const known = new Set(everyQuestion(before).map(({ key }) => key))
  const affected = changes.filter(({ weight }) => weight !== 'harmless').flatMap(({ affects }) => affects)
  const keys = new Set(affected.filter((key) => known.has(key)))
  if (keys.size === 0 || scope.organisationIds?.length === 0) return NO_USAGE
  return countUsage(db, { ...scope, places: placesIn(before, keys) })
}

function answerCountOf(usage: Usage, { place: { questionKey, code } }: Change): number | null {
  if (questionKey === undefined) return null
  const count = code === undefined ? answersOf(usage, questionKey) : choicesOf(usage, questionKey, code)
  return count ?? null
}

/** What changed between two versions, with the numbers of answers it bears on. */
export async function readChanges(db: Database, revision: Revision): Promise<readonly CountedChange[]> {
  const { before, after } = revision
  const changes = compareVersions(before, after)
  const usage = await usageOfRevision(db, revision, changes)
  const told = usage === NO_USAGE ? changes : compareVersions(before, after, usage)
  return told.map((change) => ({ ...change, answerCount: answerCountOf(usage, change) }))
}

/** What a version changed, from the one before it; answers counted in these organisations only. */
export async function changesOfVersion(
  db: Database,
  versionId: string,
  organisationIds: readonly string[],
): Promise<readonly CountedChange[]> {
  const step = await loadStep(db, versionId)
  if (step === null) return []
  const { before, after } = step
  const { questionnaireId, number: lastVersion, document } = before
  return readChanges(db, { questionnaireId, organisationIds, lastVersion, before: document, after })
}

/** What a state of a draft changes, from the newest published version. */
export async function changesOfDraft(
  db: Database,
  questionnaireId: string,
  revision: number,
): Promise<readonly CountedChange[]> {
  const [state, latest] = await inTransaction(db, async (tx) => {
    const draft = await loadState(tx, questionnaireId, revision)
    return [draft, draft && (await loadLatestVersion(tx, draft.document.key))] as const
  })
  if (state === null || latest === null || state.checksum === latest.checksum) return []
  const { document: before } = latest
  const scope = { questionnaireId, organisationIds: null, lastVersion: null }
  return readChanges(db, { ...scope, before, after: state.document })
}
