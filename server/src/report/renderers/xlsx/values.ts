import { formatCell, type Cell } from '@rozeznanie/core/report'
import type { Cell as SheetCell } from 'exceljs'
import { formulaSafe } from '../../../kernel/formula-safe.ts'
import { xmlText } from '../../../kernel/xml-text.ts'

/**
 * A text cell, never a formula: it is stored as text, marked so (`@`, quote prefix as an apostrophe), so that it stays
 * one when the sheet is saved as CSV or the cell is edited.
 */
export function putText(cell: SheetCell, text: string): void {
  cell.value = formulaSafe(xmlText(text))
  cell.numFmt = '@'
}

/** A cell of the report; numbers stay numbers. The local decimal sign is the spreadsheet's matter. */
export function putCell(cell: SheetCell, from: Cell): void {
  switch (from.kind) {
    case 'count':
      cell.value = from.value
      cell.numFmt = '#,##0'
      return
    case 'percent':
      cell.value = from.value
      cell.numFmt = '0"%"'
      return
    case 'decimal':
      cell.value = from.value
      cell.numFmt = from.digits === 0 ? '0' : `0.${'0'.repeat(from.digits)}`
      return
    default:
      putText(cell, formatCell(from))
  }
}
