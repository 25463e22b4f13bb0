import type { MatrixRow, Option, OptionList, Question, Section } from '../model.ts'
import type { Conflicts, Subject } from './merge-conflict.ts'
import { mergeFields, mergeKeyed, mergeValue, type Fields, type Merging, type Three } from './merge-values.ts'
import { isSameJson } from './same-json.ts'
import { patched } from './rewrite.ts'

/** Fields that every type of question has, and that mean the same in each; what a roster holds is merged apart. */
const COMMON: readonly string[] = [
  ...['key', 'text', 'help', 'easyText', 'required', 'requiredIf', 'visibleIf', 'translations'],
  ...['core', 'sensitivity', 'lpdiSections', 'diAreas'],
]
const HELD = 'questions'
const ANSWERS = ['options', 'list', 'only'] as const
const ROWS = ['rows', 'rowsList', 'onlyRows'] as const

export const codeOf = ({ code }: Option): string => code
export const keyOf = ({ key }: MatrixRow): string => key

/** What belongs to the type of a question: the type with all fields that are not common. */
export function typedPart(question: Question): Fields {
  return Object.fromEntries(
    Object.entries(question).filter(
      ([name, value]) => value !== undefined && name !== HELD && !COMMON.includes(name),
    ),
  )
}

/** A question with another part that belongs to its type; what a roster holds stays with it. */
export function withTypedPart(question: Question, part: Fields): Question {
  const cleared = Object.fromEntries(Object.keys(typedPart(question)).map((name) => [name, undefined]))
  const held =
    part['type'] === 'ROSTER'
      ? { questions: question.type === 'ROSTER' ? question.questions : [] }
      : { questions: undefined }
  return patched(question, { ...cleared, ...part, ...held })
}

function pick(question: object | undefined, names: readonly string[]): Fields | undefined {
  if (question === undefined) return undefined
  const fields = question as Fields
  return Object.fromEntries(
    names.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
  )
}

type Versions = { readonly base: Question | undefined; readonly mine: Question; readonly theirs: Question }

const part = ({ base, mine, theirs }: Versions, names: readonly string[]): Three<Fields | undefined> => ({
  base: pick(base, names),
  mine: pick(mine, names),
  theirs: pick(theirs, names),
})

/** Options or rows, one by one where all versions have their own; a shared list or a switch to one as a whole. */
function mergeSource(versions: Versions, names: readonly [string, ...string[]], merging: Merging): Fields {
  const three = part(versions, names)
  const [own, list] = names
  const all = [three.mine, three.theirs, ...(three.base ? [three.base] : [])]
  const areOwn = all.every((one) => one?.[own] !== undefined && one[list ?? ''] === undefined)
  const cleared = Object.fromEntries(names.map((name) => [name, undefined]))
  if (!areOwn) return { ...cleared, ...(mergeValue(three, [own], merging) as Fields | undefined) }
  const items = (one: Fields | undefined) => one?.[own] as readonly (Option & MatrixRow)[] | undefined
  const versionsOfItems = { base: items(three.base), mine: items(three.mine), theirs: items(three.theirs) }
  const keyOfItem = own === 'options' ? codeOf : keyOf
  const narrowed = names[2] ?? ''
  const only = (one: Fields | undefined) => one?.[narrowed]
  return {
    [own]: mergeKeyed(versionsOfItems, keyOfItem, [own], merging),
    [narrowed]: mergeValue(
      { base: only(three.base), mine: only(three.mine), theirs: only(three.theirs) },
      [narrowed],
      merging,
    ),
  }
}

/** Is the part that belongs to the type the same kind of thing in all versions? */
const isOneType = ({ base, mine, theirs }: Versions): boolean =>
  mine.type === theirs.type && (base === undefined || base.type === mine.type)

/** A question that both versions have, field by field. A change of type goes with all that belongs to the type. */
export function mergeQuestion(versions: Versions, conflicts: Conflicts): Question {
  const { base, mine, theirs } = versions
  if (isSameQuestion(mine, theirs) || (base && isSameQuestion(base, theirs))) return mine
  if (base && isSameQuestion(base, mine)) return theirs
  const merging = { conflicts, subject: subjectOf(mine) }
  if (!isOneType(versions)) {
    const typed = { base: base && typedPart(base), mine: typedPart(mine), theirs: typedPart(theirs) }
    const merged = mergeValue(typed, ['type'], merging) as Fields
    const common = mergeCommon(versions, COMMON, merging)
    return withTypedPart(patched(mine, common), merged)
  }
  const apart: readonly string[] = [...ANSWERS, ...ROWS, HELD]
  const names = [...Object.keys(mine), ...Object.keys(theirs)].filter((name) => !apart.includes(name))
  const hasAny = (fields: readonly string[]) =>
    [mine, theirs].some((one) => fields.some((name) => name in one))
  return patched(mine, {
    ...mergeCommon(versions, names, merging),
    ...(hasAny(ANSWERS) ? mergeSource(versions, ANSWERS, merging) : {}),
    ...(hasAny(ROWS) ? mergeSource(versions, ROWS, merging) : {}),
  })
}

function mergeCommon(versions: Versions, names: readonly string[], merging: Merging): Fields {
  const { base, mine, theirs } = part(versions, names)
  const empty: Fields = {}
  const merged = mergeFields({ base, mine: mine ?? empty, theirs: theirs ?? empty }, [], merging)
  return { ...Object.fromEntries(names.map((name) => [name, undefined])), ...merged }
}

/** Do two versions of a question say the same, what a roster holds apart? */
export const isSameQuestion = (one: Question, other: Question): boolean => isSameJson(one, other, [HELD])

/** A section that both versions have, its questions apart. */
export function mergeSection(
  {
    base,
    mine,
    theirs,
  }: { readonly base: Section | undefined; readonly mine: Section; readonly theirs: Section },
  conflicts: Conflicts,
): Section {
  const bare = (section: Section) => ({ ...section, questions: mine.questions })
  const three = { base: base && bare(base), mine, theirs: bare(theirs) }
  return mergeFields(three, [], { conflicts, subject: subjectOf(mine) })
}

/** A shared list that both versions have. */
export function mergeList(
  name: string,
  three: { readonly base: OptionList | undefined; readonly mine: OptionList; readonly theirs: OptionList },
  conflicts: Conflicts,
): OptionList {
  const merging = { conflicts, subject: { name: `lista „${three.mine.label}”`, place: { listName: name } } }
  return mergeFields(three, [], merging, {
    options: (options, path) =>
      mergeKeyed(options as Three<readonly Option[] | undefined>, codeOf, path, merging),
  })
}

const MOST_SHOWN = 80
const shown = (text: string): string =>
  text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…` : text

/** What sentences call a question or a section. */
export function subjectOf(part: Question | Section): Subject {
  return 'type' in part
    ? { name: `pytanie „${shown(part.text)}”`, place: { questionKey: part.key } }
    : { name: `część „${shown(part.title)}”`, place: { sectionKey: part.key } }
}
