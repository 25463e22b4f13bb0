/** Width of a text in pixels. */
export type Measure = (text: string) => number

/** Breaks a text between words into lines that are not wider than `width`; a word alone may be. */
export function wrapWords(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer) > width) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return line === '' ? lines : [...lines, line]
}

const LETTER_SHARE = 0.52

/** Measures with the letters of the page; by their usual width where nothing can be drawn. */
export function measureIn(font: {
  readonly family: string
  readonly weight: number
  readonly px: number
}): Measure {
  const context = document.createElement('canvas').getContext?.('2d') ?? null
  if (!context) return (text) => text.length * font.px * LETTER_SHARE
  context.font = `${font.weight} ${font.px}px ${font.family}`
  return (text) => context.measureText(text).width
}
