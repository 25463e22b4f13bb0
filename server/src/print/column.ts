import { localeOf, type Pen, type TextStyle } from './pen.ts'

interface Said extends TextStyle {
  readonly type?: string
  /** Room before it. */
  readonly gap?: number
  /** Where it is not the one of the document. */
  readonly language?: string
}

/** Writes one paragraph under the other, in a column of a page. */
export class Column {
  constructor(
    private readonly pen: Pen,
    readonly x: number,
    public y: number,
    readonly width: number,
  ) {}

  /** A paragraph or a heading. */
  say(words: string, { type = 'P', gap = 0, language, ...style }: Said): void {
    this.y += gap
    const { pen, x, y, width } = this
    const options = language === undefined ? {} : { lang: localeOf(language) }
    pen.leaf(type, () => (this.y = pen.text(words, style, { x, y, width })), options)
  }

  /** The same in the largest size of these that takes one line. */
  sayOnOneLine(words: string, style: Said, smallest: number): void {
    let { size } = style
    while (size > smallest && this.pen.widthOf(words, { ...style, size }) > this.width) size -= 0.5
    this.say(words, { ...style, size })
  }
}
