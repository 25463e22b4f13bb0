import { apart, estimateMean, meanScores, type MeanEstimate, type Numbers } from './estimate-mean.ts'
import { estimateShare, figureOf, multiplierOf } from './estimate-share.ts'
import { groupOf, varianceOf, type Group, type Sample } from './estimate-variance.ts'
import { meanReliability } from './reliability.ts'
import type { CountedTable } from './table-counts.ts'
import { numbersOf, type TableNumbers } from './table-numbers.ts'
import { quartilesOf } from './table-quartiles.ts'
import type { ColumnMean, Figure, NetFigure } from './table.ts'

/** The ends of a scale as the questionnaire fixes them, and its two highest and lowest points. */
export interface ScaleEnds {
  readonly from: number
  readonly to: number
  /** Places of options; `null` on scales of fewer than four points. */
  readonly top: readonly number[] | null
  readonly bottom: readonly number[] | null
}

const FEWEST_POINTS = 4

/** Of the scores of a scale's options. */
export function scaleEnds(scores: readonly (number | null)[]): ScaleEnds {
  const points = [...new Set(scores.filter((score) => score !== null))].sort((a, b) => a - b)
  const placesOf = (wanted: readonly number[]) =>
    [...scores.keys()].filter((place) => wanted.includes(scores[place] ?? Number.NaN))
  const isLong = points.length >= FEWEST_POINTS
  return {
    from: points[0]!,
    to: points.at(-1)!,
    top: isLong ? placesOf(points.slice(-2)) : null,
    bottom: isLong ? placesOf(points.slice(0, 2)) : null,
  }
}

const NO_MEAN: ColumnMean = {
  mean: null,
  low: null,
  high: null,
  standardDeviation: null,
  count: null,
  effectiveCount: null,
  reliability: 'D',
  mark: null,
  pomp: null,
  pompLow: null,
  pompHigh: null,
  topTwo: null,
  bottomTwo: null,
  net: null,
  median: null,
  lowerQuartile: null,
  upperQuartile: null,
}

type MeanPart = Pick<
  ColumnMean,
  'mean' | 'low' | 'high' | 'standardDeviation' | 'count' | 'effectiveCount' | 'reliability'
>

/** A mean as it is shown; only the number of people where too little stands behind it. */
function meanPart(estimate: MeanEstimate | null, ends: ScaleEnds | null): MeanPart {
  if (estimate === null) return { ...NO_MEAN, count: 0 }
  const { n, effective, mean, low, high, standardDeviation } = estimate
  const reliability = meanReliability({ ...estimate, range: ends })
  if (reliability === 'D') return { ...NO_MEAN, count: n }
  return { mean, low, high, standardDeviation, count: n, effectiveCount: effective, reliability }
}

const inRange = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

function pompPart({ mean, low, high }: MeanPart, { from, to }: ScaleEnds) {
  const pomp = (value: number | null) =>
    value === null ? null : inRange((100 * (value - from)) / (to - from), 0, 100)
  return { pomp: pomp(mean), pompLow: pomp(low), pompHigh: pomp(high) }
}

/** People of one column by the places of the rows they chose. */
interface ScaleColumn {
  readonly scored: Group
  readonly at: (places: readonly number[]) => Group
}

function scaleColumn(counted: CountedTable, numbers: Numbers, column: number | null): ScaleColumn {
  const { tally, sample } = counted
  const size = tally.profiles.count
  const countsOf = (row: number) =>
    column === null
      ? tally.rows.subarray(row * size, (row + 1) * size)
      : tally.cells.subarray(
          (row * tally.columnCount + column) * size,
          (row * tally.columnCount + column + 1) * size,
        )
  return {
    scored: groupOf(sample.profiles, numbers.people),
    at: (places) => {
      const people = new Float64Array(size)
      for (const row of places) countsOf(row).forEach((count, p) => (people[p]! += count))
      return groupOf(sample.profiles, people)
    },
  }
}

/** Mean of +1 for the highest points, −1 for the lowest and 0 between them, in percentage points. */
function netOf(sample: Sample, top: Group, bottom: Group, scored: Group): NetFigure {
  const net = (top.weighted - bottom.weighted) / scored.weighted
  const sum = scored.people.map(
    (people, p) => (top.people[p]! - bottom.people[p]! - net * people) / scored.weighted,
  )
  const squares = scored.people.map((people, p) => {
    const [up, down] = [top.people[p]!, bottom.people[p]!]
    const between = people - up - down
    return (up * (1 - net) ** 2 + down * (1 + net) ** 2 + between * net ** 2) / scored.weighted ** 2
  })
  const half = multiplierOf(scored.n - 1) * Math.sqrt(varianceOf(sample, { sum, squares }) ?? 0)
  return {
    points: 100 * net,
    low: 100 * inRange(net - half, -1, 1),
    high: 100 * inRange(net + half, -1, 1),
  }
}

function boxes(sample: Sample, { scored, at }: ScaleColumn, { top, bottom }: ScaleEnds) {
  if (top === null || bottom === null) return { topTwo: null, bottomTwo: null, net: null }
  const [up, down] = [at(top), at(bottom)]
  const figure = (part: Group): Figure => figureOf(estimateShare(sample, part, scored))
  const isTold = figure(up).percent !== null || figure(down).percent !== null
  return {
    topTwo: figure(up),
    bottomTwo: figure(down),
    net: isTold ? netOf(sample, up, down, scored) : { points: null, low: null, high: null },
  }
}

/** What the rows say as numbers, in every column; `null` where they have none. */
export interface TableMeans {
  /** „Ogółem” first. */
  readonly means: readonly ColumnMean[]
  readonly numbers: TableNumbers
}

/** Means of a table with everything that goes with them. */
export function meansOf(counted: CountedTable): TableMeans | null {
  const { rows, groups, sample } = counted
  const numbers = numbersOf(counted)
  if (numbers === null) return null
  const ends = rows.scores && scaleEnds(rows.scores)
  const quartiles = quartilesOf(counted)
  const columnMean = (own: Numbers, column: number | null): ColumnMean => {
    const part = meanPart(estimateMean(sample, own), ends)
    const isShown = part.mean !== null
    return {
      ...NO_MEAN,
      ...part,
      ...(isShown && quartiles[column === null ? 0 : column + 1]),
      ...(ends && pompPart(part, ends)),
      ...(ends && part.count !== 0 && boxes(sample, scaleColumn(counted, own, column), ends)),
    }
  }
  const means = [
    columnMean(numbers.all, null),
    ...groups.columnPlaces.map((column) => columnMean(numbers.columns[column]!, column)),
  ]
  return { means, numbers }
}

/** Scores of the difference of the means of two groups that share nobody; `null` when one has none. */
export function differenceScores(sample: Sample, one: Numbers, other: Numbers) {
  const [first, second] = [meanScores(sample, one), meanScores(sample, other)]
  return first && second && apart(first, second)
}
