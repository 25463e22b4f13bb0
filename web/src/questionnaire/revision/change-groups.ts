import { everyQuestion, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { ChangeWeight } from '../../gql/graphql.ts'
import { WEIGHTS } from '../weights.ts'

/** A change as the server tells it, with the number of answers it bears on. */
export interface RevisionChange {
  readonly kind: string
  readonly weight: ChangeWeight
  readonly questionKey: string | null
  readonly sectionKey: string | null
  readonly part: string
  readonly optionCode: string | null
  readonly demandsNewKey: boolean
  readonly message: string
  readonly answerCount: number | null
}

/** What changed at one place: a question, a section, or the texts around them. */
export interface ChangedPlace {
  readonly id: string
  readonly questionKey: string | null
  readonly sectionKey: string | null
  readonly changes: readonly RevisionChange[]
  /** Key of the question of the version before that this one replaces. */
  readonly replaces: string | null
}

export interface WeightGroup {
  readonly weight: ChangeWeight
  readonly count: number
  readonly places: readonly ChangedPlace[]
}

/** By the key of the new question, that of the old one whose answers are read across. */
function replacements(changes: readonly RevisionChange[], after: Questionnaire): ReadonlyMap<string, string> {
  const removed = new Set(
    changes.filter(({ kind }) => kind === 'QUESTION_REMOVED').map(({ questionKey }) => questionKey),
  )
  const added = new Set(
    changes.filter(({ kind }) => kind === 'QUESTION_ADDED').map(({ questionKey }) => questionKey),
  )
  const found = everyQuestion(after).flatMap(({ key, crosswalk }) =>
    crosswalk && added.has(key) && removed.has(crosswalk.from) ? [[key, crosswalk.from] as const] : [],
  )
  return new Map(found)
}

const idOf = ({ questionKey, sectionKey }: RevisionChange): string =>
  questionKey ?? (sectionKey === null ? '' : `:${sectionKey}`)

/**
 * The changes by what they mean for answers, the gravest first, and by place. A question that is read across from an
 * old one stands for both: the old one is not listed as taken out.
 */
export function groupChanges(
  changes: readonly RevisionChange[],
  after: Questionnaire,
): readonly WeightGroup[] {
  const replaced = replacements(changes, after)
  const gone = new Set(replaced.values())
  const shown = changes.filter(
    ({ kind, questionKey }) => kind !== 'QUESTION_REMOVED' || !gone.has(questionKey ?? ''),
  )
  return WEIGHTS.map((weight) => {
    const own = shown.filter((change) => change.weight === weight)
    const ids = [...new Set(own.map(idOf))]
    const places = ids.map((id) => {
      const list = own.filter((change) => idOf(change) === id)
      const { questionKey = null, sectionKey = null } = list[0] ?? {}
      return { id, questionKey, sectionKey, changes: list, replaces: replaced.get(id) ?? null }
    })
    return { weight, count: own.length, places }
  }).filter(({ count }) => count > 0)
}
