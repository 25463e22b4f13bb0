import type { AnalysisTable, Total } from '../analysis/table.ts'
import { isSmall, isTelling, type DisclosureRules } from './rules.ts'
import { guardLine, suppress, type CountTable, type Hidden } from './suppression.ts'

/** What of a table may not be told, „Ogółem” among its columns. */
export interface HiddenCells {
  readonly cells: readonly (readonly boolean[])[]
  readonly columns: readonly boolean[]
  readonly hasHidden: boolean
}

const countsOf = (totals: readonly Total[]): number[] => totals.map(({ count }) => count ?? 0)

/** The table without „Ogółem”, as numbers that add up. */
function countTable(table: AnalysisTable): CountTable {
  const [all = 0, ...columnTotals] = countsOf(table.columnTotals)
  return {
    counts: table.cells.map((line) => line.slice(1).map(({ count }) => count ?? 0)),
    rowTotals: table.cells.map(([first]) => first?.count ?? 0),
    columnTotals,
    validCount: all,
    isRowMultiple: table.isRowMultiple,
    isColumnMultiple: table.isColumnMultiple,
  }
}

function oneWay({ rowTotals, validCount, isRowMultiple }: CountTable, isRefused: boolean): Hidden {
  const hidden = isRowMultiple
    ? rowTotals.map((count) => isTelling(count, validCount))
    : guardLine(rowTotals, rowTotals.map(isSmall))
  const isWhole = isRefused || (!isRowMultiple && hidden.length === 2 && hidden.some(Boolean))
  return { cells: hidden.map(() => []), rowTotals: hidden.map((one) => one || isWhole), columnTotals: [] }
}

/** @param released - for each column, „Ogółem” first, whether the audit of query sets let it through */
export function hiddenCells(
  table: AnalysisTable,
  rules: DisclosureRules,
  released: readonly boolean[],
): HiddenCells {
  const counted = countTable(table)
  const isFew = (count: number) => count < rules.minimumBase
  const areTotalsRefused = released[0] !== true
  const hidden =
    table.columns.length === 1
      ? oneWay(counted, areTotalsRefused)
      : suppress(counted, {
          fewIn: counted.columnTotals.map((count) => count > 0 && isFew(count)),
          refused: counted.columnTotals.map((count, column) => count === 0 || released[column + 1] !== true),
          areTotalsRefused,
        })
  const columns = [
    areTotalsRefused,
    ...hidden.columnTotals.map((isHidden, column) => isHidden || isFew(counted.columnTotals[column]!)),
  ]
  const cells = hidden.cells.map((line, row) =>
    [hidden.rowTotals[row]!, ...line].map((isHidden, column) => isHidden || columns[column]!),
  )
  return { cells, columns, hasHidden: cells.flat().some(Boolean) }
}
