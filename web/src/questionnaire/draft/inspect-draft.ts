import { everyQuestion, findDefects, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { lockedDefects } from '@rozeznanie/core/questionnaire/editing'
import {
  inspect,
  measure,
  type Finding,
  type Measures,
  type Severity,
} from '@rozeznanie/core/questionnaire/inspection'
import { placeOfPath } from './place-of-path.ts'
import { plainMessage } from './plain-message.ts'

/** `defect` keeps the draft from being published. */
export type Gravity = 'defect' | Severity
export const GRAVITIES: readonly Gravity[] = ['defect', 'error', 'warning', 'hint']

/** One thing for the author to look at, with the field it is about. */
export interface DraftProblem {
  readonly gravity: Gravity
  readonly questionKey?: string
  readonly sectionKey?: string
  /** The field: `text`, `options`, `visibleIf`, `title`… */
  readonly part: string
  readonly message: string
}

/** All that is known about the quality of a draft at one moment. */
export interface Inspection {
  readonly problems: readonly DraftProblem[]
  readonly measures: Measures | null
}

function asProblem({ severity, place, message }: Finding): DraftProblem {
  const { questionKey, sectionKey, part } = place
  return { gravity: severity, questionKey, sectionKey, part, message }
}

/** A broken rule is found as a defect, which names the question and the rule, and as a finding, which knows its place. */
const isTwin = (defect: DraftProblem, found: DraftProblem): boolean =>
  found.gravity === 'error' &&
  (defect.message.endsWith(found.message) || found.message.startsWith(defect.message))

function withoutTwins(defects: readonly DraftProblem[], found: readonly DraftProblem[]) {
  const told = found.map((one): DraftProblem =>
    defects.some((defect) => isTwin(defect, one)) ? { ...one, gravity: 'defect' } : one,
  )
  return [...defects.filter((defect) => !found.some((one) => isTwin(defect, one))), ...told]
}

/** What the questions ask, by key. */
function wordsOf(questionnaire: Questionnaire): ReadonlyMap<string, string> {
  return new Map(everyQuestion(questionnaire).map(({ key, text }) => [key, text]))
}

/** Looks a draft over; what stands in the way of publishing comes first. */
export function inspectDraft(questionnaire: Questionnaire): Inspection {
  const defects = [...findDefects(questionnaire), ...lockedDefects(questionnaire)].map(
    ({ path, message }): DraftProblem => ({
      gravity: 'defect',
      ...placeOfPath(questionnaire, path),
      message,
    }),
  )
  const problems = withoutTwins(defects, inspect(questionnaire).map(asProblem))
  const words = wordsOf(questionnaire)
  const plain = problems.map((one) => ({
    ...one,
    message: plainMessage(one.message, (key) => words.get(key)),
  }))
  const inOrder = GRAVITIES.flatMap((gravity) => plain.filter((one) => one.gravity === gravity))
  return { problems: inOrder, measures: measure(questionnaire) }
}
