// Tables of a large survey: a crosstab as it is, weighted by raking on four margins, with two filters, and over ten
// questions; every table with intervals, tests, means and sentences. `PEOPLE=100000` measures a smaller survey.
import {
  analysisTable,
  buildColumns,
  reserve,
  type AppliedWeights,
  type Columns,
  type Filter,
  type TableSurvey,
} from '@rozeznanie/core/analysis'
import type { Option, Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { basisOf, diagnoseWeights, prepareMargins, rake } from '@rozeznanie/core/statistics/design'
import { say, time } from './timing.ts'

const PEOPLE = Number(process.env.PEOPLE ?? 1_000_000)
/** Of columns of codes the first option. */
const FIRST_OPTION = 4
const SIZES = { dem_sex: 2, dem_age: 6, place: 2, education: 3, income: 5, rate: 5, plans: 4, care: 8 }
type Key = keyof typeof SIZES

const options = (count: number, isScale: boolean): Option[] =>
  Array.from({ length: count }, (_, at) => ({
    code: String(at + 1),
    label: `odpowiedź ${at + 1}`,
    ...(isScale && { value: at + 1 }),
  }))

const single = (key: Key): Question => ({
  key,
  type: 'SINGLE',
  text: key,
  options: options(SIZES[key], key === 'rate'),
})

const questionnaire: Questionnaire = {
  format: 'rozeznanie-questionnaire/1',
  key: 'bench',
  title: 'Pomiar',
  description: '',
  audience: 'RESIDENT',
  language: 'pl',
  estimatedMinutes: 5,
  intro: ['Pomiar'],
  thanks: ['Koniec'],
  lists: {},
  sections: [
    {
      key: 'main',
      title: 'Pytania',
      questions: [
        ...(Object.keys(SIZES) as Key[]).map(single),
        { key: 'barrier', type: 'MULTI', text: 'barrier', options: options(8, false) },
        { key: 'distance', type: 'NUMBER', text: 'distance' },
      ],
    },
  ],
}

/** Numbers that look random and are the same every time. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 8) / 16_777_216
  }
}

function filled(): Columns {
  const columns = buildColumns(questionnaire)
  reserve(columns, PEOPLE)
  columns.responseCount = PEOPLE
  const random = randomNumbers(11)
  for (const column of columns.byKey.values()) {
    const size = SIZES[column.question.key as Key]
    for (let i = 0; i < PEOPLE; i++) {
      const isAnswered = random() < 0.97
      if (column.kind === 'code')
        column.cells[i] = isAnswered ? FIRST_OPTION + Math.floor(random() * size) : 1
      else column.cells[i] = isAnswered ? FIRST_OPTION : 1
      if (column.kind === 'set' && isAnswered) column.words[i] = 1 + Math.floor(random() * 255)
      if (column.kind === 'number' && isAnswered) column.values[i] = Math.floor(random() * 100)
    }
  }
  return columns
}

const columns = filled()

function weighted(): AppliedWeights {
  const keys: readonly Key[] = ['dem_age', 'dem_sex', 'place', 'education']
  const margins = keys.map((key) => {
    const column = columns.byKey.get(key)!
    return {
      name: key,
      categories: options(SIZES[key], false).map(({ label }) => label),
      targets: options(SIZES[key], false).map(
        (_, at) => (100 + 30 * at) / (100 * SIZES[key] + 15 * SIZES[key] * (SIZES[key] - 1)),
      ),
      codes: Int32Array.from(column.cells.subarray(0, PEOPLE), (cell) =>
        cell < FIRST_OPTION ? -1 : cell - FIRST_OPTION,
      ),
    }
  })
  const prepared = prepareMargins(new Float64Array(PEOPLE).fill(1), margins)
  const { weights } = rake(prepared)
  return {
    number: 1,
    name: 'Wagi',
    weights,
    basis: basisOf(prepared),
    responseCount: PEOPLE,
    populationSize: prepared.populationSize,
    method: 'RAKING',
    bounds: null,
    sources: [],
    createdOn: '2026-11-22',
    diagnostics: diagnoseWeights(weights, prepared),
    notes: [],
  }
}

const survey: TableSurvey = {
  title: 'Pomiar',
  organisationName: 'CUS',
  municipalityName: 'Bieliny',
  sampleType: 'QUOTA',
  opensOn: '2026-11-01',
  closesOn: '2026-11-21',
  asOf: '2026-11-22T09:00:00Z',
  isDemo: false,
  population: null,
  responseRate: null,
  isOfInstitutions: false,
}
const TWO: Filter = [
  { dimension: 'income', codes: ['1', '2', '3'] },
  { dimension: 'plans', codes: ['1', '2'] },
]
const weights = weighted()
const table =
  (rowKey: string, columnKey: string | null, filter: Filter, applied: AppliedWeights | null) => () =>
    analysisTable(columns, { rowKey, columnKey, filter, weights: applied, survey })

say(`crosstab of ${PEOPLE} people (at most 8 ms)`, await time(25, table('care', 'dem_age', [], null)))
say('  with two filters', await time(25, table('care', 'dem_age', TWO, null)))
say(
  'weights: kinds of people, once for a state of the answers',
  await time(1, table('care', null, [], weights)),
)
say('  weighted', await time(25, table('care', 'dem_age', [], weights)))
say('  weighted, two filters, errors (at most 20 ms)', await time(25, table('care', 'dem_age', TWO, weights)))
say('means of a scale, weighted, two filters', await time(25, table('rate', 'dem_age', TWO, weights)))
say('several answers, weighted, two filters', await time(15, table('barrier', 'dem_age', TWO, weights)))
say('a number, weighted, two filters', await time(15, table('distance', 'dem_age', TWO, weights)))
