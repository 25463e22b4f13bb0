/** Packs ones and zeros, eight to a byte. */
export function packBits(ones: Uint8Array): Uint8Array {
  const packed = new Uint8Array(Math.ceil(ones.length / 8))
  for (let at = 0; at < ones.length; at++) if (ones[at] === 1) packed[at >>> 3]! |= 1 << (at & 7)
  return packed
}

/** The first so many bits as ones and zeros; what is beyond the end is zero. */
export function unpackBits(packed: Uint8Array, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, at) => ((packed[at >>> 3] ?? 0) >>> (at & 7)) & 1)
}
