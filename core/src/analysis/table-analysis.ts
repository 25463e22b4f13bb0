import { DONT_KNOW } from '../questionnaire/index.ts'
import { IS_NOT_APPLICABLE, IS_REFUSED, UNANSWERED, VALID } from './column.ts'
import type { Columns } from './columns.ts'
import { groupOf } from './estimate-variance.ts'
import type { Mask } from './mask.ts'
import { canonicalFilter, type Filter } from './filter.ts'
import { axisOf, type Axis } from './table-axis.ts'
import { cellsOf, totalOf } from './table-cells.ts'
import { countTable, sidesOf, type CountedTable, type Sides } from './table-counts.ts'
import { testMeans } from './table-mean-test.ts'
import { meansOf, scaleEnds } from './table-means.ts'
import { tableFooter } from './table-footer.ts'
import { leadersOf } from './table-leaders.ts'
import { tableNotes } from './table-notes.ts'
import { tableSentences } from './sentences/index.ts'
import { quoted } from './table-words.ts'
import { testTable, type TableTests } from './table-tests.ts'
import type {
  AnalysisTable,
  Cell,
  ColumnMean,
  Heading,
  Mark,
  Scale,
  TableBase,
  TableRequest,
} from './table.ts'
import { countedVersions, filterNotes, versionsOfCrosstab, versionsOfSeries } from './version-counts.ts'

const TOTAL: Heading = { code: null, label: 'Ogółem' }

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
    sampleType: survey.sampleType,
    isOfInstitutions: survey.isOfInstitutions,
    filterText: null,
    isRowMultiple: rows.source.kind === 'set',
    isColumnMultiple: columns?.source.kind === 'set',
    isRowOrdered: rows.isOrdered,
    rows: [],
    columns: [],
    cells: [],
    rowTotals: [],
    columnTotals: [],
    base: NOBODY,
    leaders: null,
    scale: null,
    number: rows.numbers && { unit: rows.numbers.unit, decimals: rows.numbers.decimals },
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

/** Only what is shown can stand out. */
function marked(cells: readonly (readonly Cell[])[], marks: TableTests['marks']): Cell[][] {
  return cells.map((line, row) =>
    line.map((cell, column) =>
      column === 0 || (cell.ofColumn?.percent ?? null) === null
        ? cell
        : { ...cell, mark: marks[row]?.[column - 1] ?? null },
    ),
  )
}

const markedMeans = (means: readonly ColumnMean[], marks: readonly (Mark | null)[]): ColumnMean[] =>
  means.map((mean, column) => (column === 0 ? mean : { ...mean, mark: marks[column - 1] ?? null }))

/** The points of a scale as rows of the table. */
function shownScale(scores: readonly (number | null)[], places: readonly number[]): Scale {
  const { from, to, top, bottom } = scaleEnds(scores)
  const shown = (wanted: readonly number[] | null) => wanted && wanted.map((place) => places.indexOf(place))
  return { from, to, top: shown(top), bottom: shown(bottom) }
}

const TOO_LARGE =
  'Tabela byłaby zbyt duża. Proszę wybrać pytanie z mniejszą liczbą odpowiedzi albo wagi z mniejszą liczbą kategorii.'

/** „Płeć – „Kobieta”; Miejscowość – „Huta” lub „Bieliny”” */
function filterInWords(columns: Columns, filter: Filter): string | null {
  const conditions = canonicalFilter(filter).map(({ dimension, codes }) => {
    const axis = axisOf(columns, dimension)
    const labels = codes.map((code) => axis?.options.find((option) => option.code === code)?.label ?? code)
    return `${axis?.text ?? dimension} – ${labels.map(quoted).join(' lub ')}`
  })
  return conditions.length === 0 ? null : conditions.join('; ')
}

function tableOf(columns: Columns, counted: CountedTable): AnalysisTable {
  const { rows, columns: across, groups, sample, request, mask } = counted
  const isRowMultiple = rows.source.kind === 'set'
  const { isWeighted } = sample
  const tests = testTable(counted)
  const means = meansOf(counted)
  const meanTests = means && testMeans(counted, means)
  const { versions, notes } = versionsIn(columns, request, mask)
  const table: AnalysisTable = {
    ...emptyTable({ rows, columns: across }, request),
    filterText: filterInWords(columns, request.filter),
    versions,
    notes: [...notes, ...tests.notes, ...(meanTests?.notes ?? [])],
    rows: headingsOf(rows, groups.rowPlaces),
    columns: [TOTAL, ...(across === null ? [] : headingsOf(across, groups.columnPlaces))],
    cells: marked(cellsOf(groups, { sample, isRowMultiple }), tests.marks),
    rowTotals: groups.rows.map((group) => totalOf(group, isWeighted)),
    columnTotals: [groups.all, ...groups.columns].map((group) => totalOf(group, isWeighted)),
    base: baseOf(counted),
    means: means && markedMeans(means.means, meanTests?.marks ?? []),
    test: tests.test,
    meanTest: meanTests?.test ?? null,
    effect: tests.effect,
    leaders: leadersOf(counted),
    scale: rows.scores && shownScale(rows.scores, groups.rowPlaces),
  }
  return {
    ...table,
    notes: [...table.notes, ...tableNotes(table, counted)],
    sentences: tableSentences(table),
    footer: tableFooter(table, request),
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
  const counted = countTable(columns, sides, request)
  return counted ? tableOf(columns, counted) : { ...emptyTable(sides, request), hiddenBecause: TOO_LARGE }
}
