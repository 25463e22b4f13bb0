import { DONT_KNOW } from '../questionnaire/index.ts'
import { IS_NOT_APPLICABLE, IS_REFUSED, UNANSWERED, VALID } from './column.ts'
import type { Columns } from './columns.ts'
import { profilesOf, unweightedProfiles, type Profiles } from './estimate-profiles.ts'
import { isTooLarge, tallyOf, type Tally } from './estimate-tally.ts'
import { groupOf, sampleOf, type Sample } from './estimate-variance.ts'
import { maskOf, type Mask } from './mask.ts'
import { axisOf, type Axis } from './table-axis.ts'
import { cellsOf, groupsOf, totalOf, type TableGroups } from './table-cells.ts'
import type { AnalysisTable, Heading, TableBase, TableRequest } from './table.ts'
import { countedVersions, filterNotes, versionsOfCrosstab, versionsOfSeries } from './version-counts.ts'

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

const TOTAL: Heading = { code: null, label: 'Ogółem' }

/** Options that are shown: what is there no more only where somebody has it. */
function shownPlaces({ options, retired }: Axis, people: Float64Array, size: number): number[] {
  const isEmpty = (place: number) =>
    people.subarray(place * size, (place + 1) * size).every((count) => count === 0)
  return options.flatMap(({ code }, place) => (retired.has(code) && isEmpty(place) ? [] : [place]))
}

const headingsOf = ({ options }: Axis, places: readonly number[]): Heading[] =>
  places.map((place) => options[place]!)

function baseOf({ rows, tally, groups }: CountedTable): TableBase {
  const { states, profiles } = tally
  const dontKnow = rows.options.findIndex(({ code }) => code === DONT_KNOW)
  const size = profiles.count
  const people = tally.rows.subarray(dontKnow * size, (dontKnow + 1) * size)
  return {
    asked: states.subarray(UNANSWERED).reduce((sum, count) => sum + count, 0),
    valid: groups.all.n,
    unanswered: states[UNANSWERED]!,
    notApplicable: states[IS_NOT_APPLICABLE]!,
    refused: states[IS_REFUSED]!,
    dontKnow: dontKnow < 0 ? 0 : groupOf(profiles, people).n,
    withoutColumn: states[VALID]! - groups.all.n,
    effective: groups.all.effective,
  }
}

/** A finite population is known of random samples only. */
function populationOf({ survey, weights }: TableRequest): number | null {
  return survey.sampleType === 'RANDOM' ? (survey.population ?? weights?.populationSize ?? null) : null
}

function profilesFor(columns: Columns, { weights }: TableRequest): Profiles {
  return weights === null ? unweightedProfiles(columns.responseCount) : profilesOf(weights)
}

/** Which versions count, and what is left out because a version asked otherwise. */
function versionsIn(
  columns: Columns,
  { rowKey, columnKey, filter }: TableRequest,
  mask: Mask | null,
): Pick<AnalysisTable, 'versions' | 'notes'> {
  const [questionKey = ''] = rowKey.split('/')
  const { versions, notes } =
    columnKey === null
      ? versionsOfSeries(columns, questionKey, countedVersions(columns, mask))
      : versionsOfCrosstab(columns, [rowKey, columnKey], mask)
  return { versions, notes: [...notes, ...filterNotes(columns, filter)] }
}

/** The two sides of a table. */
interface Sides {
  readonly rows: Axis
  readonly columns: Axis | null
}

function sidesOf(columns: Columns, { rowKey, columnKey }: TableRequest): Sides | null {
  const rows = axisOf(columns, rowKey)
  const across = columnKey === null ? null : axisOf(columns, columnKey)
  return rows === null || (across === null && columnKey !== null) ? null : { rows, columns: across }
}

/** Counts the table that is asked for. */
function countTable(columns: Columns, { rows, columns: across }: Sides, request: TableRequest): CountedTable {
  const profiles = profilesFor(columns, request)
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

const NOBODY: TableBase = {
  asked: null,
  valid: null,
  unanswered: null,
  notApplicable: null,
  refused: null,
  dontKnow: null,
  withoutColumn: null,
  effective: null,
}

/** A table without numbers. */
function emptyTable(
  { rows, columns }: Sides,
  { rowKey, columnKey, survey, weights }: TableRequest,
): AnalysisTable {
  return {
    rowKey,
    columnKey,
    rowText: rows.text,
    columnText: columns?.text ?? null,
    rowType: rows.type,
    isRowMultiple: rows.source.kind === 'set',
    isColumnMultiple: columns?.source.kind === 'set',
    isRowOrdered: rows.isOrdered,
    rows: [],
    columns: [],
    cells: [],
    rowTotals: [],
    columnTotals: [],
    base: NOBODY,
    means: null,
    test: null,
    meanTest: null,
    effect: null,
    intervalKind: survey.sampleType === 'RANDOM' ? 'CONFIDENCE' : 'MODEL',
    sentences: [],
    notes: [],
    footer: [],
    weightVersion: weights && { number: weights.number, name: weights.name },
    versions: [],
    isProtected: false,
    hiddenBecause: null,
  }
}

const TOO_LARGE =
  'Tabela byłaby zbyt duża. Proszę wybrać pytanie z mniejszą liczbą odpowiedzi albo wagi z mniejszą liczbą kategorii.'

function tableOf(columns: Columns, counted: CountedTable): AnalysisTable {
  const { rows, columns: across, groups, sample, request, mask } = counted
  const isRowMultiple = rows.source.kind === 'set'
  const { isWeighted } = sample
  return {
    ...emptyTable({ rows, columns: across }, request),
    ...versionsIn(columns, request, mask),
    rows: headingsOf(rows, groups.rowPlaces),
    columns: [TOTAL, ...(across === null ? [] : headingsOf(across, groups.columnPlaces))],
    cells: cellsOf(groups, { sample, isRowMultiple }),
    rowTotals: groups.rows.map((group) => totalOf(group, isWeighted)),
    columnTotals: [groups.all, ...groups.columns].map((group) => totalOf(group, isWeighted)),
    base: baseOf(counted),
  }
}

/**
 * The table that is asked for, of the responses that pass the filter: counts, percentages with design-based intervals,
 * means, tests, and what they say in plain words.
 *
 * @returns `null` when a key names nothing that can stand in a table (texts, whole matrices)
 */
export function analysisTable(columns: Columns, request: TableRequest): AnalysisTable | null {
  const sides = sidesOf(columns, request)
  if (sides === null) return null
  if (isTooLarge(sides.rows, sides.columns, profilesFor(columns, request)))
    return { ...emptyTable(sides, request), hiddenBecause: TOO_LARGE }
  return tableOf(columns, countTable(columns, sides, request))
}
