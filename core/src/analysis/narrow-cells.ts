/** Numbers in the narrowest array that holds them all: whole ones in 1, 2 or 4 bytes, others as 8-byte floats. */
export type NumberCells = Uint8Array | Uint16Array | Int32Array | Float64Array

/** Bits of a set of options in the narrowest words that hold them. */
export type WordCells = Uint8Array | Uint16Array | Uint32Array

/** Any array of a column. */
export type Cells = NumberCells | Uint32Array

/** An array of the same kind, of another length. */
export function sameKind<Kind extends Cells>(cells: Kind, length: number): Kind {
  const Kind = cells.constructor as new (length: number) => Kind
  return new Kind(length)
}

/** The same numbers with room for others; what does not fit any more is left out. */
export function withLength<Kind extends Cells>(cells: Kind, length: number): Kind {
  const copy = sameKind(cells, length)
  copy.set(cells.length > length ? cells.subarray(0, length) : cells)
  return copy
}

const INT32_LIMIT = 2 ** 31

function fits(cells: NumberCells, value: number): boolean {
  if (cells instanceof Float64Array) return true
  if (!Number.isInteger(value)) return false
  if (cells instanceof Int32Array) return value >= -INT32_LIMIT && value < INT32_LIMIT
  return value >= 0 && value < 2 ** (8 * cells.BYTES_PER_ELEMENT)
}

function wider(cells: NumberCells): NumberCells {
  if (cells instanceof Uint8Array) return Uint16Array.from(cells)
  return cells instanceof Uint16Array ? Int32Array.from(cells) : Float64Array.from(cells)
}

/** The array itself when the value fits into it, else a wider copy of it. */
export function holding(cells: NumberCells, value: number): NumberCells {
  let held = cells
  while (!fits(held, value)) held = wider(held)
  return held
}

/** Words for sets of so many options; from 33 on several words of 32. */
export function emptyWords(optionCount: number): WordCells {
  if (optionCount <= 8) return new Uint8Array(0)
  return optionCount <= 16 ? new Uint16Array(0) : new Uint32Array(0)
}
