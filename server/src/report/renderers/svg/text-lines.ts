/** Widths of letters of Atkinson Hyperlegible in parts of the font size, in three groups; the rest is `OTHER`. */
const NARROW = /[ijlrtfI.,:;'!|()„”\s-]/
const WIDE = /[mwMW@%—…]/
const CAPITAL = /[A-ZĄĆĘŁŃÓŚŹŻ0-9]/
const OTHER = 0.56

const letterWidth = (letter: string): number => {
  if (NARROW.test(letter)) return 0.33
  if (WIDE.test(letter)) return 0.88
  return CAPITAL.test(letter) ? 0.65 : OTHER
}

/** About how wide a text is, in the units of `fontSize`; rather too wide than too narrow. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * fontSize
}

/** Break a text at spaces so that no line is wider than `width`; a single longer word stays whole. */
export function textLines(text: string, width: number, fontSize: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(joined, fontSize) <= width) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}
