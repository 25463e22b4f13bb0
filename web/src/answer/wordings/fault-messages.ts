import { isExclusive, MOST_ITEMS, type PlacedQuestion, type Question } from '@rozeznanie/core/questionnaire'
import { TEXT_LIMITS, type Violation } from '@rozeznanie/core/response'

/** What a language says of each kind of fault; the numbers come from the question. */
export interface FaultMessages {
  readonly required: string
  readonly wrongShape: string
  /** What to do, by the type of question. */
  readonly how: (type: Question['type']) => string
  readonly reload: string
  readonly unknownOption: string
  readonly unknownLocality: string
  readonly tooFew: (min: number) => string
  readonly tooMany: (max: number) => string
  readonly duplicate: string
  readonly exclusive: (label: string) => string
  readonly between: (min: number, max: number) => string
  readonly atLeast: (min: number) => string
  readonly atMost: (max: number) => string
  readonly year: (min: number, max: number) => string
  readonly whole: string
  readonly decimals: (places: number) => string
  readonly tooLong: (max: number, length: number) => string
  readonly unstorable: string
  readonly tooFewItems: (min: number) => string
  readonly tooManyItems: (max: number) => string
}

const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2100

function rangeMessage(question: Question, words: FaultMessages): string {
  if (question.type === 'DATE_YEAR')
    return words.year(question.min ?? EARLIEST_YEAR, question.max ?? LATEST_YEAR)
  const { min, max } = question.type === 'NUMBER' ? question : {}
  if (min !== undefined && max !== undefined) return words.between(min, max)
  return min === undefined ? words.atMost(max ?? 0) : words.atLeast(min)
}

function lengthMessage(
  { question }: PlacedQuestion['compiled'],
  answer: unknown,
  words: FaultMessages,
): string {
  const isLong = question.type === 'TEXT_LONG'
  const own = question.type === 'TEXT_LONG' || question.type === 'TEXT_SHORT' ? question.maxLength : undefined
  const max = own ?? TEXT_LIMITS[isLong ? 'TEXT_LONG' : 'TEXT_SHORT']
  return words.tooLong(max, Array.from(String(answer)).length)
}

function loneLabel({ options, answer }: PlacedQuestion['state'], rowKey: string | undefined): string {
  const rows: Readonly<Record<string, unknown>> = { ...(typeof answer === 'object' ? answer : {}) }
  const chosen = rowKey === undefined ? answer : rows[rowKey]
  const isChosen = (code: string) => Array.isArray(chosen) && chosen.includes(code)
  return options.find((option) => isExclusive(option) && isChosen(option.code))?.label ?? ''
}

/** What to say of a choice out of options. */
function choiceMessage(
  { code, rowKey }: Violation,
  { compiled: { question }, state }: PlacedQuestion,
  words: FaultMessages,
): string | null {
  switch (code) {
    case 'DUPLICATE_CHOICE':
      return words.duplicate
    case 'EXCLUSIVE_CHOICE':
      return words.exclusive(loneLabel(state, rowKey))
    case 'TOO_FEW_CHOICES':
      return words.tooFew(
        question.type === 'MULTI' ? Math.min(question.minChoices ?? 1, state.options.length) : 1,
      )
    case 'TOO_MANY_CHOICES': {
      const max = question.type === 'MULTI' ? question.maxChoices : undefined
      return words.tooMany(question.type === 'RANK' ? question.top : (max ?? 1))
    }
    default:
      return null
  }
}

/** What to say of a value that was typed, or of a group. */
function valueMessage(
  { code }: Violation,
  { compiled, state }: PlacedQuestion,
  words: FaultMessages,
): string | null {
  const { question } = compiled
  switch (code) {
    case 'OUT_OF_RANGE':
      return rangeMessage(question, words)
    case 'TOO_MANY_DECIMALS': {
      const places = question.type === 'NUMBER' ? (question.decimals ?? 0) : 0
      return places === 0 ? words.whole : words.decimals(places)
    }
    case 'TOO_LONG':
      return lengthMessage(compiled, state.otherText ?? state.answer, words)
    case 'TOO_FEW_ITEMS':
      return words.tooFewItems(question.type === 'ROSTER' ? (question.minItems ?? 0) : 0)
    case 'TOO_MANY_ITEMS':
      return words.tooManyItems(question.type === 'ROSTER' ? (question.maxItems ?? MOST_ITEMS) : MOST_ITEMS)
    default:
      return null
  }
}

/** Tells a fault in the words of a language; core itself tells it in Polish. */
export function faultTeller(words: FaultMessages) {
  return (fault: Violation, asked: PlacedQuestion | undefined): string => {
    const { code } = fault
    if (asked === undefined || code === 'UNKNOWN_QUESTION' || code === 'UNKNOWN_ROW') return words.reload
    const { type } = asked.compiled.question
    if (code === 'REQUIRED') return `${words.required} ${words.how(type)}`
    if (code === 'WRONG_SHAPE') return `${words.wrongShape} ${words.how(type)}`
    if (code === 'UNKNOWN_OPTION') return words.unknownOption
    if (code === 'UNKNOWN_LOCALITY') return words.unknownLocality
    if (code === 'UNSTORABLE_TEXT') return words.unstorable
    return choiceMessage(fault, asked, words) ?? valueMessage(fault, asked, words) ?? fault.message
  }
}
