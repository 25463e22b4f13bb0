import { isEqual } from '../questionnaire/index.ts'

/** Fields that another format does not carry whole: what it would give back, and what it should be. */
export type OwnRecord = Readonly<Record<string, { readonly was?: unknown; readonly is?: unknown }>>
type Fields = Readonly<Record<string, unknown>>

/** JSON without fields that are `undefined`. */
const asJson = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)

/** What must be written down beside `was` so that `is` can be had back; `null` when nothing. */
export function recordOf(was: Fields, is: Fields, except: readonly string[] = []): OwnRecord | null {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => !except.includes(name),
  )
  const entries = names.flatMap((name) => {
    const [before, after] = [asJson(was[name]), asJson(is[name])]
    if (isEqual(before, after) || JSON.stringify(before) === JSON.stringify(after)) return []
    return [
      [
        name,
        { ...(before !== undefined && { was: before }), ...(after !== undefined && { is: after }) },
      ] as const,
    ]
  })
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads a record as it stands in a file; `null` when it is none. */
export function readRecord(text: string): OwnRecord | null {
  try {
    const json: unknown = JSON.parse(text)
    return isFields(json) && Object.values(json).every(isFields) ? (json as OwnRecord) : null
  } catch {
    return null
  }
}

/**
 * Puts back what a record holds, field by field, where the file still says what it said when the record was made.
 * A field that was changed since then keeps the change; `changed` names such fields.
 */
export function withRecord(
  read: Fields,
  record: OwnRecord,
): { readonly whole: Fields; readonly changed: readonly string[] } {
  const whole: Record<string, unknown> = { ...read }
  const changed: string[] = []
  for (const [name, { was, is }] of Object.entries(record)) {
    if (name === '__proto__') continue
    const now = asJson(read[name])
    if (!isEqual(now, was) && JSON.stringify(now) !== JSON.stringify(was)) changed.push(name)
    else if (is === undefined) delete whole[name]
    else whole[name] = is
  }
  return { whole, changed }
}
