import { randomUUID } from 'node:crypto'
import { emptyStructure } from '@rozeznanie/core/fieldwork'
import { aMargin, aRecipe, WEIGHTED_QUESTIONNAIRE } from '@rozeznanie/core/testing'
import type { RecipeMargin } from '@rozeznanie/core/weighting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApp, createTestApp } from '../../testing/test-app.ts'
import { weightsOf } from './weights.access.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
let test: TestApp
let organiser: SignedIn
let survey: { id: string; questionnaireVersionId: string }

beforeAll(async () => {
  test = await createTestApp({ now: () => NOW })
  organiser = await test.signInAs('organiser')
  const questionnaireVersionId = await test.aQuestionnaireVersion(WEIGHTED_QUESTIONNAIRE)
  survey = await test.aSurvey({ organisationId: organiser.organisationId ?? '', questionnaireVersionId })
  await answer(70, 'WOMAN')
  await answer(50, 'MAN')
})
afterAll(() => test.close())

async function answer(count: number, sex: string): Promise<void> {
  await test.db.prisma.response.createMany({
    data: Array.from({ length: count }, () => ({
      surveyId: survey.id,
      id: randomUUID(),
      questionnaireVersionId: survey.questionnaireVersionId,
      mode: 'CAWI' as const,
      submittedOn: NOW,
      answers: { dem_sex: sex, dem_age: '35_44', needs_help: sex === 'WOMAN' ? '1' : '2' },
      contentHash: Buffer.from(randomUUID()),
    })),
  })
}

const VERSIONS = `weightVersions { number name method lowBound highBound createdOn createdByName responseCount isUsual
  retiredOn sentences sources { margin source table day } cost { designEffect effectiveCount verdict } }
  usualWeightVersion { number }`
const bySex = (people: Record<string, number>, wishes: Partial<RecipeMargin> = {}) =>
  aRecipe([aMargin('dem_sex', people, { name: 'płeć', ...wishes })])

interface Listed {
  readonly number: number
  readonly isUsual: boolean
  readonly retiredOn: string | null
}
interface Weighted {
  readonly survey: {
    readonly weightVersions: readonly Listed[]
    readonly usualWeightVersion: { number: number } | null
  }
}
interface Outcome {
  readonly __typename: string
  readonly message?: string
  readonly problems?: readonly { readonly message: string }[]
}

const read = async (as: SignedIn) =>
  (
    await test.graphql<Weighted>(
      `query ($id: ID!) { survey(id: $id) { ${VERSIONS} } }`,
      { id: survey.id },
      { as },
    )
  ).data.survey
