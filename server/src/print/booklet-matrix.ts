import { letterOf } from '@rozeznanie/core/questionnaire'
import type { BookletField, BookletOption } from '@rozeznanie/core/questionnaire/paper'
import { BOOKLET_PAGE, type BookletSetting } from './booklet-sizes.ts'
import { element, piece, type FlowItem, type Piece } from './flow.ts'
import { SOFT_INK, type Pen } from './pen.ts'

type Matrix = Extract<BookletField, { kind: 'matrix' }>

const ROW_LABEL_SHARE = 0.42
/** Of the size of letters; with few columns the words of the rows have more room. */
const WIDEST_COLUMN = 6.5
const PADDING = 4
/** Every other row, so that the eye keeps its line; light enough for a grey printer. */
const SHADE = '#f1f1f1'
/** Headings of columns are a little smaller than answers. */
const HEAD_SHARE = 0.86

interface Columns {
  readonly setting: BookletSetting
  readonly labelWidth: number
  readonly width: number
  readonly headSize: number
  /** What stands over each column, short enough for it. */
  readonly heads: readonly string[]
  /** The number of each answer, for whoever enters the sheet, where the head is not that number. */
  readonly numbers: readonly string[]
}

const nameOf = ({ number }: BookletOption, index: number): string => number ?? letterOf(index)

function hasRoom(
  { pen, text }: BookletSetting,
  columns: readonly BookletOption[],
  size: number,
  width: number,
): boolean {
  return columns.every(({ label }) =>
    label.split(/\s+/).every((word) => pen.widthOf(word, text(size)) <= width - 2 * PADDING),
  )
}

function columnsOf(setting: BookletSetting, { columns }: Matrix): Columns & { readonly hasLegend: boolean } {
  const { sizes, isLarge } = setting
  const full = BOOKLET_PAGE.width - sizes.indent
  const headSize = isLarge ? sizes.base : sizes.base * HEAD_SHARE
  const width = Math.min((full * (1 - ROW_LABEL_SHARE)) / columns.length, sizes.base * WIDEST_COLUMN)
  const labelWidth = full - width * columns.length
  const hasLegend = !hasRoom(setting, columns, headSize, width)
  if (!hasLegend) {
    const heads = columns.map(({ label }) => label)
    const numbers = columns.map(({ number }) => number ?? '')
    return { setting, labelWidth, width, headSize, heads, numbers, hasLegend }
  }
  const narrow = Math.min(width, sizes.box * 2.05)
  return {
    setting,
    labelWidth: full - narrow * columns.length,
    width: narrow,
    headSize,
    heads: columns.map(nameOf),
    numbers: [],
    hasLegend,
  }
}

/** What the short heads of a narrow table mean. */
function legend({ setting, heads }: Columns, { columns }: Matrix): readonly FlowItem[] {
  const { pen, sizes, text } = setting
  const width = BOOKLET_PAGE.width - sizes.indent
  const words = columns.map(({ label }, index) => `${heads[index]} – ${label}`)
  return element(
    'L',
    words.map((line) =>
      piece(
        pen.heightOf(line, text(sizes.base), width),
        (painting, x, y) =>
          painting.within('LI', () =>
            painting.paragraph('LBody', line, text(sizes.base), { x: x + sizes.indent, y, width }),
          ),
        { gap: 2, staysWithNext: true },
      ),
    ),
  )
}

function headPiece(table: Columns): Pick<Piece, 'height' | 'paint'> {
  const { setting, labelWidth, width, headSize, heads, numbers } = table
  const { pen, sizes, text } = setting
  const style = text(headSize, { align: 'center', isBold: true })
  const small = text(sizes.small, { align: 'center', colour: SOFT_INK })
  const numberHeight = numbers.length > 0 ? sizes.small * 1.3 : 0
  const heights = heads.map((head) => pen.heightOf(head, style, width - PADDING) + numberHeight)
  const height = Math.max(...heights) + 2 * PADDING
  const paint = (painting: Pen, x: number, y: number) => {
    const left = x + sizes.indent
    painting.within('TR', () => {
      painting.leaf('TD', () => undefined)
      heads.forEach((head, index) =>
        painting.leaf(
          'TH',
          () => {
            const column = { x: left + labelWidth + index * width + PADDING / 2, width: width - PADDING }
            painting.text(head, style, { ...column, y: y + height - PADDING - (heights[index] ?? 0) })
            const number = numbers[index] ?? ''
            if (number !== '')
              painting.text(number, small, { ...column, y: y + height - PADDING - numberHeight })
          },
          { scope: 'Column' },
        ),
      )
    })
    painting.artifact(() =>
      painting.line({ x: left, y: y + height, width: labelWidth + width * heads.length }),
    )
  }
  return { height, paint }
}

function rowPiece(
  table: Columns,
  label: string,
  index: number,
  again: Pick<Piece, 'height' | 'paint'>,
): FlowItem {
  const { setting, labelWidth, width, heads } = table
  const { pen, sizes, text } = setting
  const style = text(sizes.base)
  const labelHeight = pen.heightOf(label, style, labelWidth - 2 * PADDING)
  const height = Math.max(labelHeight + 2 * PADDING, sizes.box + 3 * PADDING)
  return piece(
    height,
    (painting, x, y) => {
      const left = x + sizes.indent
      const full = labelWidth + width * heads.length
      if (index % 2 === 0)
        painting.artifact(() => painting.doc.rect(left, y + 0.5, full, height - 0.5).fill(SHADE))
      painting.within('TR', () => {
        const top = y + (height - labelHeight) / 2 + 1
        painting.leaf(
          'TH',
          () => painting.text(label, style, { x: left + PADDING, y: top, width: labelWidth - 2 * PADDING }),
          { scope: 'Row' },
        )
        heads.forEach((_head, column) => {
          const middle = left + labelWidth + column * width + width / 2
          painting.leaf(
            'TD',
            () => {
              painting.doc.rect(middle - sizes.box / 2, y + (height - sizes.box) / 2, sizes.box, sizes.box)
              painting.doc.lineWidth(1).fillAndStroke('#ffffff', SOFT_INK)
            },
            { actual: '☐' },
          )
        })
      })
    },
    { again },
  )
}

/** A table of boxes; where the heads of its columns do not fit, numbers stand for them and a list says what they mean. */
export function matrixTable(setting: BookletSetting, field: Matrix): readonly FlowItem[] {
  const table = columnsOf(setting, field)
  const head = headPiece(table)
  const rows = field.rows.map((label, index) => rowPiece(table, label, index, head))
  return [
    ...(table.hasLegend ? legend(table, field) : []),
    ...element('Table', [
      piece(head.height, head.paint, { gap: setting.sizes.rowGap, staysWithNext: true }),
      ...rows,
    ]),
  ]
}
