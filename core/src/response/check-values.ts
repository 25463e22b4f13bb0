import { isSpecialCode, REFUSED, type NumberQuestion, type YearQuestion } from '../questionnaire/index.ts'
import { isStorableText } from '../text.ts'
import type { Fault } from './check-choices.ts'
import { messages } from './messages.ts'

/** Longest texts in characters, where the question sets no limit of its own. */
export const TEXT_LIMITS = { TEXT_SHORT: 200, TEXT_LONG: 2000 } as const

const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2100

function decimalPlaces(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).toLowerCase().split('e')
  const places = (mantissa.split('.')[1] ?? '').length
  return Math.max(0, places - Number(exponent))
}

/** A text that fits and that the database can store. Length in characters, an emoji counting as one. */
export function checkText(
  answer: unknown,
  type: 'TEXT_SHORT' | 'TEXT_LONG',
  maxLength?: number,
): readonly Fault[] {
  if (typeof answer !== 'string') return [{ code: 'WRONG_SHAPE', message: messages.wrongShape(type) }]
  if (!isStorableText(answer)) return [{ code: 'UNSTORABLE_TEXT', message: messages.unstorable }]
  const max = maxLength ?? TEXT_LIMITS[type]
  const length = [...answer].length
  return length > max ? [{ code: 'TOO_LONG', message: messages.tooLong(max, length) }] : []
}

/** A finite number within the bounds, or a special code as text. */
export function checkNumber(question: NumberQuestion, answer: unknown): readonly Fault[] {
  if (typeof answer === 'string' && isSpecialCode(answer)) return []
  if (typeof answer !== 'number' || !Number.isFinite(answer)) {
    return [{ code: 'WRONG_SHAPE', message: messages.wrongShape('NUMBER') }]
  }
  const { min, max } = question
  if ((min !== undefined && answer < min) || (max !== undefined && answer > max)) {
    return [{ code: 'OUT_OF_RANGE', message: messages.numberRange(min, max) }]
  }
  const places = question.decimals ?? 0
  return decimalPlaces(answer) > places
    ? [{ code: 'TOO_MANY_DECIMALS', message: messages.decimals(places) }]
    : []
}

/** A whole year within the bounds (1900 to 2100 where the question sets none), or a special code as text. */
export function checkYear(question: YearQuestion, answer: unknown): readonly Fault[] {
  if (typeof answer === 'string' && isSpecialCode(answer)) return []
  if (typeof answer !== 'number' || !Number.isInteger(answer)) {
    return [{ code: 'WRONG_SHAPE', message: messages.wrongShape('DATE_YEAR') }]
  }
  const min = question.min ?? EARLIEST_YEAR
  const max = question.max ?? LATEST_YEAR
  return answer < min || answer > max ? [{ code: 'OUT_OF_RANGE', message: messages.yearRange(min, max) }] : []
}

/** One of the survey's localities, or `-99` „nie chcę podawać”. */
export function checkLocality(answer: unknown, localityIds: readonly string[]): readonly Fault[] {
  if (typeof answer !== 'string') return [{ code: 'WRONG_SHAPE', message: messages.wrongShape('LOCALITY') }]
  if (answer === REFUSED || localityIds.includes(answer)) return []
  return [{ code: 'UNKNOWN_LOCALITY', message: messages.unknownLocality }]
}

/** A ticked box; an unticked one is no answer, never `false`. */
export function checkConsent(answer: unknown): readonly Fault[] {
  return answer === true ? [] : [{ code: 'WRONG_SHAPE', message: messages.wrongShape('CONSENT') }]
}
