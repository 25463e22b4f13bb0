import { ArgumentRefusedError, MarginsRefusedError } from '../errors.ts'
import { emptyCategoryProblems, marginProblems, thinCategoryNotes } from './margin-checks.ts'

/** One known distribution of the population: sex by age, place, education. */
export interface Margin {
  readonly name: string
  readonly categories: readonly string[]
  /** People in the population, one number per category; sums differ between margins at most by rounding. */
  readonly targets: ArrayLike<number>
  /** The category of each row, from 0; −1 where the answer is missing. */
  readonly codes: Int32Array
}

/** What the analyst should know before weighting. Every note is a Polish sentence that names the margin. */
export interface MarginNote {
  readonly kind: 'rescaled' | 'thin' | 'missing'
  readonly margin: string
  readonly category: string | null
  readonly message: string
}

/** Margins that agree with each other and with the answers, ready for weighting. */
export interface PreparedMargins {
  /** People in the population: every margin adds up to it. */
  readonly populationSize: number
  /** Without missing answers: they have become a category of their own. */
  readonly margins: readonly Margin[]
  readonly baseWeights: Float64Array
  readonly notes: readonly MarginNote[]
}

/** The name of the category that missing answers form. */
export const MISSING_CATEGORY = 'brak odpowiedzi'

/** Sums further apart than this share of the population are rescaled and said. */
const SAME_TOTAL = 1e-9

const decimal = (value: number) => String(Number(value.toPrecision(12))).replace('.', ',')

const sumOf = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0)

function rescaled(margin: Margin, populationSize: number): { margin: Margin; note: MarginNote | null } {
  const total = sumOf(margin.targets)
  if (Math.abs(total - populationSize) <= SAME_TOTAL * populationSize) return { margin, note: null }
  const targets = Array.from(margin.targets, (target) => (target * populationSize) / total)
  const message =
    `Liczby w zmiennej „${margin.name}” sumują się do ${decimal(total)}, a populacja liczy ${decimal(populationSize)}; ` +
    'przeliczono je proporcjonalnie.'
  return {
    margin: { ...margin, targets },
    note: { kind: 'rescaled', margin: margin.name, category: null, message },
  }
}

function withMissing(
  margin: Margin,
  weights: Float64Array,
  populationSize: number,
): { margin: Margin; note: MarginNote | null } {
  let missing = 0
  let all = 0
  let count = 0
  margin.codes.forEach((code, row) => {
    all += weights[row]!
    if (code < 0 && weights[row]! > 0) {
      missing += weights[row]!
      count++
    }
  })
  const own = margin.categories.length
  const codes = margin.codes.map((code) => (code < 0 ? own : code))
  if (count === 0) return { margin: { ...margin, codes: closed(margin.codes) }, note: null }
  const share = missing / all
  const targets = [...Array.from(margin.targets, (target) => target * (1 - share)), share * populationSize]
  const message = `Osoby bez odpowiedzi na „${margin.name}” (${count}) tworzą własną kategorię o udziale takim jak w próbie.`
  return {
    margin: { ...margin, categories: [...margin.categories, MISSING_CATEGORY], targets, codes },
    note: { kind: 'missing', margin: margin.name, category: MISSING_CATEGORY, message },
  }
}

/** Rows of weight 0 may lack an answer without forming a category: any category does for them. */
const closed = (codes: Int32Array) => codes.map((code) => Math.max(code, 0))

/**
 * Checks margins against the answers and makes them agree: one population size (that of the first margin, or the
 * given one; other margins are rescaled and it is said), missing answers as a category with the sample's share, a note
 * for every category under 20 people or 5 % of the sample, with a proposal to merge.
 *
 * @param baseWeights - design weights, a value per row, 0 or more
 * @throws MarginsRefusedError when there is no margin, a target is not a number from 0 up, a category that the
 *   population has is empty in the sample, or one that it has not is answered
 * @see Izrael, Battaglia and Frankel (2009), SAS Global Forum 247; Battaglia et al. (2009), Survey Practice 2(5) on
 *   thin categories and missing answers
 */
export function prepareMargins(
  baseWeights: Float64Array,
  margins: readonly Margin[],
  givenSize?: number,
): PreparedMargins {
  const problems = marginProblems(baseWeights, margins)
  if (givenSize !== undefined && !(givenSize > 0 && Number.isFinite(givenSize)))
    problems.push('Liczebność populacji musi być większa od zera.')
  if (problems.length > 0) throw new MarginsRefusedError(problems)
  const populationSize = givenSize ?? sumOf(margins[0]!.targets)
  const notes: MarginNote[] = []
  const prepared = margins.map((margin) => {
    const scaledMargin = rescaled(margin, populationSize)
    const complete = withMissing(scaledMargin.margin, baseWeights, populationSize)
    for (const note of [scaledMargin.note, complete.note]) if (note) notes.push(note)
    return complete.margin
  })
  const empty = prepared.flatMap((margin) => emptyCategoryProblems(margin, baseWeights))
  if (empty.length > 0) throw new MarginsRefusedError(empty)
  notes.push(...prepared.flatMap((margin) => thinCategoryNotes(margin, baseWeights)))
  return { populationSize, margins: prepared, baseWeights, notes }
}

/**
 * The margin with the categories at `from` joined to the category at `into`; targets are added. For categories that
 * are empty or thin.
 *
 * @throws ArgumentRefusedError for a category that the margin has not
 */
export function mergeCategories(margin: Margin, from: readonly number[], into: number): Margin {
  const outside = [...from, into].find((category) => !(category in margin.categories))
  if (outside !== undefined)
    throw new ArgumentRefusedError(`zmienna „${margin.name}” nie ma kategorii nr ${outside + 1}.`)
  const gone = new Set(from.filter((category) => category !== into))
  const kept = margin.categories.map((_, category) => category).filter((category) => !gone.has(category))
  const place = margin.categories.map((_, category) => kept.indexOf(gone.has(category) ? into : category))
  const targets = new Array<number>(kept.length).fill(0)
  place.forEach((at, category) => (targets[at]! += margin.targets[category]!))
  const categories = kept.map((category) =>
    category === into
      ? [into, ...gone]
          .sort((a, b) => a - b)
          .map((member) => margin.categories[member]!)
          .join(' / ')
      : margin.categories[category]!,
  )
  return {
    ...margin,
    categories,
    targets,
    codes: margin.codes.map((code) => (code < 0 ? code : place[code]!)),
  }
}

/** The margins as what weights are calibrated to, for standard errors (`withWeights`); missing answers are a category. */
export function basisOf({ margins }: PreparedMargins): {
  readonly factors: readonly { readonly codes: Int32Array; readonly categoryCount: number }[]
  readonly numbers: readonly Float64Array[]
} {
  return {
    factors: margins.map(({ codes, categories }) => ({ codes, categoryCount: categories.length })),
    numbers: [],
  }
}
