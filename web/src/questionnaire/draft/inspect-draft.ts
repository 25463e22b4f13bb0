import { findDefects, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { lockedDefects } from '@rozeznanie/core/questionnaire/editing'
import {
  inspect,
  measure,
  type Finding,
  type Measures,
  type Severity,
} from '@rozeznanie/core/questionnaire/inspection'
import { placeOfPath } from './place-of-path.ts'

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

const RULES: readonly string[] = [
  'visibleIf',
  'requiredIf',
  'rowVisibleIf',
  'optionFilter',
  'constraint',
  'expression',
]

const placeKey = ({ questionKey, sectionKey, part }: DraftProblem): string =>
  `${questionKey ?? sectionKey ?? ''}.${part}`

function asProblem({ severity, place, message }: Finding): DraftProblem {
  const { questionKey, sectionKey, part } = place
  return { gravity: severity, questionKey, sectionKey, part, message }
}

/** A rule that cannot be read is found twice, as a defect and as a finding; the finding says more, so it stays. */
function withoutTwins(defects: readonly DraftProblem[], found: readonly DraftProblem[]) {
  const isRuleError = (one: DraftProblem) => one.gravity === 'error' && RULES.includes(one.part)
  const errors = new Set(found.filter(isRuleError).map(placeKey))
  const broken = new Set(defects.map(placeKey))
  return [
    ...defects.filter((one) => !errors.has(placeKey(one))),
    ...found.map((one): DraftProblem =>
      isRuleError(one) && broken.has(placeKey(one)) ? { ...one, gravity: 'defect' } : one,
    ),
  ]
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
  const inOrder = GRAVITIES.flatMap((gravity) => problems.filter((one) => one.gravity === gravity))
  return { problems: inOrder, measures: measure(questionnaire) }
}
