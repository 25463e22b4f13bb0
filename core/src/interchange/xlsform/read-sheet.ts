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

/** A header and the index of its column. */
type PlacedHeader = Header & { readonly at: number }

function rowOf(
  sheet: string,
  row: number,
  cells: readonly string[],
  headers: readonly PlacedHeader[],
): FormRow {
  const values = new Map<string, Map<string, string>>()
  const filled = new Map<string, string>()
  for (const { name, language, written, at } of headers) {
    const value = (cells[at] ?? '').replace(/\r\n?/g, '\n').trim()
    if (value === '' || name === '') continue
    filled.set(written, value)
    const texts = values.get(name) ?? new Map<string, string>()
    if (!texts.has(language)) texts.set(language, value)
    values.set(name, texts)
  }
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
  const placed = headers.map((header, at) => ({ ...header, at }))
  const ownFirst = [...placed.filter(({ isOwn }) => isOwn), ...placed.filter(({ isOwn }) => !isOwn)]
  const read = rows.flatMap((cells, at) =>
    at > first && first >= 0 && isFilled(cells) ? [rowOf(sheet, at + 1, cells, ownFirst)] : [],
  )
  return { rows: read, headers, headerRow: first + 1 }
}

/** Kobo's own numbers of rows. */
const TECHNICAL = '$'

/** Two columns that mean the same: what the second says would be lost. */
function checkTwin(table: FormTable, header: Header, ledger: Ledger, place: FormPlace): void {
  const { name, language, written } = header
  const twins = table.headers.filter(
    (other) => other.isKnown && other.name === name && other.language === language,
  )
  const first = twins.find(({ isOwn }) => isOwn) ?? twins[0]
  if (first === undefined || first.written.toLowerCase() === written.toLowerCase()) return
  const row = table.rows.find(({ filled }) => filled.has(written) && filled.has(first.written))
  if (row === undefined) return
  const message = `Kolumny „${first.written}” i „${written}” znaczą to samo; tam, gdzie wypełniono obie, obowiązuje „${first.written}”.`
  ledger.dropped({ ...place, row: row.row }, message)
}

/** Tells of columns that mean nothing here, and of those that stand twice. */
export function checkHeaders(
  table: FormTable,
  sheet: string,
  ledger: Ledger,
  used: ReadonlySet<string>,
): void {
  const seen = new Set<string>()
  for (const header of table.headers) {
    const { written, isKnown, name } = header
    const place = { sheet, row: table.headerRow, column: written }
    if (written === '') continue
    if (seen.has(written.toLowerCase())) ledger.broken(place, `kolumna „${written}” występuje dwa razy.`)
    seen.add(written.toLowerCase())
    if (isKnown) checkTwin(table, header, ledger, place)
    if (
      isKnown ||
      used.has(name) ||
      written.startsWith(TECHNICAL) ||
      !table.rows.some(({ filled }) => filled.has(written))
    )
      continue
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
