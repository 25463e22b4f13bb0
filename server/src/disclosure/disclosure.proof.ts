import { randomUUID } from 'node:crypto'
import { QueryAudit, type Members } from '@rozeznanie/core/disclosure'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { expect, it } from 'vitest'
import { createTestApp } from '../../testing/test-app.ts'

const PEOPLE = 310
const CODES = { dem_sex: 2, dem_age: 6, dem_edu: 4, dem_work: 5, dem_home: 3 } as const
type Feature = keyof typeof CODES
const FEATURES = Object.keys(CODES) as readonly Feature[]
type Person = Readonly<Record<Feature | 'ill', number>>

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function town(seed: number): readonly Person[] {
  const random = seeded(seed)
  const draw = (codes: number) => Math.floor(random() ** 1.5 * codes)
  return Array.from({ length: PEOPLE }, () => ({
    dem_sex: draw(CODES.dem_sex),
    dem_age: draw(CODES.dem_age),
    dem_edu: draw(CODES.dem_edu),
    dem_work: draw(CODES.dem_work),
    dem_home: draw(CODES.dem_home),
    ill: draw(2),
  }))
}

type Filter = readonly (readonly [Feature, readonly number[]])[]
const setOf = (people: readonly Person[], filter: Filter): Members =>
  Uint8Array.from(people, (person) =>
    filter.every(([feature, codes]) => codes.includes(person[feature])) ? 1 : 0,
  )
const codesOf = (feature: Feature) => Array.from({ length: CODES[feature] }, (_, code) => code)

function randomFilter(random: () => number): Filter {
  const features = FEATURES.toSorted(() => random() - 0.5).slice(0, 1 + Math.floor(random() * 3))
  return features.map((feature) => {
    const codes = codesOf(feature).filter(() => random() < 0.5)
    return [feature, codes.length === 0 ? [0] : codes]
  })
}

const standard = (people: readonly Person[]): readonly Members[] => [
  setOf(people, []),
  ...FEATURES.flatMap((feature) => codesOf(feature).map((code) => setOf(people, [[feature, [code]]]))),
]

/** How many people's own answers are combinations of sums over the sets: elimination modulo another prime. */
function exposedBy(sets: readonly Members[]): number {
  const prime = 1_000_003
  const inverse = (value: number) => {
    let [result, base] = [1, value]
    for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
      if (power % 2 === 1) result = (result * base) % prime
      base = (base * base) % prime
    }
    return result
  }
  const rows: { readonly pivot: number; readonly values: number[] }[] = []
  const reduce = (values: number[]) => {
    for (const row of rows) {
      const factor = values[row.pivot] ?? 0
      if (factor === 0) continue
      for (let at = 0; at < values.length; at++)
        values[at] = ((values[at] ?? 0) + (prime - factor) * (row.values[at] ?? 0)) % prime
    }
    return values.findIndex((value) => value !== 0)
  }
  for (const set of sets) {
    const values = [...set]
    const pivot = reduce(values)
    if (pivot < 0) continue
    const scale = inverse(values[pivot] ?? 1)
    rows.push({ pivot, values: values.map((value) => (value * scale) % prime) })
  }
  const unit = (person: number) => Array.from({ length: PEOPLE }, (_, at) => (at === person ? 1 : 0))
  return Array.from({ length: PEOPLE }, (_, person) => reduce(unit(person))).filter((pivot) => pivot < 0)
    .length
}

