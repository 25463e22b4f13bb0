import type { Question, Questionnaire } from '../model.ts'
import type { ChangeKind } from './change.ts'

/** An option or a row, told apart by its code or key. */
type Item = Readonly<Record<string, unknown>>

/** Names of the fields that hold the options of a question, or the rows of a matrix. */
const FIELDS = {
  options: { own: 'options', list: 'list', only: 'only', id: 'code' },
  rows: { own: 'rows', list: 'rowsList', only: 'onlyRows', id: 'key' },
} as const
type Fields = (typeof FIELDS)[keyof typeof FIELDS]

type Loose = Readonly<Record<string, unknown>>
const loose = (question: Question): Loose => question as unknown as Loose
const strings = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.map(String) : undefined

interface Source {
  readonly items: readonly Item[]
  readonly id: (item: Item) => string
  readonly only: readonly string[] | undefined
}

function sourceOf({ lists }: Questionnaire, question: Loose, fields: Fields): Source {
  const own = question[fields.own] as readonly Item[] | undefined
  const listed = lists[String(question[fields.list])]?.options as readonly Item[] | undefined
  const name = own === undefined ? 'code' : fields.id
  return {
    items: own ?? listed ?? [],
    id: (item) => String(item[name]),
    only: strings(question[fields.only]),
  }
}

/** The item where it stood: after the nearest earlier one that is still there. */
function putBack<T>(now: readonly T[], old: readonly T[], item: T, id: (one: T) => string): readonly T[] {
  const earlier = old
    .slice(
      0,
      old.findIndex((one) => id(one) === id(item)),
    )
    .map(id)
  const at = now.findLastIndex((one) => earlier.includes(id(one)))
  return [...now.slice(0, at + 1), item, ...now.slice(at + 1)]
}

/** Things that were there before in their old order; new ones keep their places. */
export function inOldOrder<T>(now: readonly T[], old: readonly T[], id: (one: T) => string): readonly T[] {
  const order = old.map(id)
  const known = now.filter((one) => order.includes(id(one)))
  const sorted = known.toSorted((one, other) => order.indexOf(id(one)) - order.indexOf(id(other)))
  let next = 0
  return now.map((one) => (order.includes(id(one)) ? (sorted[next++] ?? one) : one))
}

/** Fields of an option that a kind of change is about. */
const ITEM_FIELDS: Partial<Record<ChangeKind, readonly string[]>> = {
  TEXT_FIXED: ['label'],
  TEXT_REWORDED: ['label'],
  MEANING_CHANGED: ['label'],
  VALUE_CHANGED: ['value'],
  SETTING_CHANGED: ['exclusive', 'allowsText'],
}

/** The object with some fields as another has them; a field the other lacks is left out. */
export function withFieldsOf<T extends object>(now: T, old: object, names: readonly string[]): T {
  const rest = Object.entries(now).filter(([name]) => !names.includes(name))
  const kept = Object.entries(old).filter(([name]) => names.includes(name))
  return Object.fromEntries([...rest, ...kept]) as T
}

function revertedItems(
  kind: ChangeKind,
  code: string | undefined,
  old: Source,
  now: Source,
): readonly Item[] {
  const lost = old.items.find((item) => old.id(item) === code)
  const isThere = now.items.some((item) => now.id(item) === code)
  if (kind === 'OPTIONS_REORDERED' || kind === 'ROWS_REORDERED')
    return inOldOrder(now.items, old.items, now.id)
  if (kind === 'OPTION_REMOVED' || kind === 'ROW_REMOVED')
    return lost && !isThere ? putBack(now.items, old.items, lost, now.id) : now.items
  if (kind === 'OPTION_ADDED' || kind === 'ROW_ADDED')
    return lost ? now.items : now.items.filter((item) => now.id(item) !== code)
  const names = ITEM_FIELDS[kind] ?? []
  return now.items.map((item) => (lost && now.id(item) === code ? withFieldsOf(item, lost, names) : item))
}

/** Which of the items are used, after the change is taken back. */
function revertedOnly(
  kind: ChangeKind,
  code: string | undefined,
  old: Source,
  now: Source,
): readonly string[] | undefined {
  if (code === undefined) return now.only
  const isAdded = kind === 'OPTION_ADDED' || kind === 'ROW_ADDED'
  if (isAdded) return (now.only ?? now.items.map(now.id)).filter((one) => one !== code)
  const isRemoved = kind === 'OPTION_REMOVED' || kind === 'ROW_REMOVED'
  if (!isRemoved || now.only === undefined || now.only.includes(code)) return now.only
  return putBack(now.only, old.only ?? old.items.map(old.id), code, (one) => one)
}

/** With a change of the options or rows of a question taken back; a shared list changes for all that use it. */
export function revertChoices(
  [before, after]: readonly [Questionnaire, Questionnaire],
  [old, now]: readonly [Question, Question],
  {
    kind,
    part,
    code,
  }: { readonly kind: ChangeKind; readonly part: 'options' | 'rows'; readonly code?: string },
): { readonly question: Question; readonly lists: Questionnaire['lists'] } {
  const fields = FIELDS[part]
  const [oldLoose, nowLoose] = [loose(old), loose(now)]
  const hasOtherSource =
    oldLoose[fields.list] !== nowLoose[fields.list] ||
    Boolean(oldLoose[fields.own]) !== Boolean(nowLoose[fields.own])
  const list = String(nowLoose[fields.list])
  if (hasOtherSource) {
    const question = withFieldsOf(now, old, [fields.own, fields.list, fields.only])
    const name = String(oldLoose[fields.list])
    const own = before.lists[name]
    return { question, lists: own ? { ...after.lists, [name]: own } : after.lists }
  }
  const [was, is] = [sourceOf(before, oldLoose, fields), sourceOf(after, nowLoose, fields)]
  const items = revertedItems(kind, code, was, is)
  const kept = revertedOnly(kind, code, was, is)
  const isWhole = kept !== undefined && is.only === undefined && kept.length === items.length
  const only = isWhole ? undefined : kept
  const narrowed = withFieldsOf(now, only === undefined ? {} : { [fields.only]: only }, [fields.only])
  if (nowLoose[fields.own])
    return { question: withFieldsOf(narrowed, { [fields.own]: items }, [fields.own]), lists: after.lists }
  const shared = after.lists[list]
  const lists = shared
    ? { ...after.lists, [list]: { ...shared, options: items as unknown as typeof shared.options } }
    : after.lists
  return { question: narrowed, lists }
}
