import type { PreparedMargins } from './margins.ts'

/** Respondents alike in every margin: raking treats them alike, so it works on profiles and not on people. */
export interface Profiles {
  readonly profileOfRow: Int32Array
  readonly count: number
  /** The category of each profile, one array per margin. */
  readonly codes: readonly Int32Array[]
  /** Base weight of each profile, all together the population. */
  readonly baseWeights: Float64Array
  /** What a row's base weight is multiplied by to count in the population. */
  readonly scale: number
}

/** The largest table of combinations that is looked up directly (16 MB). */
const LARGEST_TABLE = 4_194_304

function numberProfiles(keys: Float64Array, keyCount: number): { codes: Int32Array; firstRows: number[] } {
  const codes = new Int32Array(keys.length)
  const firstRows: number[] = []
  const table = keyCount <= LARGEST_TABLE ? new Int32Array(keyCount).fill(-1) : null
  const map = new Map<number, number>()
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!
    let code = table ? table[key]! : (map.get(key) ?? -1)
    if (code < 0) {
      code = firstRows.length
      firstRows.push(row)
      if (table) table[key] = code
      else map.set(key, code)
    }
    codes[row] = code
  }
  return { codes, firstRows }
}

/** Mixed-radix numbers of the combinations, renumbered densely whenever they would grow past exact integers. */
function keysOf({ margins, baseWeights }: PreparedMargins): { keys: Float64Array; keyCount: number } {
  let keys = new Float64Array(baseWeights.length)
  let keyCount = 1
  for (const { codes, categories } of margins) {
    if (keyCount * categories.length > Number.MAX_SAFE_INTEGER) {
      const dense = numberProfiles(keys, keyCount)
      keys = Float64Array.from(dense.codes)
      keyCount = dense.firstRows.length
    }
    for (let row = 0; row < keys.length; row++) keys[row] = keys[row]! * categories.length + codes[row]!
    keyCount *= categories.length
  }
  return { keys, keyCount }
}

/** Groups respondents by their categories in all margins. */
export function profilesOf(prepared: PreparedMargins): Profiles {
  const { keys, keyCount } = keysOf(prepared)
  const { codes: profileOfRow, firstRows } = numberProfiles(keys, keyCount)
  const sums = new Float64Array(firstRows.length)
  let all = 0
  for (let row = 0; row < profileOfRow.length; row++) {
    sums[profileOfRow[row]!]! += prepared.baseWeights[row]!
    all += prepared.baseWeights[row]!
  }
  const scale = prepared.populationSize / all
  return {
    profileOfRow,
    count: firstRows.length,
    codes: prepared.margins.map(({ codes }) => Int32Array.from(firstRows, (row) => codes[row]!)),
    baseWeights: sums.map((sum) => sum * scale),
    scale,
  }
}