const change = async (name: string, input: object, as = organiser) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Error { message } } }`
  const { data } = await test.graphql<Record<string, Outcome | null>>(
    document,
    { input: { surveyId: survey.id, ...input } },
    { as },
  )
  return data[name] ?? null
}
const PLAN = `mutation ($input: PlanWeightsInput!) { planWeights(input: $input) { __typename
  ... on WeightPlan { responseCount sentences problems { kind isBlocking message mergeFrom mergeInto highBound }
    margins { name categories { label count samplePercent weightedPercent } }
    effects { questionText unweightedPercent weightedPercent } cost { verdict } }
  ... on InvalidInputError { problems { path message } } } }`
const plan = async (recipe: unknown) =>
  (
    await test.graphql<{ planWeights: object }>(
      PLAN,
      { input: { surveyId: survey.id, recipe } },
      { as: organiser },
    )
  ).data.planWeights
const apply = async (number: number) => {
  const state = await test.services.surveyColumns.read(survey.id)
  if (!state) throw new Error('no columns')
  return weightsOf(test.services, survey.id, state, number)
}
const HALF = expect.closeTo(50, 9) as number
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

describe('weights', () => {
  it('are tried on the answers without being stored', async () => {
    expect(await plan(bySex({ WOMAN: 500, MAN: 500 }))).toMatchObject({
      __typename: 'WeightPlan',
      responseCount: 120,
      problems: [],
      margins: [{ name: 'płeć', categories: [{ count: 70, weightedPercent: HALF }, { count: 50 }] }],
      effects: [{ questionText: 'Czy potrzebuje Pan/Pani pomocy?', weightedPercent: HALF }],
      cost: { verdict: 'SOUND' },
    })
    expect((await read(organiser)).weightVersions).toEqual([])
  })

  it('that are nonsense are refused at their field, in words', async () => {
    const typed = bySex({ WOMAN: 70, MAN: 60 }, { unit: 'PERCENT' })

    expect(await plan({ ...typed, populationSize: '1 000' })).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [
        { path: 'margins.0.categories', message: expect.stringContaining('dają razem 130%') as string },
      ],
    })
    const refused = await change('createWeightVersion', {
      recipe: bySex({ WOMAN: 990, MAN: 0 }),
      isUsual: true,
    })
    expect(refused?.__typename).toBe('WeightsRefusedError')
    expect(refused?.message).toContain('według danych nikt tam nie mieszka')
  })

  it('become versions with numbers of their own; results use the one that is usual', async () => {
    await change('createWeightVersion', { recipe: bySex({ WOMAN: 500, MAN: 500 }), isUsual: true })
    await change('createWeightVersion', { recipe: bySex({ WOMAN: 520, MAN: 480 }), isUsual: false })

    const { weightVersions, usualWeightVersion } = await read(organiser)
    expect(weightVersions.map(({ number }) => number)).toEqual([2, 1])
    expect(usualWeightVersion).toEqual({ number: 1 })
    expect(weightVersions[1]).toMatchObject({
      name: 'Wagi próbne',
      method: 'RAKING',
      lowBound: 0.3,
      highBound: 3,
      createdOn: '2026-11-22',
      createdByName: 'Anna Nowak',
      responseCount: 120,
      isUsual: true,
      sources: [{ margin: 'płeć', source: 'GUS, Bank Danych Lokalnych', table: 'P2137', day: '2025-12-31' }],
      cost: { verdict: 'SOUND' },
    })
    const lines = await test.db.prisma.auditEvent.findMany({ where: { action: 'createWeightVersion' } })
    expect(lines.map(({ details }) => details)).toEqual([{ number: 1 }, { number: 2 }])
  })

  it('follow the answers: whatever comes, they add up to the population', async () => {
    const early = await apply(1)
    expect(sum(early.weights)).toBeCloseTo(1000, 6)
    expect(await apply(1)).toBe(early)

    await answer(30, 'MAN')

    const late = await apply(1)
    expect(late.responseCount).toBe(150)
    expect(sum(late.weights)).toBeCloseTo(1000, 6)
  })

  it('are refused and never replaced by nothing where answers no longer allow them', async () => {
    await change('createWeightVersion', { recipe: bySex({ WOMAN: 71, MAN: 100 }), isUsual: false })
    await answer(5, 'WOMAN')

    await expect(apply(3)).rejects.toThrow(
      /^Wag „Wagi próbne” nie można już zastosować do obecnych odpowiedzi\. .*więcej odpowiedzi \(75\)/,
    )
    await expect(apply(99)).rejects.toThrow('nie ma takich wag')
  })

  it('that are retired are used no longer and stay readable', async () => {
    expect(await change('retireWeightVersion', { number: 1 })).toMatchObject({ __typename: 'Survey' })
    expect(await change('retireWeightVersion', { number: 1 })).toMatchObject({
      __typename: 'InvalidInputError',
    })
    expect(await change('setUsualWeightVersion', { number: 1 })).toMatchObject({
      __typename: 'InvalidInputError',
    })

    const where = { surveyId: survey.id }
    await expect(test.db.prisma.weightVersion.updateMany({ where, data: { name: 'Inne' } })).rejects.toThrow()
    await expect(test.db.prisma.weightVersion.deleteMany({ where })).rejects.toThrow()

    const { weightVersions, usualWeightVersion } = await read(organiser)
    expect(usualWeightVersion).toBeNull()
    expect(weightVersions.find(({ number }) => number === 1)).toMatchObject({ retiredOn: '2026-11-22' })
    expect((await apply(1)).notes.at(-1)).toContain('wycofano')
    await change('setUsualWeightVersion', { number: 2 })
    expect((await read(organiser)).usualWeightVersion).toEqual({ number: 2 })
  })

  it('begin with the population of the targets', async () => {
    const structure = emptyStructure([{ name: 'gmina', localityIds: [] }], [18, 35])
    const cells = structure.cells.map((cell) => ({ ...cell, people: 10 }))
    await test.db.prisma.surveyPlan.create({
      data: {
        surveyId: survey.id,
        structure: JSON.parse(JSON.stringify({ ...structure, cells })) as object,
        structureSource: 'GUS',
        structureOn: new Date('2025-12-31'),
      },
    })
    const document = `query ($id: ID!) { survey(id: $id) { weighting { traits { key codes { code } } suggestedMargins } } }`
    const { data } = await test.graphql(document, { id: survey.id }, { as: organiser })

    expect(data).toMatchObject({
      survey: {
        weighting: { suggestedMargins: [{ name: 'płeć i wiek', source: 'GUS', day: '2025-12-31' }] },
      },
    })
  })

  it('are no business of interviewers', async () => {
    const interviewer = await test.signInAs('interviewer')
    const { weightVersions, usualWeightVersion } = await read(interviewer)

    expect([weightVersions, usualWeightVersion]).toEqual([[], null])
    expect(await change('setUsualWeightVersion', { number: null }, interviewer)).toBeNull()
  })
})
