import { TestNotPossibleError } from '../errors.ts'

/** Cells of a crosstab, row by row: people, or the people they stand for. */
export type Table = readonly (readonly number[])[]

/** Which rows and columns have anybody. */
export function occupied(table: Table): {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
} {
  const rows = [...table.keys()].filter((i) => table[i]!.some((count) => count > 0))
  const columns = [...(table[0] ?? []).keys()].filter((j) => table.some((row) => row[j]! > 0))
  return { rows, columns }
}

/**
 * The table without its empty rows and columns.
 *
 * @throws TestNotPossibleError when it is ragged, has a cell below 0, or fewer than two rows or columns are left
 */
export function trimTable(table: Table): Table {
  const isSound = table.every(
    (row) => row.length === table[0]!.length && row.every((count) => Number.isFinite(count) && count >= 0),
  )
  if (!isSound)
    throw new TestNotPossibleError('Komórki tabeli muszą być liczbami od zera w górę, w równych wierszach.')
  const { rows, columns } = occupied(table)
  if (rows.length < 2 || columns.length < 2)
    throw new TestNotPossibleError(
      'Test wymaga przynajmniej dwóch wierszy i dwóch kolumn, w których są odpowiedzi.',
    )
  return rows.map((i) => columns.map((j) => table[i]![j]!))
}
