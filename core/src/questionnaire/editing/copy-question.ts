import type { Question, Questionnaire } from '../model.ts'
import { everyQuestion } from '../walk.ts'
import { addQuestion } from './edit-questions.ts'
import { dropStrangeRules } from './foreign-rules.ts'
import { freeKey, takenKeys } from './keys.ts'
import { withOwnPipedLabels } from './own-options.ts'
import { addRefusal, placeOf, questionOf, type QuestionPlace } from './place.ts'
import { patched, renaming, rewriteQuestion } from './rewrite.ts'
import { keysIn, mapQuestion } from './tree.ts'
import { bringLists, listsOf, withListNames } from './used-lists.ts'

/** What came of copying. */
export interface Copied {
  readonly questionnaire: Questionnaire
  /** Keys of the copies, in order; empty when nothing was copied. */
  readonly keys: readonly string[]
  /** Polish: rules left out because what they speak of is not there, or why nothing was copied. */
  readonly dropped: readonly string[]
}

/** Another key for each key that the copies cannot keep. */
function newNames(
  questions: readonly Question[],
  taken: ReadonlySet<string>,
  wanted: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const used = new Set([...taken, ...wanted.values()])
  for (const key of questions.flatMap(keysIn)) {
    const name = wanted.get(key) ?? freeKey((one) => used.has(one), key)
    used.add(name)
    names.set(key, name)
  }
  return names
}

/** Under another key it is another question: no longer the locked one, and no heir of an older one. */
function renamed(question: Question, names: ReadonlyMap<string, string>): Question {
  const rewriting = renaming(new Map([...names].filter(([from, to]) => from !== to)))
  return mapQuestion(question, (one) => {
    const key = names.get(one.key) ?? one.key
    const ties = { crosswalk: undefined, ...(key !== one.key && { core: undefined }) }
    return patched(rewriteQuestion(one, rewriting), { key, ...ties })
  })
}

/**
 * Puts a copy of a question right after it, a roster with all it holds. Rules of the copy that speak of itself speak of
 * the copy. The questionnaire stays as it is when the new key is taken or there is no room.
 */
export function duplicateQuestion(questionnaire: Questionnaire, key: string, newKey: string): Questionnaire {
  const question = questionOf(questionnaire, key)
  const place = placeOf(questionnaire, key)
  if (question === null || place === null) return questionnaire
  const names = newNames([question], takenKeys(questionnaire), new Map([[key, newKey]]))
  return addQuestion(questionnaire, renamed(question, names), { ...place, index: place.index + 1 })
}

const withHeld = (question: Question): readonly Question[] =>
  question.type === 'ROSTER' ? [question, ...question.questions.flatMap(withHeld)] : [question]

/** The wanted questions in the order of asking; one that goes with its roster is not taken twice. */
function chosen(from: Questionnaire, keys: readonly string[]): readonly Question[] {
  const found = everyQuestion(from).filter(({ key }) => keys.includes(key))
  const held = new Set(found.flatMap((question) => keysIn(question).slice(1)))
  return found.filter(({ key }) => !held.has(key))
}

/** A list that the other questionnaire names but does not have would hang in the air. */
function withoutLostLists(from: Questionnaire, question: Question): Question {
  return mapQuestion(question, (one) => {
    const lost = listsOf(one).filter((name) => !Object.hasOwn(from.lists, name))
    const isLost = (name: unknown) => typeof name === 'string' && lost.includes(name)
    const answers = 'list' in one && isLost(one.list) ? { list: undefined, options: one.options ?? [] } : {}
    const rows =
      'rowsList' in one && isLost(one.rowsList) ? { rowsList: undefined, rows: one.rows ?? [] } : {}
    return patched(one, { ...answers, ...rows })
  })
}

const nothing = (into: Questionnaire, why: string): Copied => ({
  questionnaire: into,
  keys: [],
  dropped: [why],
})

/**
 * Copies questions of another questionnaire to a place, one after another in the order of asking, with the shared lists
 * they use. A key stays where it is free, else the copy gets a fresh one; rules among the copies follow. A rule that
 * speaks of what is not there, or of another question under the same key, is left out and told of.
 *
 * @param newKeys - keys to give, by the key in the other questionnaire
 */
export function copyQuestions(
  from: Questionnaire,
  keys: readonly string[],
  into: Questionnaire,
  place: QuestionPlace,
  newKeys: ReadonlyMap<string, string> = new Map(),
): Copied {
  const wanted = chosen(from, keys).map((question) =>
    mapQuestion(withoutLostLists(from, question), (one) => withOwnPipedLabels(from, one)),
  )
  if (wanted.length === 0) return nothing(into, 'Nie ma już pytania do skopiowania.')
  const names = newNames(wanted, takenKeys(into), newKeys)
  const lists = bringLists(into, from, wanted.flatMap(withHeld).flatMap(listsOf))
  if (lists === null)
    return nothing(into, 'Kwestionariusz ma już najwięcej wspólnych list, ile może mieć: 100.')
  const copies = wanted.map((question) =>
    mapQuestion(renamed(question, names), (one) => withListNames(one, lists.names)),
  )
  let { questionnaire } = lists
  for (const [index, copy] of copies.entries()) {
    const at = { ...place, index: place.index + index }
    const refusal = addRefusal(questionnaire, copy, at)
    if (refusal !== null) return nothing(into, refusal)
    questionnaire = addQuestion(questionnaire, copy, at)
  }
  const result = dropStrangeRules(questionnaire, { from, into, names })
  const tops = copies.map(({ key }) => key).filter((key) => questionOf(result.questionnaire, key) !== null)
  return tops.length === 0 ? { ...result, questionnaire: into, keys: [] } : { ...result, keys: tops }
}

/** Copies one question; see `copyQuestions`. */
export function copyQuestion(
  from: Questionnaire,
  key: string,
  into: Questionnaire,
  place: QuestionPlace,
  newKey?: string,
): Copied {
  return copyQuestions(from, [key], into, place, newKey === undefined ? undefined : new Map([[key, newKey]]))
}
