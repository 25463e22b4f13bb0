import { findQuestion } from '../questionnaire/index.ts'
import { acceptableAnswers, type AcceptableAnswers } from './acceptable-answers.ts'
import { ColumnTally } from './column-tally.ts'
import { joinPieces } from './join-pieces.ts'
import type { AnswerTable, ColumnMapping, ImportedRow, ImportPlan, RefusedRow } from './model.ts'
import { readCell, type AnswerPiece, type CellContext } from './read-cell.ts'

/** The header is line 1 of the file. */
const FIRST_ROW = 2
const LONGEST_SHEET_NUMBER = 40

/**
 * The dry run: reads every cell by the mapping, checks every row as `submitResponse` will, and says what would be
 * stored, what was only approximated and what is left out or refused, by line and column. Stores nothing.
 */
export function planImport(context: CellContext, table: AnswerTable, mapping: ColumnMapping): ImportPlan {
  const tallies = table.header.map((header, column) => new ColumnTally(column, header))
  const importedRows: ImportedRow[] = []
  const refusedRows: RefusedRow[] = []
  const lineOfSheet = new Map<string, number>()
  table.rows.forEach((cells, index) => {
    const row = index + FIRST_ROW
    const reading = readRow(context, mapping, cells, row, tallies)
    const message = faultOf(reading, lineOfSheet)
    if (message !== null) return void refusedRows.push({ row, message })
    if (reading.sheetNumber !== undefined) lineOfSheet.set(reading.sheetNumber, row)
    importedRows.push({
      row,
      answers: reading.answers,
      ...(reading.sheetNumber !== undefined && { sheetNumber: reading.sheetNumber }),
    })
  })
  return {
    rowCount: table.rows.length,
    columns: tallies.map((tally) => tally.report()),
    refusedRows,
    importedRows,
  }
}

interface RowReading extends AcceptableAnswers {
  readonly sheetNumber?: string
}

function faultOf(
  { sheetNumber, answers, missing }: RowReading,
  lineOfSheet: ReadonlyMap<string, number>,
): string | null {
  if (sheetNumber !== undefined && sheetNumber.length > LONGEST_SHEET_NUMBER) {
    return `Numer arkusza może mieć najwyżej ${LONGEST_SHEET_NUMBER} znaków.`
  }
  if (Object.keys(answers).length === 0) return 'W tym wierszu nie ma żadnej odpowiedzi.'
  if (missing.length > 0)
    return `Brakuje odpowiedzi, bez której ankiety nie można przyjąć: ${missing.join(', ')}.`
  const before = sheetNumber === undefined ? undefined : lineOfSheet.get(sheetNumber)
  return before === undefined ? null : `Numer arkusza „${sheetNumber}” jest już w wierszu ${before}.`
}

function readRow(
  context: CellContext,
  mapping: ColumnMapping,
  cells: readonly string[],
  row: number,
  tallies: readonly ColumnTally[],
): RowReading {
  const pieces: AnswerPiece[] = []
  const columnOfKey = new Map<string, number>()
  let sheetNumber: string | undefined
  mapping.forEach((target, column) => {
    const cell = cells[column] ?? ''
    if (target.kind === 'ignore') return
    if (target.kind === 'sheetNumber') {
      sheetNumber = cell.trim() || undefined
      return tallies[column]?.count(cell, row, { kind: cell.trim() ? 'understood' : 'empty' })
    }
    const question = findQuestion(context.questionnaire, target.questionKey)
    if (!question) return
    const reading = readCell(context, question, target, cell)
    if (reading.kind === 'empty') return tallies[column]?.count(cell, row, { kind: 'empty' })
    if (reading.kind === 'refused') return tallies[column]?.count(cell, row, reading)
    pieces.push(reading.piece)
    columnOfKey.set(target.questionKey, column)
    const kind = reading.quality === 'exact' ? 'understood' : 'approximated'
    return tallies[column]?.count(cell, row, { kind, message: reading.message })
  })
  const { answers, missing } = acceptableAnswers(context, joinPieces(pieces), (questionKey, message) => {
    const column = columnOfKey.get(questionKey)
    if (column !== undefined) tallies[column]?.count(cells[column] ?? '', row, { kind: 'refused', message })
  })
  return { answers, missing, ...(sheetNumber !== undefined && { sheetNumber }) }
}
