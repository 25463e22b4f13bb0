import { diffWords } from 'diff'

/** A piece of a text; `isOwn` when the other side does not have it. */
export interface WordPart {
  readonly text: string
  readonly isOwn: boolean
}

export interface WordParts {
  readonly before: readonly WordPart[]
  readonly after: readonly WordPart[]
}

/** Texts that share less than this of their letters are shown whole: marks all over would only confuse. */
const LEAST_SHARED = 0.25

/** The two texts in pieces, word by word: what only one of them has is its own. */
export function wordParts(before: string, after: string): WordParts {
  const pieces = diffWords(before, after)
  const shared = pieces
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.trim().length, 0)
  const longest = Math.max(before.length, after.length, 1)
  if (shared / longest < LEAST_SHARED)
    return { before: [{ text: before, isOwn: false }], after: [{ text: after, isOwn: false }] }
  return {
    before: pieces.flatMap(({ value, added, removed }) => (added ? [] : [{ text: value, isOwn: removed }])),
    after: pieces.flatMap(({ value, added, removed }) => (removed ? [] : [{ text: value, isOwn: added }])),
  }
}
