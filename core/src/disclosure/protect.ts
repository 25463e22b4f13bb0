import { proportion, type Crosstab, type Frequency, type Proportion } from '../analysis/index.ts'
import type { Edge } from './circulation.ts'
import { complete, isSafe, isSmall } from './withhold.ts'

/** Below this many people nothing of a question or a crosstab is shown outside the organisation. */
export const SMALLEST_BASE = 10

/** A frequency as it may leave the organisation: `null` where it is withheld. */
export interface ProtectedFrequency {
  readonly code: string
  readonly label: string
  readonly count: number | null
  readonly ofRespondents: Proportion | null
}

/** A crosstab as it may leave the organisation: `null` where a count or total is withheld. */
export interface ProtectedCrosstab extends Omit<
  Crosstab,
  'counts' | 'rowTotals' | 'columnTotals' | 'rowShares' | 'columnShares'
> {
  readonly counts: readonly (readonly (number | null)[])[]
  readonly rowTotals: readonly (number | null)[]
  readonly columnTotals: readonly (number | null)[]
  readonly rowShares: readonly (readonly (number | null)[])[]
  readonly columnShares: readonly (readonly (number | null)[])[]
}

/**
 * Hides further numbers of a line that adds up to a known total: all lead from node 0 to node 1.
 *
 * @param giveUpFirst - places to hide before others, in this order, while the secrets are not safe
 */
function guardLine(
  counts: readonly number[],
  secrets: readonly boolean[],
  giveUpFirst: readonly number[] = [],
): readonly boolean[] {
  const edges = counts.map((value, index): Edge => ({ from: 0, to: 1, value, isHidden: secrets[index]! }))
  for (const index of giveUpFirst) {
    if (isSafe(edges)) break
    if (edges[index]!.value > 0) edges[index]!.isHidden = true
  }
  complete(edges, () => false)
  return edges.map(({ isHidden }) => isHidden)
}

/** „So many of n” tells as much about those who did not. */
const isTelling = (count: number, total: number): boolean => isSmall(count) || isSmall(total - count)

interface FrequencyProtection {
  readonly validCount: number
  readonly isMultiple: boolean
  readonly giveUpFirst?: readonly string[]
}

/**
 * Frequencies for a report that leaves the organisation: counts of 1 to 4 people are withheld, and as many further
 * ones as keep a reader from computing them from the base. Where several answers are allowed the options do not add
 * up, but each tells how many did not choose it: 1 to 4 of those are withheld too.
 *
 * @param validCount - the base, which is shown; below ten people everything is withheld
 * @param giveUpFirst - codes to withhold before others when more must go („nie wiem”), in this order
 */
export function protectFrequencies(
  frequencies: readonly Frequency[],
  { validCount, isMultiple, giveUpFirst = [] }: FrequencyProtection,
): readonly ProtectedFrequency[] {
  const counts = frequencies.map(({ count }) => count)
  const places = giveUpFirst.map((code) => frequencies.findIndex((frequency) => frequency.code === code))
  const hidden =
    validCount < SMALLEST_BASE
      ? counts.map(() => true)
      : isMultiple
        ? counts.map((count) => isTelling(count, validCount))
        : guardLine(
            counts,
            counts.map(isSmall),
            places.filter((index) => index >= 0),
          )
  return frequencies.map(({ code, label, count }, index) => ({
    code,
    label,
    count: hidden[index] ? null : count,
    ofRespondents: hidden[index] ? null : proportion(count, validCount),
  }))
}

interface Hidden {
  readonly cells: readonly (readonly boolean[])[]
  readonly rowTotals: readonly boolean[]
  readonly columnTotals: readonly boolean[]
}

