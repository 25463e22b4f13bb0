import { DONT_KNOW, NOT_APPLICABLE, REFUSED } from '../model.ts'

/** Answers as they come from outside: any JSON under any key. */
export type RawAnswers = Readonly<Record<string, unknown>>

/** Own property of a plain object; names such as `constructor` find nothing unless they were really sent. */
export function ownValue(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return undefined
  return (holder as Readonly<Record<string, unknown>>)[key]
}

/** A plain object, as an item of a roster or the rows of a matrix are. */
export function isRecord(value: unknown): value is RawAnswers {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}

/** An answer that says nothing: absent, an empty or blank text, an empty list, no answered row. */
export function isEmptyAnswer(answer: unknown): boolean {
  if (isBlank(answer)) return true
  return isRecord(answer) && Object.values(answer).every(isBlank)
}

const isSpecial = (value: unknown): boolean =>
  value === NOT_APPLICABLE || value === DONT_KNOW || value === REFUSED

/** The number an answer stands for (digits of a scale too); `null` for anything else, the special codes included. */
export function toNumber(answer: unknown): number | null {
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : null
  if (typeof answer !== 'string' || answer.trim() === '' || isSpecial(answer)) return null
  const number = Number(answer)
  return Number.isFinite(number) ? number : null
}

/** Single codes of an answer: itself, the members of a list, or all codes of a matrix. */
export function members(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer
  return isRecord(answer) ? Object.values(answer).flat() : [answer]
}

/** How many things were chosen or rows answered; special codes choose nothing. */
export function chosenCount(answer: unknown): number {
  if (isEmptyAnswer(answer)) return 0
  const parts = isRecord(answer) ? Object.values(answer) : members(answer)
  return parts.filter((part) => !isBlank(part) && !isSpecial(part)).length
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** The same code, number or text; `4` and `'4'` are the same. */
export function isSame(left: unknown, right: unknown): boolean {
  return isScalar(left) && isScalar(right) && (left === right || String(left) === String(right))
}

const DEEPEST_COMPARED = 6

/** Same JSON, member by member; what is nested deeper than any answer counts as different. */
export function isEqual(left: unknown, right: unknown, depth = 0): boolean {
  if (Object.is(left, right)) return true
  if (depth > DEEPEST_COMPARED) return false
  if (Array.isArray(left)) {
    if (!Array.isArray(right) || left.length !== right.length) return false
    return left.every((part, index) => isEqual(part, right[index], depth + 1))
  }
  if (!isRecord(left) || !isRecord(right)) return false
  const keys = Object.keys(left)
  if (keys.length !== Object.keys(right).length) return false
  return keys.every((key) => Object.hasOwn(right, key) && isEqual(left[key], right[key], depth + 1))
}

const DAY = /^(\d{4})-\d{2}-\d{2}$/

/** Is this a day as text, `2026-11-22`? */
export const isDay = (value: unknown): value is string => typeof value === 'string' && DAY.test(value)

/** The year of a day or of an answer that is a year. */
export function yearOf(value: unknown): number | null {
  return isDay(value) ? Number(value.slice(0, 4)) : toNumber(value)
}

const SIGNIFICANT_DIGITS = 12

/** A result as a person would write it: `0.1 + 0.2` is `0.3`; not a finite number is absent. */
export function tidy(value: number): number | undefined {
  return Number.isFinite(value) ? Number(value.toPrecision(SIGNIFICANT_DIGITS)) : undefined
}
