import { tidy } from '../expression/values.ts'

/** All numbers from `low` to `high`, both inclusive; `isWhole` when only whole ones are meant. Never empty. */
export interface Interval {
  readonly low: number
  readonly high: number
  readonly isWhole: boolean
}

export const ANY_NUMBER: Interval = { low: -Infinity, high: Infinity, isWhole: false }

export const point = (value: number): Interval => ({
  low: value,
  high: value,
  isWhole: Number.isInteger(value),
})

export const isPoint = ({ low, high }: Interval): boolean => low === high

/** The smallest interval that holds both. */
export function hull(first: Interval | null, second: Interval | null): Interval | null {
  if (first === null || second === null) return first ?? second
  return {
    low: Math.min(first.low, second.low),
    high: Math.max(first.high, second.high),
    isWhole: first.isWhole && second.isWhole,
  }
}

/** The nearest double above (`up`) or below a finite number. */
function neighbour(value: number, up: boolean): number {
  if (value === 0) return up ? Number.MIN_VALUE : -Number.MIN_VALUE
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  const bits = view.getBigInt64(0)
  view.setBigInt64(0, bits + (value > 0 === up ? 1n : -1n))
  return view.getFloat64(0)
}

const MOST_HALVED = 256

function cutWhole({ low, high }: Interval, at: number): readonly Interval[] {
  const part = (from: number, to: number): readonly Interval[] =>
    from <= to ? [{ low: from, high: to, isWhole: true }] : []
  const middle = Number.isInteger(at) ? part(at, at) : []
  return [...part(low, Math.ceil(at) - 1), ...middle, ...part(Math.floor(at) + 1, high)]
}

function cutReal({ low, high }: Interval, at: number): readonly Interval[] {
  const part = (from: number, to: number): readonly Interval[] =>
    from <= to ? [{ low: from, high: to, isWhole: false }] : []
  return [...part(low, neighbour(at, false)), point(at), ...part(neighbour(at, true), high)]
}

/**
 * The interval in parts that together are the whole: cut at the value of `cuts` nearest to its middle, or, a short
 * one of whole numbers, halved. One part when there is no use in cutting.
 */
export function cut(interval: Interval, cuts: readonly number[]): readonly Interval[] {
  const { low, high, isWhole } = interval
  if (low === high) return [interval]
  const inside = cuts.filter((at) => at >= low && at <= high)
  const at = inside[Math.floor(inside.length / 2)]
  if (at !== undefined) {
    const parts = isWhole ? cutWhole(interval, at) : cutReal(interval, at)
    if (parts.length > 1) return parts
  }
  if (!isWhole || high - low > MOST_HALVED) return [interval]
  const middle = Math.floor((low + high) / 2)
  return [
    { ...interval, high: middle },
    { ...interval, low: middle + 1 },
  ]
}

/** What an operation on numbers may give; it is absent where there is no finite result. */
export interface Outcome {
  readonly numbers: Interval | null
  readonly mayBeAbsent: boolean
}

const ANY_OUTCOME: Outcome = { numbers: ANY_NUMBER, mayBeAbsent: true }

/** Rounding never turns the order around, so that rounded ends hold all rounded values between them. */
function ofEnds(ends: readonly number[], isWhole: boolean): Outcome {
  const finite = ends.map((end) => (Number.isNaN(end) ? 0 : end))
  const [low, high] = [Math.min(...finite), Math.max(...finite)]
  const mayBeAbsent = !Number.isFinite(low) || !Number.isFinite(high)
  if (low === high && mayBeAbsent) return { numbers: null, mayBeAbsent }
  return { numbers: { low: tidy(low) ?? low, high: tidy(high) ?? high, isWhole }, mayBeAbsent }
}

type Operator = '+' | '-' | '*' | '/' | '%'

function ofPoints(operator: '/' | '%', left: number, right: number): Outcome {
  const value = tidy(operator === '/' ? left / right : left % right)
  return value === undefined
    ? { numbers: null, mayBeAbsent: true }
    : { numbers: point(value), mayBeAbsent: false }
}

/** Everything an operation on numbers of these intervals may give, as the evaluation rounds it. */
export function operate(operator: Operator, left: Interval, right: Interval): Outcome {
  const isWhole = left.isWhole && right.isWhole
  const arePoints = isPoint(left) && isPoint(right)
  switch (operator) {
    case '+':
      return ofEnds([left.low + right.low, left.high + right.high], isWhole)
    case '-':
      return ofEnds([left.low - right.high, left.high - right.low], isWhole)
    case '*':
      return ofEnds(
        [left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high],
        isWhole,
      )
    case '/':
      if (arePoints) return ofPoints('/', left.low, right.low)
      if ((right.low <= 0 && right.high >= 0) || !isFiniteInterval(left) || !isFiniteInterval(right))
        return ANY_OUTCOME
      return ofEnds(
        [left.low / right.low, left.low / right.high, left.high / right.low, left.high / right.high],
        false,
      )
    case '%':
      return arePoints ? ofPoints('%', left.low, right.low) : remainder(left, right)
  }
}

const isFiniteInterval = ({ low, high }: Interval): boolean => Number.isFinite(low) && Number.isFinite(high)

function remainder(left: Interval, right: Interval): Outcome {
  const most = Math.max(Math.abs(right.low), Math.abs(right.high))
  const numbers = {
    low: left.low >= 0 ? 0 : -most,
    high: left.high <= 0 ? 0 : most,
    isWhole: left.isWhole && right.isWhole,
  }
  return { numbers, mayBeAbsent: true }
}