it('5,000 random filters expose nobody, and many with a threshold alone', () => {
  const people = town(1)
  const random = seeded(99)
  const audit = new QueryAudit(PEOPLE)
  for (const set of standard(people)) audit.release(set)
  const byAudit: Members[] = []
  const byThreshold: Members[] = []
  const times: number[] = []
  const count = { asked: 0, few: 0, refused: 0 }
  for (let wish = 0; wish < 5000; wish++) {
    const set = setOf(people, randomFilter(random))
    count.asked++
    if (set.reduce((sum, one) => sum + one, 0) < 10) {
      count.few++
      continue
    }
    byThreshold.push(set)
    const begin = performance.now()
    const verdict = audit.release(set)
    times.push(performance.now() - begin)
    if (verdict === 'refused') count.refused++
    else byAudit.push(set)
  }
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  console.table({
    ...count,
    sets: audit.size,
    'ms a set': mean.toFixed(2),
    'ms at most': Math.max(...times).toFixed(1),
  })
  console.table({
    'exposed by a threshold of 10 alone': exposedBy(byThreshold),
    'exposed after the audit': exposedBy(byAudit),
  })
  expect(exposedBy(byThreshold)).toBeGreaterThan(100)
  expect(
    exposedBy([...standard(people).filter((set) => audit.copy().release(set) === 'repeated'), ...byAudit]),
  ).toBe(0)
})

it('ordinary breakdowns by two features are refused rarely', () => {
  let [asked, refused] = [0, 0]
  for (let seed = 1; seed <= 20; seed++) {
    const people = town(seed)
    const random = seeded(seed * 31)
    const audit = new QueryAudit(PEOPLE)
    for (const set of standard(people)) audit.release(set)
    for (let table = 0; table < 6; table++) {
      const [one = 'dem_sex', other = 'dem_age'] = FEATURES.toSorted(() => random() - 0.5)
      for (const column of codesOf(other)) {
        const set = setOf(people, [
          [one, [Math.floor(random() * CODES[one])]],
          [other, [column]],
        ])
        if (set.reduce((sum, person) => sum + person, 0) < 10) continue
        asked++
        if (audit.release(set) === 'refused') refused++
      }
    }
  }
  console.table({ asked, refused, percent: ((100 * refused) / asked).toFixed(1) })
  expect(refused / asked).toBeLessThanOrEqual(0.1)
})

const median = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

it('a refusal takes as long as an answer', async () => {
  const test = await createTestApp()
  const organiser = await test.signInAs('organiser')
  const analyst = await test.signInAs('analyst')
  const options = (feature: Feature | 'ill', codes: number) =>
    single(
      feature,
      Array.from({ length: codes }, (_, code) => `${code}`),
    )
  const questionnaireVersionId = await test.aQuestionnaireVersion(
    aQuestionnaire([options('ill', 2), ...FEATURES.map((feature) => options(feature, CODES[feature]))]),
  )
  const survey = await test.aSurvey({
    organisationId: organiser.organisationId ?? '',
    questionnaireVersionId,
  })
  await test.db.prisma.response.createMany({
    data: town(5).map((person) => ({
      surveyId: survey.id,
      id: randomUUID(),
      questionnaireVersionId,
      mode: 'CAWI' as const,
      submittedOn: new Date(),
      answers: Object.fromEntries(Object.entries(person).map(([key, code]) => [key, `${code}`])),
      contentHash: Buffer.alloc(32),
    })),
  })
  const document = `query ($id: ID!, $filter: [ConditionInput!]) { regionalSurvey(id: $id) {
    table(rowKey: "ill", filter: $filter) { hiddenBecause } } }`
  const random = seeded(3)
  const times: { readonly isHidden: boolean; readonly time: number }[] = []
  for (let wish = 0; wish < 300; wish++) {
    const filter = randomFilter(random).map(([dimension, codes]) => ({ dimension, codes: codes.map(String) }))
    const begin = performance.now()
    const { data } = await test.graphql<{ regionalSurvey: { table: { hiddenBecause: string | null } } }>(
      document,
      { id: survey.id, filter },
      { as: analyst },
    )
    const time = performance.now() - begin
    if (wish >= 20) times.push({ isHidden: data.regionalSurvey.table.hiddenBecause !== null, time })
  }
  await test.close()
  const of = (isHidden: boolean) => times.filter((one) => one.isHidden === isHidden).map(({ time }) => time)
  const [hidden, shown] = [median(of(true)), median(of(false))]
  console.table({
    hidden: of(true).length,
    shown: of(false).length,
    'median ms hidden': hidden,
    'median ms shown': shown,
  })
  expect(hidden / shown).toBeGreaterThan(0.5)
  expect(hidden / shown).toBeLessThan(2)
})