/** Both sides add up: one network of rows, columns, their totals and the grand total, which stays shown. */
function hiddenInTable({ counts, rowTotals, columnTotals, validCount }: Crosstab): Hidden {
  const rowNode = (row: number) => 2 + row
  const columnNode = (column: number) => 2 + rowTotals.length + column
  const edge = (from: number, to: number, value: number): Edge => ({
    from,
    to,
    value,
    isHidden: isSmall(value),
  })
  const rows = rowTotals.map((value, row) => edge(0, rowNode(row), value))
  const columns = columnTotals.map((value, column) => edge(columnNode(column), 1, value))
  const cells = counts.map((line, row) =>
    line.map((value, column) => edge(rowNode(row), columnNode(column), value)),
  )
  const grand: Edge = { from: 1, to: 0, value: validCount, isHidden: false }
  const edges = [...rows, ...columns, ...cells.flat(), grand]
  complete(edges, (index) => edges[index] === grand)
  const flags = (line: readonly Edge[]) => line.map(({ isHidden }) => isHidden)
  return { cells: cells.map(flags), rowTotals: flags(rows), columnTotals: flags(columns) }
}

const turned = <T>(lines: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  (lines[0] ?? []).map((_, column) => lines.map((line) => line[column]!))

const guardLines = (counts: readonly (readonly number[])[], secrets: readonly (readonly boolean[])[]) =>
  counts.map((line, index) => guardLine(line, secrets[index]!))

/** Somebody may stand in several rows or columns: cells add up along the other side only. */
function hiddenInLines(table: Crosstab): Hidden {
  const { counts, validCount, isRowMultiple, isColumnMultiple } = table
  const hiddenTotals = (totals: readonly number[], isMultiple: boolean) =>
    isMultiple ? totals.map((total) => isTelling(total, validCount)) : guardLine(totals, totals.map(isSmall))
  const rowTotals = hiddenTotals(table.rowTotals, isRowMultiple)
  const columnTotals = hiddenTotals(table.columnTotals, isColumnMultiple)
  const secrets = counts.map((line, row) =>
    line.map((count, column) => {
      const isInHiddenLine = rowTotals[row]! || columnTotals[column]!
      return (
        isInHiddenLine ||
        isTelling(count, table.rowTotals[row]!) ||
        isTelling(count, table.columnTotals[column]!)
      )
    }),
  )
  if (!isColumnMultiple) return { cells: guardLines(counts, secrets), rowTotals, columnTotals }
  if (isRowMultiple) return { cells: secrets, rowTotals, columnTotals }
  return { cells: turned(guardLines(turned(counts), turned(secrets))), rowTotals, columnTotals }
}

const everything = ({ counts, rowTotals, columnTotals }: Crosstab): Hidden => ({
  cells: counts.map((line) => line.map(() => true)),
  rowTotals: rowTotals.map(() => true),
  columnTotals: columnTotals.map(() => true),
})

function hiddenIn(table: Crosstab): Hidden {
  if (table.validCount < SMALLEST_BASE) return everything(table)
  return table.isRowMultiple || table.isColumnMultiple ? hiddenInLines(table) : hiddenInTable(table)
}

/**
 * A crosstab for a report that leaves the organisation: cells and totals of 1 to 4 people are withheld, and as many
 * further ones as keep a reader from computing them to within a range of four, with everything that follows from
 * them. The number of people in the whole table stays; below ten nothing else does.
 */
export function protectCrosstab(table: Crosstab): ProtectedCrosstab {
  const hidden = hiddenIn(table)
  const keepLine = (values: readonly number[], flags: readonly boolean[]) =>
    values.map((value, index) => (flags[index] ? null : value))
  const counts = table.counts.map((line, row) => keepLine(line, hidden.cells[row]!))
  const rowTotals = keepLine(table.rowTotals, hidden.rowTotals)
  const columnTotals = keepLine(table.columnTotals, hidden.columnTotals)
  const share = (count: number | null, total: number | null) =>
    count === null || total === null || total === 0 ? null : count / total
  return {
    ...table,
    counts,
    rowTotals,
    columnTotals,
    rowShares: counts.map((line, row) => line.map((count) => share(count, rowTotals[row]!))),
    columnShares: counts.map((line) => line.map((count, column) => share(count, columnTotals[column]!))),
  }
}
