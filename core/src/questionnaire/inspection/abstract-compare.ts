import type { ComparisonOperator } from '../expression/ast.ts'
import { toNumber } from '../expression/values.ts'
import {
  asNumber,
  itemsOf,
  mayBeAbsent,
  mayBeDay,
  mayBePresent,
  UNKNOWN,
  type Abstract,
  type Scalar,
  type Several,
  type Truth,
} from './abstract-value.ts'
import { isPoint, type Interval } from './interval.ts'

const within = ({ low, high }: Interval, text: string): boolean => {
  const number = toNumber(text) ?? Number(text)
  return number >= low && number <= high
}

/** May a text of these be written the same as a number of these, or as one of the words? */
function mayMeet(texts: Scalar['texts'], other: Scalar): boolean {
  if (texts === null) return mayBePresent(other)
  return [...texts].some(
    (text) =>
      other.texts === null ||
      other.texts.has(text) ||
      (other.numbers !== null && within(other.numbers, text)) ||
      (other.mayBeTrue && text === 'true') ||
      (other.mayBeFalse && text === 'false'),
  )
}

const mayOverlap = (first: Interval | null, second: Interval | null): boolean =>
  first !== null && second !== null && first.low <= second.high && second.low <= first.high

/** May the two, both there, be the same code, number or text? */
export function maySame(first: Scalar, second: Scalar): boolean {
  return (
    mayMeet(first.texts, second) ||
    mayMeet(second.texts, first) ||
    mayOverlap(first.numbers, second.numbers) ||
    (first.mayBeTrue && second.mayBeTrue) ||
    (first.mayBeFalse && second.mayBeFalse)
  )
}

/** The one value it can be, as text; `null` when it can be several, or absent. */
function onlyValue(value: Scalar): string | null {
  if (value.texts === null) return null
  const found = [...value.texts, ...(value.mayBeTrue ? ['true'] : []), ...(value.mayBeFalse ? ['false'] : [])]
  if (value.numbers !== null) {
    if (!isPoint(value.numbers)) return null
    found.push(String(value.numbers.low))
  }
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Are the two, both there, certainly the same? */
export function mustSame(first: Scalar, second: Scalar): boolean {
  const only = onlyValue(first)
  return only !== null && only === onlyValue(second)
}

const pairs = (first: Several['items'], second: Several['items']) =>
  first.flatMap((one) => second.map((other) => [one, other] as const))

/** Has one of the members a match among those of the other? */
export function intersects(left: Abstract, right: Abstract): Truth {
  const [first, second] = [itemsOf(left), itemsOf(right)]
  if (first === null || second === null) return UNKNOWN
  const all = pairs(first, second)
  return {
    may: all.some(([one, other]) => maySame(one.value, other.value)),
    mayNot: !all.some(([one, other]) => one.isCertain && other.isCertain && mustSame(one.value, other.value)),
  }
}

function sizeOf(value: Abstract): { readonly least: number; readonly most: number } {
  if (value.kind === 'several') return value
  return { least: 1, most: 1 }
}

/** Are both one value, and the same one? What may be absent is looked at elsewhere. */
function isExactly(left: Abstract, right: Abstract): Truth {
  const [first, second] = [itemsOf(left), itemsOf(right)]
  if (first === null || second === null) return UNKNOWN
  const sizes = [sizeOf(left), sizeOf(right)]
  const mayBeOne = sizes.every(({ least, most }) => least <= 1 && most >= 1)
  const isOne = sizes.every(({ most }) => most <= 1)
  const all = pairs(first, second)
  const isSure = all.length === 1 && all.every(([one, other]) => mustSame(one.value, other.value))
  return {
    may: mayBeOne && all.some(([one, other]) => maySame(one.value, other.value)),
    mayNot: !(isOne && isSure),
  }
}

function inOrder(operator: '<' | '<=' | '>' | '>=', left: Abstract, right: Abstract): Truth {
  if (mayBeDay(left) && mayBeDay(right)) return UNKNOWN
  if (left.kind === 'anything' || right.kind === 'anything') return UNKNOWN
  const [first, second] = [asNumber(left), asNumber(right)]
  if (first.numbers === null || second.numbers === null) return { may: false, mayNot: true }
  const isTurned = operator === '>' || operator === '>='
  const [low, high] = isTurned ? [second.numbers, first.numbers] : [first.numbers, second.numbers]
  const isStrict = operator === '<' || operator === '>'
  const may = isStrict ? low.low < high.high : low.low <= high.high
  const must = isStrict ? low.high < high.low : low.high <= high.low
  return { may, mayNot: !must || first.mayBeAbsent || second.mayBeAbsent }
}

function whenPresent(operator: ComparisonOperator, left: Abstract, right: Abstract): Truth {
  switch (operator) {
    case '=':
      return isExactly(left, right)
    case '!=': {
      const { may, mayNot } = isExactly(left, right)
      return { may: mayNot, mayNot: may }
    }
    case 'in':
    case 'contains':
      return intersects(left, right)
    default:
      return inOrder(operator, left, right)
  }
}

/** A comparison of all that the two sides may be; with something absent it does not hold. */
export function compare(operator: ComparisonOperator, left: Abstract, right: Abstract): Truth {
  if (!mayBePresent(left) || !mayBePresent(right)) return { may: false, mayNot: true }
  const { may, mayNot } = whenPresent(operator, left, right)
  return { may, mayNot: mayNot || mayBeAbsent(left) || mayBeAbsent(right) }
}
