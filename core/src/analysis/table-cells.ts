import { estimateShare, figureOf } from './estimate-share.ts'
import type { Tally } from './estimate-tally.ts'
import { groupOf, type Group, type Sample } from './estimate-variance.ts'
import type { Cell, Figure, Total } from './table.ts'

/** People behind every cell, row and column of a table, summed up; the options that are shown. */
export interface TableGroups {
  readonly rowPlaces: readonly number[]
  readonly columnPlaces: readonly number[]
  /** By row and column as shown, without „Ogółem”. */
  readonly cells: readonly (readonly Group[])[]
  readonly rows: readonly Group[]
  readonly columns: readonly Group[]
  readonly all: Group
}

const slice = (numbers: Float64Array, place: number, size: number) =>
  numbers.subarray(place * size, (place + 1) * size)

/** @param columnPlaces - none for a one-way table */
export function groupsOf(
  tally: Tally,
  rowPlaces: readonly number[],
  columnPlaces: readonly number[],
): TableGroups {
  const { profiles, columnCount } = tally
  const size = profiles.count
  const group = (numbers: Float64Array, place: number) => groupOf(profiles, slice(numbers, place, size))
  return {
    rowPlaces,
    columnPlaces,
    cells: rowPlaces.map((row) =>
      columnPlaces.map((column) => group(tally.cells, row * columnCount + column)),
    ),
    rows: rowPlaces.map((row) => group(tally.rows, row)),
    columns: columnPlaces.map((column) => group(tally.columns, column)),
    all: groupOf(profiles, tally.all),
  }
}

/** A group as the total of a row or column. */
export function totalOf({ n, weighted, effective }: Group, isWeighted: boolean): Total {
  return {
    count: n,
    weighted: isWeighted ? weighted : null,
    effectiveCount: effective,
    designEffect: effective > 0 ? n / effective : null,
  }
}

/** Shares of answers instead of people, in percent. */
function answerShares(parts: readonly Group[]): (number | null)[] {
  const all = parts.reduce((sum, { weighted }) => sum + weighted, 0)
  return parts.map(({ weighted }) => (all > 0 ? (100 * weighted) / all : null))
}

interface CellsOptions {
  readonly sample: Sample
  /** A person may stand in several rows. */
  readonly isRowMultiple: boolean
}

/** Every cell with its three percentages; „Ogółem” is the first column. Marks are set later. */
export function cellsOf(groups: TableGroups, { sample, isRowMultiple }: CellsOptions): Cell[][] {
  const { cells, rows, columns, all } = groups
  const share = (part: Group, whole: Group): Figure => figureOf(estimateShare(sample, part, whole))
  const ofAnswers = columns.map((_, column) => answerShares(cells.map((line) => line[column]!)))
  const ofAllAnswers = answerShares(rows)
  return rows.map((row, r) => {
    const cell = (part: Group, shares: Pick<Cell, 'ofColumn' | 'ofRow' | 'ofAll' | 'ofAnswers'>): Cell => ({
      count: part.n,
      weighted: sample.isWeighted ? part.weighted : null,
      ...shares,
      mark: null,
    })
    const whole = {
      ofColumn: share(row, all),
      ofRow: null,
      ofAll: null,
      ofAnswers: isRowMultiple ? ofAllAnswers[r]! : null,
    }
    return [
      cell(row, whole),
      ...columns.map((column, c) => {
        const part = cells[r]![c]!
        return cell(part, {
          ofColumn: share(part, column),
          ofRow: share(part, row),
          ofAll: share(part, all),
          ofAnswers: isRowMultiple ? ofAnswers[c]![r]! : null,
        })
      }),
    ]
  })
}
