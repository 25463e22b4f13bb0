import { ArgumentRefusedError, NothingToEstimateError } from '../errors.ts'
import { checkLength } from '../design/design-checks.ts'
import type { Domain, SampleDesign } from '../design/sample-design.ts'
import { occupied, trimTable, type Table } from './table.ts'

/** Two questions crossed: a category a row, from 0, −1 where the answer is missing. */
export interface CrossedQuestions {
  readonly rowCodes: Int32Array
  readonly rowCount: number
  readonly columnCodes: Int32Array
  readonly columnCount: number
  readonly domain?: Domain | null
}

/** A weighted crosstab without empty rows and columns, and the cell of every person. */
export interface DesignTable {
  /** People they stand for, row by row. */
  readonly weighted: Table
  readonly rowCount: number
  readonly columnCount: number
  /** The cell of each row of the sample, `i · columnCount + j`; −1 where it does not count. */
  readonly cells: Int32Array
  readonly n: number
  readonly weightSum: number
}

function renumber(kept: readonly number[], count: number): Int32Array {
  const places = new Int32Array(count).fill(-1)
  kept.forEach((category, place) => (places[category] = place))
  return places
}

function checkCodes(codes: Int32Array, count: number, design: SampleDesign, name: string): void {
  checkLength(codes, design.rowCount, name)
  for (let row = 0; row < codes.length; row++)
    if (codes[row]! >= count)
      throw new ArgumentRefusedError(
        `${name} ma w wierszu ${row + 1} kategorię nr ${codes[row]! + 1}, a jest ich ${count}.`,
      )
}

/**
 * Both questions must have a category of theirs, or −1, for each row of the design.
 *
 * @throws ArgumentRefusedError otherwise
 */
export function checkCrossed(design: SampleDesign, crossed: CrossedQuestions): void {
  checkCodes(crossed.rowCodes, crossed.rowCount, design, 'pytanie w wierszach tabeli')
  checkCodes(crossed.columnCodes, crossed.columnCount, design, 'pytanie w kolumnach tabeli')
  if (crossed.domain) checkLength(crossed.domain, design.rowCount, 'grupa')
}

/** Weighted counts (people they stand for) of every pair of categories, row by row, over those with both answers; 0 where nobody is. */
export function weightedCounts(design: SampleDesign, crossed: CrossedQuestions): number[][] {
  const { rowCodes, columnCodes, rowCount, columnCount, domain } = crossed
  checkCrossed(design, crossed)
  const counts = Array.from({ length: rowCount }, () => new Array<number>(columnCount).fill(0))
  for (let row = 0; row < design.rowCount; row++) {
    if (rowCodes[row]! < 0 || columnCodes[row]! < 0 || (domain && !domain[row])) continue
    counts[rowCodes[row]!]![columnCodes[row]!]! += design.weights[row]!
  }
  return counts
}

/**
 * Counts the cells with weights and leaves empty rows and columns out.
 *
 * @throws NothingToEstimateError when nobody answered both
 * @throws TestNotPossibleError when fewer than two rows or columns have anybody
 */
export function designTableOf(design: SampleDesign, crossed: CrossedQuestions): DesignTable {
  const { rowCodes, columnCodes, domain } = crossed
  const all = weightedCounts(design, crossed)
  const kept = occupied(all)
  if (kept.rows.length === 0) throw new NothingToEstimateError()
  const weighted = trimTable(all)
  const rowPlaces = renumber(kept.rows, crossed.rowCount)
  const columnPlaces = renumber(kept.columns, crossed.columnCount)
  const cells = new Int32Array(design.rowCount).fill(-1)
  let n = 0
  let weightSum = 0
  for (let row = 0; row < cells.length; row++) {
    if (rowCodes[row]! < 0 || columnCodes[row]! < 0 || (domain && !domain[row]) || design.weights[row] === 0)
      continue
    cells[row] = rowPlaces[rowCodes[row]!]! * kept.columns.length + columnPlaces[columnCodes[row]!]!
    n++
    weightSum += design.weights[row]!
  }
  return { weighted, rowCount: kept.rows.length, columnCount: kept.columns.length, cells, n, weightSum }
}
