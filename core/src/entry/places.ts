import {
  isMatrix,
  otherTextKey,
  type AnswerPath,
  type CompiledQuestion,
  type Form,
  type Level,
  type LevelState,
  type Question,
  type QuestionState,
} from '../questionnaire/index.ts'
import type { EntrySetting, Place, PlaceKind } from './model.ts'

/** The end of the sheet. */
export const END: Place = {
  id: 'end',
  kind: 'end',
  path: [],
  answerPath: [],
  question: undefined,
  allOptions: [],
  options: [],
}

/** One name for a place, whatever is answered elsewhere. */
export const placeId = (answerPath: AnswerPath): string => JSON.stringify(answerPath)

function kindOf(type: Question['type']): PlaceKind | null {
  switch (type) {
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
    case 'MATRIX_SINGLE':
      return 'choice'
    case 'MULTI':
    case 'MATRIX_MULTI':
      return 'choices'
    case 'RANK':
      return 'rank'
    case 'CONSENT':
      return 'consent'
    case 'NUMBER':
    case 'DATE_YEAR':
      return 'number'
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return 'text'
    case 'LOCALITY':
      return 'locality'
    case 'ROSTER':
      return 'more'
    case 'INFO':
    case 'CALCULATED':
      return null
  }
}

/** The place of „inne, jakie?” while an option that asks for a text is chosen. */
function otherPlace({ question }: CompiledQuestion, state: QuestionState, main: Place): readonly Place[] {
  const chosen: readonly unknown[] = Array.isArray(state.answer) ? state.answer : [state.answer]
  const asks = state.options.some((option) => option.allowsText === true && chosen.includes(option.code))
  if (!asks) return []
  const answerPath = [...main.path.slice(0, -1), otherTextKey(question.key)]
  return [{ ...main, id: placeId(answerPath), kind: 'text', answerPath, allOptions: [], options: [] }]
}

function placesOfQuestion(
  node: CompiledQuestion,
  state: QuestionState,
  path: AnswerPath,
  setting: EntrySetting,
): readonly Place[] {
  const { question, options: allOptions } = node
  const kind = kindOf(question.type)
  if (kind === null || (kind === 'locality' && setting.localities.length === 0)) return []
  const { options } = state
  const main: Place = { id: placeId(path), kind, path, answerPath: path, question, allOptions, options }
  if (isMatrix(question)) {
    return state.rows.map(({ key }) => {
      const answerPath = [...path, key]
      return { ...main, id: placeId(answerPath), answerPath, rowKey: key }
    })
  }
  if (node.items === undefined) return [main, ...otherPlace(node, state, main)]
  const level = node.items
  const items = state.items.map((item, index) =>
    item === null ? [] : placesIn(level, item, [...path, index], setting),
  )
  return [...items.flat(), main]
}

function placesIn(
  level: Level,
  { states }: LevelState,
  base: AnswerPath,
  setting: EntrySetting,
): readonly Place[] {
  return level.nodes.flatMap((node, index) => {
    const state = states[index]
    if (node.kind !== 'question' || state?.isShown !== true) return []
    return placesOfQuestion(node, state, [...base, node.question.key], setting)
  })
}

/** Where a clerk can stand on a sheet with these answers, in order; the end is always there. */
export function placesOf(form: Form, setting: EntrySetting): readonly Place[] {
  return [...placesIn(form.compiled.level, form.state, [], setting), END]
}
