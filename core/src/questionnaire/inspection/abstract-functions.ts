import type { Call, Expression } from '../expression/ast.ts'
import { intersects } from './abstract-compare.ts'
import type { AbstractScope } from './abstract-evaluate.ts'
import {
  ANY_TEXT,
  ANYTHING,
  asNumber,
  asYear,
  itemsOf,
  join,
  joinScalars,
  mayBeAbsent,
  mayBePresent,
  numbersOf,
  orAbsent,
  special,
  truthValue,
  UNKNOWN,
  type Abstract,
  type Scalar,
  type Several,
  type Truth,
} from './abstract-value.ts'
import { ANY_NUMBER, type Interval } from './interval.ts'

/** The evaluation that a function's arguments are given to. */
export interface AbstractRun {
  value(expression: Expression, scope: AbstractScope): Abstract
  truth(expression: Expression, scope: AbstractScope): Truth
}

const ANY_COUNT: Interval = { low: 0, high: Infinity, isWhole: true }
const unknownNumber = numbersOf(ANY_NUMBER, true)
/** Rounding of a sum may move it by this share of itself. */
const SLACK = 1e-9

/** How many things are chosen; special codes choose nothing. */
function chosen(value: Abstract): Abstract {
  if (value.kind === 'group') return numbersOf(value.count)
  const items = itemsOf(value)
  if (items === null) return numbersOf(ANY_COUNT)
  const special1 = items.map((item) => special(item.value))
  const sure = items.filter((item, index) => item.isCertain && special1[index]?.may === false).length
  const possible = special1.filter(({ mayNot }) => mayNot).length
  const limits = value.kind === 'several' ? value : { least: 0, most: 1 }
  const areCounted = special1.every(({ may }) => !may) && !mayBeAbsent(value)
  const low = areCounted ? Math.max(sure, limits.least) : sure
  return numbersOf({ low, high: Math.max(low, Math.min(possible, limits.most)), isWhole: true })
}

/** Sum, least or greatest of numbers of which some may be missing. */
function fold(name: 'sum' | 'min' | 'max', items: Several['items']): Abstract {
  const read = items.flatMap(({ value, isCertain }) => {
    const number = asNumber(value)
    if (number.numbers === null) return []
    return [{ ...number.numbers, isSure: isCertain && !number.mayBeAbsent && !value.mayBeAbsent }]
  })
  if (read.length === 0) return numbersOf(null, true)
  const sure = read.filter(({ isSure }) => isSure)
  const isAbsent = sure.length === 0
  const isWhole = read.every((one) => one.isWhole)
  const lows = read.map(({ low }) => low)
  const highs = read.map(({ high }) => high)
  if (name === 'sum') {
    const total = (pick: (one: (typeof read)[number]) => number) =>
      read.reduce((sum, one) => sum + pick(one), 0)
    const low = total(({ low: own, isSure }) => (isSure ? own : Math.min(0, own)))
    const high = total(({ high: own, isSure }) => (isSure ? own : Math.max(0, own)))
    return numbersOf(loosened({ low, high, isWhole }), isAbsent || !Number.isFinite(low + high))
  }
  const ends =
    name === 'min'
      ? {
          low: Math.min(...lows),
          high: Math.min(...(isAbsent ? [Math.max(...highs)] : sure.map((one) => one.high))),
        }
      : {
          low: Math.max(...(isAbsent ? [Math.min(...lows)] : sure.map((one) => one.low))),
          high: Math.max(...highs),
        }
  return numbersOf({ ...ends, isWhole }, isAbsent)
}

/** Whole numbers of a usual size are summed exactly; others leave room for rounding. */
function loosened({ low, high, isWhole }: Interval): Interval {
  if (isWhole && Math.max(Math.abs(low), Math.abs(high)) < 1e11) return { low, high, isWhole }
  const room = (end: number) => (Number.isFinite(end) ? Math.abs(end) * SLACK : 0)
  return { low: low - room(low), high: high + room(high), isWhole: false }
}

function sumOfGroup(count: Interval, each: Scalar): Abstract {
  if (count.high < 1) return numbersOf({ low: 0, high: 0, isWhole: true })
  if (each.numbers === null) return numbersOf({ low: 0, high: 0, isWhole: true }, true)
  const { low, high, isWhole } = each.numbers
  const least = low < 0 ? low * count.high : each.mayBeAbsent ? 0 : low * count.low
  const most = high > 0 ? high * count.high : each.mayBeAbsent ? 0 : high * count.low
  const isAbsent = each.mayBeAbsent || !Number.isFinite(least) || !Number.isFinite(most)
  return numbersOf(loosened({ low: least, high: most, isWhole }), isAbsent)
}

