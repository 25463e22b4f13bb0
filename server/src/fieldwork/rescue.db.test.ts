import { randomUUID } from 'node:crypto'
import type { FieldworkBoard } from '@rozeznanie/core/fieldwork'
import { emptyStructure } from '@rozeznanie/core/fieldwork'
import { type RescueKey, type SealedInterview, writeRescueFile } from '@rozeznanie/core/terrain'
import { aQuestionnaire } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealedForm } from '../../testing/sealed-form.ts'
import { type SignedIn, type TestApp, createTestApp } from '../../testing/test-app.ts'
import type { RescueResult } from './import-rescue.ts'

const demographics = aQuestionnaire([
  {
    type: 'SINGLE',
    key: 'dem_sex',
    text: 'Płeć',
    options: [
      { code: 'WOMAN', label: 'kobieta' },
      { code: 'MAN', label: 'mężczyzna' },
    ],
  },
  {
    type: 'SINGLE',
    key: 'dem_age',
    text: 'Wiek',
    options: [
      { code: '18_24', label: '18–24' },
      { code: '65_69', label: '65–69' },
    ],
  },
])

let test: TestApp
let organiser: SignedIn
let interviewer: SignedIn
let versionId: string
let today = '2026-11-15'

beforeAll(async () => {
  test = await createTestApp({ now: () => new Date(`${today}T09:00:00Z`) })
  organiser = await test.signInAs('organiser')
  interviewer = await test.signInAs('interviewer')
  versionId = await test.aQuestionnaireVersion(demographics)
})
afterAll(() => test.close())

async function newSurvey(): Promise<{ id: string; key: RescueKey }> {
  today = '2026-11-15'
  const period = { opensOn: '2026-11-01', closesOn: '2026-11-20' }
  const organisationId = organiser.organisationId ?? ''
  const { id } = await test.aSurvey({ organisationId, questionnaireVersionId: versionId, ...period })
  await assign(id)
  const { cookie } = interviewer
  const bundle = await test.app.inject({ url: '/teren/bundle', headers: { cookie } })
  const surveys = bundle.json<{ surveys: { id: string; rescueKey: RescueKey }[] }>().surveys
  const key = surveys.find((survey) => survey.id === id)?.rescueKey
  if (!key) throw new Error('the survey is not in the bundle')
  return { id, key }
}

const assign = (surveyId: string) =>
  test.graphql(
    `mutation ($input: AssignInterviewerInput!) { assignInterviewer(input: $input) { __typename ... on InvalidInputError { message } } }`,
    { input: { surveyId, accountId: interviewer.accountId, target: 10 } },
    { as: organiser },
  )

/** Sealed as a tablet does it. */
async function sealed(
  surveyId: string,
  key: RescueKey,
  wishes: { readonly id?: string; readonly finishedOn?: string; readonly sex?: string } = {},
): Promise<SealedInterview> {
  const { id = randomUUID(), finishedOn = '2026-11-15', sex = 'MAN' } = wishes
  const submission = {
    id,
    questionnaireVersionId: versionId,
    mode: 'CAPI',
    answers: { dem_sex: sex, dem_age: '65_69' },
  }
  return sealedForm(key, { surveyId, finishedOn, submission })
}

async function upload(surveyId: string, text: string, part = 'rescue', as = organiser) {
  const payload = [
    '--border',
    'content-disposition: form-data; name="file"; filename="ratunek.json"',
    '',
    text,
    '--border--',
    '',
  ].join('\r\n')
  const headers = {
    cookie: as.cookie,
    'x-rozeznanie': '1',
    'content-type': 'multipart/form-data; boundary=border',
  }
  return test.app.inject({ method: 'POST', url: `/upload/surveys/${surveyId}/${part}`, headers, payload })
}
async function outcomes(surveyId: string, interviews: readonly SealedInterview[]) {
  const answer = await upload(surveyId, writeRescueFile(interviews))
  expect(answer.statusCode).toBe(200)
  return answer.json<{ results: RescueResult[] }>().results
}

