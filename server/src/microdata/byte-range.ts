/** Bytes of a file from one to another, both inclusive. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Reads the header `range` as RFC 9110 §14.1.2 has it, for one range of bytes.
 *
 * @returns `null`: the whole file, also where it asks for several ranges or cannot be read; `unsatisfiable`: there is no
 *   such part
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return null
  return start >= size ? 'unsatisfiable' : { start, end }
}
