import { MM, PAPER, type Pen, type TextStyle } from './pen.ts'

/** Sizes of one booklet, in points. */
export interface BookletSizes {
  readonly base: number
  /** Help and instructions. */
  readonly note: number
  /** Numbers of answers, for whoever enters the sheet; the foot of the page. */
  readonly small: number
  readonly heading: number
  readonly title: number
  readonly box: number
  readonly rowGap: number
  readonly questionGap: number
  /** Height of a line to write on. */
  readonly line: number
  /** Width of the column of question numbers. */
  readonly indent: number
}

const NORMAL: BookletSizes = {
  base: 11,
  note: 10,
  small: 8.5,
  heading: 14,
  title: 20,
  box: 11,
  rowGap: 4,
  questionGap: 15,
  line: 25,
  indent: 26,
}

/** Nothing is smaller than 18 points. */
const LARGE: BookletSizes = {
  base: 18,
  note: 18,
  small: 18,
  heading: 23,
  title: 28,
  box: 18,
  rowGap: 8,
  questionGap: 26,
  line: 38,
  indent: 46,
}

const INNER_MARGIN = 22 * MM
const OUTER_MARGIN = 15 * MM

/** The sheet of an office printer that prints on both sides: the inner margin, for staples, changes its side. */
export const BOOKLET_PAGE = {
  width: PAPER.a4.width - INNER_MARGIN - OUTER_MARGIN,
  top: 15 * MM,
  height: PAPER.a4.height - 15 * MM - 23 * MM,
  foot: PAPER.a4.height - 19 * MM,
  /** @param index - of the page within its copy, from 0 */
  left: (index: number): number => (index % 2 === 0 ? INNER_MARGIN : OUTER_MARGIN),
} as const

/** What pieces of a booklet are measured and painted with. */
export interface BookletSetting {
  readonly pen: Pen
  readonly sizes: BookletSizes
  readonly isLarge: boolean
  readonly text: (size: number, style?: Partial<TextStyle>) => TextStyle
}

export function bookletSetting(pen: Pen, isLarge: boolean): BookletSetting {
  const text = (size: number, style: Partial<TextStyle> = {}): TextStyle => ({ size, ...style })
  return { pen, sizes: isLarge ? LARGE : NORMAL, isLarge, text }
}
