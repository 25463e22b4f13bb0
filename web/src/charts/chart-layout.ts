const LETTER_PX = 7.6
const LINE_PX = 19
const NARROW_PX = 560
const WIDEST_LABEL_PX = 320
const LABEL_SHARE = 0.42
const BAR_PX = 18
const GAP_PX = 10

/** How the rows of a bar chart share their room: labels beside the bars, or above them on a phone. */
export interface ChartLayout {
  readonly width: number
  readonly isNarrow: boolean
  /** Room for the category labels; on a phone the whole width. */
  readonly labelWidth: number
  /** Room at the end of the bars for their values. */
  readonly valueWidth: number
  /** Height of the label in its row, all rows alike. */
  readonly labelHeight: number
  readonly rowHeight: number
  readonly height: number
}

interface Words {
  readonly labels: readonly string[]
  /** The texts that stand at the end of the bars; none where values stand inside. */
  readonly values: readonly string[]
}

const textWidth = (text: string): number => Math.ceil(text.length * LETTER_PX)
const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(textWidth))

/** Lines that a text takes when it is broken between words. */
export function lineCount(text: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(/\s+/)) {
    const needed = textWidth(word)
    if (used > 0 && used + LETTER_PX + needed > width) {
      lines += 1
      used = needed
    } else {
      used += (used > 0 ? LETTER_PX : 0) + needed
    }
  }
  return lines
}

/** Is there so little room that labels stand above their bars? */
export const isNarrowAt = (width: number): boolean => width < NARROW_PX

/** Divides the room of a chart `width` pixels wide. */
export function chartLayout(width: number, { labels, values }: Words): ChartLayout {
  const isNarrow = isNarrowAt(width)
  const labelWidth = isNarrow ? width : Math.min(longest(labels) + 28, width * LABEL_SHARE, WIDEST_LABEL_PX)
  const valueWidth = values.length === 0 ? 4 : longest(values) + 12
  const lines = Math.max(1, ...labels.map((label) => lineCount(label, labelWidth - 12)))
  const labelHeight = lines * LINE_PX
  const rowHeight = (isNarrow ? labelHeight + BAR_PX + 4 : Math.max(labelHeight, BAR_PX)) + GAP_PX
  return {
    width,
    isNarrow,
    labelWidth,
    valueWidth,
    labelHeight,
    rowHeight,
    height: rowHeight * labels.length + 4,
  }
}

/** Top and height of the bar in a row that begins at `top`. */
export function barInRow(layout: ChartLayout, top: number): { readonly y: number; readonly height: number } {
  const free = layout.rowHeight - BAR_PX
  return { y: layout.isNarrow ? top + layout.labelHeight + 2 : top + free / 2, height: BAR_PX }
}

/** End of the axis of percentages: a whole number of twenties, so that bars do not jump with each answer. */
export function percentAxisEnd(values: readonly number[]): number {
  return Math.min(100, Math.max(20, Math.ceil(Math.max(0, ...values) / 20) * 20))
}
