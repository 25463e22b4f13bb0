import type { CodeColumn } from './column.ts'
import type { Columns } from './columns.ts'
import { countOptions, rowCount } from './count-cells.ts'
import { profilesOf, unweightedProfiles, type Profiles } from './estimate-profiles.ts'
import { groupOf, sampleOf, type Group, type Sample } from './estimate-variance.ts'
import type { Mask } from './mask.ts'
import type { AppliedWeights } from './weights.ts'

/** The people that figures are about. */
export interface People {
  readonly columns: Columns
  /** Everybody when `null`. */
  readonly mask: Mask | null
  /** Everybody counts the same when `null`. */
  readonly weights: AppliedWeights | null
  /** People whom a random sample was drawn from; `null` for other samples, and where nobody knows. */
  readonly drawnFrom: number | null
}

/** People sorted into cells by what a figure needs to know of them; −1 for those it is not about. */
export interface Coding {
  readonly cellOf: (at: number) => number
  readonly cellCount: number
  /** Set where the cells are simply the options of this column, which can be counted faster. */
  readonly column?: CodeColumn
}

/** A coding counted: everything that is linear in the cells can be estimated from it. */
export interface Counted {
  readonly sample: Sample
  readonly cellCount: number
  /** People of each profile in each cell: `cell · profileCount + profile`. */
  readonly people: Float64Array
}

function profilesFor({ columns, mask, weights }: People): Profiles {
  const length = rowCount(columns, mask)
  if (weights === null) return unweightedProfiles(length)
  if (weights.weights.length !== length)
    throw new RangeError('The weights were not made for the responses there are now.')
  return profilesOf(weights)
}

/** The sample that these people come from, with what standard errors need. */
export function sampleFor(group: People): Sample {
  return sampleOf(profilesFor(group), group.weights !== null, group.drawnFrom)
}

/** Sorts people into cells and counts them in one pass, whatever is asked of the cells then. */
export function countPeople({ cellOf, cellCount, column }: Coding, group: People): Counted {
  const { columns, mask } = group
  const sample = sampleFor(group)
  const { count, ofResponse } = sample.profiles
  if (column !== undefined && ofResponse === null && count === 1) {
    const { counts } = countOptions(column, columns, mask)
    return { sample, cellCount, people: Float64Array.from(counts) }
  }
  const people = new Float64Array(cellCount * count)
  const length = rowCount(columns, mask)
  for (let at = 0; at < length; at++) {
    if (mask !== null && mask.bytes[at] === 0) continue
    const cell = cellOf(at)
    if (cell >= 0) people[cell * count + (ofResponse === null ? 0 : ofResponse[at]!)]!++
  }
  return { sample, cellCount, people }
}

/** The people of all cells that are wanted. */
export function groupIn({ sample, cellCount, people }: Counted, isWanted: (cell: number) => boolean): Group {
  const size = sample.profiles.count
  const together = new Float64Array(size)
  for (let cell = 0; cell < cellCount; cell++) {
    if (!isWanted(cell)) continue
    for (let profile = 0; profile < size; profile++) together[profile]! += people[cell * size + profile]!
  }
  return groupOf(sample.profiles, together)
}
