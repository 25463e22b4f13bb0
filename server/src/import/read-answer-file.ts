import { InvalidInputError } from '@rozeznanie/core/errors'
import type { AnswerTable } from '@rozeznanie/core/import'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

const MOST_ROWS = 20_000
const MOST_COLUMNS = 500
const LONGEST_CELL = 10_000

/**
 * Reads a CSV or XLSX file of answers into texts. The kind is told by the bytes, not by the name.
 *
 * @throws InvalidInputError for a file that is neither, is broken, has no rows, or is implausibly large
 */
export async function readAnswerFile(bytes: Uint8Array): Promise<AnswerTable> {
  const rows = isZip(bytes) ? await readXlsx(bytes) : readCsv(bytes)
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const [header, ...below] = filled
  if (!header || below.length === 0)
    throw unreadable('W pliku nie ma odpowiedzi: potrzebny jest wiersz nagłówków i wiersze pod nim.')
  if (below.length > MOST_ROWS)
    throw unreadable(`Plik ma ${below.length} wierszy; naraz można wczytać najwyżej ${MOST_ROWS}.`)
  const width = Math.max(...filled.map((row) => row.length))
  if (width > MOST_COLUMNS)
    throw unreadable(`Plik ma ${width} kolumn; naraz można wczytać najwyżej ${MOST_COLUMNS}.`)
  return { header: widened(header, width), rows: below.map((row) => widened(row, width)) }
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

const widened = (row: readonly string[], width: number): readonly string[] =>
  Array.from({ length: width }, (_, index) => storable(row[index] ?? ''))

/** Cells may hold what the database refuses; such characters are replaced, as a spreadsheet shows them. */
const storable = (cell: string) =>
  new TextDecoder().decode(new TextEncoder().encode(cell.slice(0, LONGEST_CELL).replaceAll('\u0000', '')))

const unreadable = (message: string) => new InvalidInputError([{ path: 'file', message }])
