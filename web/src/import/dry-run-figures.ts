import type { CellGroup, ColumnReport, DryRun } from './import-requests.ts'

/** Number of cells that were only approximated, or left out. */
export const cellCount = (dryRun: DryRun, kind: 'approximated' | 'refused'): number =>
  dryRun.columns.reduce(
    (sum, column) => sum + column[kind].reduce((cells, group) => cells + group.count, 0),
    0,
  )

/** Columns with something to look at, the most refused cells first. */
export const problemColumns = (dryRun: DryRun): readonly ColumnReport[] =>
  dryRun.columns
    .filter((column) => column.approximated.length + column.refused.length > 0)
    .toSorted((a, b) => refusedCells(b) - refusedCells(a) || a.column - b.column)

const refusedCells = (column: ColumnReport) => column.refused.reduce((sum, { count }) => sum + count, 0)

/** A text that was not understood; `isDecidable` when a person can say what it means. */
export interface Doubt {
  readonly text: string
  readonly isDecidable: boolean
  readonly count: number
  readonly rows: readonly number[]
  readonly message: string
}

/** Refused cells of a column, those with the same text that nobody understood together. */
export function doubtsOf({ refused }: ColumnReport): readonly Doubt[] {
  const doubts = new Map<string, Doubt>()
  for (const group of refused) {
    const key = group.undecided ?? `${group.message}\n${group.cell}`
    doubts.set(key, joined(doubts.get(key), group))
  }
  return [...doubts.values()].toSorted((a, b) => b.count - a.count)
}

function joined(before: Doubt | undefined, { cell, undecided, count, rows, message }: CellGroup): Doubt {
  return {
    text: undecided ?? cell,
    isDecidable: undecided !== undefined,
    count: count + (before?.count ?? 0),
    rows: [...(before?.rows ?? []), ...rows].toSorted((a, b) => a - b),
    message,
  }
}
