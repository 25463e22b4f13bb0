import type { Conflicts, Subject } from './merge-conflict.ts'
import { mergeOrder } from './merge-order.ts'
import { isPlain, isSameJson } from './same-json.ts'
import { patched } from './rewrite.ts'

export type Fields = Readonly<Record<string, unknown>>

/** Three versions of one thing; `undefined` where a version does not have it. */
export interface Three<T = unknown> {
  readonly base: T
  readonly mine: T
  readonly theirs: T
}

/** Whose changes these are about, and where conflicts go. */
export interface Merging {
  readonly conflicts: Conflicts
  readonly subject: Subject
}

/** The version that is left when only one side changed it; `null` when both did, in different ways. */
export function onlyChange<T>({ base, mine, theirs }: Three<T>): { readonly value: T } | null {
  if (isSameJson(mine, theirs) || isSameJson(base, theirs)) return { value: mine }
  return isSameJson(base, mine) ? { value: theirs } : null
}

/** A value as a whole. Where both changed it, theirs stays, or what one side changed and the other took out. */
export function mergeValue(three: Three, path: readonly string[], { conflicts, subject }: Merging): unknown {
  const only = onlyChange(three)
  if (only) return only.value
  conflicts.add('VALUE', subject, path, three.mine, three.theirs)
  return three.theirs === undefined ? three.mine : three.theirs
}

const field = (value: unknown, name: string): unknown =>
  isPlain(value) && Object.hasOwn(value, name) ? value[name] : undefined

const each = ({ base, mine, theirs }: Three, get: (value: unknown) => unknown): Three => ({
  base: get(base),
  mine: get(mine),
  theirs: get(theirs),
})

/** A record of records, such as translations, field by field however deep. */
export function mergeRecord(three: Three, path: readonly string[], merging: Merging): unknown {
  const only = onlyChange(three)
  if (only) return only.value
  const { base, mine, theirs } = three
  const isRecord = [mine, theirs].every((one) => one === undefined || isPlain(one))
  if (!isRecord || (mine === undefined && theirs === undefined)) return mergeValue(three, path, merging)
  const names = new Set([mine, theirs, base].flatMap((one) => (isPlain(one) ? Object.keys(one) : [])))
  const entries = [...names].map((name) => [
    name,
    mergeRecord(
      each(three, (one) => field(one, name)),
      [...path, name],
      merging,
    ),
  ])
  const left = entries.filter(([, value]) => value !== undefined)
  return left.length === 0 ? undefined : Object.fromEntries(left)
}

/** A thing whose fields are merged one by one: `by` says how, for those that are no plain values. */
export function mergeFields<T extends object>(
  three: { readonly base: T | undefined; readonly mine: T; readonly theirs: T },
  path: readonly string[],
  merging: Merging,
  by: Readonly<Record<string, (three: Three, path: readonly string[]) => unknown>> = {},
): T {
  const only = onlyChange<T | undefined>(three)?.value
  if (only !== undefined) return only
  const { mine, theirs } = three
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)])
  const fields = [...names].map((name) => {
    const values = each(three, (one) => field(one, name))
    const way = [...path, name]
    const merge = by[name] ?? (name === 'translations' ? mergeRecordOf(merging) : mergeValueOf(merging))
    return [name, merge(values, way)] as const
  })
  return patched(mine, Object.fromEntries(fields))
}

const mergeRecordOf = (merging: Merging) => (three: Three, path: readonly string[]) =>
  mergeRecord(three, path, merging)
const mergeValueOf = (merging: Merging) => (three: Three, path: readonly string[]) =>
  mergeValue(three, path, merging)

type Item = object

function byKey<T extends Item>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [keyOf(item), item]))
}

/** One item of a list in its versions; `undefined` when it is gone. */
function mergeItem<T extends Item>(
  { base, mine, theirs }: Three<T | undefined>,
  path: readonly string[],
  merging: Merging,
): T | undefined {
  if (mine && theirs) return mergeFields({ base, mine, theirs }, path, merging)
  const left = mine ?? theirs
  if (base === undefined) return left
  if (left === undefined || isSameJson(base, left)) return undefined
  merging.conflicts.add(mine ? 'REMOVED_THERE' : 'REMOVED_HERE', merging.subject, path, mine, theirs)
  return left
}

/**
 * A list of things with keys, such as options: put in, taken out, changed and moved one by one. A list that is missing
 * or has a key twice is merged as a whole.
 */
export function mergeKeyed<T extends Item>(
  three: Three<readonly T[] | undefined>,
  keyOf: (item: T) => string,
  path: readonly string[],
  merging: Merging,
): readonly T[] | undefined {
  const only = onlyChange(three)
  if (only) return only.value
  const { base = [], mine, theirs } = three
  const isKeyed = [base, mine ?? [], theirs ?? []].every(
    (items) => new Set(items.map(keyOf)).size === items.length,
  )
  if (mine === undefined || theirs === undefined || !isKeyed)
    return mergeValue(three, path, merging) as readonly T[] | undefined
  const [bases, own, others] = [byKey(base, keyOf), byKey(mine, keyOf), byKey(theirs, keyOf)]
  const merged = new Map<string, T>()
  for (const key of new Set([...own.keys(), ...others.keys()])) {
    const versions = { base: bases.get(key), mine: own.get(key), theirs: others.get(key) }
    const item = mergeItem(versions, [...path, key], merging)
    if (item !== undefined) merged.set(key, item)
  }
  const orders = { base: base.map(keyOf), mine: mine.map(keyOf), theirs: theirs.map(keyOf) }
  const { order, isTorn } = mergeOrder(orders, new Set(merged.keys()))
  if (isTorn) merging.conflicts.add('ORDER', merging.subject, path, orders.mine, orders.theirs)
  return order.flatMap((key) => merged.get(key) ?? [])
}
