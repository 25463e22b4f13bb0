import { everyQuestion, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { ChangeWeight } from '../gql/graphql.ts'

interface Change {
  readonly weight: ChangeWeight
  readonly questionKey?: string | null
  readonly message: string
}

/** The changes of all versions after one, up to another, in the order of the versions. */
export function changesSince<Told extends Change>(
  versions: readonly { readonly number: number; readonly changes: readonly Told[] }[],
  present: number,
  newest: number,
): readonly Told[] {
  return versions
    .filter(({ number }) => number > present && number <= newest)
    .toSorted((one, other) => one.number - other.number)
    .flatMap(({ changes }) => changes)
}

/** What changed in one question. */
export interface QuestionChanges {
  /** Its wording; `null`: the questionnaire as a whole. */
  readonly name: string | null
  /** Results before and after are shown apart. */
  readonly isParted: boolean
  readonly messages: readonly string[]
}

/**
 * Changes by question, those that part results first.
 *
 * @param documents - where wordings are looked up, the first that has the question wins
 */
export function changesByQuestion(
  changes: readonly Change[],
  documents: readonly Questionnaire[],
): readonly QuestionChanges[] {
  const questions = documents.flatMap(everyQuestion)
  const groups = new Map<string | null, QuestionChanges>()
  for (const { questionKey, weight, message } of changes) {
    const name = questions.find(({ key }) => key === questionKey)?.text ?? null
    const known = groups.get(name)
    groups.set(name, {
      name,
      isParted: weight !== 'HARMLESS' || known?.isParted === true,
      messages: [...new Set([...(known?.messages ?? []), message])],
    })
  }
  return [...groups.values()].toSorted((one, other) => Number(other.isParted) - Number(one.isParted))
}
