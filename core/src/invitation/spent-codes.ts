/** Bytes of a code, and of a code with what was signed for it. */
const CODE = 5
const ENTRY = 16
/** So many further codes become visible at a time, and so many stay hidden among those that are spent. */
const SHOWN_AT_ONCE = 10

function compare(list: Uint8Array, at: number, code: Uint8Array): number {
  for (let index = 0; index < CODE; index += 1) {
    const difference = (list[at + index] ?? 0) - (code[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Where in a sorted list a code stands, or would stand. */
function placeIn(list: Uint8Array, width: number, code: Uint8Array): { at: number; isThere: boolean } {
  let [low, high] = [0, list.length / width]
  while (low < high) {
    const middle = (low + high) >> 1
    const order = compare(list, middle * width, code)
    if (order === 0) return { at: middle * width, isThere: true }
    if (order < 0) low = middle + 1
    else high = middle
  }
  return { at: low * width, isThere: false }
}

function inserted(list: Uint8Array, at: number, entry: Uint8Array): Uint8Array {
  const longer = new Uint8Array(list.length + entry.length)
  longer.set(list.subarray(0, at))
  longer.set(entry, at)
  longer.set(list.subarray(at), at + entry.length)
  return longer
}

/** What is stored of the spent codes of a survey. Both lists are sorted by code, so that they hold no order in time. */
export interface SpentCodes {
  /** Sixteen bytes each: the code, and the beginning of the hash of what was signed. */
  readonly spent: Uint8Array
  /** Five bytes each: the codes that organisers may know of. */
  readonly shown: Uint8Array
}

/**
 * Spends a code for a blinded ticket. The same may be asked any number of times, by a device that never heard the
 * answer; for another ticket the code is gone.
 *
 * @param blindedHash - of the blinded ticket, at least eleven bytes
 * @returns the list after it; `null` when the code was spent for another ticket
 */
export function spendCode(
  spent: Uint8Array,
  code: Uint8Array,
  blindedHash: Uint8Array,
): { readonly spent: Uint8Array; readonly isNew: boolean } | null {
  const entry = new Uint8Array(ENTRY)
  entry.set(code)
  entry.set(blindedHash.subarray(0, ENTRY - CODE), CODE)
  const { at, isThere } = placeIn(spent, ENTRY, code)
  if (!isThere) return { spent: inserted(spent, at, entry), isNew: true }
  return entry.every((byte, index) => byte === spent[at + index]) ? { spent, isNew: false } : null
}

/** Has the code been spent? */
export function isSpent(spent: Uint8Array, code: Uint8Array): boolean {
  return placeIn(spent, ENTRY, code).isThere
}

/** May organisers know that the code has been spent? */
export function isShownSpent(shown: Uint8Array, code: Uint8Array): boolean {
  return placeIn(shown, CODE, code).isThere
}

/**
 * Lets organisers know of ten further codes, as soon as twenty are spent that they do not know of: which ten is
 * drawn. Somebody who watches both the codes and the answers therefore never sees fewer than ten that could belong
 * to an answer.
 *
 * @param draw - a random whole number from 0 up to, not including, its argument
 */
export function showSpentCodes({ spent, shown }: SpentCodes, draw: (below: number) => number): Uint8Array {
  const hidden: Uint8Array[] = []
  for (let at = 0; at < spent.length; at += ENTRY) {
    const code = spent.subarray(at, at + CODE)
    if (!isShownSpent(shown, code)) hidden.push(code)
  }
  if (hidden.length < 2 * SHOWN_AT_ONCE) return shown
  let after = shown
  for (let count = 0; count < SHOWN_AT_ONCE; count += 1) {
    const [code] = hidden.splice(draw(hidden.length), 1)
    if (code) after = inserted(after, placeIn(after, CODE, code).at, code)
  }
  return after
}
