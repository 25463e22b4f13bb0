import {
  codesTable,
  setsTable,
  variablesTable,
  type Dictionary,
  type TextTable,
} from '@rozeznanie/core/microdata'
import ExcelJS from 'exceljs'
import { formulaSafe } from '../kernel/formula-safe.ts'
import { xmlText } from '../kernel/xml-text.ts'
import { csvText } from './csv-bytes.ts'

const LONGEST_CELL = 32_767
const WIDTHS: Readonly<Record<string, readonly number[]>> = {
  Zmienne: [6, 26, 60, 34, 40, 10, 60, 44, 14, 14],
  Kody: [30, 22, 16, 60, 12],
  'Zestawy odpowiedzi': [26, 60, 34, 80],
}

function addSheet(workbook: ExcelJS.Workbook, { title, header, rows }: TextTable): void {
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = header.map((_, index) => ({ width: WIDTHS[title]?.[index] ?? 20 }))
  const safe = (text: string) => formulaSafe(xmlText(text)).slice(0, LONGEST_CELL)
  const asCell = (text: string) => (/^-?\d{1,9}$/.test(text) ? Number(text) : safe(text))
  sheet.addRow(header.map(safe)).font = { bold: true }
  for (const row of rows) sheet.addRow(row.map(asCell)).alignment = { vertical: 'top', wrapText: true }
}

/** The codebook as a workbook: variables, codes, and which variables belong together. */
export async function codebookWorkbook(dictionary: Dictionary): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sets = setsTable(dictionary)
  const tables = [variablesTable(dictionary), codesTable(dictionary), ...(sets.rows.length > 0 ? [sets] : [])]
  for (const table of tables) addSheet(workbook, table)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** The codebook as one table of CSV, a line for each variable. */
export function codebookCsv(dictionary: Dictionary): Uint8Array {
  const { header, rows } = variablesTable(dictionary)
  const lines = [header, ...rows].map((texts) => texts.map(csvText).join(';'))
  return Buffer.from(`\ufeff${[...lines, ''].join('\r\n')}`)
}
