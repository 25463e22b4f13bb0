import { formatCell, type Cell, type TableBlock, type TableColumn } from '@rozeznanie/core/report'
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import { xmlText } from '../../../kernel/xml-text.ts'
import { TEXT_WIDTH } from './measures.ts'
import { LINE, LINE_STRONG, PRIMARY, PRIMARY_SOFT } from './styles.ts'

const WIDEST_NUMBER = 1500
const BASE_WIDTH = 640
/** A bold capital letter of a header at its widest, and the room beside a word. */
const LETTER_WIDTH = 112
const CELL_ROOM = 200
const NARROWEST_NUMBER = 860
/** The part of the width that columns of numbers may take together. */
const NUMBERS_SHARE = 0.74
/** The part of the first column where all columns are texts. */
const FIRST_TEXT_SHARE = 0.68

const SHORT_TABLE = 8
const LEAST_ROWS = 3

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const thin = (color: string) => ({ style: BorderStyle.SINGLE, size: 4, color })

const isBase = ({ kind, label }: TableColumn): boolean => kind === 'count' && label === 'n'

/** So wide that no word of a header is broken, and no wider than it has to be where many columns share the room. */
function numberWidth(columns: readonly TableColumn[]): number {
  const numbers = columns.filter((column) => column.kind !== 'text' && !isBase(column))
  if (numbers.length <= 2) return WIDEST_NUMBER
  const longest = Math.max(...numbers.flatMap(({ label }) => label.split(/\s/).map(({ length }) => length)))
  return Math.min(WIDEST_NUMBER, Math.max(NARROWEST_NUMBER, longest * LETTER_WIDTH + CELL_ROOM))
}

/** Widths of the columns: the base narrow, numbers equal, texts share the rest. */
export function columnWidths(columns: readonly TableColumn[]): readonly number[] {
  const texts = columns.filter(({ kind }) => kind === 'text').length
  if (texts === columns.length && texts === 2) {
    const first = Math.floor(TEXT_WIDTH * FIRST_TEXT_SHARE)
    return [first, TEXT_WIDTH - first]
  }
  const bases = columns.filter(isBase).length * BASE_WIDTH
  const numbers = columns.filter((column) => column.kind !== 'text' && !isBase(column)).length
  const room = TEXT_WIDTH * NUMBERS_SHARE - bases
  const number = numbers === 0 ? 0 : Math.min(numberWidth(columns), Math.floor(room / numbers))
  const text = texts === 0 ? 0 : Math.floor((TEXT_WIDTH - bases - number * numbers) / texts)
  return columns.map((column) => (column.kind === 'text' ? text : isBase(column) ? BASE_WIDTH : number))
}

interface CellPlace {
  readonly width: number
  readonly isNumber: boolean
  readonly keepNext: boolean
  readonly merge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]
}

function headerCell(column: TableColumn, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    shading: { fill: PRIMARY_SOFT },
    verticalAlign: VerticalAlignTable.BOTTOM,
    children: [
      new Paragraph({
        style: 'TableText',
        keepNext: true,
        alignment: column.kind === 'text' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        children: [new TextRun({ text: xmlText(column.label), bold: true, color: PRIMARY })],
      }),
    ],
  })
}

function bodyCell(cell: Cell, { width, isNumber, keepNext, merge }: CellPlace): TableCell {
  const isRepeated = merge === VerticalMergeType.CONTINUE
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(merge === undefined ? {} : { verticalMerge: merge }),
    verticalAlign: isNumber ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: [
      new Paragraph({
        style: 'TableText',
        keepNext,
        alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: isRepeated
          ? []
          : [new TextRun({ text: xmlText(formatCell(cell)), bold: merge !== undefined })],
      }),
    ],
  })
}

const textOf = (cell: Cell | undefined): string | null => (cell?.kind === 'text' ? cell.text : null)

/** Row headers that stand over several rows are merged where the table has two columns of text. */
function mergeOf({ columns, rows }: TableBlock, row: number): CellPlace['merge'] {
  if (columns[1]?.kind !== 'text') return undefined
  const own = textOf(rows[row]?.[0])
  if (own === textOf(rows[row - 1]?.[0])) return VerticalMergeType.CONTINUE
  return own === textOf(rows[row + 1]?.[0]) ? VerticalMergeType.RESTART : undefined
}

/** Short tables stay on one page; of longer ones no page gets less than three rows, and notes are not left alone. */
function isKept(row: number, rowCount: number): boolean {
  return rowCount <= SHORT_TABLE || row < LEAST_ROWS - 1 || row >= rowCount - LEAST_ROWS
}

function bodyRow(table: TableBlock, row: number, widths: readonly number[]): TableRow {
  const cells = table.rows[row] ?? []
  return new TableRow({
    cantSplit: true,
    children: cells.map((cell, index) => {
      const isNumber = table.columns[index]?.kind !== 'text'
      const merge = index === 0 ? mergeOf(table, row) : undefined
      return bodyCell(cell, {
        width: widths[index] ?? 0,
        isNumber,
        keepNext: isKept(row, table.rows.length),
        ...(merge === undefined ? {} : { merge }),
      })
    }),
  })
}

/** A calm table: thin lines between rows, a header row that repeats on every page. */
export function wordTable(table: TableBlock): Table {
  const widths = columnWidths(table.columns)
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, index) => headerCell(column, widths[index] ?? 0)),
  })
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: true, noVBand: true },
    margins: { top: 20, bottom: 20, left: 80, right: 80 },
    borders: {
      top: thin(LINE_STRONG),
      bottom: thin(LINE_STRONG),
      left: NO_LINE,
      right: NO_LINE,
      insideHorizontal: thin(LINE),
      insideVertical: NO_LINE,
    },
    rows: [header, ...table.rows.map((_, row) => bodyRow(table, row, widths))],
  })
}
