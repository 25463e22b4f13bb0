import type { CheckScope, ValueType } from '@rozeznanie/core/questionnaire'
import {
  BLANK_CLAUSE,
  calculationOf,
  clausesOfForm,
  formOfGroup,
  formOfSubject,
  MEASURES,
  predicatesFor,
  subjectOfForm,
  textOfCalculation,
  typeOfForm,
  type AnswerSubject,
  type ClauseForm,
  type GroupForm,
  type Measure,
} from '@rozeznanie/core/questionnaire/editing'

/** What can be worked out: whether conditions hold, several answers together, or something of one answer. */
export const CALCULATIONS = ['condition', 'sum', 'min', 'max', ...MEASURES] as const
export type CalculationMode = (typeof CALCULATIONS)[number]

/** A calculation while it is being chosen. */
export interface CalculationForm {
  readonly mode: CalculationMode
  readonly group: GroupForm
  /** Answers taken together. */
  readonly keys: readonly string[]
  /** The one answer that is looked at. */
  readonly clause: ClauseForm
}

export const BLANK_CALCULATION: CalculationForm = {
  mode: 'condition',
  group: { joint: 'and', parts: [] },
  keys: [],
  clause: BLANK_CLAUSE,
}

/** Is this something of one answer? */
export const isMeasure = (mode: CalculationMode): mode is Measure =>
  MEASURES.some((measure) => measure === mode)

/** Can this be worked out of an answer of the type? */
export const hasMeasure = (type: ValueType, measure: Measure): boolean =>
  measure === 'value'
    ? type.type !== 'roster' && type.type !== 'matrix' && type.type !== 'codes'
    : predicatesFor(type, 'answer').some((one) => one.kind === 'measure' && one.measure === measure)

function keyOf(answer: AnswerSubject): string | null {
  return answer.kind === 'answer' && answer.member === undefined ? answer.key : null
}

function isRosterFold(of: readonly AnswerSubject[], scope: CheckScope): boolean {
  const [first] = of
  return first !== undefined && typeOfForm({ about: first }, scope).type === 'roster'
}

/** A calculation as pickers have it; `null` when they do not offer it. */
export function readCalculation(text: string, scope: CheckScope): CalculationForm | null {
  if (text === '') return BLANK_CALCULATION
  const calculation = calculationOf(text)
  if (calculation === null) return null
  if (calculation.kind === 'condition') {
    const group = formOfGroup(calculation.group, scope)
    return group && { ...BLANK_CALCULATION, group }
  }
  const { of } = calculation
  if (of.kind === 'fold' && !isRosterFold(of.of, scope)) {
    const keys = of.of.map(keyOf)
    return keys.every((key) => key !== null) ? { ...BLANK_CALCULATION, mode: of.name, keys } : null
  }
  const clause = formOfSubject(of, scope)
  if (clause?.predicate?.kind !== 'measure') return null
  const mode = clause.predicate.measure
  const isOffered = mode === 'value' || hasMeasure(typeOfForm(clause, scope), mode)
  return isOffered ? { ...BLANK_CALCULATION, mode, clause } : null
}

/** The calculation as text; empty while something is missing. */
export function writeCalculation({ mode, group, keys, clause }: CalculationForm, scope: CheckScope): string {
  if (mode === 'condition')
    return textOfCalculation({ kind: 'condition', group: clausesOfForm(group, scope) })
  if (isMeasure(mode)) {
    const of = subjectOfForm(clause, mode, scope)
    return of ? textOfCalculation({ kind: 'value', of }) : ''
  }
  if (keys.length === 0) return ''
  const of = keys.map((key) => ({ kind: 'answer', key }) as const)
  return textOfCalculation({ kind: 'value', of: { kind: 'fold', name: mode, of } })
}
