import { codeLabels } from './codes.ts'

/** The margins a profile is made of: a category from 0 a row. */
export interface CategoricalMargin {
  readonly codes: Int32Array
  readonly categoryCount: number
}

/**
 * People alike in every margin. What is summed over the margins is summed by profile in one pass over the people, and
 * what depends on the margins alone is computed once a profile.
 */
export interface MarginProfiles {
  readonly ofRow: Int32Array
  readonly count: number
  /** The column of each profile, margin by margin, the columns of all margins numbered on. */
  readonly columns: readonly Int32Array[]
}

const known = new WeakMap<readonly CategoricalMargin[], MarginProfiles>()

function numbered(margins: readonly CategoricalMargin[], rowCount: number): MarginProfiles {
  let ofRow: Int32Array = new Int32Array(rowCount)
  let count = 1
  for (const { codes } of margins) {
    const profiles = codeLabels(Float64Array.from(ofRow, (profile, row) => codes[row]! * count + profile))
    ofRow = profiles.codes
    count = profiles.labels.length
  }
  let at = 0
  const columns = margins.map(({ codes, categoryCount }) => {
    const own = new Int32Array(count)
    for (let row = 0; row < rowCount; row++) own[ofRow[row]!] = at + codes[row]!
    at += categoryCount
    return own
  })
  return { ofRow, count, columns }
}

/** Numbers the combinations of categories that occur; remembered for the same list of margins. */
export function profilesOf(margins: readonly CategoricalMargin[], rowCount: number): MarginProfiles {
  let profiles = known.get(margins)
  if (!profiles) known.set(margins, (profiles = numbered(margins, rowCount)))
  return profiles
}
