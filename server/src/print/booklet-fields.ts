import type { BookletField, BookletOption } from '@rozeznanie/core/questionnaire/paper'
import { matrixTable } from './booklet-matrix.ts'
import { BOOKLET_PAGE, type BookletSetting } from './booklet-sizes.ts'
import { element, piece, type FlowItem } from './flow.ts'
import { SOFT_INK, type Pen } from './pen.ts'

/** Answers of this many and more, and short ones, stand in two columns. */
const FEW = 4
/** Of so many they do so even if they take three lines. */
const MANY = 10
const COLUMN_GAP = 16
/** A line to write on that is shorter is of no use. */
const SHORTEST_LINE = 130
const BESIDE = 5

interface OptionLook {
  readonly mark: 'box' | 'digit'
  /** Left edge and width of the row, within the page. */
  readonly left: number
  readonly width: number
}

function optionMeasures({ pen, sizes, text }: BookletSetting, { mark, left, width }: OptionLook) {
  const numberWidth = sizes.small * 1.5
  const side = mark === 'digit' ? sizes.box * 1.6 : sizes.box
  const labelLeft = left + numberWidth + BESIDE + side + BESIDE + 2
  const labelWidth = left + width - labelLeft
  const style = text(sizes.base)
  const heightOf = (label: string) => pen.heightOf(label, style, labelWidth)
  return { numberWidth, side, labelLeft, labelWidth, style, heightOf }
}

/** How high an option stands, and where its line to write on begins. */
function optionHeight(setting: BookletSetting, option: BookletOption, look: OptionLook) {
  const { side, labelWidth, style, heightOf } = optionMeasures(setting, look)
  const label = heightOf(option.label)
  const row = Math.max(label, side + 2)
  if (!option.hasLine) return { row, height: row, lineLeft: null }
  const end = setting.pen.widthOf(option.label, style) + 8
  const isBeside = label < style.size * 2 && labelWidth - end >= SHORTEST_LINE
  return isBeside
    ? {
        row: Math.max(row, setting.sizes.line * 0.8),
        height: Math.max(row, setting.sizes.line * 0.8),
        lineLeft: end,
      }
    : { row, height: row + setting.sizes.line, lineLeft: 0 }
}

/** One answer: its number, its box, its words, perhaps a line to write on. */
function paintOption(setting: BookletSetting, option: BookletOption, look: OptionLook) {
  const { numberWidth, side, labelLeft, labelWidth, style } = optionMeasures(setting, look)
  const { sizes, text } = setting
  const { height, lineLeft } = optionHeight(setting, option, look)
  return (pen: Pen, x: number, y: number) => {
    const boxTop = y + (style.size * 1.15 - side) / 2
    pen.within('LI', () => {
      pen.leaf('Lbl', () => {
        if (option.number !== null) {
          const numberStyle = text(sizes.small, { align: 'right', colour: SOFT_INK })
          const top = y + (sizes.base - sizes.small) * 0.9
          pen.text(option.number, numberStyle, { x: x + look.left, y: top, width: numberWidth })
        }
        pen.box(x + look.left + numberWidth + BESIDE, Math.max(boxTop, y - 1), side, side)
      })
      pen.paragraph('LBody', option.label, style, { x: x + labelLeft, y, width: labelWidth })
    })
    if (lineLeft !== null) {
      pen.artifact(() =>
        pen.line({ x: x + labelLeft + lineLeft, y: y + height - 3, width: labelWidth - lineLeft }),
      )
    }
  }
}

/** Do these stand side by side in two columns: short ones, or many of at most three lines? */
function inTwoColumns(setting: BookletSetting, options: readonly BookletOption[], width: number): boolean {
  if (options.length <= FEW) return false
  const look = { mark: 'box', left: 0, width: (width - COLUMN_GAP) / 2 } as const
  const { labelWidth, style } = optionMeasures(setting, look)
  const lines = options.length >= MANY ? 3 : 1
  return options.every(
    ({ label }) => setting.pen.heightOf(label, style, labelWidth) < style.size * 1.6 * lines,
  )
}

/** In rows of two, which a page may end after. */
function rowsOfTwo(setting: BookletSetting, options: readonly BookletOption[], mark: 'box' | 'digit') {
  const { indent, rowGap } = setting.sizes
  const width = (BOOKLET_PAGE.width - indent - COLUMN_GAP) / 2
  const looks = [indent, indent + width + COLUMN_GAP].map((left): OptionLook => ({ mark, left, width }))
  const rows = Array.from({ length: Math.ceil(options.length / 2) }, (_, row) =>
    options.slice(2 * row, 2 * row + 2).flatMap((option, column) => {
      const look = looks[column]
      return look
        ? [{ height: optionHeight(setting, option, look).height, paint: paintOption(setting, option, look) }]
        : []
    }),
  )
  return rows.map((row) =>
    piece(
      Math.max(...row.map(({ height }) => height)),
      (pen, x, y) => row.forEach(({ paint }) => paint(pen, x, y)),
      { gap: rowGap + 1 },
    ),
  )
}

