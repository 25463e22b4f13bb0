import {
  analysisTable,
  appendResponse,
  buildColumns,
  type AnalysisTable,
  type Columns,
  type TableRequest,
  type TableSurvey,
} from '../analysis/index.ts'
import type { Answers, Questionnaire } from '../questionnaire/index.ts'
import { aQuestionnaire } from './questionnaires.ts'

const scaleOption = (value: number, label: string) => ({ code: String(value), label, value })

/** One question of each kind that tables know. */
export const TABLES_QUESTIONNAIRE: Questionnaire = aQuestionnaire([
  {
    key: 'dem_sex',
    type: 'SINGLE',
    text: 'Płeć',
    options: [
      { code: 'WOMAN', label: 'Kobieta' },
      { code: 'MAN', label: 'Mężczyzna' },
    ],
  },
  {
    key: 'dem_age',
    type: 'SINGLE',
    text: 'Wiek',
    options: [
      { code: '18_34', label: '18–34 lata' },
      { code: '35_59', label: '35–59 lat' },
      { code: '60_PLUS', label: '60 lat i więcej' },
    ],
  },
  {
    key: 'care',
    type: 'SINGLE',
    text: 'Kto pomaga Panu/Pani na co dzień?',
    options: [
      { code: 'FAMILY', label: 'rodzina' },
      { code: 'NEIGHBOURS', label: 'sąsiedzi' },
      { code: 'CENTRE', label: 'ośrodek pomocy' },
      { code: 'NOBODY', label: 'nikt' },
      { code: '-98', label: 'nie wiem' },
    ],
  },
  {
    key: 'barrier',
    type: 'MULTI',
    text: 'Co utrudnia korzystanie z usług?',
    options: [
      { code: 'FAR', label: 'odległość' },
      { code: 'COST', label: 'koszt' },
      { code: 'INFO', label: 'brak informacji' },
      { code: 'SHAME', label: 'wstyd' },
    ],
  },
  {
    key: 'rate',
    type: 'SINGLE',
    text: 'Jak ocenia Pan/Pani opiekę?',
    options: [
      scaleOption(1, 'bardzo źle'),
      scaleOption(2, 'źle'),
      scaleOption(3, 'średnio'),
      scaleOption(4, 'dobrze'),
      scaleOption(5, 'bardzo dobrze'),
      { code: '-98', label: 'nie wiem' },
    ],
  },
  { key: 'likely', type: 'SCALE_0_10', text: 'Czy poleciłby Pan/poleciłaby Pani ośrodek?' },
  { key: 'distance', type: 'NUMBER', text: 'Ile kilometrów do lekarza?', unit: 'km' },
  { key: 'born', type: 'DATE_YEAR', text: 'Rok urodzenia' },
  {
    key: 'wishes',
    type: 'RANK',
    text: 'Co jest najważniejsze?',
    top: 2,
    options: [
      { code: 'BUS', label: 'autobus' },
      { code: 'DOCTOR', label: 'lekarz' },
      { code: 'CLUB', label: 'klub' },
    ],
  },
  {
    key: 'need',
    type: 'MATRIX_SINGLE',
    text: 'Czy potrzebuje Pan/Pani?',
    rows: [
      { key: 'MEALS', label: 'posiłki' },
      { key: 'CARE', label: 'opieka' },
    ],
    options: [
      { code: '1', label: 'Tak' },
      { code: '2', label: 'Nie' },
    ],
  },
  { key: 'more', type: 'TEXT_LONG', text: 'Uwagi' },
])

/** Columns of these answers to that questionnaire. */
export function tableColumns(people: readonly Answers[]): Columns {
  const columns = buildColumns(TABLES_QUESTIONNAIRE)
  for (const answers of people) appendResponse(columns, { mode: 'CAWI', localityId: null, answers })
  return columns
}

/** The survey behind a table of tests: a random sample, over since the day before. */
export function aTableSurvey(wishes: Partial<TableSurvey> = {}): TableSurvey {
  return {
    title: 'Usługi w gminie',
    organisationName: 'CUS Bieliny',
    municipalityName: 'Bieliny',
    sampleType: 'RANDOM',
    opensOn: '2026-11-01',
    closesOn: '2026-11-21',
    asOf: '2026-11-22T09:00:00Z',
    isDemo: false,
    population: null,
    responseRate: null,
    isOfInstitutions: false,
    ...wishes,
  }
}

/** A table of these columns; what is not wished is unweighted, unfiltered and one-way. */
export function aTable(
  columns: Columns,
  rowKey: string,
  {
    survey,
    ...wishes
  }: Partial<Omit<TableRequest, 'survey'>> & { readonly survey?: Partial<TableSurvey> } = {},
): AnalysisTable {
  const request = {
    rowKey,
    columnKey: null,
    filter: [],
    weights: null,
    ...wishes,
    survey: aTableSurvey(survey),
  }
  const table = analysisTable(columns, request)
  if (table === null) throw new Error(`no table of ${rowKey}`)
  return table
}

/** People who answered alike, and how many. */
export type Alike = readonly (readonly [number, Readonly<Record<string, unknown>>])[]

const answer = (key: string, code: string): Record<string, unknown> => {
  if (key === 'need') return { need: { MEALS: code } }
  return { [key]: key === 'distance' || key === 'born' ? Number(code) : code }
}

/** People by what they answered to one question; of `need` by the row of meals. */
export const one = (key: string, counts: Readonly<Record<string, number>>): Alike =>
  Object.entries(counts).map(([code, count]) => [count, answer(key, code)] as const)

/** Likewise in groups. */
export const by = (
  key: string,
  groupKey: string,
  groups: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Alike =>
  Object.entries(groups).flatMap(([group, counts]) =>
    one(key, counts).map(([count, given]) => [count, { ...given, [groupKey]: group }] as const),
  )

/** People by the barriers that they named: `FAR+COST`. */
export const set = (counts: Readonly<Record<string, number>>): Alike =>
  Object.entries(counts).map(([codes, count]) => [count, { barrier: codes.split('+') }] as const)

/** Likewise in groups. */
export const sets = (
  groupKey: string,
  groups: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Alike =>
  Object.entries(groups).flatMap(([group, counts]) =>
    set(counts).map(([count, given]) => [count, { ...given, [groupKey]: group }] as const),
  )

/** Columns of these people. */
export const columnsOfAlike = (people: Alike): Columns =>
  tableColumns(people.flatMap(([count, answers]) => new Array<Answers>(count).fill(answers as Answers)))

/** People, what is asked of their answers, and every sentence that comes of it (no-break spaces as plain ones). */
export interface GoldenTable {
  readonly name: string
  readonly people: Alike
  readonly row: string
  readonly column?: string
  readonly survey?: Partial<TableSurvey>
  readonly says: readonly string[]
}

/** What is said of a table, with plain spaces. */
export function saidOf({ people, row, column, survey }: Omit<GoldenTable, 'name' | 'says'>): string[] {
  const wishes = { columnKey: column ?? null, ...(survey && { survey }) }
  const { sentences } = aTable(columnsOfAlike(people), row, wishes)
  return sentences.map((sentence) => sentence.replaceAll('\u00a0', ' '))
}
