import { everyQuestion, type Question, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { ChangeWeight } from '../gql/graphql.ts'

interface Change {
  readonly kind: string
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

const OUTCOMES = ['parted', 'gone', 'crosswalk', 'joined', 'added'] as const
/** What becomes of the results of a question. */
export type Outcome = (typeof OUTCOMES)[number]

/** What changed in one question. */
export interface QuestionChanges {
  readonly key: string
  /** Its wording; `null`: the questionnaire as a whole. */
  readonly name: string | null
  readonly outcome: Outcome
  /** None where a crosswalk reads the old answers: that is all there is to say. */
  readonly messages: readonly string[]
}

interface Documents {
  readonly present: Questionnaire
  readonly newer: Questionnaire
}

function outcomeOf(changes: readonly Change[]): Outcome {
  const isOf = (wanted: string) => changes.some(({ kind }) => kind === wanted)
  if (isOf('QUESTION_REMOVED')) return 'gone'
  if (isOf('QUESTION_ADDED')) return 'added'
  return changes.some(({ weight }) => weight !== 'HARMLESS') ? 'parted' : 'joined'
}

/** Keys of questions whose answers go on under another key, with the question that takes them over. */
const heirsOf = ({ present, newer }: Documents): ReadonlyMap<string, Question> => {
  const known = new Set(everyQuestion(present).map(({ key }) => key))
  const heirs = everyQuestion(newer).filter(({ crosswalk }) => crosswalk && known.has(crosswalk.from))
  return new Map(heirs.map((question) => [question.crosswalk?.from ?? '', question]))
}

/** Changes by question; first those after which results are shown apart. */
export function changesByQuestion(
  changes: readonly Change[],
  documents: Documents,
): readonly QuestionChanges[] {
  const questions = [...everyQuestion(documents.newer), ...everyQuestion(documents.present)]
  const heirs = heirsOf(documents)
  const isHeir = (key: string) => [...heirs.values()].some((heir) => heir.key === key)
  const byKey = new Map<string, readonly Change[]>()
  for (const change of changes) {
    const key = questions.some((one) => one.key === change.questionKey) ? (change.questionKey ?? '') : ''
    byKey.set(key, [...(byKey.get(key) ?? []), change])
  }
  const groups = [...byKey].flatMap(([key, own]): readonly QuestionChanges[] => {
    const name = questions.find((one) => one.key === key)?.text ?? null
    if (heirs.has(key)) return [{ key, name, outcome: 'crosswalk', messages: [] }]
    if (isHeir(key)) return []
    return [{ key, name, outcome: outcomeOf(own), messages: [...new Set(own.map(({ message }) => message))] }]
  })
  return groups.toSorted((one, other) => OUTCOMES.indexOf(one.outcome) - OUTCOMES.indexOf(other.outcome))
}
