import { appendResponse, buildColumns, type Columns } from '../analysis/index.ts'
import type { RecipeMargin, WeightRecipe } from '../weighting/index.ts'
import { aQuestionnaire } from './questionnaires.ts'

const single = (key: string, text: string, codes: Readonly<Record<string, string>>) =>
  ({
    type: 'SINGLE',
    key,
    text,
    options: Object.entries(codes).map(([code, label]) => ({ code, label })),
  }) as const

/** Sex, age in three answers, education in three, and whether somebody needs help. */
export const WEIGHTED_QUESTIONNAIRE = aQuestionnaire([
  single('dem_sex', 'Płeć', { WOMAN: 'kobieta', MAN: 'mężczyzna', OTHER: 'inna lub nie chcę podawać' }),
  single('dem_age', 'Ile ma Pan/Pani lat?', {
    '18_24': '18–24 lata',
    '35_44': '35–44 lata',
    '60_64': '60–64 lata',
  }),
  single('dem_edu', 'Wykształcenie', { P: 'podstawowe', S: 'średnie', H: 'wyższe', '-98': 'nie wiem' }),
  single('needs_help', 'Czy potrzebuje Pan/Pani pomocy?', { '1': 'Tak', '2': 'Nie' }),
])

/** Localities that people of tests live in. */
export const TOWN = '01980000-0000-7000-8000-000000000001'
export const VILLAGE = '01980000-0000-7000-8000-000000000002'

/** People who answered alike; what is `null` they did not answer. */
export interface AlikePeople {
  readonly count: number
  readonly sex?: 'WOMAN' | 'MAN' | 'OTHER' | null
  readonly age?: '18_24' | '35_44' | '60_64' | null
  readonly edu?: 'P' | 'S' | 'H' | null
  readonly place?: typeof TOWN | typeof VILLAGE | null
  readonly needsHelp?: boolean
}

/** Columns of these people, in this order. */
export function columnsOfPeople(people: readonly AlikePeople[]): Columns {
  const columns = buildColumns(WEIGHTED_QUESTIONNAIRE, [
    { id: TOWN, name: 'Dobre' },
    { id: VILLAGE, name: 'Wola' },
  ])
  for (const { count, sex = null, age = null, edu = null, place = null, needsHelp } of people) {
    const given = { dem_sex: sex, dem_age: age, dem_edu: edu, needs_help: needsHelp === false ? '2' : '1' }
    const answers = Object.fromEntries(
      Object.entries(given).flatMap(([key, answer]) => (answer === null ? [] : [[key, answer]])),
    )
    for (let one = 0; one < count; one++)
      appendResponse(columns, { mode: 'CAWI', localityId: place, answers })
  }
  return columns
}

/** A margin by one trait; each category is a code with its people. */
export function aMargin(
  trait: string,
  people: Readonly<Record<string, number>>,
  wishes: Partial<RecipeMargin> = {},
): RecipeMargin {
  return {
    name: trait,
    traits: [trait],
    unit: 'PEOPLE',
    categories: Object.entries(people).map(([code, count]) => ({
      label: code,
      members: [[code]],
      people: count,
    })),
    source: 'GUS, Bank Danych Lokalnych',
    table: 'P2137',
    day: '2025-12-31',
    ...wishes,
  }
}

/** Raking to these margins within the usual bounds. */
export function aRecipe(margins: readonly RecipeMargin[], wishes: Partial<WeightRecipe> = {}): WeightRecipe {
  return {
    name: 'Wagi próbne',
    method: 'RAKING',
    bounds: { low: 0.3, high: 3 },
    populationSize: null,
    margins,
    ...wishes,
  }
}
