const WORD = (1n << 64n) - 1n
const ROUNDS = 80
const BLOCK_BYTES = 128

function primes(count: number): readonly bigint[] {
  const found: bigint[] = []
  for (let candidate = 2n; found.length < count; candidate += 1n) {
    if (found.every((prime) => candidate % prime !== 0n)) found.push(candidate)
  }
  return found
}

/** The whole part of the root of a positive number, by Newton's method. */
function wholeRoot(value: bigint, degree: bigint): bigint {
  let root = 1n << (BigInt(value.toString(2).length) / degree + 1n)
  for (;;) {
    const next = ((degree - 1n) * root + value / root ** (degree - 1n)) / degree
    if (next >= root) return root
    root = next
  }
}

/** The constants of the standard: the first 64 bits of the fractions of roots of the first primes. */
const PRIMES = primes(ROUNDS)
const K = PRIMES.map((prime) => wholeRoot(prime << 192n, 3n) & WORD)
const START = PRIMES.slice(8, 16).map((prime) => wholeRoot(prime << 128n, 2n) & WORD)

const turned = (word: bigint, by: bigint): bigint => ((word >> by) | (word << (64n - by))) & WORD

function padded(message: Uint8Array): Uint8Array {
  const blocks = Math.ceil((message.length + 17) / BLOCK_BYTES)
  const bytes = new Uint8Array(blocks * BLOCK_BYTES)
  bytes.set(message)
  bytes[message.length] = 0x80
  let bits = message.length * 8
  for (let place = bytes.length - 1; bits > 0; place -= 1) {
    bytes[place] = bits & 0xff
    bits = Math.floor(bits / 256)
  }
  return bytes
}

function schedule(bytes: Uint8Array, from: number): readonly bigint[] {
  const words: bigint[] = []
  const at = (index: number) => words[index] ?? 0n
  for (let index = 0; index < 16; index += 1) {
    let word = 0n
    for (let byte = 0; byte < 8; byte += 1) word = (word << 8n) | BigInt(bytes[from + index * 8 + byte] ?? 0)
    words.push(word)
  }
  for (let index = 16; index < ROUNDS; index += 1) {
    const early = at(index - 15)
    const late = at(index - 2)
    const one = turned(early, 1n) ^ turned(early, 8n) ^ (early >> 7n)
    const other = turned(late, 19n) ^ turned(late, 61n) ^ (late >> 6n)
    words.push((at(index - 16) + one + at(index - 7) + other) & WORD)
  }
  return words
}

type State = readonly [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint]

function round([a, b, c, d, e, f, g, h]: State, word: bigint, constant: bigint): State {
  const mixed = turned(e, 14n) ^ turned(e, 18n) ^ turned(e, 41n)
  const first = h + mixed + ((e & f) ^ (~e & WORD & g)) + constant + word
  const second = (turned(a, 28n) ^ turned(a, 34n) ^ turned(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c))
  return [(first + second) & WORD, a, b, c, (d + first) & WORD, e, f, g]
}

/**
 * SHA-384 (FIPS 180-4). The browser's own exists only on pages opened over https, and answers only later.
 *
 * @returns 48 bytes
 */
export function sha384(message: Uint8Array): Uint8Array {
  const bytes = padded(message)
  let state = START
  for (let from = 0; from < bytes.length; from += BLOCK_BYTES) {
    const words = schedule(bytes, from)
    let working = state as unknown as State
    for (let index = 0; index < ROUNDS; index += 1) {
      working = round(working, words[index] ?? 0n, K[index] ?? 0n)
    }
    const after: readonly bigint[] = working
    state = state.map((word, index) => (word + (after[index] ?? 0n)) & WORD)
  }
  const digest = new Uint8Array(48)
  state.slice(0, 6).forEach((word, index) => {
    for (let byte = 0; byte < 8; byte += 1) {
      digest[index * 8 + byte] = Number((word >> BigInt(56 - byte * 8)) & 0xffn)
    }
  })
  return digest
}
