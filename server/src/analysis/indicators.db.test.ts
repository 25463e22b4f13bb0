import { randomUUID } from 'node:crypto'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import type { Answers } from '@rozeznanie/core/questionnaire'
import type { CollectionMode } from '@rozeznanie/core/response'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApp, createTestApp } from '../../testing/test-app.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const RESIDENTS = questionnaireLibrary.find(({ key }) => key === 'RES')!
const HOUSEHOLDS = aQuestionnaire([
  {
    key: 'people',
    type: 'ROSTER',
    text: 'Kto z Panem/Panią mieszka?',
    itemName: 'osoba',
    questions: [single('age', ['18_64', '65_plus'])],
  },
])

interface Survey {
  readonly id: string
  readonly questionnaireVersionId: string
}

let test: TestApp
let organiser: SignedIn
let survey: Survey
let earlier: Survey
let households: Survey

async function store(
  { id: surveyId, questionnaireVersionId }: Survey,
  count: number,
  answers: Answers,
  mode: CollectionMode = 'CAWI',
): Promise<void> {
  await test.db.prisma.response.createMany({
    data: Array.from({ length: count }, () => ({
      surveyId,
      id: randomUUID(),
      questionnaireVersionId,
      mode,
      submittedOn: NOW,
      answers,
      contentHash: Buffer.from(randomUUID()),
    })),
  })
}

beforeAll(async () => {
  test = await createTestApp({ now: () => NOW })
  organiser = await test.signInAs('organiser')
  const organisationId = organiser.organisationId ?? ''
  const questionnaireVersionId = await test.aQuestionnaireVersion(RESIDENTS)
  survey = await test.aSurvey({ organisationId, questionnaireVersionId, opensOn: '2026-03-01' })
  const title = 'Badanie sprzed lat'
  earlier = await test.aSurvey({ organisationId, questionnaireVersionId, opensOn: '2022-03-01', title })
  households = await test.aSurvey({
    organisationId,
    questionnaireVersionId: await test.aQuestionnaireVersion(HOUSEHOLDS),
  })
  await test.db.prisma.surveyPlan.create({ data: { surveyId: survey.id, population: 4000 } })
  const needing = { serv_need: { MEALS: '3' }, dem_carer: 'LIVES_APART' }
  await store(survey, 60, { serv_need: { MEALS: '1' }, dem_carer: 'NO', digital: 'DAILY' })
  await store(survey, 60, { ...needing, digital: 'NEVER' }, 'PAPI')
  await store(earlier, 90, { dem_carer: 'NO' })
  await store(earlier, 10, { dem_carer: 'LIVES_APART' })
  await store(households, 1, { people: [{ age: '65_plus' }, { age: '18_64' }] })
  await store(households, 1, { people: [{ age: '18_64' }] })
})
afterAll(() => test.close())

interface Read<Field> {
  readonly survey: { readonly field: Field | null } | null
}

const ask = async <Field>(id: string, field: string, as = organiser) => {
  const document = `query ($id: ID!) { survey(id: $id) { field: ${field} } }`
  return (await test.graphql<Read<Field>>(document, { id }, { as })).data.survey?.field ?? null
}

const INDICATORS = `{ groupSize footer weightVersion { number }
  indicators { key rowKey numerator denominator estimate low high n reliability note } }`

interface Indicators {
  readonly groupSize: number | null
  readonly footer: readonly string[]
  readonly indicators: readonly {
    readonly key: string
    readonly rowKey: string | null
    readonly numerator: number | null
    readonly estimate: number | null
    readonly n: number
  }[]
}

