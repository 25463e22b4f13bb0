import { nearest } from '../../questionnaire/index.ts'
import type { Ledger } from '../ledger.ts'
import type { FormPlace, SheetRows } from '../model.ts'
import { readHeader, type Header } from './headers.ts'

/** A row of a sheet by the names of its columns. */
export interface FormRow extends FormPlace {
  /** The text of a column, trimmed; empty when there is none. */
  cell(name: string): string
  /** Texts of a column by the language its header names. */
  texts(name: string): ReadonlyMap<string, string>
  /** All columns with something in them, by the name as written. */
  readonly filled: ReadonlyMap<string, string>
}

export interface FormTable {
  readonly rows: readonly FormRow[]
  readonly headers: readonly Header[]
  /** Number of the row of headers, from 1. */
  readonly headerRow: number
}

function rowOf(sheet: string, row: number, cells: readonly string[], headers: readonly Header[]): FormRow {
  const values = new Map<string, Map<string, string>>()
  const filled = new Map<string, string>()
  headers.forEach(({ name, language, written }, at) => {
    const value = (cells[at] ?? '').replace(/\r\n?/g, '\n').trim()
    if (value === '' || name === '') return
    filled.set(written, value)
    const texts = values.get(name) ?? new Map<string, string>()
    if (!texts.has(language)) texts.set(language, value)
    values.set(name, texts)
  })
  return {
    sheet,
    row,
    filled,
    cell: (name) => values.get(name)?.values().next().value ?? '',
    texts: (name) => values.get(name) ?? new Map<string, string>(),
  }
}

/** Reads a sheet whose first row that is not empty holds the names of columns; empty rows are passed over. */
export function readSheet(sheet: string, rows: SheetRows): FormTable {
  const isFilled = (row: readonly string[]) => row.some((cell) => cell.trim() !== '')
  const first = rows.findIndex(isFilled)
  const headers = (rows[first] ?? []).map(readHeader)
  const read = rows.flatMap((cells, at) =>
    at > first && first >= 0 && isFilled(cells) ? [rowOf(sheet, at + 1, cells, headers)] : [],
  )
  return { rows: read, headers, headerRow: first + 1 }
}

/** Tells of columns that mean nothing here, and of those that stand twice. */
export function checkHeaders(
  table: FormTable,
  sheet: string,
  ledger: Ledger,
  used: ReadonlySet<string>,
): void {
  const seen = new Set<string>()
  for (const { written, isKnown, name } of table.headers) {
    const place = { sheet, row: table.headerRow, column: written }
    if (written === '') continue
    if (seen.has(written.toLowerCase())) ledger.broken(place, `kolumna „${written}” występuje dwa razy.`)
    seen.add(written.toLowerCase())
    if (isKnown || used.has(name) || !table.rows.some(({ filled }) => filled.has(written))) continue
    const meant = nearest(written, [
      'label',
      'hint',
      'relevant',
      'required',
      'constraint',
      'calculation',
      'choice_filter',
    ])
    const hint = meant === undefined ? '' : ` Czy chodziło o „${meant}”?`
    ledger.dropped(place, `Kolumna „${written}” nie ma u nas odpowiednika, więc jej nie wczytano.${hint}`)
  }
}
