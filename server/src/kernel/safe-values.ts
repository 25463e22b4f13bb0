import { isStorableText } from '@rozeznanie/core/text'
import { badInput } from './refusals.ts'

/** How deep a value may be nested and of how many it may consist. */
export interface ValueLimits {
  readonly depth: number
  readonly values: number
}

export const VALUE_LIMITS: ValueLimits = { depth: 12, values: 20_000 }
/** A questionnaire of 2 MB, with groups in groups and translations of their options. */
export const QUESTIONNAIRE_LIMITS: ValueLimits = { depth: 20, values: 250_000 }

const LONGEST_TEXT = 100_000
const WHERE = (path: string) => (path ? ` (pole „${path.slice(0, 100)}”)` : '')

/**
 * Refuses what PostgreSQL would refuse later, or what would cost too much, anywhere in a value from outside:
 * NUL and lone surrogates, nesting that is too deep, numbers that are not exact, over-long texts and lists.
 * @throws GraphQLError BAD_USER_INPUT with a Polish sentence that names the field
 */
export function assertSafeValue(value: unknown, path = '', limits = VALUE_LIMITS): void {
  check(value, path, 0, { left: limits.values, depth: limits.depth })
}

function check(
  value: unknown,
  path: string,
  depth: number,
  budget: { left: number; readonly depth: number },
): void {
  if (--budget.left < 0) throw badInput('Przesłano zbyt wiele wartości naraz.')
  if (typeof value === 'string') return checkText(value, path)
  if (typeof value === 'number') return checkNumber(value, path)
  if (typeof value !== 'object' || value === null || value instanceof Date) return
  if (depth >= budget.depth) throw badInput(`Dane są zagnieżdżone zbyt głęboko${WHERE(path)}.`)
  for (const [key, item] of Object.entries(value)) {
    const inner = path ? `${path}.${key}` : key
    if (!Array.isArray(value)) checkText(key, path)
    check(item, inner, depth + 1, budget)
  }
}

function checkText(text: string, path: string): void {
  if (!isStorableText(text)) {
    throw badInput(`Tekst zawiera niedozwolone znaki${WHERE(path)}. Proszę wpisać go ponownie z klawiatury.`)
  }
  if (text.length > LONGEST_TEXT) throw badInput(`Tekst jest zbyt długi${WHERE(path)}.`)
}

function checkNumber(value: number, path: string): void {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw badInput(`Liczba jest zbyt duża${WHERE(path)}.`)
  }
}
