import { fUpperTail, holm, tTwoSidedTail } from '../statistics/design/index.ts'
import { factorise } from '../statistics/linear-algebra.ts'
import { estimateMean, meanScores, withoutNumbers, type Numbers } from './estimate-mean.ts'
import { covarianceOf, varianceOf, type Sample } from './estimate-variance.ts'
import type { CountedTable } from './table-counts.ts'
import { differenceScores, type TableMeans } from './table-means.ts'
import { SIGNIFICANT } from './table-tests.ts'
import { pInWords } from './table-words.ts'
import type { Mark, TableTest } from './table.ts'

/** A test of the means, and which columns stand out from everybody else. */
export interface MeanTests {
  readonly test: TableTest | null
  /** By column as shown, without „Ogółem”. */
  readonly marks: readonly (Mark | null)[]
  readonly notes: readonly string[]
}

const SOME_LEFT_OUT = 'Test średnich nie obejmuje grup, w których jest za mało odpowiedzi.'

const sentenceOf = (p: number) =>
  p < SIGNIFICANT
    ? `Średnie różnią się między grupami bardziej, niż tłumaczyłby to przypadek (${pInWords(p)}).`
    : `Dane nie pozwalają stwierdzić różnicy między średnimi (${pInWords(p)}).`

interface Compared {
  readonly sample: Sample
  readonly groups: readonly Numbers[]
}

function twoMeans({ sample, groups }: Compared): TableTest | null {
  const [one, other] = groups.map((numbers) => estimateMean(sample, numbers))
  const scores = differenceScores(sample, groups[0]!, groups[1]!)
  if (!one || !other || scores === null) return null
  const error = Math.sqrt(varianceOf(sample, scores) ?? 0)
  const df = one.n + other.n - 2
  if (!(error > 0) || df < 1) return null
  const statistic = (one.mean - other.mean) / error
  const p = tTwoSidedTail(statistic, df)
  return {
    kind: 'T',
    name: 'test t dla dwóch średnich',
    statistic,
    df,
    denominatorDf: null,
    p,
    isSignificant: p < SIGNIFICANT,
    adjusted: null,
    sentence: sentenceOf(p),
  }
}

/** `W(df − k + 1)/(k·df)` on F(k, df − k + 1), W of the differences from the first mean. */
function severalMeans({ sample, groups }: Compared): TableTest | null {
  const scores = groups.map((numbers) => meanScores(sample, numbers))
  const means = groups.map((numbers) => estimateMean(sample, numbers))
  const covariance = covarianceOf(
    sample,
    scores.filter((score) => score !== null),
  )
  if (covariance === null || scores.includes(null) || means.includes(null)) return null
  const size = groups.length
  const k = size - 1
  const at = (a: number, b: number) => covariance[a * size + b]!
  const values = new Float64Array(k * k)
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++) values[a * k + b] = at(a + 1, b + 1) - at(0, a + 1) - at(0, b + 1) + at(0, 0)
  const factor = factorise({ rowCount: k, columnCount: k, values })
  const n = means.reduce((sum, mean) => sum + (mean?.n ?? 0), 0)
  const df = n - 1
  if (factor.rank < k || df < k) return null
  const differences = means.slice(1).map((mean) => mean!.mean - means[0]!.mean)
  const wald = factor.solve(differences).reduce((sum, value, place) => sum + value * differences[place]!, 0)
  const statistic = (wald * (df - k + 1)) / (k * df)
  const p = fUpperTail(statistic, k, df - k + 1)
  return {
    kind: 'WALD',
    name: 'test Walda dla kilku średnich',
    statistic,
    df: k,
    denominatorDf: df - k + 1,
    p,
    isSignificant: p < SIGNIFICANT,
    adjusted: null,
    sentence: sentenceOf(p),
  }
}

interface Against {
  readonly p: number
  readonly isAbove: boolean
}

/** Each group against everybody else in the table. */
function againstRest({ sample, groups }: Compared, all: Numbers): (Against | null)[] {
  return groups.map((own) => {
    const rest = withoutNumbers(all, own)
    const [mean, others] = [estimateMean(sample, own), estimateMean(sample, rest)]
    const scores = differenceScores(sample, own, rest)
    if (!mean || !others || scores === null) return null
    const error = Math.sqrt(varianceOf(sample, scores) ?? 0)
    if (!(error > 0)) return null
    const p = tTwoSidedTail((mean.mean - others.mean) / error, mean.n + others.n - 2)
    return { p, isAbove: mean.mean > others.mean }
  })
}

function byGroup(
  against: readonly (Against | null)[],
  adjusted: readonly (number | null)[],
): TableTest | null {
  const tested = adjusted.filter((p) => p !== null)
  if (tested.length === 0) return null
  const p = Math.min(...tested)
  return {
    kind: 'BY_OPTION',
    name: 'test t dla każdej grupy osobno, z poprawką Holma',
    statistic: null,
    df: null,
    denominatorDf: null,
    p,
    isSignificant: p < SIGNIFICANT,
    adjusted: against.map((_, at) => adjusted[at] ?? null),
    sentence: sentenceOf(p),
  }
}

/**
 * Whether means differ between the columns of a crosstab: t for two, adjusted Wald for several; where a person may
 * stand in several columns each against everybody else. Columns with too few answers are left out.
 */
export function testMeans(counted: CountedTable, { means, numbers }: TableMeans): MeanTests {
  const { columns, groups, sample, request } = counted
  const places = groups.columnPlaces
  const nobody: MeanTests = { test: null, marks: places.map(() => null), notes: [] }
  if (columns === null || request.rowKey === request.columnKey) return nobody
  const kept = [...places.keys()].filter((at) => means[at + 1]!.mean !== null)
  const compared = { sample, groups: kept.map((at) => numbers.columns[places[at]!]!) }
  const isMultiple = columns.source.kind === 'set'
  if (kept.length < (isMultiple ? 1 : 2)) return nobody
  const against = againstRest(compared, numbers.all)
  const tested = against.filter((one) => one !== null)
  const adjustedOf = new Map(holm(tested.map(({ p }) => p)).map((p, at) => [tested[at]!, p]))
  const adjusted = against.map((one) => (one === null ? null : adjustedOf.get(one)!))
  const ofPlaces = places.map((_, at) => (kept.includes(at) ? (adjusted[kept.indexOf(at)] ?? null) : null))
  const test = isMultiple
    ? byGroup(
        places.map((_, at) => against[kept.indexOf(at)] ?? null),
        ofPlaces,
      )
    : kept.length === 2
      ? twoMeans(compared)
      : severalMeans(compared)
  const marks = places.map((_, at): Mark | null => {
    const own = against[kept.indexOf(at)]
    if (!test?.isSignificant || !own || (ofPlaces[at] ?? 1) >= SIGNIFICANT) return null
    return own.isAbove ? 'ABOVE' : 'BELOW'
  })
  const hasPeople = places.some((_, at) => !kept.includes(at) && (means[at + 1]!.count ?? 0) > 0)
  return { test, marks, notes: hasPeople ? [SOME_LEFT_OUT] : [] }
}
