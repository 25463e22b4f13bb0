import type { Submission } from './model.ts'

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** Is this the id a respondent's device makes: a random UUID (version 4)? */
export function isSubmissionId(id: unknown): id is string {
  return typeof id === 'string' && UUID_V4.test(id)
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(
    entries.sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, part]) => [key, sorted(part)]),
  )
}

/**
 * JSON text that is the same for the same content whatever the order of keys: keys sorted by code unit, no spaces.
 * `undefined` members are left out; the order of lists counts.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

/** Text to hash: two submissions under one id are the same exactly when it is equal. The id itself is not in it. */
export function canonicalContent(submission: Submission): string {
  const { questionnaireVersionId, mode, answers, sheetNumber, answeredBy } = submission
  return canonicalJson({
    questionnaireVersionId,
    mode,
    answers,
    sheetNumber: sheetNumber ?? null,
    answeredBy,
  })
}
