import type { OptionList, Questionnaire, Section } from '../model.ts'
import { everyQuestion } from '../walk.ts'
import { Conflicts, type MergeConflict } from './merge-conflict.ts'
import { apartFrom } from './merge-newcomers.ts'
import { keepObjects } from './keep-objects.ts'
import { mergeList } from './merge-question.ts'
import { mergeTrees } from './merge-sections.ts'
import { treeOf } from './merge-tree.ts'
import { mergeRecord, mergeValue, onlyChange, type Merging } from './merge-values.ts'
import { isSameJson } from './same-json.ts'
import { listsOf } from './used-lists.ts'

/** One document out of two, and what two people changed in different ways. */
export interface Merged {
  readonly merged: Questionnaire
  readonly conflicts: readonly MergeConflict[]
}

function mergeLists(
  { base, mine, theirs }: { readonly [Side in 'base' | 'mine' | 'theirs']: Questionnaire['lists'] },
  conflicts: Conflicts,
): Questionnaire['lists'] {
  const only = onlyChange({ base, mine, theirs })
  if (only) return only.value
  const of = (lists: Questionnaire['lists'], name: string) =>
    Object.hasOwn(lists, name) ? lists[name] : undefined
  const lists: Record<string, OptionList> = {}
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const three = { base: of(base, name), mine: of(mine, name), theirs: of(theirs, name) }
    const left = three.mine ?? three.theirs
    if (three.mine && three.theirs) {
      lists[name] = mergeList(name, { ...three, mine: three.mine, theirs: three.theirs }, conflicts)
    } else if (left && !(three.base && isSameJson(three.base, left))) {
      lists[name] = left
      const subject = { name: `lista „${left.label}”`, place: { listName: name } }
      if (three.base)
        conflicts.add(three.mine ? 'REMOVED_THERE' : 'REMOVED_HERE', subject, [], three.mine, three.theirs)
    }
  }
  return lists
}

/** Lists that a question still needs though a side took them out. */
function withNeededLists(merged: Questionnaire, sources: readonly Questionnaire[]): Questionnaire {
  const needed = new Set(everyQuestion(merged).flatMap(listsOf))
  const missing = [...needed].filter((name) => !Object.hasOwn(merged.lists, name))
  const found = missing.flatMap((name) => {
    const source = sources.find(({ lists }) => Object.hasOwn(lists, name))
    return source ? [[name, source.lists[name]] as const] : []
  })
  return found.length === 0
    ? merged
    : { ...merged, lists: { ...merged.lists, ...Object.fromEntries(found) } as Questionnaire['lists'] }
}

const FACTS = [
  'title',
  'description',
  'audience',
  'estimatedMinutes',
  'intro',
  'thanks',
  'translations',
] as const

interface Drafts {
  readonly base: Questionnaire
  readonly mine: Questionnaire
  readonly theirs: Questionnaire
}

function mergeFacts({ base, mine, theirs }: Drafts, conflicts: Conflicts): Questionnaire {
  const merging: Merging = { conflicts, subject: { name: 'kwestionariusz', place: {} } }
  const facts = FACTS.map((name) => {
    const three = { base: base[name], mine: mine[name], theirs: theirs[name] }
    return [
      name,
      name === 'translations' ? mergeRecord(three, [name], merging) : mergeValue(three, [name], merging),
    ]
  })
  const told = facts.filter(([, value]) => value !== undefined)
  const { translations: _own, ...rest } = mine
  return { ...rest, ...Object.fromEntries(told) } as Questionnaire
}

function mergeSections(drafts: Drafts, conflicts: Conflicts): readonly Section[] {
  const only = onlyChange({
    base: drafts.base.sections,
    mine: drafts.mine.sections,
    theirs: drafts.theirs.sections,
  })
  if (only) return only.value
  const [base, mine, theirs] = [treeOf(drafts.base), treeOf(drafts.mine), treeOf(drafts.theirs)]
  if (base && mine && theirs) return mergeTrees({ base, mine, theirs }, conflicts)
  const subject = { name: 'kwestionariusz', place: {} }
  conflicts.add('VALUE', subject, ['sections'], drafts.mine.sections, drafts.theirs.sections)
  return drafts.theirs.sections
}

/**
 * Three-way merge of a draft: `base` is what both began from. Changes of different questions, sections, options, texts
 * and of the order come together. Where both changed one thing in different ways, the merged document has theirs and a
 * conflict has mine; what one took out and the other changed stays. Questions that both added under one key are two
 * questions, unless they are of one type and one text is the beginning of the other.
 *
 * What is as in `mine` is the same object, so that a page that shows it need not show it again.
 */
export function mergeDrafts(base: Questionnaire, mine: Questionnaire, theirs: Questionnaire): Merged {
  if (isSameJson(mine, theirs) || isSameJson(base, theirs)) return { merged: mine, conflicts: [] }
  if (isSameJson(base, mine)) return { merged: keepObjects(mine, theirs), conflicts: [] }
  const conflicts = new Conflicts()
  const drafts = { base, mine: apartFrom(base, mine, theirs), theirs }
  const merged = {
    ...mergeFacts(drafts, conflicts),
    lists: mergeLists({ base: base.lists, mine: drafts.mine.lists, theirs: theirs.lists }, conflicts),
    sections: mergeSections(drafts, conflicts),
  }
  const whole = withNeededLists(merged, [theirs, drafts.mine, base])
  return { merged: keepObjects(mine, whole), conflicts: conflicts.found }
}
