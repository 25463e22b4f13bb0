import type { FormRow } from './read-sheet.ts'

/**
 * Our columns in exported forms: what an XLSForm cannot carry. Other programs pass them over.
 * Columns of options are plain words, because the names of extra columns there become names of elements.
 */
export const OWN_ROLE = 'rozeznanie::rola'
export const OWN_RECORD = 'rozeznanie::zapis'
/** A cell of a workbook holds 32 767 signs; a longer record goes on in further columns. */
const LONGEST_CELL = 30_000
const MOST_CELLS = 9
const recordColumns = [
  OWN_RECORD,
  ...Array.from({ length: MOST_CELLS - 1 }, (_, at) => `${OWN_RECORD}_${at + 2}`),
]

/** May a text be cut before this sign? Not within a pair that is one letter, nor where a space would be trimmed. */
const isCut = (text: string, at: number): boolean => /^[!-~]{2}$/.test(text.slice(at - 1, at + 1))

/** A record as cells; empty when it fits in no number of them. */
export function recordCells(record: string): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {}
  let rest = record
  for (const column of recordColumns) {
    if (rest === '') break
    let length = Math.min(rest.length, LONGEST_CELL)
    while (length < rest.length && length > 1 && !isCut(rest, length)) length -= 1
    cells[column] = rest.slice(0, length)
    rest = rest.slice(length)
  }
  return rest === '' ? cells : {}
}

/** The record beside a row; empty when there is none. */
export const recordText = (row: FormRow): string => recordColumns.map((column) => row.cell(column)).join('')

export const OPTION_COLUMNS = {
  value: 'rozeznanie_wartosc',
  exclusive: 'rozeznanie_wylacza_inne',
  allowsText: 'rozeznanie_pole_tekstowe',
} as const

/** What a row is that stands in an exported form only to make it work there. */
export const ROLES = {
  table: 'tabela',
  otherText: 'inne',
  description: 'opis części',
  intro: 'wstęp',
  thanks: 'podziękowanie',
  aside: 'pomocnicze',
} as const
export const OWN_COLUMNS: ReadonlySet<string> = new Set([
  OWN_ROLE,
  ...recordColumns,
  'disabled',
  ...Object.values(OPTION_COLUMNS),
])
