import {
  formatCell,
  numberReport,
  roundTo,
  type Cell,
  type NumberedTable,
  type Report,
} from '@rozeznanie/core/report'
import type { LogTable } from '../report-renderer.ts'
import { formulaSafe } from '../../kernel/formula-safe.ts'
import { xmlText } from '../../kernel/xml-text.ts'

const BYTE_ORDER_MARK = '\ufeff'
const HEADER = [
  'Rozdział',
  'Nr tabeli',
  'Tytuł tabeli',
  'Wiersz',
  'Kolumna',
  'Wartość',
  'Wersje kwestionariusza',
]

/** Quoted always: separators, quotes and line breaks inside a text stay inside. */
const quoted = (text: string): string => `"${formulaSafe(xmlText(text)).replaceAll('"', '""')}"`

/** A number as Polish spreadsheets read it: decimal comma, no thousands separator, no percent sign. */
function csvNumber(value: number, digits: number): string {
  return String(roundTo(value, digits)).replace('.', ',')
}

function csvCell(cell: Cell): string {
  switch (cell.kind) {
    case 'count':
      return csvNumber(cell.value, 0)
    case 'percent':
      return csvNumber(cell.value, 0)
    case 'decimal':
      return csvNumber(cell.value, cell.digits)
    default:
      return quoted(formatCell(cell))
  }
}

/** Texts of the leading columns name the row („Płeć: kobieta”). */
function rowName(cells: readonly Cell[]): string {
  const texts = cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []))
  return texts.join(': ')
}

function tableLines(
  { number, sectionCode, table }: NumberedTable,
  allVersions: readonly number[],
): readonly string[] {
  const versions = quoted((table.versions ?? allVersions).join(', '))
  return table.rows.flatMap((cells) =>
    cells.flatMap((cell, index) => {
      const column = table.columns[index]
      const isName =
        index === 0 || (cell.kind === 'text' && table.columns.some(({ kind }) => kind !== 'text'))
      if (column === undefined || isName) return []
      const name = table.columns.some(({ kind }) => kind !== 'text')
        ? rowName(cells)
        : rowName(cells.slice(0, 1))
      const place = [
        quoted(sectionCode),
        String(number),
        quoted(table.caption),
        quoted(name),
        quoted(column.label),
      ]
      return [[...place, csvCell(cell), versions].join(';')]
    }),
  )
}

/** A table of texts as CSV: UTF-8 with its mark, semicolons, CRLF; no cell is run as a formula. */
export function csvOfTexts({ header, rows }: LogTable): Uint8Array {
  const lines = [header, ...rows].map((texts) => texts.map(quoted).join(';'))
  return new TextEncoder().encode(BYTE_ORDER_MARK + [...lines, ''].join('\r\n'))
}

/** All tables of the report, one value per line: UTF-8 with its mark, semicolons, decimal commas, CRLF. */
export async function renderCsv(report: Report): Promise<Uint8Array> {
  const lines = numberReport(report).tables.flatMap((numbered) => tableLines(numbered, report.versions))
  const demo = report.isDemo ? [`${quoted('Dane przykładowe')};;;;;;`] : []
  const text = [HEADER.map(quoted).join(';'), ...lines, ...demo, ''].join('\r\n')
  return new TextEncoder().encode(BYTE_ORDER_MARK + text)
}
