import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replaceResponse } from '../analysis/index.ts'
import {
  aMargin,
  aRecipe,
  columnsOfPeople,
  TOWN,
  VILLAGE,
  type AlikePeople,
} from '../testing/weighted-people.ts'
import {
  applyRecipe,
  assertWeightable,
  isStillApplied,
  joinCategories,
  planWeights,
  WeightsRefusedError,
  type RecipeMargin,
  type WeightRecipe,
} from './index.ts'

const VERSION = { number: 1, createdOn: '2026-11-22' }
const SEXES = ['WOMAN', 'MAN'] as const
const AGES = ['18_24', '35_44', '60_64'] as const
const PLACES = [TOWN, VILLAGE] as const
const EDUCATIONS = ['P', 'S', 'H'] as const

/** Sex by age by place by education, the last running fastest. */
const PROFILES = SEXES.flatMap((sex) =>
  AGES.flatMap((age) => PLACES.flatMap((place) => EDUCATIONS.map((edu) => ({ sex, age, place, edu })))),
)
const withCounts = (counts: readonly number[]): readonly AlikePeople[] =>
  PROFILES.map((profile, at) => ({ ...profile, count: counts[at]! }))

/** 412 people answered: women, the middle-aged and the educated more than there are of them. */
const ANSWERED = [
  12, 10, 8, 2, 7, 13, 13, 38, 25, 11, 18, 22, 11, 12, 18, 4, 15, 8, 8, 5, 8, 2, 13, 9, 15, 10, 18, 6, 19, 11,
  5, 7, 8, 3, 8, 10,
]
const crossed = (people: readonly number[]): RecipeMargin => ({
  ...aMargin('płeć i wiek', {}),
  traits: ['dem_sex', 'dem_age'],
  categories: SEXES.flatMap((sex) =>
    AGES.map((age) => ({ label: `${sex}, ${age}`, members: [[sex, age]] })),
  ).map((category, at) => ({ ...category, people: people[at]! })),
})
const MARGINS = [
  crossed([780, 1390, 1110, 820, 1380, 920]),
  aMargin('@LOCALITY', { [TOWN]: 2800, [VILLAGE]: 3600 }),
  aMargin('dem_edu', { P: 36, S: 37, H: 27 }, { unit: 'PERCENT' }),
]
const problemsOf = (people: readonly AlikePeople[], recipe: WeightRecipe) =>
  planWeights(columnsOfPeople(people), recipe).problems
const kindsOf = (people: readonly AlikePeople[], recipe: WeightRecipe) =>
  problemsOf(people, recipe).map(({ kind }) => kind)
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

describe('weights of a realistic survey', () => {
  // R 4.2.2, survey 4.1.1: rake(svydesign(~1, weights = 6400/412), list(~sex+age, ~place, ~edu), …, epsilon = 1e-10);
  // one weight of each of the first nine profiles.
  const OF_R = [
    19.63149733727, 10.24000919074, 7.73820077457, 35.27590275506, 18.40030651852, 13.90479866783,
    14.64776927416, 7.64044073736, 5.77375111005,
  ]

  it('are those of R where the bounds are wide', () => {
    const recipe = aRecipe(MARGINS, { bounds: { low: 0.05, high: 20 } })

    const { weights, diagnostics } = applyRecipe(columnsOfPeople(withCounts(ANSWERED)), recipe, VERSION)

    let first = 0
    OF_R.forEach((expected, profile) => {
      expect(weights[first]! / expected).toBeCloseTo(1, 7)
      first += ANSWERED[profile]!
    })
    expect(diagnostics.designEffect).toBeCloseTo(1.269969, 6)
    expect(diagnostics.effectiveN).toBeCloseTo(324.4173, 3)
  })

  it('keep the usual bounds and reach every margin all the same', () => {
    const applied = applyRecipe(columnsOfPeople(withCounts(ANSWERED)), aRecipe(MARGINS), VERSION)

    const mean = 6400 / 412
    expect(sum(applied.weights)).toBeCloseTo(6400, 5)
    expect(Math.max(...applied.weights) / mean).toBeLessThanOrEqual(3 + 1e-6)
    expect(Math.min(...applied.weights) / mean).toBeGreaterThanOrEqual(0.3 - 1e-6)
    expect(applied).toMatchObject({ number: 1, populationSize: 6400, responseCount: 412, method: 'RAKING' })
    expect(applied.sources.map(({ margin }) => margin)).toEqual(['płeć i wiek', '@LOCALITY', 'dem_edu'])
  })

  it('are planned with what changes and what it costs, in words', () => {
    const plan = planWeights(columnsOfPeople(withCounts(ANSWERED)), aRecipe(MARGINS))

    expect(plan.sentences[0]).toMatch(/^Z 412 odpowiedzi zostaje tyle precyzji, co z 32\d \(\d\d%\)\.$/)
    const [education] = plan.margins.slice(-1)
    expect(education?.categories.map(({ weightedPercent }) => Math.round(weightedPercent!))).toEqual([
      36, 37, 27,
    ])
    expect(education?.categories.map(({ samplePercent }) => Math.round(samplePercent))).toEqual([22, 39, 38])
  })
})

