const REPLACEMENT = 0xfffd

/** Bytes that a code point takes in UTF-8. */
const sizeOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)

/** Length in bytes of UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0
  for (const letter of text) bytes += sizeOf(letter.codePointAt(0) ?? REPLACEMENT)
  return bytes
}

/** The bytes of a text in UTF-8; half of a pair becomes „�”. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) {
    const given = letter.codePointAt(0) ?? REPLACEMENT
    const point = given >= 0xd800 && given <= 0xdfff ? REPLACEMENT : given
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63))
    else if (point < 0x10000)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    else
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 63),
        0x80 | ((point >> 6) & 63),
        0x80 | (point & 63),
      )
  }
  return Uint8Array.from(bytes)
}