function overItems(
  run: AbstractRun,
  { name, arguments: [first, second] }: Call,
  scope: AbstractScope,
): Abstract {
  const value = first && run.value(first, scope)
  const inner = first?.kind === 'reference' ? scope.within(first.key) : null
  if (value?.kind !== 'group' || inner === null || second === undefined) return ANYTHING
  const { count } = value
  const isNone = count.low < 1
  if (name === 'sum') return sumOfGroup(count, asNumber(run.value(second, inner)))
  if (name === 'min' || name === 'max') {
    const each = asNumber(run.value(second, inner))
    return count.high < 1 ? numbersOf(null, true) : numbersOf(each.numbers, each.mayBeAbsent || isNone)
  }
  const { may, mayNot } = run.truth(second, inner)
  const isAsked = count.high >= 1
  if (name === 'any') return truthValue({ may: may && isAsked, mayNot: mayNot || isNone })
  if (name === 'all') return truthValue({ may: may || isNone, mayNot: mayNot && isAsked })
  return numbersOf({ low: mayNot ? 0 : count.low, high: may ? count.high : 0, isWhole: true })
}

function ofAnswers(
  run: AbstractRun,
  name: 'sum' | 'min' | 'max',
  given: readonly Expression[],
  scope: AbstractScope,
): Abstract {
  const values = given.map((argument) => run.value(argument, scope))
  const items = values.map(itemsOf)
  if (items.includes(null)) return unknownNumber
  return fold(
    name,
    items.flatMap((own) => own ?? []),
  )
}

function rounded(value: Scalar): Abstract {
  if (value.numbers === null) return numbersOf(null, true)
  const { low, high } = value.numbers
  const room = (end: number) => 1 + (Number.isFinite(end) ? Math.abs(end) * SLACK : 0)
  return numbersOf({ low: low - room(low), high: high + room(high), isWhole: false }, true)
}

function absolute({ numbers, mayBeAbsent: isAbsent }: Scalar): Abstract {
  if (numbers === null) return numbersOf(null, true)
  const ends = [Math.abs(numbers.low), Math.abs(numbers.high)]
  const low = numbers.low <= 0 && numbers.high >= 0 ? 0 : Math.min(...ends)
  return numbersOf({ low, high: Math.max(...ends), isWhole: numbers.isWhole }, isAbsent)
}

function coalesce(run: AbstractRun, given: readonly Expression[], scope: AbstractScope): Abstract {
  let found: Abstract | null = null
  for (const argument of given) {
    const value = run.value(argument, scope)
    const present: Abstract = value.kind === 'scalar' ? { ...value, mayBeAbsent: false } : value
    if (mayBePresent(value)) found = found === null ? present : join(found, present)
    if (!mayBeAbsent(value)) return found ?? value
  }
  if (found === null) return numbersOf(null, true)
  return found.kind === 'scalar' ? orAbsent(found) : found
}

function conditional(
  run: AbstractRun,
  [condition, yes, no]: readonly Expression[],
  scope: AbstractScope,
): Abstract {
  if (!condition || !yes || !no) return ANYTHING
  const { may, mayNot } = run.truth(condition, scope)
  if (!mayNot) return run.value(yes, scope)
  if (!may) return run.value(no, scope)
  const [first, second] = [run.value(yes, scope), run.value(no, scope)]
  return first.kind === 'scalar' && second.kind === 'scalar' ? joinScalars(first, second) : ANYTHING
}

const lengthOf = (value: Abstract): Abstract => {
  if (value.kind !== 'scalar') return unknownNumber
  if (value.texts === null) return numbersOf({ low: 1, high: Infinity, isWhole: true }, true)
  const lengths = [...value.texts].map((text) => [...text].length)
  if (lengths.length === 0) return numbersOf(null, true)
  return numbersOf({ low: Math.min(...lengths), high: Math.max(...lengths), isWhole: true }, true)
}

/** All that a function may give. */
export function callAbstractly(run: AbstractRun, call: Call, scope: AbstractScope): Abstract {
  const { name, arguments: given } = call
  const [first, second] = given
  if (name === 'today') return orAbsent(ANY_TEXT)
  if (first === undefined) return ANYTHING
  const value = () => run.value(first, scope)
  const isGroup = first.kind === 'reference' && first.member === undefined && scope.isGroup(first.key)
  switch (name) {
    case 'answered':
      return truthValue({ may: mayBePresent(value()), mayNot: mayBeAbsent(value()) })
    case 'if':
      return conditional(run, given, scope)
    case 'coalesce':
      return coalesce(run, given, scope)
    case 'round':
      return rounded(asNumber(value()))
    case 'abs':
      return absolute(asNumber(value()))
    case 'length':
      return lengthOf(value())
    case 'year':
      return asYear(value())
    case 'age':
      return unknownNumber
    case 'selected': {
      const found = second ? intersects(value(), run.value(second, scope)) : UNKNOWN
      const isBlank = second?.kind === 'text' && second.value.trim() === ''
      return truthValue(isBlank ? UNKNOWN : { may: found.may, mayNot: found.mayNot || mayBeAbsent(value()) })
    }
    case 'count':
      return second && isGroup ? overItems(run, call, scope) : chosen(value())
    case 'any':
    case 'all':
      return isGroup ? overItems(run, call, scope) : truthValue(UNKNOWN)
    default:
      return isGroup ? overItems(run, call, scope) : ofAnswers(run, name, given, scope)
  }
}