describe('indicators over GraphQL', () => {
  it('stand with the people behind them, and with people of the municipality', async () => {
    const found = await ask<Indicators>(survey.id, `indicators ${INDICATORS}`)
    const of = (key: string, rowKey: string | null) =>
      found?.indicators.find((one) => one.key === key && one.rowKey === rowKey)

    expect(found?.groupSize).toBe(4000)
    expect(of('NEED_NOW', 'MEALS')).toMatchObject({ numerator: 60, denominator: 120, estimate: 50, n: 120 })
    expect(of('EST_PERSONS', 'MEALS')).toMatchObject({ estimate: 2000 })
    expect(found?.footer.at(-1)).toBe('Wyniki nieważone: każda odpowiedź liczy się tak samo.')
  })

  it('keep to a filter and to a population that somebody typed', async () => {
    const filter = '[{ dimension: "@MODE", codes: ["PAPI"] }]'
    const found = await ask<Indicators>(
      survey.id,
      `indicators(filter: ${filter}, population: 900) ${INDICATORS}`,
    )

    expect(found?.groupSize).toBe(900)
    expect(found?.indicators.find(({ key }) => key === 'CARER_RATE')).toMatchObject({ numerator: 60, n: 60 })
  })

  it('count each person once who gave one of several answers', async () => {
    const field = 'netAny(questionKey: "serv_need/MEALS", codes: ["3", "5"]) { numerator denominator }'
    expect(await ask(survey.id, field)).toEqual({ numerator: 60, denominator: 120 })
  })

  it('put services in the order of their gaps', async () => {
    const field =
      'needsIndex { services { rowKey priority unmetPeople { from to } gap { estimate } } overall { index { n } } }'
    const found = await ask<{ services: readonly object[] }>(survey.id, field)

    expect(found?.services[0]).toEqual({
      rowKey: 'MEALS',
      priority: 1,
      unmetPeople: { from: 1650, to: 2350 },
      gap: { estimate: 50 },
    })
  })

  it('tell ways of collecting apart, and that people choose them', async () => {
    const found = await ask<{ comparisons: readonly object[]; notes: readonly string[] }>(
      survey.id,
      'modeEffects { comparisons { key isDifferent } notes }',
    )

    expect(found?.comparisons).toContainEqual({ key: 'OFFLINE', isDifferent: true })
    expect(found?.notes[0]).toContain('Ludzie sami wybierają')
  })

  it('follow a question to an earlier survey of the municipality', async () => {
    const found = await ask<{ changes: readonly object[] }>(
      survey.id,
      'trend(questionKey: "dem_carer") { waves { title n } changes { itemKey difference isDifferent } notComparable { reason } }',
    )

    expect(found).toMatchObject({ waves: [{ title: 'Badanie sprzed lat', n: 100 }, { n: 120 }] })
    expect(found?.changes).toContainEqual({ itemKey: 'LIVES_APART', difference: 40, isDifferent: true })
    expect(found).toMatchObject({ notComparable: [{ reason: 'nie było w niej tego pytania' }] })
  })

  it('count persons of rosters and households that have at least one', async () => {
    const found = await ask<readonly object[]>(
      households.id,
      'rosters { itemCount responseCount questions { options { code itemCount responseCount ofResponses { estimate } } } }',
    )

    expect(found).toEqual([
      {
        itemCount: 3,
        responseCount: 2,
        questions: [
          {
            options: [
              { code: '18_64', itemCount: 2, responseCount: 2, ofResponses: { estimate: 1 } },
              { code: '65_plus', itemCount: 1, responseCount: 1, ofResponses: { estimate: 0.5 } },
            ],
          },
        ],
      },
    ])
    expect(await ask(survey.id, 'rosters { itemCount }')).toEqual([])
  })

  it('are nothing for others', async () => {
    const fields = [
      'indicators { groupSize }',
      'needsIndex { notes }',
      'modeEffects { notes }',
      'trend(questionKey: "dem_carer") { text }',
      'rosters { itemCount }',
      'netAny(questionKey: "dem_carer", codes: ["NO"]) { n }',
    ]
    for (const role of ['interviewer', 'analyst', 'stranger'] as const) {
      const other = await test.signInAs(role)
      for (const field of fields) expect(await ask(survey.id, field, other), field).toBeNull()
    }
  })
})
