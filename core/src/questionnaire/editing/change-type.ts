import type { Option, Question, Questionnaire, QuestionType } from '../model.ts'
import { hasOptions, isMatrix, isSpecialCode, optionsOf, scaleEnds } from '../options.ts'
import { newQuestion } from './new-questionnaire.ts'
import { patched } from './rewrite.ts'

type Fields = Readonly<Record<string, unknown>>

/** What every question has, whatever its type. */
const COMMON = [
  'key',
  'text',
  'help',
  'easyText',
  'translations',
  'core',
  'sensitivity',
  'lpdiSections',
  'diAreas',
  'visibleIf',
] as const
/** What only a question that a person answers has. */
const OF_ANSWERS = ['required', 'requiredIf'] as const

/** Types whose answers are alike, so that a rule about the answer says the same. */
const ALIKE: readonly (readonly QuestionType[])[] = [
  ['SINGLE', 'SCALE_1_5', 'SCALE_0_10'],
  ['MULTI', 'RANK'],
  ['TEXT_SHORT', 'TEXT_LONG'],
  ['NUMBER', 'DATE_YEAR'],
]
const areAlike = (one: QuestionType, other: QuestionType): boolean =>
  ALIKE.some((types) => types.includes(one) && types.includes(other))

const isScale = (type: QuestionType): type is 'SCALE_1_5' | 'SCALE_0_10' =>
  type === 'SCALE_1_5' || type === 'SCALE_0_10'

function pick(question: Question, names: readonly string[]): Fields {
  const fields = question as unknown as Fields
  return Object.fromEntries(
    names.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
  )
}

/** Options for the points of a scale: those with a point's code, and the special ones. */
function forScale(options: readonly Option[], type: 'SCALE_1_5' | 'SCALE_0_10'): readonly Option[] {
  const { from, to } = scaleEnds(type)
  const isPoint = (code: string) => /^\d+$/.test(code) && Number(code) >= from && Number(code) <= to
  return options.filter(({ code }) => isSpecialCode(code) || isPoint(code))
}

const withoutText = (options: readonly Option[]): readonly Option[] =>
  options.map((option) => (option.allowsText ? patched(option, { allowsText: undefined }) : option))

/** The options that are written in a question or its list, narrowed as it stands. */
function given(question: Question, lists: Questionnaire['lists']): readonly Option[] {
  if (!hasOptions(question)) return []
  const { options, list = '', only } = question
  const all = options ?? (Object.hasOwn(lists, list) ? lists[list]?.options : undefined) ?? []
  return only === undefined ? all : all.filter(({ code }) => only.includes(code))
}

/** Where answers to choose from come from in the changed question; a list stays shared where it fits. */
function choices(
  question: Question,
  type: QuestionType,
  lists: Questionnaire['lists'],
  started: Question,
): Fields {
  if (!hasOptions(started)) return {}
  if (!hasOptions(question)) return pick(started, ['options'])
  const kept = pick(question, ['optionFilter'])
  if (isScale(type)) {
    const options = forScale(given(question, lists), type)
    return { ...kept, ...(options.length > 0 && { options }) }
  }
  if (isScale(question.type)) return { ...kept, options: optionsOf({ lists } as Questionnaire, question) }
  const shown = given(question, lists)
  if (isMatrix(started) && shown.some(({ allowsText }) => allowsText))
    return { ...kept, options: withoutText(shown) }
  return { ...kept, ...pick(question, ['options', 'list', 'only']) }
}

const ROWS = ['rows', 'rowsList', 'onlyRows', 'rowVisibleIf'] as const

function ownPart(question: Question, type: QuestionType, started: Question): Fields {
  switch (type) {
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return isMatrix(question) ? pick(question, ROWS) : pick(started, ['rows'])
    case 'MULTI':
      return question.type === 'RANK' ? { maxChoices: question.top } : {}
    case 'RANK':
      return { top: question.type === 'MULTI' ? (question.maxChoices ?? 3) : 3 }
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return isScale(question.type)
        ? pick(question, ['minLabel', 'maxLabel'])
        : pick(started, ['minLabel', 'maxLabel'])
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return pick(started, ['maxLength'])
    case 'DATE_YEAR':
      return { ...pick(started, ['min', 'max']), ...pick(question, isYears(question) ? ['min', 'max'] : []) }
    case 'NUMBER':
      return question.type === 'DATE_YEAR' ? pick(question, ['min', 'max']) : pick(started, ['min'])
    case 'ROSTER':
      return pick(started, ['itemName', 'questions'])
    case 'CALCULATED':
      return pick(started, ['expression'])
    default:
      return {}
  }
}

/** Are the limits of a number years? */
function isYears(question: Question): boolean {
  const isYear = (value: number | undefined) =>
    value === undefined || (Number.isInteger(value) && value >= 1900 && value <= 2100)
  return question.type === 'NUMBER' && isYear(question.min) && isYear(question.max)
}

/** A ranking has as many places as there are answers, at most. */
function withinOptions(question: Question, lists: Questionnaire['lists']): Question {
  const count = optionsOf({ lists } as Questionnaire, question).length
  if (question.type === 'RANK' && count > 0 && question.top > count) return { ...question, top: count }
  if (question.type === 'MULTI' && count > 0 && (question.maxChoices ?? 0) > count)
    return { ...question, maxChoices: count }
  return question
}

/**
 * The question as one of another type, with all that still makes sense: its words and conditions, answers to choose
 * from, rows, limits, and rules of correctness where answers are alike. What the new type needs besides is as in a new
 * question. A crosswalk goes, for it joins questions of one type only.
 *
 * @param lists - shared lists of the questionnaire, to know what a question takes from them
 */
export function changeType(
  question: Question,
  type: QuestionType,
  lists: Questionnaire['lists'] = {},
): Question {
  if (question.type === type) return question
  const started = newQuestion(type, question.key)
  const isAsked = type !== 'INFO' && type !== 'CALCULATED'
  const areBothTables = isMatrix(question) && isMatrix(started)
  // The fields are those of the type: the common ones, and each of the others as its type has it.
  const changed = {
    type,
    ...pick(question, COMMON),
    ...(isAsked ? pick(question, OF_ANSWERS) : {}),
    ...(areAlike(question.type, type) ? pick(question, ['constraint']) : {}),
    ...choices(question, type, lists, started),
    ...ownPart(question, type, started),
    ...(areBothTables ? pick(question, ['optionFilter']) : {}),
  } as unknown as Question
  return withinOptions(changed, lists)
}
