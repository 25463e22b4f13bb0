import type { ColumnReport, DryRun } from './import-requests.ts'

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
