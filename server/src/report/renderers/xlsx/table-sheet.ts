import type { NumberedTable } from '@rozeznanie/core/report'
import type { Workbook, Worksheet } from 'exceljs'
import { PALETTE } from '../palette.ts'
import { putCell, putText } from './values.ts'

const HEADER_ROW = 3
const argb = (colour: string) => ({ argb: `FF${colour.slice(1).toUpperCase()}` })

/** A row of column headings, in bold on a tinted ground. */
export function headerRow(sheet: Worksheet, row: number, labels: readonly string[]): void {
  labels.forEach((label, index) => {
    const cell = sheet.getCell(row, index + 1)
    putText(cell, label)
    cell.font = { bold: true, color: argb(PALETTE.primary) }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: argb(PALETTE.primarySoft) }
    cell.alignment = { wrapText: true, vertical: 'bottom', horizontal: index === 0 ? 'left' : 'center' }
    cell.border = { bottom: { style: 'thin', color: argb(PALETTE.lineStrong) } }
  })
}

/** One table on its sheet: caption, headings that stay in sight, numbers, notes and the source. */
export function addTableSheet(workbook: Workbook, { label, table }: NumberedTable, name: string): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: HEADER_ROW, xSplit: 1 }] })
  putText(sheet.getCell(1, 1), `${label} ${table.caption}`)
  sheet.getCell(1, 1).font = { bold: true, size: 13 }
  headerRow(
    sheet,
    HEADER_ROW,
    table.columns.map((column) => column.label),
  )
  table.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const target = sheet.getCell(HEADER_ROW + 1 + row, column + 1)
      putCell(target, cell)
      target.alignment =
        table.columns[column]?.kind === 'text' ? { wrapText: true, vertical: 'top' } : { horizontal: 'right' }
    }),
  )
  const below = HEADER_ROW + table.rows.length + 2
  ;[...table.notes, table.source].forEach((note, index) => {
    putText(sheet.getCell(below + index, 1), note)
    sheet.getCell(below + index, 1).font = { italic: true, color: argb(PALETTE.inkMuted) }
  })
  table.columns.forEach(({ kind }, index) => (sheet.getColumn(index + 1).width = kind === 'text' ? 44 : 16))
}
