import type { NumberedTable, Report } from '@rozeznanie/core/report'
import type { Workbook } from 'exceljs'
import { PALETTE } from '../palette.ts'
import { headerRow } from './table-sheet.ts'
import { putText } from './values.ts'

/** „Spis treści”: a line per table with a link to its sheet. */
export function addContentsSheet(
  workbook: Workbook,
  report: Report,
  tables: readonly NumberedTable[],
  names: readonly string[],
): void {
  const sheet = workbook.addWorksheet('Spis treści', { views: [{ state: 'frozen', ySplit: 3 }] })
  putText(sheet.getCell(1, 1), `${report.title} – gmina ${report.municipalityName}`)
  sheet.getCell(1, 1).font = { bold: true, size: 14 }
  if (report.isDemo) putText(sheet.getCell(2, 1), 'Dane przykładowe – nie pochodzą od prawdziwych osób')
  const hasVersions = report.versions.length > 1
  const titles = ['Nr tabeli', 'Rozdział', 'Tytuł tabeli']
  headerRow(sheet, 3, hasVersions ? [...titles, 'Wersje kwestionariusza'] : titles)
  tables.forEach(({ number, sectionCode, table }, index) => {
    const row = index + 4
    sheet.getCell(row, 1).value = number
    putText(sheet.getCell(row, 2), sectionCode)
    const link = sheet.getCell(row, 3)
    putText(link, table.caption)
    const text = String(link.value)
    link.value = { text, hyperlink: `#'${names[index] ?? ''}'!A1` }
    if (hasVersions) putText(sheet.getCell(row, 4), (table.versions ?? report.versions).join(', '))
    link.font = { underline: true, color: { argb: `FF${PALETTE.primary.slice(1).toUpperCase()}` } }
  })
  ;[12, 12, 90, 24].forEach((width, index) => (sheet.getColumn(index + 1).width = width))
}
