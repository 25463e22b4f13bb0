import type { Columns } from './columns.ts'
import { profilesOf, unweightedProfiles, type Profiles } from './estimate-profiles.ts'
import { isTooLarge, tallyOf, type Tally } from './estimate-tally.ts'
import { sampleOf, type Sample } from './estimate-variance.ts'
import { maskOf, type Mask } from './mask.ts'
import { axisOf, type Axis } from './table-axis.ts'
import { groupsOf, type TableGroups } from './table-cells.ts'
import type { TableRequest } from './table.ts'

/** A counted table, from which everything else is said. */
export interface CountedTable {
  readonly rows: Axis
  readonly columns: Axis | null
  readonly tally: Tally
  readonly groups: TableGroups
  readonly sample: Sample
  readonly mask: Mask | null
  readonly request: TableRequest
}

/** Options that are shown: what is there no more only where somebody has it. */
function shownPlaces({ options, retired }: Axis, people: Float64Array, size: number): number[] {
  const isEmpty = (place: number) =>
    people.subarray(place * size, (place + 1) * size).every((count) => count === 0)
  return options.flatMap(({ code }, place) => (retired.has(code) && isEmpty(place) ? [] : [place]))
}

/** A finite population is known of random samples only. */
function populationOf({ survey, weights }: TableRequest): number | null {
  return survey.sampleType === 'RANDOM' ? (survey.population ?? weights?.populationSize ?? null) : null
}

function profilesFor(columns: Columns, { weights }: TableRequest): Profiles {
  return weights === null ? unweightedProfiles(columns.responseCount) : profilesOf(weights)
}

/** The two sides of a table. */
export interface Sides {
  readonly rows: Axis
  readonly columns: Axis | null
}

/** @returns `null` when a key names nothing that can stand in a table */
export function sidesOf(columns: Columns, { rowKey, columnKey }: TableRequest): Sides | null {
  const rows = axisOf(columns, rowKey)
  const across = columnKey === null ? null : axisOf(columns, columnKey)
  return rows === null || (across === null && columnKey !== null) ? null : { rows, columns: across }
}

/** Counts the table that is asked for; `null` when it is too large to be counted. */
export function countTable(
  columns: Columns,
  { rows, columns: across }: Sides,
  request: TableRequest,
): CountedTable | null {
  const profiles = profilesFor(columns, request)
  if (isTooLarge(rows, across, profiles)) return null
  const mask = maskOf(columns, request.filter)
  const tally = tallyOf(rows, across, profiles, mask)
  const groups = groupsOf(
    tally,
    shownPlaces(rows, tally.rows, profiles.count),
    across === null ? [] : shownPlaces(across, tally.columns, profiles.count),
  )
  const sample = sampleOf(profiles, request.weights !== null, populationOf(request))
  return { rows, columns: across, tally, groups, sample, mask, request }
}
