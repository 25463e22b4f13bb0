import { isDay, toNumber, yearOf } from '../expression/values.ts'
import { isSpecialCode } from '../options.ts'
import { ANY_NUMBER, hull, point, type Interval } from './interval.ts'

/** What a value that is no list may be; what is in none of the parts it certainly is not. */
export interface Scalar {
  readonly kind: 'scalar'
  readonly mayBeAbsent: boolean
  /** Texts and codes it may be; `null` stands for any text. */
  readonly texts: ReadonlySet<string> | null
  readonly numbers: Interval | null
  readonly mayBeTrue: boolean
  readonly mayBeFalse: boolean
}

/** Codes of a multi-choice or of the rows of a table, each with whether it certainly is there. */
export interface Several {
  readonly kind: 'several'
  readonly mayBeAbsent: boolean
  readonly items: readonly { readonly value: Scalar; readonly isCertain: boolean }[]
  readonly least: number
  readonly most: number
}

/** A repeated group, of which only the number of items is known. */
export interface Group {
  readonly kind: 'group'
  readonly count: Interval
}

/** All that a value may be: always at least everything it really can be. */
export type Abstract = Scalar | Several | Group | { readonly kind: 'anything' }

export const ANYTHING: Abstract = { kind: 'anything' }

const NOTHING_AT_ALL: Scalar = {
  kind: 'scalar',
  mayBeAbsent: false,
  texts: new Set(),
  numbers: null,
  mayBeTrue: false,
  mayBeFalse: false,
}
export const ABSENT: Scalar = { ...NOTHING_AT_ALL, mayBeAbsent: true }
export const ANY_TEXT: Scalar = { ...NOTHING_AT_ALL, texts: null }
export const TRUE: Scalar = { ...NOTHING_AT_ALL, mayBeTrue: true }

export const textsOf = (texts: Iterable<string>): Scalar => ({ ...NOTHING_AT_ALL, texts: new Set(texts) })
export const numbersOf = (numbers: Interval | null, mayBeAbsent = false): Scalar => ({
  ...NOTHING_AT_ALL,
  numbers,
  mayBeAbsent,
})
export const orAbsent = (value: Scalar): Scalar => ({ ...value, mayBeAbsent: true })

/** The value of a literal; a blank text says nothing. */
export function literalValue(value: string | number | boolean): Scalar {
  if (typeof value === 'number') return numbersOf(point(value))
  if (typeof value === 'string') return value.trim() === '' ? ABSENT : textsOf([value])
  return { ...NOTHING_AT_ALL, mayBeTrue: value, mayBeFalse: !value }
}

/** What may hold and what may not: both when nothing is proven. */
export interface Truth {
  readonly may: boolean
  readonly mayNot: boolean
}
export const UNKNOWN: Truth = { may: true, mayNot: true }
export const truthValue = ({ may, mayNot }: Truth): Scalar => ({
  ...NOTHING_AT_ALL,
  mayBeTrue: may,
  mayBeFalse: mayNot,
})

export function mayBeAbsent(value: Abstract): boolean {
  if (value.kind === 'group') return value.count.low <= 0
  return value.kind === 'anything' || value.mayBeAbsent
}

export function mayBePresent(value: Abstract): boolean {
  switch (value.kind) {
    case 'anything':
      return true
    case 'group':
      return value.count.high >= 1
    case 'several':
      return value.items.length > 0 && value.most > 0
    case 'scalar':
      return (
        value.texts === null ||
        value.texts.size > 0 ||
        value.numbers !== null ||
        value.mayBeTrue ||
        value.mayBeFalse
      )
  }
}

/** Does a condition of this value hold? Only `true` does. */
export function holding(value: Abstract): Truth {
  if (value.kind === 'anything') return UNKNOWN
  if (value.kind !== 'scalar') return { may: false, mayNot: true }
  const isOther =
    value.mayBeFalse ||
    value.mayBeAbsent ||
    value.texts === null ||
    value.texts.size > 0 ||
    value.numbers !== null
  return { may: value.mayBeTrue, mayNot: isOther }
}

/** Everything that either may be. */
export function join(first: Abstract, second: Abstract): Abstract {
  if (first.kind !== 'scalar' || second.kind !== 'scalar') return ANYTHING
  return joinScalars(first, second)
}

export function joinScalars(first: Scalar, second: Scalar): Scalar {
  return {
    kind: 'scalar',
    mayBeAbsent: first.mayBeAbsent || second.mayBeAbsent,
    texts: first.texts === null || second.texts === null ? null : new Set([...first.texts, ...second.texts]),
    numbers: hull(first.numbers, second.numbers),
    mayBeTrue: first.mayBeTrue || second.mayBeTrue,
    mayBeFalse: first.mayBeFalse || second.mayBeFalse,
  }
}

/** The value read as a number by `read`; what is no number is absent. */
function readNumbers(value: Abstract, read: (text: string) => number | null): Scalar {
  if (value.kind !== 'scalar') return numbersOf(value.kind === 'anything' ? ANY_NUMBER : null, true)
  const rest = value.mayBeAbsent || value.mayBeTrue || value.mayBeFalse
  if (value.texts === null) return numbersOf(ANY_NUMBER, true)
  const read1 = [...value.texts].map(read)
  const numbers = read1.reduce(
    (found: Interval | null, number) => (number === null ? found : hull(found, point(number))),
    value.numbers,
  )
  return numbersOf(numbers, rest || read1.includes(null))
}

export const asNumber = (value: Abstract): Scalar => readNumbers(value, toNumber)
export const asYear = (value: Abstract): Scalar => readNumbers(value, yearOf)

/** The values in a value: itself, or the members of a list. `null` when that is not known. */
export function itemsOf(value: Abstract): Several['items'] | null {
  if (value.kind === 'several') return value.items
  if (value.kind !== 'scalar') return null
  return mayBePresent(value) ? [{ value, isCertain: !value.mayBeAbsent }] : []
}

/** Is the value certainly a special code, or may it be one? */
export function special({ texts, ...rest }: Scalar): Truth {
  if (texts === null) return UNKNOWN
  const found = [...texts].map(isSpecialCode)
  const isOther = rest.numbers !== null || rest.mayBeTrue || rest.mayBeFalse
  return { may: found.includes(true), mayNot: isOther || found.includes(false) }
}

/** Could any of the texts be a day? Days are put in order in another way than numbers. */
export const mayBeDay = (value: Abstract): boolean =>
  value.kind === 'anything' ||
  (value.kind === 'scalar' && (value.texts === null || [...value.texts].some(isDay)))
