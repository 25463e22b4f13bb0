/** How far a new wording is from the old one. */
export type Distance = 'same' | 'fixed' | 'reworded' | 'opposite' | 'other'

const wordsOf = (text: string): readonly string[] =>
  text.toLocaleLowerCase('pl').match(/[\p{L}\p{N}]+/gu) ?? []

const bare = (word: string): string => word.replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')

/** Fewest letters to add, drop, change or swap with a neighbour. */
export function editDistance(left: string, right: string): number {
  const [from, to] = [[...left], [...right]]
  let [older, before]: [number[], number[]] = [[], to.map((_, index) => index + 1)]
  before.unshift(0)
  from.forEach((letter, row) => {
    const now = [row + 1]
    to.forEach((other, column) => {
      const changed = (before[column] ?? 0) + (letter === other ? 0 : 1)
      const best = Math.min(changed, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1)
      const isSwap = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === other
      now.push(isSwap ? Math.min(best, (older[column - 1] ?? 0) + 1) : best)
    })
    ;[older, before] = [before, now]
  })
  return before[to.length] ?? 0
}

const commonStart = (left: string, right: string): number => {
  const [one, other] = [[...left], [...right]]
  const at = one.findIndex((letter, index) => letter !== other[index])
  return at < 0 ? one.length : at
}

const LONGEST_ENDING = 4
const isNumber = (word: string): boolean => /\p{N}/u.test(word)

/** Two forms of one word, as `osoba` and `osoby`: a long common beginning, short endings. */
function isInflected(left: string, right: string): boolean {
  const start = commonStart(left, right)
  const longest = Math.max(left.length, right.length)
  return start >= 3 && start >= longest * 0.6 && longest - start <= LONGEST_ENDING
}

/** The same word but for a slip of the pen, Polish letters, or its ending. */
function isSameWord(left: string, right: string): boolean {
  if (left === right) return true
  if (isNumber(left) || isNumber(right)) return false
  if (bare(left) === bare(right)) return true
  if (isDenied(left, right)) return false
  const longest = Math.max(left.length, right.length)
  if (longest < 4) return false
  return editDistance(left, right) <= (longest > 7 ? 2 : 1) || isInflected(left, right)
}

/** `pełnosprawny` and `niepełnosprawny`. */
const isDenied = (left: string, right: string): boolean =>
  left !== right && (`nie${left}` === right || left === `nie${right}`)

const DENIALS = new Set(['nie', 'bez', 'nigdy', 'żaden', 'żadna', 'żadne', 'nikt', 'nic'])

const EMPTY_WORDS = new Set(
  'pan pani pana panu panią państwo państwa państwu czy jak jest oraz się dla'.split(' '),
)
const weighty = (words: readonly string[]): readonly string[] =>
  words.filter((word) => word.length > 2 && !EMPTY_WORDS.has(word))

/** Has one text a denial or a number that the other has not? */
function turnsAround(before: readonly string[], after: readonly string[]): boolean {
  const marks = (words: readonly string[]) =>
    words
      .filter((word) => DENIALS.has(word) || isNumber(word))
      .sort()
      .join(' ')
  if (marks(before) !== marks(after)) return true
  return before.some((word) => !after.includes(word) && after.some((other) => isDenied(word, other)))
}

/** The smallest share of weighty words kept by what still is the same question. */
const LEAST_KEPT = 0.2

function sharesWords(before: readonly string[], after: readonly string[]): boolean {
  const [one, other] = [weighty(before), weighty(after)]
  if (one.length === 0 || other.length === 0) return before.some((word) => after.includes(word))
  const kept = one.filter((word) => other.some((candidate) => isSameWord(word, candidate))).length
  return kept >= LEAST_KEPT * Math.min(one.length, other.length) && kept > 0
}

/**
 * How a text was changed: not at all but for case and punctuation (`same`), by mending words (`fixed`), by other
 * words (`reworded`), by a denial or a number more or less (`opposite`), or wholly (`other`).
 */
export function wordingDistance(before: string, after: string): Distance {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  if (old.join(' ') === now.join(' ')) return 'same'
  if (turnsAround(old, now)) return 'opposite'
  const areMended =
    old.length === now.length && old.every((word, index) => isSameWord(word, now[index] ?? ''))
  if (areMended) return 'fixed'
  return sharesWords(old, now) ? 'reworded' : 'other'
}