describe('a rescue file', () => {
  it('brings every interview once, however often it is imported, and keeps the first of two contents', async () => {
    const { id, key } = await newSurvey()
    const one = await sealed(id, key)
    const two = await sealed(id, key)
    const other = await sealed(id, key, { id: two.id, sex: 'WOMAN' })

    expect((await outcomes(id, [one, two])).map(({ outcome }) => outcome)).toEqual(['stored', 'stored'])
    const again = await outcomes(id, [one, other])

    expect(again.map(({ outcome }) => outcome)).toEqual(['replay', 'conflict'])
    const stored = await test.db.prisma.response.findMany({ where: { surveyId: id } })
    expect(stored.map(({ mode, answers }) => [mode, answers])).toEqual(
      Array.from({ length: 2 }, () => ['CAPI', { dem_sex: 'MAN', dem_age: '65_69' }]),
    )
  })

  it('refuses what was exchanged, is of another survey or cannot be opened, and takes in the rest', async () => {
    const { id, key } = await newSurvey()
    const good = await sealed(id, key)
    const exchanged = { ...(await sealed(id, key)), id: randomUUID() }
    const elsewhere = await sealed(randomUUID(), key)
    const wrong = await sealed(id, key, { sex: 'nie wiem' })
    const broken = { ...(await sealed(id, key)), wrappedKey: 'AAAA' }

    const results = await outcomes(id, [exchanged, elsewhere, wrong, broken, good])

    expect(results.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'refused',
      'refused',
      'refused',
      'stored',
    ])
    expect(results[1]?.message).toMatch(/wywiad z innej ankiety/)
  })

  it('that is none is refused in words', async () => {
    const { id } = await newSurvey()
    const answer = await upload(id, '{"format":"inny"}')

    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'RESCUE_FILE_BROKEN'])
  })
})

