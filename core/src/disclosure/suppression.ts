import type { Edge } from './circulation.ts'
import { isSmall, isTelling } from './rules.ts'
import { complete, isSafe } from './withhold.ts'

/** A table of counts of people, row by row, with the totals that are shown beside it. */
export interface CountTable {
  readonly counts: readonly (readonly number[])[]
  readonly rowTotals: readonly number[]
  readonly columnTotals: readonly number[]
  readonly validCount: number
  /** A person may stand in several rows or columns: cells do not add up along that side. */
  readonly isRowMultiple: boolean
  readonly isColumnMultiple: boolean
}

/** What is hidden before the cells are looked at. */
export interface HiddenBefore {
  /** Columns of too few people: nothing of them may be told, nor computed from the others. */
  readonly fewIn: readonly boolean[]
  /** Columns that are not shown for another reason; the audit of query sets sees to what they could be computed from. */
  readonly refused: readonly boolean[]
  /** The row totals, „Ogółem”, are not shown either. */
  readonly areTotalsRefused: boolean
}

/** `true` where a number must not be told. */
export interface Hidden {
  readonly cells: readonly (readonly boolean[])[]
  readonly rowTotals: readonly boolean[]
  readonly columnTotals: readonly boolean[]
}

/**
 * Hides further numbers of a line that adds up to a known total: all lead from node 0 to node 1.
 *
 * @param giveUpFirst - places to hide before others, in this order, while the secrets are not safe
 */
export function guardLine(
  counts: readonly number[],
  secrets: readonly boolean[],
  giveUpFirst: readonly number[] = [],
): readonly boolean[] {
  const edges = counts.map((value, index): Edge => ({ from: 0, to: 1, value, isHidden: secrets[index]! }))
  for (const index of giveUpFirst) {
    if (isSafe(edges)) break
    if (edges[index]!.value > 0) edges[index]!.isHidden = true
  }
  complete(edges)
  return edges.map(({ isHidden }) => isHidden)
}

/** Both sides add up: one network of rows, columns, their totals and the grand total, which stays shown. */
function hiddenInTable(table: CountTable, { fewIn, refused, areTotalsRefused }: HiddenBefore): Hidden {
  const { counts, rowTotals, columnTotals, validCount } = table
  const rowNode = (row: number) => 2 + row
  const columnNode = (column: number) => 2 + rowTotals.length + column
  const unguarded = new Set<Edge>()
  const edge = (from: number, to: number, value: number, isRefused: boolean, isFew: boolean): Edge => {
    const isSecret = isSmall(value) || isFew
    const made = { from, to, value, isHidden: isSecret || isRefused }
    if (isRefused && !isSecret) unguarded.add(made)
    return made
  }
  const rows = rowTotals.map((value, row) => edge(0, rowNode(row), value, areTotalsRefused, false))
  const columns = columnTotals.map((value, column) =>
    edge(columnNode(column), 1, value, refused[column]!, fewIn[column]!),
  )
  const cells = counts.map((line, row) =>
    line.map((value, column) =>
      edge(rowNode(row), columnNode(column), value, refused[column]!, fewIn[column]!),
    ),
  )
  const grand = edge(1, 0, validCount, areTotalsRefused, false)
  const edges = [...rows, ...columns, ...cells.flat(), grand]
  complete(edges, {
    isLocked: (index) => edges[index] === grand,
    isUnguarded: (index) => unguarded.has(edges[index]!),
  })
  const flags = (line: readonly Edge[]) => line.map(({ isHidden }) => isHidden)
  return { cells: cells.map(flags), rowTotals: flags(rows), columnTotals: flags(columns) }
}

const turned = <T>(lines: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  (lines[0] ?? []).map((_, column) => lines.map((line) => line[column]!))

const guardLines = (counts: readonly (readonly number[])[], secrets: readonly (readonly boolean[])[]) =>
  counts.map((line, index) => guardLine(line, secrets[index]!))

/** Somebody may stand in several rows or columns: cells add up along the other side only. */
function hiddenInLines(table: CountTable, { fewIn, refused, areTotalsRefused }: HiddenBefore): Hidden {
  const { counts, validCount, isRowMultiple, isColumnMultiple } = table
  const hiddenTotals = (totals: readonly number[], isMultiple: boolean, isFew: readonly boolean[] = []) => {
    const secrets = totals.map((total, index) => isFew[index] === true || isSmall(total))
    return isMultiple
      ? totals.map((total, index) => secrets[index]! || isTelling(total, validCount))
      : guardLine(totals, secrets)
  }
  const rowTotals = hiddenTotals(table.rowTotals, isRowMultiple)
  const columnTotals = hiddenTotals(table.columnTotals, isColumnMultiple, fewIn)
  const secrets = counts.map((line, row) =>
    line.map(
      (count, column) =>
        rowTotals[row]! ||
        columnTotals[column]! ||
        isTelling(count, table.rowTotals[row]!) ||
        isTelling(count, table.columnTotals[column]!),
    ),
  )
  const cells = isRowMultiple
    ? isColumnMultiple
      ? secrets
      : guardLines(counts, secrets)
    : turned(guardLines(turned(counts), turned(secrets)))
  return {
    cells: cells.map((line) => line.map((isHidden, column) => isHidden || refused[column]!)),
    rowTotals: rowTotals.map((isHidden) => isHidden || areTotalsRefused),
    columnTotals: columnTotals.map((isHidden, column) => isHidden || refused[column]!),
  }
}

/** Of a question with two answers one tells the other: both go. */
function bothOfTwo(table: CountTable, hidden: Hidden): Hidden {
  if (table.isRowMultiple || table.counts.length !== 2) return hidden
  const [one = [], other = []] = hidden.cells
  const cells = one.map((isHidden, column) => isHidden || other[column]!)
  const isTotalHidden = hidden.rowTotals.some(Boolean)
  return { ...hidden, cells: [cells, cells], rowTotals: hidden.rowTotals.map(() => isTotalHidden) }
}

/**
 * Which numbers of a table must not be told: counts of 1 to 4 people, what is hidden before, and as many further ones
 * as keep a reader who knows the others, and that people are whole and not negative, from computing any of them to
 * within a range of four. Exact for tables whose sides add up (maximum flow); where a side does not, each line of the
 * other side is guarded by itself.
 */
export function suppress(table: CountTable, before: Partial<HiddenBefore> = {}): Hidden {
  const none = table.columnTotals.map(() => false)
  const known = { fewIn: none, refused: none, areTotalsRefused: false, ...before }
  const isMultiple = table.isRowMultiple || table.isColumnMultiple
  return bothOfTwo(table, isMultiple ? hiddenInLines(table, known) : hiddenInTable(table, known))
}
