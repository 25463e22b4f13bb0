import type { Question, Questionnaire, Section } from '../model.ts'
import { isSameJson } from './same-json.ts'

/** A section or a question in the tree of a questionnaire; `id` tells which of the two: `s:dom`, `q:dem_age`. */
export interface Node {
  readonly id: string
  /** The id of what holds it; `ROOT` holds sections. */
  readonly parent: string
  /** With the questions it holds, which do not count as its own. */
  readonly part: Question | Section
  readonly children: readonly string[]
}

export const ROOT = ''
export type Tree = ReadonlyMap<string, Node>

const sectionId = (key: string): string => `s:${key}`
export const questionId = (key: string): string => `q:${key}`
export const isSection = (part: Question | Section): part is Section => !('type' in part)

/** What holds a part, as conflicts tell it. */
export type Holder = { readonly sectionKey: string } | { readonly rosterKey: string }
export const holderOf = (id: string): Holder =>
  id.startsWith('s:') ? { sectionKey: id.slice(2) } : { rosterKey: id.slice(2) }

/** The questionnaire as a tree; `null` when a key stands twice, so that parts cannot be told from each other. */
export function treeOf({ sections }: Questionnaire): Tree | null {
  const nodes = new Map<string, Node>()
  let isTwice = false
  const add = (node: Node) => {
    isTwice ||= nodes.has(node.id)
    nodes.set(node.id, node)
  }
  const addQuestions = (questions: readonly Question[], parent: string): readonly string[] =>
    questions.map((question) => {
      const id = questionId(question.key)
      const children = question.type === 'ROSTER' ? addQuestions(question.questions, id) : []
      add({ id, parent, part: question, children })
      return id
    })
  for (const section of sections) {
    const id = sectionId(section.key)
    add({ id, parent: ROOT, part: section, children: addQuestions(section.questions, id) })
  }
  return isTwice ? null : nodes
}

export const isSamePart = (one: Node, other: Node): boolean => isSameJson(one.part, other.part, ['questions'])

/**
 * What becomes of parts that one side took out. A part stays when the other side changed it or moved it elsewhere, and
 * what holds a part that stays or came in stays whole.
 */
export class Removals {
  private readonly known = new Map<string, boolean>()

  constructor(
    private readonly base: Tree,
    /** The side that took parts out. */
    private readonly gone: Tree,
    private readonly kept: Tree,
  ) {}

  /** Is it a part that this side took out? */
  isRemoved(id: string): boolean {
    return this.base.has(id) && !this.gone.has(id)
  }

  /** Does a removed part stay? */
  stays(id: string): boolean {
    const parent = this.kept.get(id)?.parent ?? ROOT
    return parent !== ROOT && this.isRemoved(parent) ? this.stays(parent) : this.isTouched(id)
  }

  /** Does it stay for its own sake, and not because what holds it stays? */
  isTop(id: string): boolean {
    const parent = this.kept.get(id)?.parent ?? ROOT
    return parent === ROOT || !this.isRemoved(parent)
  }

  private isTouched(id: string): boolean {
    const before = this.known.get(id)
    if (before !== undefined) return before
    const [old, now] = [this.base.get(id), this.kept.get(id)]
    const touched =
      old !== undefined &&
      now !== undefined &&
      (!isSamePart(old, now) ||
        old.parent !== now.parent ||
        now.children.some((child) => this.holds(id, child)))
    this.known.set(id, touched)
    return touched
  }

  /** Is the child new here, or changed? What the removing side has put elsewhere does not count. */
  private holds(id: string, child: string): boolean {
    if (this.base.get(child)?.parent !== id) return true
    return !this.gone.has(child) && this.isTouched(child)
  }
}