describe('the fieldwork board', () => {
  const boardOf = async (id: string, as: SignedIn) => {
    const { data } = await test.graphql<{ survey: { fieldwork: FieldworkBoard | null } }>(
      'query ($id: ID!) { survey(id: $id) { fieldwork } }',
      { id },
      { as },
    )
    return data.survey.fieldwork
  }
  const change = async (mutation: string, type: string, input: object) => {
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on InvalidInputError { message } } }`
    const { data } = await test.graphql<Record<string, { __typename: string; message?: string }>>(
      query,
      { input },
      { as: organiser },
    )
    return data[mutation]
  }

  it('puts answers, targets, people and contacts side by side, for organisers only', async () => {
    const { id, key } = await newSurvey()
    await outcomes(id, [
      await sealed(id, key),
      await sealed(id, key),
      await sealed(id, key, { sex: 'WOMAN' }),
    ])
    await test.db.prisma.response.updateMany({
      where: { surveyId: id, answers: { path: ['dem_sex'], equals: 'WOMAN' } },
      data: { isExcluded: true },
    })
    const population = emptyStructure([{ name: 'Cała gmina', localityIds: [] }], [18, 65])
    const document = { ...population, cells: population.cells.map((cell) => ({ ...cell, people: 100 })) }
    await change('saveSurveyPlan', 'SaveSurveyPlanInput', {
      surveyId: id,
      target: 40,
      population: 400,
      localityTargets: [],
    })
    const sourced = { document, source: 'GUS, BDL', asOf: '2025-12-31' }
    await change('savePopulationStructure', 'SavePopulationStructureInput', {
      surveyId: id,
      population: sourced,
    })
    await test.graphql(
      'mutation ($input: RecordCallInput!) { recordCall(input: $input) { __typename } }',
      {
        input: { surveyId: id, id: randomUUID(), outcome: 'BUSY', comeBackOn: '2026-11-16', listPosition: 4 },
      },
      { as: interviewer },
    )

    const board = await boardOf(id, organiser)

    expect(board).toMatchObject({
      storedCount: 3,
      countedCount: 2,
      target: 40,
      structureSource: 'GUS, BDL',
      days: [{ day: '2026-11-15', mode: 'CAPI', storedCount: 3, countedCount: 2 }],
      interviewers: [{ accountId: interviewer.accountId, target: 10, outcomes: { BUSY: 1 } }],
      callbacks: [{ channel: 'CATI', listPosition: 4, comeBackOn: '2026-11-16' }],
    })
    const elderlyMen = board?.quota?.cells.find(({ sex, age }) => sex === 'MAN' && age === 65)
    expect(elderlyMen).toMatchObject({ target: 10, achieved: 2, missing: 8 })
    expect(board?.alerts[0]?.message).toMatch(/^Za 5 dni koniec ankiety, brakuje 38 odpowiedzi/)
    expect(await boardOf(id, interviewer)).toBeNull()
  })

  it('takes a table from a file, stores nothing of it and passes the plan on to the next survey', async () => {
    const { id } = await newSurvey()
    const { id: next } = await newSurvey()
    const answer = await upload(id, 'Wiek;Kobiety;Mężczyźni\n18-64;700;720\n65+;250;180\n', 'structure')
    const { structure } = answer.json<{ structure: object }>()
    expect((await boardOf(id, organiser))?.structure).toBeNull()

    const asOf = '2025-12-31'
    const population = { document: structure, source: 'spis', asOf }
    await change('savePopulationStructure', 'SavePopulationStructureInput', { surveyId: id, population })
    await change('copySurveyPlan', 'CopySurveyPlanInput', { fromSurveyId: id, toSurveyId: next })

    expect((await boardOf(next, organiser))?.structure).toEqual(structure)
    expect(
      await change('saveSurveyPlan', 'SaveSurveyPlanInput', { surveyId: id, target: 0, localityTargets: [] }),
    ).toMatchObject({
      message: 'Cel to liczba ankiet, od 1 do 100 000.',
    })
  })

  it('lets the survey run longer, and never shorter', async () => {
    const { id } = await newSurvey()
    const extended = await change('extendSurvey', 'ExtendSurveyInput', {
      surveyId: id,
      closesOn: '2026-11-30',
    })
    expect(extended?.__typename).toBe('Survey')
    expect((await boardOf(id, organiser))?.closesOn).toBe('2026-11-30')
    const shortened = await change('extendSurvey', 'ExtendSurveyInput', {
      surveyId: id,
      closesOn: '2026-11-25',
    })
    expect(shortened?.message).toMatch(/późniejszy niż 30 listopada/)
  })
})

// Last: it moves the clock on, and sessions end meanwhile.
describe('a rescue file that comes late', () => {
  it('is taken in after the end for what was finished before it, and the audit says so', async () => {
    const { id, key } = await newSurvey()
    const before = await sealed(id, key, { finishedOn: '2026-11-20' })
    const after = await sealed(id, key, { finishedOn: '2026-11-21' })
    today = '2027-01-10'
    organiser = await test.signInAs('organiser')

    const results = await outcomes(id, [before, after])

    expect(results).toMatchObject([{ outcome: 'stored', isAfterEnd: true }, { outcome: 'refused' }])
    expect(results[1]?.message).toMatch(/poza terminem ankiety \(koniec: 20 listopada 2026 r\.\)/)
    const [stored] = await test.db.prisma.response.findMany({ where: { surveyId: id } })
    expect(stored?.submittedOn).toEqual(new Date('2026-11-20'))
    const audit = await test.db.prisma.auditEvent.findFirstOrThrow({
      where: { action: 'importRescueFile', objectId: id },
    })
    expect(audit.details).toMatchObject({ storedCount: 1, storedAfterEndCount: 1, refusedCount: 1 })
  })
})
