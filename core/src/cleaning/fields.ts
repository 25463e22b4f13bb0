import {
  isAnswerable,
  isMatrix,
  otherTextKey,
  ownValue,
  type CompiledQuestion,
  type Form,
  type Level,
  type LevelState,
  type MatrixRow,
  type Option,
  type QuestionState,
} from '../questionnaire/index.ts'
import type { FieldPath } from './model.ts'

/** The smallest thing that is answered on its own: a question, a row of a matrix, the text of „inne, jakie?”. */
export interface Field {
  readonly path: FieldPath
  readonly node: CompiledQuestion
  readonly row?: MatrixRow
  /** The text beside „inne, jakie?”. */
  readonly isOtherText: boolean
  /** Those that can be chosen now. */
  readonly options: readonly Option[]
  /** The answer that counts; `undefined`: none. */
  readonly answer: unknown
}

function asksOtherText({ answer, options }: QuestionState): boolean {
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  return options.some(({ code, allowsText }) => allowsText === true && chosen.includes(code))
}

function fieldsOfQuestion(node: CompiledQuestion, state: QuestionState, base: FieldPath): readonly Field[] {
  const { key } = node.question
  const path = [...base, key]
  const whole: Field = { path, node, isOtherText: false, options: state.options, answer: state.answer }
  if (isMatrix(node.question)) {
    return state.rows.map((row) => ({
      ...whole,
      path: [...path, row.key],
      row,
      answer: ownValue(state.answer, row.key),
    }))
  }
  const { items: level } = node
  if (level !== undefined) {
    const inner = state.items.map((item, index) =>
      item === null ? [] : fieldsIn(level, item, [...path, String(index)]),
    )
    return [whole, ...inner.flat()]
  }
  if (isMatrix(node.question) || !asksOtherText(state)) return [whole]
  const other = { ...whole, path: [...base, otherTextKey(key)], isOtherText: true, answer: state.otherText }
  return [whole, other]
}

function fieldsIn(level: Level, { states }: LevelState, base: FieldPath): readonly Field[] {
  return level.nodes.flatMap((node, index) => {
    const state = states[index]
    if (node.kind !== 'question' || state?.isShown !== true || !isAnswerable(node.question)) return []
    return fieldsOfQuestion(node, state, base)
  })
}

/** Everything that is asked of a person with these answers, in order; a roster stands before its items. */
export function fieldsOf({ compiled, state }: Form): readonly Field[] {
  return fieldsIn(compiled.level, state, [])
}

/** One name for a place. */
export const fieldName = (path: FieldPath): string => JSON.stringify(path)