function optionList(
  setting: BookletSetting,
  options: readonly BookletOption[],
  mark: 'box' | 'digit',
): readonly FlowItem[] {
  const { indent, rowGap } = setting.sizes
  const width = BOOKLET_PAGE.width - indent
  const look: OptionLook = { mark, left: indent, width }
  const firstWithLine = options.findIndex(({ hasLine }) => hasLine)
  const beside = options.slice(0, firstWithLine === -1 ? options.length : firstWithLine)
  const inColumns = inTwoColumns(setting, beside, width) ? beside : []
  const below = options.slice(inColumns.length).map((option) =>
    piece(optionHeight(setting, option, look).height, paintOption(setting, option, look), {
      gap: rowGap + 1,
    }),
  )
  return element('L', inColumns.length > 0 ? [...rowsOfTwo(setting, inColumns, mark), ...below] : below)
}

type Scale = Extract<BookletField, { kind: 'scale' }>

/** The points side by side under the words of both ends. */
function scaleRow(setting: BookletSetting, { from, to, points }: Scale): FlowItem {
  const { pen, sizes, text } = setting
  const width = Math.min(BOOKLET_PAGE.width - sizes.indent, points.length * sizes.box * 3.4)
  const half = (BOOKLET_PAGE.width - sizes.indent) / 2 - 8
  const wordsHeight = Math.max(
    pen.heightOf(from, text(sizes.base), half),
    pen.heightOf(to, text(sizes.base), Math.min(half, width / 2)),
  )
  const step = width / points.length
  const side = sizes.box * 1.2
  const digitHeight = sizes.base * 1.3
  return piece(
    wordsHeight + digitHeight + side + 8,
    (painting, x, y) => {
      const left = x + sizes.indent
      const endWidth = Math.min(half, width / 2 - 4)
      painting.paragraph('P', `${points[0]} – ${from}`, text(sizes.base), { x: left, y, width: endWidth })
      painting.paragraph('P', `${points.at(-1)} – ${to}`, text(sizes.base, { align: 'right' }), {
        x: left + width - endWidth,
        y,
        width: endWidth,
      })
      const top = y + wordsHeight + 4
      painting.within('L', () =>
        points.forEach((point, index) => {
          const middle = left + index * step + step / 2
          painting.within('LI', () =>
            painting.leaf('LBody', () => {
              painting.text(point, text(sizes.base, { align: 'center' }), {
                x: middle - step / 2,
                y: top,
                width: step,
              })
              painting.box(middle - side / 2, top + digitHeight, side, side)
            }),
          )
        }),
      )
    },
    { gap: sizes.rowGap + 1, staysWithNext: false },
  )
}

function digitBoxes(setting: BookletSetting, field: Extract<BookletField, { kind: 'digits' }>): FlowItem {
  const { sizes, text, pen } = setting
  const side = sizes.box * 1.8
  return piece(
    side,
    (_pen, x, y) => {
      let left = x + sizes.indent
      pen.artifact(() => {
        for (let digit = 0; digit < field.whole + field.decimals; digit += 1) {
          if (digit === field.whole) {
            pen.text(',', text(sizes.base * 1.4, { isBold: true }), {
              x: left + 2,
              y: y + side * 0.3,
              width: 12,
            })
            left += sizes.base
          }
          pen.box(left, y, side, side)
          left += side + 3
        }
      })
      if (field.unit === '') return
      const place = {
        x: left + 5,
        y: y + (side - sizes.base * 1.15) / 2,
        width: x + BOOKLET_PAGE.width - left - 5,
      }
      pen.paragraph('P', field.unit, text(sizes.base), place)
    },
    { gap: sizes.rowGap + 2 },
  )
}

function writingLines({ sizes }: BookletSetting, count: number): readonly FlowItem[] {
  return Array.from({ length: count }, () =>
    piece(sizes.line, (pen, x, y) =>
      pen.artifact(() =>
        pen.line({ x: x + sizes.indent, y: y + sizes.line - 2, width: BOOKLET_PAGE.width - sizes.indent }),
      ),
    ),
  )
}

type Letters = Extract<BookletField, { kind: 'letters' }>

/** Answers with letters, then the rows, each with a place to write one. */
function letteredRows(setting: BookletSetting, { letters, rows }: Letters): readonly FlowItem[] {
  const { pen, sizes, text } = setting
  const width = BOOKLET_PAGE.width - sizes.indent
  const key = letters.map(({ letter, label }) => `${letter} – ${label}`)
  const legend = key.map((words) =>
    piece(
      pen.heightOf(words, text(sizes.base), width),
      (painting, x, y) =>
        painting.within('LI', () =>
          painting.paragraph('LBody', words, text(sizes.base), { x: x + sizes.indent, y, width }),
        ),
      { gap: 2, staysWithNext: true },
    ),
  )
  const options = rows.map((label) => ({ number: null, label, hasLine: false }))
  return [...element('L', legend), ...optionList(setting, options, 'digit')]
}

/** Where the answer is given by hand, as pieces of a page. */
export function fieldItems(setting: BookletSetting, field: BookletField): readonly FlowItem[] {
  switch (field.kind) {
    case 'none':
      return []
    case 'options':
      return optionList(setting, field.options, field.mark)
    case 'scale':
      return [
        scaleRow(setting, field),
        ...(field.others.length > 0 ? optionList(setting, field.others, 'box') : []),
      ]
    case 'matrix':
      return matrixTable(setting, field)
    case 'letters':
      return letteredRows(setting, field)
    case 'digits':
      return [digitBoxes(setting, field)]
    case 'lines':
      return writingLines(setting, field.count)
  }
}
