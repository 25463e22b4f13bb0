import type { Literal } from './ast.ts'

/** A code that an answer can have, and what it means. */
export interface KnownCode {
  readonly code: string
  readonly label: string
  readonly allowsText?: boolean
}

/**
 * What an expression gives. `code` and `codes` know which codes there are and whose they are (`of`: what to call it
 * in a message); `anything` stands for what could not be found out, so that one mistake is not told twice.
 */
export type ValueType =
  | { readonly type: 'anything' | 'boolean' | 'number' | 'year' | 'day' | 'locality' }
  | { readonly type: 'text'; readonly literal?: string }
  | { readonly type: 'code' | 'codes'; readonly of: string; readonly codes: readonly KnownCode[] }
  | {
      readonly type: 'matrix'
      readonly of: string
      readonly isMultiple: boolean
      readonly rows: readonly KnownCode[]
      readonly codes: readonly KnownCode[]
    }
  | { readonly type: 'roster'; readonly key: string }
  | { readonly type: 'list'; readonly items: readonly Literal[] }

export const ANYTHING: ValueType = { type: 'anything' }
export const BOOLEAN: ValueType = { type: 'boolean' }
export const NUMBER: ValueType = { type: 'number' }

const NAMES: Readonly<Record<ValueType['type'], string>> = {
  anything: 'dowolna wartość',
  boolean: 'prawda albo fałsz',
  number: 'liczba',
  year: 'rok',
  day: 'dzień',
  locality: 'miejscowość',
  text: 'tekst',
  code: 'kod odpowiedzi',
  codes: 'kilka kodów odpowiedzi',
  matrix: 'odpowiedzi w wierszach tabeli',
  roster: 'grupa powtarzana',
  list: 'lista wartości',
}

/** What a type is called in a message. */
export const typeName = ({ type }: ValueType): string => NAMES[type]

/** Do all codes that are not special read as numbers, as those of a scale do? */
function areNumbers(codes: readonly KnownCode[]): boolean {
  return (
    codes.some(({ code }) => /^\d/.test(code)) && codes.every(({ code }) => Number.isFinite(Number(code)))
  )
}

/** Can a value of this type be counted with and put in order as a number? */
export function isNumeric(type: ValueType): boolean {
  switch (type.type) {
    case 'anything':
    case 'number':
    case 'year':
      return true
    case 'code':
    case 'codes':
    case 'matrix':
      return areNumbers(type.codes)
    case 'text':
      return type.literal !== undefined && type.literal.trim() !== '' && Number.isFinite(Number(type.literal))
    default:
      return false
  }
}

/** Is this type one value, neither a list nor a table nor a group? */
export function isSingle({ type }: ValueType): boolean {
  return type !== 'codes' && type !== 'matrix' && type !== 'roster' && type !== 'list'
}

const MOST_NAMED = 12

/** Codes with their meanings, as a message lists them. */
export function named(codes: readonly KnownCode[]): string {
  const shown = codes.slice(0, MOST_NAMED).map(({ code, label }) => `${code} (${label})`)
  return `${shown.join(', ')}${codes.length > MOST_NAMED ? ' i inne' : ''}`
}

/** What a literal gives. */
export const typeOfLiteral = (literal: Literal): ValueType =>
  literal.kind === 'text' ? { type: 'text', literal: literal.value } : { type: literal.kind }

/** Is this text a day, `2026-11-22`? */
export const isDayText = (text: unknown): boolean =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)

/** One type for several values of the same kind: codes of all of them together, no literal in particular. */
export function joined(first: ValueType, others: readonly ValueType[]): ValueType {
  if (first.type === 'text') return { type: 'text' }
  if (first.type !== 'code' && first.type !== 'codes') return first
  const all = others.flatMap((other) => (other.type === first.type && 'codes' in other ? other.codes : []))
  const fresh = all.filter(({ code }) => !first.codes.some((known) => known.code === code))
  return { ...first, codes: [...first.codes, ...fresh] }
}
