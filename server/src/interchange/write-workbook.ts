import type { SheetRows, XlsFormSheets } from '@rozeznanie/core/interchange'
import ExcelJS from 'exceljs'

const NARROWEST = 10
const WIDEST = 60

function widthOf(rows: SheetRows, column: number): number {
  const longest = rows.reduce((width, row) => Math.max(width, (row[column] ?? '').length), 0)
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
}

function addSheet(workbook: ExcelJS.Workbook, name: string, rows: SheetRows): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  for (const row of rows) sheet.addRow(row.map((cell) => (cell === '' ? null : cell)))
  const header = sheet.getRow(1)
  header.font = { bold: true }
  rows[0]?.forEach((_, column) => {
    sheet.getColumn(column + 1).width = widthOf(rows, column)
    sheet.getColumn(column + 1).numFmt = '@'
  })
}

/** An XLSForm as a workbook: three sheets of texts, as the format asks. */
export async function writeWorkbook({ survey, choices, settings }: XlsFormSheets): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  addSheet(workbook, 'survey', survey)
  addSheet(workbook, 'choices', choices)
  addSheet(workbook, 'settings', settings)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
