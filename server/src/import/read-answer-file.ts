import type { AnswerTable } from '@rozeznanie/core/import'
import { isZip } from '../kernel/reading/archive.ts'
import { readCsv } from '../kernel/reading/csv.ts'
import { unreadable } from '../kernel/reading/unreadable.ts'
import { readWorkbook } from '../kernel/reading/workbook.ts'

const MOST_ROWS = 20_000
const MOST_COLUMNS = 500
const LONGEST_CELL = 10_000
const WORKBOOK = {
  unpackedBytes: 100 * 1024 * 1024,
  // Rows without a word between others count in a workbook.
  rows: 2 * MOST_ROWS,
  columns: MOST_COLUMNS,
  cellLength: 32_767,
  elements: 4 * MOST_ROWS * MOST_COLUMNS,
}

/**
 * Reads a CSV or XLSX file of answers into texts. The kind is told by the bytes, not by the name.
 *
 * @throws InvalidInputError for a file that is neither, is broken, has no rows, or is implausibly large
 */
export async function readAnswerFile(bytes: Uint8Array): Promise<AnswerTable> {
  const rows = isZip(bytes)
    ? await firstSheet(bytes)
    : readCsv(bytes, { mostRows: MOST_ROWS + 2, keepsEmptyRows: false })
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const [header, ...below] = filled
  if (!header || below.length === 0)
    throw unreadable('W pliku nie ma odpowiedzi: potrzebny jest wiersz nagłówków i wiersze pod nim.')
  if (below.length > MOST_ROWS)
    throw unreadable(`Plik ma ponad ${MOST_ROWS} wierszy odpowiedzi; tyle najwyżej można wczytać naraz.`)
  const width = Math.max(...filled.map((row) => row.length))
  if (width > MOST_COLUMNS)
    throw unreadable(`Plik ma ${width} kolumn; naraz można wczytać najwyżej ${MOST_COLUMNS}.`)
  return { header: widened(header, width), rows: below.map((row) => widened(row, width)) }
}

async function firstSheet(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const sheets = await readWorkbook(bytes, WORKBOOK)
  const filled = sheets.find(({ rows }) => rows?.some((row) => row.some((cell) => cell !== '')))
  if (!filled?.rows) throw unreadable('W pliku XLSX nie ma arkusza z danymi.')
  return filled.rows
}

const widened = (row: readonly string[], width: number): readonly string[] =>
  Array.from({ length: width }, (_, index) => storable(row[index] ?? ''))

/** Cells may hold what the database refuses; such characters are replaced, as a spreadsheet shows them. */
const storable = (cell: string) =>
  new TextDecoder().decode(new TextEncoder().encode(cell.slice(0, LONGEST_CELL).replaceAll('\u0000', '')))