describe('weights', () => {
  const aSample = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 36, maxLength: 36 })

  it('are above 0, add up to the population and reproduce each margin, or are refused in words', () => {
    fc.assert(
      fc.property(aSample, fc.integer({ min: 60, max: 140 }), (counts, women) => {
        const people = withCounts(counts)
        const factor = (at: number) => (at < 3 ? women : 200 - women) * 20
        const recipe = aRecipe([
          crossed(AGES.flatMap((_, at) => [factor(at), factor(at + 3)])),
          ...MARGINS.slice(1),
        ])
        try {
          const { weights, populationSize } = applyRecipe(columnsOfPeople(people), recipe, VERSION)
          expect(weights.every((weight) => weight > 0)).toBe(true)
          expect(sum(weights) / populationSize).toBeCloseTo(1, 8)
          let row = 0
          const town = sum(
            people.flatMap(({ count, place }) => {
              const own = sum(weights.subarray(row, (row += count)))
              return place === TOWN ? [own] : []
            }),
          )
          expect(town / populationSize).toBeCloseTo(2800 / 6400, 6)
        } catch (error) {
          expect(error).toBeInstanceOf(WeightsRefusedError)
          expect((error as WeightsRefusedError).message).toMatch(/^Nie można policzyć wag\. Tych danych/)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('of people without an answer form a group with their share of the sample', () => {
    const people = [
      { count: 60, sex: 'WOMAN' },
      { count: 30, sex: 'MAN' },
      { count: 6, sex: 'OTHER' },
      { count: 4, sex: null },
    ] as const

    const { weights, notes } = applyRecipe(
      columnsOfPeople(people),
      aRecipe([aMargin('dem_sex', { WOMAN: 500, MAN: 500 })]),
      VERSION,
    )

    expect(sum(weights.subarray(0, 60))).toBeCloseTo(450, 6)
    expect(sum(weights.subarray(90))).toBeCloseTo(100, 6)
    expect(notes).toEqual([
      '„dem_sex”: bez odpowiedzi albo spoza podanych grup jest 10% osób (10). Tworzą one osobną grupę, o takim udziale jak w ankiecie.',
    ])
  })

  it('follow new answers: the same recipe adds up to the population again', () => {
    const recipe = aRecipe([aMargin('dem_sex', { WOMAN: 500, MAN: 500 })])
    const early = columnsOfPeople([
      { count: 60, sex: 'WOMAN' },
      { count: 40, sex: 'MAN' },
    ])
    const late = columnsOfPeople([
      { count: 90, sex: 'WOMAN' },
      { count: 45, sex: 'MAN' },
    ])

    const applied = applyRecipe(early, recipe, VERSION)
    expect(sum(applied.weights)).toBeCloseTo(1000, 6)
    expect(sum(applyRecipe(late, recipe, VERSION).weights)).toBeCloseTo(1000, 6)
    expect(isStillApplied(early, recipe, applied)).toBe(true)
    expect(isStillApplied(late, recipe, applied)).toBe(false)
  })

  it('are made anew when a correction moves somebody to another group', () => {
    const recipe = aRecipe([aMargin('dem_sex', { WOMAN: 500, MAN: 500 })])
    const columns = columnsOfPeople([
      { count: 60, sex: 'WOMAN' },
      { count: 40, sex: 'MAN' },
      { count: 2, sex: null },
    ])
    const applied = applyRecipe(columns, recipe, VERSION)
    expect(isStillApplied(columns, recipe, applied)).toBe(true)

    replaceResponse(columns, 0, { mode: 'CAWI', localityId: null, answers: { dem_sex: 'MAN' } })

    expect(isStillApplied(columns, recipe, applied)).toBe(false)
  })
})

describe('a recipe', () => {
  const people = [
    { count: 70, sex: 'WOMAN', age: '35_44' },
    { count: 40, sex: 'MAN', age: '35_44' },
    { count: 30, sex: 'WOMAN', age: '18_24' },
  ] as const

  it('proposes to join an empty group with its neighbour of the same sex, and joined it works', () => {
    const margin: RecipeMargin = {
      ...crossed([10, 400, 0, 150, 300, 0]),
      categories: crossed([100, 400, 0, 150, 300, 0]).categories.filter(({ label }) => !label.includes('60')),
    }

    const [problem] = problemsOf(people, aRecipe([margin]))

    expect(problem).toMatchObject({ kind: 'EMPTY', isBlocking: true, margin: 0, merge: { from: 2, into: 3 } })
    expect(problem?.message).toBe(
      'Nikt nie odpowiedział z grupy „MAN, 18_24” (płeć i wiek), a mieszka tam 150 osób. Proponujemy połączyć ją z grupą „MAN, 35_44”.',
    )
    const joined = joinCategories(margin, problem!.merge!, (one, other) => one + other)
    expect(joined.categories.map(({ label, people: count }) => [label, count])).toEqual([
      ['WOMAN, 18_24', 100],
      ['WOMAN, 35_44', 400],
      ['MAN, 18_24 / MAN, 35_44', 450],
    ])
    expect(planWeights(columnsOfPeople(people), aRecipe([joined])).cost).not.toBeNull()
  })

  it('warns of a thin group, and refuses it where cells are weighted one by one', () => {
    const margin = aMargin('dem_age', { '18_24': 300, '35_44': 700, '60_64': 100 })
    const thin = [...people, { count: 5, sex: 'MAN', age: '60_64' }] as const

    const [soft] = problemsOf(thin, aRecipe([margin]))
    const [hard] = problemsOf(thin, aRecipe([margin], { method: 'POST_STRATIFICATION', bounds: null }))

    expect(soft).toMatchObject({ kind: 'THIN', isBlocking: false, merge: { from: 2, into: 1 } })
    expect(soft?.message).toBe(
      'Grupa „60_64” (dem_age) ma mało odpowiedzi: 5, czyli 3% wszystkich. Proponujemy połączyć ją z grupą „35_44”.',
    )
    expect(hard).toMatchObject({ kind: 'THIN', isBlocking: true })
  })

  it('is post-stratified where every cell has answers enough', () => {
    const recipe = aRecipe([aMargin('dem_sex', { WOMAN: 900, MAN: 100 })], {
      method: 'POST_STRATIFICATION',
      bounds: null,
    })

    const { weights, bounds } = applyRecipe(columnsOfPeople(people), recipe, VERSION)

    expect(weights[0]).toBeCloseTo(9, 10)
    expect(bounds).toBeNull()
  })

  it.each<{ name: string; recipe: WeightRecipe; kind: string; says: string }>([
    {
      name: 'a population smaller than the sample',
      recipe: aRecipe([aMargin('dem_sex', { WOMAN: 52, MAN: 48 })]),
      kind: 'MORE_ANSWERS_THAN_PEOPLE',
      says: 'Ludności jest mniej (100) niż odpowiedzi (140). Proszę sprawdzić, czy to liczby osób, a nie procenty.',
    },
    {
      name: 'a group with more answers than people',
      recipe: aRecipe([aMargin('dem_sex', { WOMAN: 60, MAN: 940 })]),
      kind: 'MORE_ANSWERS_THAN_PEOPLE',
      says: 'przyszło więcej odpowiedzi (100), niż mieszka w niej ludzi (60)',
    },
    {
      name: 'answers of a group that nobody lives in',
      recipe: aRecipe([aMargin('dem_sex', { WOMAN: 1000, MAN: 0 })]),
      kind: 'NOBODY_LIVES',
      says: 'Z grupy „MAN” (dem_sex) przyszło 40 odpowiedzi, a według danych nikt tam nie mieszka.',
    },
    {
      name: 'a question that the survey does not have',
      recipe: aRecipe([aMargin('dem_work', { A: 600, B: 900 })]),
      kind: 'UNKNOWN_TRAIT',
      says: 'Ta ankieta nie ma pytania o „dem_work”.',
    },
    {
      name: 'a trait that nobody answered',
      recipe: aRecipe([aMargin('dem_edu', { P: 500, S: 500 })]),
      kind: 'NOBODY_ANSWERED',
      says: 'Nikt nie należy do żadnej z grup',
    },
    {
      name: 'bounds too narrow',
      recipe: aRecipe([aMargin('dem_sex', { WOMAN: 200, MAN: 800 })], { bounds: { low: 0.3, high: 1.5 } }),
      kind: 'UNREACHABLE',
      says: 'Tych danych nie da się pogodzić przy wagach od 0,3 do 1,5: grupy „MAN” (dem_sex) zostaje za mało o 37,14 punktu procentowego. Można dopuścić wagi od 0,25 do 4 albo usunąć jedną z cech.',
    },
    {
      name: 'weights that cost too much',
      recipe: aRecipe([aMargin('dem_sex', { WOMAN: 1500, MAN: 98_500 })], {
        bounds: { low: 0.05, high: 20 },
      }),
      kind: 'UNREACHABLE',
      says: 'nie da się pogodzić',
    },
  ])('refuses $name', ({ recipe, kind, says }) => {
    const columns = columnsOfPeople(people)
    const plan = planWeights(columns, recipe)

    expect(plan.problems[0]).toMatchObject({ kind, isBlocking: true })
    expect(plan.problems.map(({ message }) => message).join(' ')).toContain(says)
    expect(plan.cost).toBeNull()
    expect(() => assertWeightable(columns, recipe)).toThrow(WeightsRefusedError)
    expect(() => applyRecipe(columns, recipe, VERSION)).toThrow(WeightsRefusedError)
  })

  it('that would leave too little of the sample is not made, but applied with a warning where it had been', () => {
    const few = [
      { count: 380, sex: 'WOMAN' },
      { count: 20, sex: 'MAN' },
    ] as const
    const recipe = aRecipe([aMargin('dem_sex', { WOMAN: 1500, MAN: 3500 })], {
      bounds: { low: 0.05, high: 20 },
    })
    const columns = columnsOfPeople(few)

    expect(planWeights(columns, recipe).problems[0]).toMatchObject({ kind: 'INEFFICIENT', isBlocking: true })
    expect(() => assertWeightable(columns, recipe)).toThrow('zostałoby tylko 10% precyzji')
    const applied = applyRecipe(columns, recipe, VERSION)
    expect(applied.diagnostics.verdict).toBe('illustrative')
    expect(applied.notes.at(-1)).toContain('Obok nich trzeba pokazać wyniki nieważone')
  })

  it('says that totals and years differ, and that answers are few', () => {
    const recipe = aRecipe([
      aMargin('dem_sex', { WOMAN: 500, MAN: 500 }),
      aMargin('dem_age', { '18_24': 300, '35_44': 900 }, { day: '2021-03-31' }),
    ])

    const messages = problemsOf(
      people.map((one) => ({ ...one, count: one.count / 2 })),
      recipe,
    ).map(({ message }) => message)

    expect(messages).toEqual([
      'Odpowiedzi jest mało (70). Wagi mają sens przy co najmniej 100; wyniki proszę podawać bardzo ostrożnie.',
      'Dane są z różnych lat: „dem_sex” z roku 2025, „dem_age” z roku 2021. Można ich użyć razem, jeśli ludność niewiele się w tym czasie zmieniła.',
      expect.stringContaining(
        'Liczby w „dem_age” dają razem 1\u00a0200, a ludność to 1\u00a0000; przeliczyliśmy je proporcjonalnie. Różnica jest duża',
      ),
      expect.stringContaining('Grupa „18_24” (dem_age) ma mało odpowiedzi: 15'),
    ])
  })

  it('has nothing to weigh before the first answer', () => {
    expect(kindsOf([], aRecipe([aMargin('dem_sex', { WOMAN: 500, MAN: 500 })]))).toEqual(['NO_ANSWERS'])
  })
})
