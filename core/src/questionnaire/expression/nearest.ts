/** Number of single-character edits, neighbours swapped counting as one, between two words. */
function distance(left: string, right: string): number {
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const isSame = left[i - 1] === right[j - 1]
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? best) + 1)
      }
      row.push(best)
    }
    before = last
    last = row
  }
  return last[right.length] ?? 0
}

const LONGEST_COMPARED = 60

/** The known word that was most likely meant; `undefined` when none is near enough. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const typed = word.slice(0, LONGEST_COMPARED).toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(typed.length / 3)) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - typed.length) >= least) continue
    const edits = distance(typed, candidate.toLowerCase())
    if (edits < least) [best, least] = [candidate, edits]
  }
  return best
}
