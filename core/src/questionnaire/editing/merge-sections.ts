import type { Question, Section } from '../model.ts'
import type { Conflicts } from './merge-conflict.ts'
import { fitNesting } from './merge-nesting.ts'
import { mergeOrder } from './merge-order.ts'
import { mergeQuestion, mergeSection, subjectOf, typedPart, withTypedPart } from './merge-question.ts'
import { holderOf, isSection, Removals, ROOT, type Node, type Tree } from './merge-tree.ts'
import { onlyChange } from './merge-values.ts'
import { sameIfSame } from './tree.ts'

interface Trees {
  readonly base: Tree
  readonly mine: Tree
  readonly theirs: Tree
}

class SectionsMerge {
  private readonly parts = new Map<string, Question | Section>()
  private readonly parents = new Map<string, string>()
  private readonly mineOut: Removals
  private readonly theirsOut: Removals

  constructor(
    private readonly trees: Trees,
    private readonly conflicts: Conflicts,
  ) {
    const { base, mine, theirs } = trees
    this.mineOut = new Removals(base, mine, theirs)
    this.theirsOut = new Removals(base, theirs, mine)
  }

  sections(): readonly Section[] {
    const { mine, theirs } = this.trees
    for (const id of new Set([...mine.keys(), ...theirs.keys()])) this.take(id, mine.get(id), theirs.get(id))
    this.keepHolders()
    fitNesting(this.parts, this.parents, theirs, this.conflicts)
    return this.membersOf(ROOT).flatMap((id) => this.built(id).filter(isSection))
  }

  private take(id: string, mine: Node | undefined, theirs: Node | undefined): void {
    if (mine && theirs) {
      this.parts.set(id, this.merged(this.trees.base.get(id), mine, theirs))
      this.parents.set(id, this.parentOf(this.trees.base.get(id), mine, theirs))
      return
    }
    const left = mine ?? theirs
    const out = mine ? this.theirsOut : this.mineOut
    if (left === undefined) return
    if (out.isRemoved(id)) {
      if (!out.stays(id)) return
      const kind = mine ? 'REMOVED_THERE' : 'REMOVED_HERE'
      if (out.isTop(id)) this.conflicts.add(kind, subjectOf(left.part), [], mine?.part, theirs?.part)
    }
    this.parts.set(id, left.part)
    this.parents.set(id, left.parent)
  }

  private merged(base: Node | undefined, mine: Node, theirs: Node): Question | Section {
    if (isSection(mine.part) && isSection(theirs.part)) {
      const old = base && isSection(base.part) ? base.part : undefined
      return mergeSection({ base: old, mine: mine.part, theirs: theirs.part }, this.conflicts)
    }
    if (isSection(mine.part) || isSection(theirs.part)) return mine.part
    const old = base && !isSection(base.part) ? base.part : undefined
    return mergeQuestion({ base: old, mine: mine.part, theirs: theirs.part }, this.conflicts)
  }

  private parentOf(base: Node | undefined, mine: Node, theirs: Node): string {
    const only = onlyChange({ base: base?.parent, mine: mine.parent, theirs: theirs.parent })?.value
    if (only !== undefined) return only
    this.conflicts.add('PLACE', subjectOf(mine.part), [], holderOf(mine.parent), holderOf(theirs.parent))
    return theirs.parent
  }

  /** What holds a part that is left is left too, as a roster if it was one, whoever took it out or changed its type. */
  private keepHolders(): void {
    const { mine, theirs } = this.trees
    const waiting = [...this.parents.values()]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const part = this.parts.get(id)
      if (id === ROOT || (part && (isSection(part) || part.type === 'ROSTER'))) continue
      const holders = [theirs.get(id), mine.get(id)].filter((node) => node !== undefined)
      const holder = holders.find((node) => isSection(node.part) || node.part.type === 'ROSTER')
      if (holder === undefined) continue
      if (part === undefined) this.revive(id, holder)
      else this.keepRoster(id, part, holder.part)
      waiting.push(holder.parent)
    }
  }

  private revive(id: string, holder: Node): void {
    const [own, other] = [this.trees.mine.get(id)?.part, this.trees.theirs.get(id)?.part]
    const kind = own === undefined ? 'REMOVED_HERE' : 'REMOVED_THERE'
    this.conflicts.add(kind, subjectOf(holder.part), [], own, other)
    this.parts.set(id, holder.part)
    this.parents.set(id, holder.parent)
  }

  private keepRoster(id: string, part: Question | Section, holder: Question | Section): void {
    if (isSection(part) || isSection(holder)) return
    const typed = (tree: Tree) => {
      const own = tree.get(id)?.part
      return own && !isSection(own) ? typedPart(own) : undefined
    }
    this.conflicts.keepRoster(subjectOf(part), typed(this.trees.mine), typed(this.trees.theirs))
    this.parts.set(id, withTypedPart(part, typedPart(holder)))
  }

  private membersOf(parent: string): readonly string[] {
    const members = [...this.parents].filter(([, holder]) => holder === parent).map(([id]) => id)
    const order = (tree: Tree) =>
      parent === ROOT
        ? [...tree.values()].filter((node) => node.parent === ROOT).map(({ id }) => id)
        : (tree.get(parent)?.children ?? [])
    const { base, mine, theirs } = this.trees
    const orders = { base: order(base), mine: order(mine), theirs: order(theirs) }
    const merged = mergeOrder(orders, new Set(members))
    const part = this.parts.get(parent)
    const keys = (ids: readonly string[]) => ids.map((id) => id.slice(2))
    if (merged.isTorn) {
      const subject = part ? subjectOf(part) : { name: 'kwestionariusz', place: {} }
      this.conflicts.add('ORDER', subject, [], keys(orders.mine), keys(orders.theirs))
    }
    return merged.order
  }

  private built(id: string): readonly (Question | Section)[] {
    const part = this.parts.get(id)
    if (part === undefined) return []
    if (!isSection(part) && part.type !== 'ROSTER') return [part]
    const held = this.membersOf(id).flatMap((child) => this.built(child) as readonly Question[])
    const questions = sameIfSame(part.questions, held)
    return [part.questions === questions ? part : { ...part, questions }]
  }
}

/** Sections with all they hold, out of three versions in which every key stands once. */
export function mergeTrees(trees: Trees, conflicts: Conflicts): readonly Section[] {
  return new SectionsMerge(trees, conflicts).sections()
}
