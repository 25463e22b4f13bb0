import type { Comparison, Condition } from './model.ts'
import { isSpecialCode } from './options.ts'

/** Answers as they come from outside: any JSON under any key. */
export type RawAnswers = Readonly<Record<string, unknown>>

/** In a row condition this word stands for the row in question. */
export const THIS_ROW = '$row'

/** Own property of a plain object; names such as `constructor` find nothing unless they were really sent. */
export function ownValue(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return undefined
  return (holder as Readonly<Record<string, unknown>>)[key]
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}

/** An answer that says nothing: absent, an empty or blank text, an empty list, no answered row. */
export function isEmptyAnswer(answer: unknown): boolean {
  if (isBlank(answer)) return true
  return typeof answer === 'object' && !Array.isArray(answer) && Object.values(answer ?? {}).every(isBlank)
}

function toNumber(answer: unknown): number | null {
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : null
  if (typeof answer !== 'string' || answer.trim() === '' || isSpecialCode(answer)) return null
  const number = Number(answer)
  return Number.isFinite(number) ? number : null
}

function isSame(answer: unknown, value: unknown): boolean {
  return isScalar(answer) && isScalar(value) && String(answer) === String(value)
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** Single codes of an answer: itself, the members of a list, or all codes of a matrix. */
function members(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flat() : [answer]
}

function isListed(answer: unknown, value: Comparison['value']): boolean {
  const values = Array.isArray(value) ? value : [value]
  return members(answer).some((member) => values.some((candidate) => isSame(member, candidate)))
}

function isExactly(answer: unknown, value: Comparison['value']): boolean {
  const all = members(answer)
  return all.length === 1 && isSame(all[0], value)
}

function holdsInOrder(
  answer: unknown,
  value: unknown,
  holds: (left: number, right: number) => boolean,
): boolean {
  const left = toNumber(answer)
  const right = toNumber(value)
  return left !== null && right !== null && holds(left, right)
}

function compare(comparison: Comparison, answers: RawAnswers, rowKey: string | undefined): boolean {
  const whole = ownValue(answers, comparison.question)
  const row = comparison.row === THIS_ROW ? rowKey : comparison.row
  const answer = comparison.row === undefined ? whole : row === undefined ? undefined : ownValue(whole, row)
  if (isEmptyAnswer(answer)) return false
  const { operator, value } = comparison
  switch (operator) {
    case 'answered':
      return true
    case 'eq':
      return isExactly(answer, value)
    case 'ne':
      return !isExactly(answer, value)
    case 'in':
    case 'contains':
      return isListed(answer, value)
    case 'notIn':
      return !isListed(answer, value)
    case 'gt':
      return holdsInOrder(answer, value, (left, right) => left > right)
    case 'gte':
      return holdsInOrder(answer, value, (left, right) => left >= right)
    case 'lt':
      return holdsInOrder(answer, value, (left, right) => left < right)
    case 'lte':
      return holdsInOrder(answer, value, (left, right) => left <= right)
  }
}

/**
 * Does the condition hold for these answers? A comparison with a question that has no answer never holds,
 * `ne` and `notIn` included: what was not answered is not known to be different.
 * The special codes are never larger or smaller than anything. `in` and `contains` on a list ask for any member.
 *
 * @param rowKey - the row in question, where the condition is one of rows
 */
export function evaluateCondition(condition: Condition, answers: RawAnswers, rowKey?: string): boolean {
  if ('all' in condition) return condition.all.every((part) => evaluateCondition(part, answers, rowKey))
  if ('any' in condition) return condition.any.some((part) => evaluateCondition(part, answers, rowKey))
  if ('not' in condition) return !evaluateCondition(condition.not, answers, rowKey)
  return compare(condition, answers, rowKey)
}
