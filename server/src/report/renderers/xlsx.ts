import {
  formatDay,
  localDay,
  numberReport,
  type NumberedTable,
  type Report,
  type ReportSection,
} from '@rozeznanie/core/report'
import ExcelJS from 'exceljs'
import { addContentsSheet } from './xlsx/contents-sheet.ts'
import { sheetNames } from './xlsx/sheet-names.ts'
import type { LogTable } from '../report-renderer.ts'
import { addTableSheet, headerRow } from './xlsx/table-sheet.ts'
import { putText } from './xlsx/values.ts'
import { xmlText } from '../../kernel/xml-text.ts'

/** The paragraphs of the method note, wherever the template puts it, with what the whole file is. */
function methodTexts(report: Report): readonly string[] {
  const paragraphs = (sections: readonly ReportSection[]): readonly string[] =>
    sections.flatMap((section) => [
      ...(section.code === '0.2'
        ? section.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
        : []),
      ...paragraphs(section.sections),
    ])
  const facts = [
    report.title,
    `Gmina ${report.municipalityName} (${report.municipalityCode})`,
    report.organisationName,
    `Badanie „${report.surveyTitle}”, stan danych: ${formatDay(localDay(report.asOf))}`,
  ]
  return [
    ...(report.isDemo ? ['Dane przykładowe – nie pochodzą od prawdziwych osób'] : []),
    ...facts,
    ...paragraphs(report.sections),
  ]
}

function addMethodSheet(workbook: ExcelJS.Workbook, report: Report): void {
  const sheet = workbook.addWorksheet('Metoda')
  sheet.getColumn(1).width = 110
  methodTexts(report).forEach((text, index) => {
    const cell = sheet.getCell(index + 1, 1)
    putText(cell, text)
    cell.alignment = { wrapText: true, vertical: 'top' }
    if (index === 0) cell.font = { bold: true, size: 13 }
  })
}

/** What was decided about responses after they came, without anybody's answers. */
function addLogSheet(workbook: ExcelJS.Workbook, { header, rows }: LogTable): void {
  const sheet = workbook.addWorksheet('Dziennik czyszczenia', { views: [{ state: 'frozen', ySplit: 1 }] })
  headerRow(sheet, 1, header)
  rows.forEach((texts, row) =>
    texts.forEach((text, column) => putText(sheet.getCell(row + 2, column + 1), text)),
  )
  ;[10, 12, 26, 70, 36, 24, 18].forEach((width, index) => (sheet.getColumn(index + 1).width = width))
}

/** The report as a workbook: contents, method, and a sheet per table with true numbers in Polish formats. */
export async function renderXlsx(report: Report, log?: LogTable): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = xmlText(report.organisationName)
  workbook.title = xmlText(report.title)
  workbook.created = new Date(report.asOf)
  const tables: readonly NumberedTable[] = numberReport(report).tables
  const names = sheetNames(tables)
  addContentsSheet(workbook, report, tables, names)
  addMethodSheet(workbook, report)
  tables.forEach((numbered, index) =>
    addTableSheet(workbook, numbered, names[index] ?? `Tabela ${index + 1}`),
  )
  if (log) addLogSheet(workbook, log)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
