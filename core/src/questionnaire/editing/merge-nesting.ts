import type { Question, Section } from '../model.ts'
import type { Conflicts } from './merge-conflict.ts'
import { subjectOf } from './merge-question.ts'
import { holderOf, isSection, ROOT, type Tree } from './merge-tree.ts'
import { MOST } from './place.ts'

type Parts = ReadonlyMap<string, Question | Section>

/** Rosters around a part and itself, innermost first, with the section; `null` when rosters go round in a ring. */
function chain(parents: ReadonlyMap<string, string>, id: string): readonly string[] | null {
  const found: string[] = []
  for (let at = id; at !== ROOT; at = parents.get(at) ?? ROOT) {
    if (found.includes(at)) return null
    found.push(at)
  }
  return found
}

const isRoster = (parts: Parts, id: string): boolean => {
  const part = parts.get(id)
  return part !== undefined && !isSection(part) && part.type === 'ROSTER'
}

/** Rosters that stand deeper than allowed, or in a ring. */
function misplaced(parts: Parts, parents: ReadonlyMap<string, string>): readonly string[] {
  return [...parts.keys()].filter((id) => {
    if (!isRoster(parts, id)) return false
    const around = chain(parents, id)
    return around === null || around.filter((one) => isRoster(parts, one)).length > MOST.rosterDepth
  })
}

/**
 * Two moves that are fine each can put rosters too deep, or one into another and back. Then all stands where theirs has
 * it, and a roster that is too deep even so comes to the end of its section.
 */
export function fitNesting(
  parts: Parts,
  parents: Map<string, string>,
  theirs: Tree,
  conflicts: Conflicts,
): void {
  if (misplaced(parts, parents).length === 0) return
  for (const [id, parent] of parents) {
    const other = theirs.get(id)?.parent
    const part = parts.get(id)
    if (other === undefined || other === parent || part === undefined) continue
    conflicts.add('PLACE', subjectOf(part), [], holderOf(parent), holderOf(other))
    parents.set(id, other)
  }
  for (let [id] = misplaced(parts, parents); id !== undefined; [id] = misplaced(parts, parents)) {
    const section = chain(parents, id)?.at(-1)
    if (section === undefined) return
    parents.set(id, section)
  }
}
