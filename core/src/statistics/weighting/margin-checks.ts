import type { Margin, MarginNote } from './margins.ts'

/** Below either of these a category is thin: people, and share of the sample. */
const THIN_COUNT = 20
const THIN_SHARE = 0.05

interface Respondents {
  /** People with a weight above 0, by category. */
  readonly counts: readonly number[]
  readonly all: number
}

function respondentsOf({ codes, categories }: Margin, weights: Float64Array): Respondents {
  const counts = new Array<number>(categories.length).fill(0)
  let all = 0
  for (let row = 0; row < codes.length; row++)
    if (weights[row]! > 0) {
      all++
      if (codes[row]! >= 0) counts[codes[row]!]!++
    }
  return { counts, all }
}

function problemsOfOne(margin: Margin, rowCount: number): string[] {
  const { name, categories, targets, codes } = margin
  if (codes.length !== rowCount)
    return [`Zmienna „${name}” ma inną liczbę odpowiedzi (${codes.length}) niż osób w próbie (${rowCount}).`]
  if (targets.length !== categories.length || categories.length === 0)
    return [
      `Zmienna „${name}” ma inną liczbę kategorii (${categories.length}) niż liczebności populacji (${targets.length}).`,
    ]
  const wrong = Array.from(targets).findIndex((target) => !(Number.isFinite(target) && target >= 0))
  if (wrong >= 0)
    return [`Liczebność populacji „${categories[wrong]}” w „${name}” nie jest liczbą od zera w górę.`]
  if (Array.from(targets).every((target) => target === 0))
    return [`Zmienna „${name}” nie ma w populacji nikogo.`]
  return codes.some((code) => code >= categories.length)
    ? [`Zmienna „${name}” ma odpowiedź spoza podanych kategorii. Proszę ją dopisać do rozkładu populacji.`]
    : []
}

/** What makes weighting senseless before any answer is looked at. */
export function marginProblems(weights: Float64Array, margins: readonly Margin[]): string[] {
  if (margins.length === 0) return ['Proszę podać przynajmniej jeden rozkład populacji.']
  if (!weights.some((weight) => weight > 0)) return ['Żadna osoba nie ma wagi większej od zera.']
  if (!weights.every((weight) => Number.isFinite(weight) && weight >= 0))
    return ['Wagi początkowe muszą być liczbami od zera w górę.']
  return margins.flatMap((margin) => problemsOfOne(margin, weights.length))
}

/** Categories that the population has and the sample has not, or the other way round. */
export function emptyCategoryProblems(margin: Margin, weights: Float64Array): string[] {
  const { counts } = respondentsOf(margin, weights)
  return margin.categories.flatMap((category, at) => {
    const target = margin.targets[at]!
    const place = `„${category}” w „${margin.name}”`
    if (target > 0 && counts[at] === 0)
      return [`Nikt nie odpowiedział z kategorii ${place}. Proszę połączyć ją z sąsiednią.`]
    if (target === 0 && counts[at]! > 0)
      return [
        `W kategorii ${place} są odpowiedzi (${counts[at]}), a w populacji nie ma nikogo. Proszę sprawdzić liczby.`,
      ]
    return []
  })
}

/** The neighbour a thin category is proposed to be merged with: the smaller one. */
function neighbourOf(at: number, counts: readonly number[]): number {
  const before = counts[at - 1] ?? Infinity
  const after = counts[at + 1] ?? Infinity
  return before <= after ? at - 1 : at + 1
}

/** A note for every category that is too small to be weighted on its own. */
export function thinCategoryNotes(margin: Margin, weights: Float64Array): MarginNote[] {
  const { counts, all } = respondentsOf(margin, weights)
  if (margin.categories.length < 2) return []
  return margin.categories.flatMap((category, at) => {
    const count = counts[at]!
    if (count === 0 || (count >= THIN_COUNT && count >= THIN_SHARE * all)) return []
    const neighbour = margin.categories[neighbourOf(at, counts)]!
    const message =
      `Kategoria „${category}” w „${margin.name}” ma za mało odpowiedzi (${count}, czyli ${Math.round((100 * count) / all)}% próby). ` +
      `Proponujemy połączyć ją z kategorią „${neighbour}”.`
    return [{ kind: 'thin' as const, margin: margin.name, category, message }]
  })
}
