import { aQuestionnaire, number, roster, yesNo } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const ADD = `mutation ($input: AddInstitutionsInput!) { addInstitutions(input: $input) {
  __typename ... on Organisation { institutions { id name email phone isRetired } }
  ... on InvalidInputError { problems { path } } } }`
const UPDATE = `mutation ($input: UpdateInstitutionInput!) { updateInstitution(input: $input) {
  __typename ... on Institution { name isRetired } ... on InvalidInputError { problems { path message } } } }`
const INVITE = `mutation ($input: InviteInstitutionsInput!) { inviteInstitutions(input: $input) {
  __typename ... on Survey { id } ... on InvalidInputError { problems { path } } } }`
const FORMS = `query ($id: ID!) { survey(id: $id) { responseCount results { modeCounts { mode count } }
  institutionForms { id status dueOn path prefilledFrom remindedOn answers institution { name }
    remarks { questionKey text } events { kind personName } } } }`
const RETURN = `mutation ($input: ReturnInstitutionFormInput!) { returnInstitutionForm(input: $input) {
  __typename ... on InstitutionForm { status } ... on Error { code } } }`
const ACCEPT = `mutation ($input: AcceptInstitutionFormInput!) { acceptInstitutionForm(input: $input) {
  __typename ... on InstitutionForm { status } ... on Error { code } } }`
const NOTE = `mutation ($input: NoteInstitutionFormInput!) { noteInstitutionForm(input: $input) {
  __typename ... on InstitutionForm { path dueOn remindedOn } ... on InvalidInputError { problems { path } } } }`

interface Form {
  readonly id: string
  readonly status: string
  readonly dueOn: string
  readonly path: string
  readonly prefilledFrom: string | null
  readonly remindedOn: string | null
  readonly answers: object
  readonly institution: { readonly name: string }
  readonly remarks: readonly object[]
  readonly events: readonly { readonly kind: string; readonly personName: string | null }[]
}
interface Institution {
  readonly id: string
  readonly name: string
}

let test: TestApp
let organiser: SignedIn
let stranger: SignedIn
let organisationId: string
let versionId: string
let now = new Date('2026-11-22T10:00:00Z')

const questionnaire = aQuestionnaire(
  [{ ...yesNo('open_weekends'), required: true }, number('places'), roster('services', [number('hours')])],
  { audience: 'PROVIDER', key: 'prv_test' },
)

beforeAll(async () => {
  test = await createTestApp({ now: () => now })
  organiser = await test.signInAs('organiser')
  stranger = await test.signInAs('stranger')
  organisationId = organiser.organisationId ?? ''
  versionId = await test.aQuestionnaireVersion(questionnaire)
})
afterAll(() => test.close())

async function aSurveyOf(referenceOn: string | null) {
  const survey = await test.aSurvey({ organisationId, questionnaireVersionId: versionId })
  await test.db.prisma.survey.update({
    where: { id: survey.id },
    data: { referenceOn: referenceOn && new Date(referenceOn) },
  })
  return survey
}
const add = async (text: string) => {
  const { data } = await test.graphql<{
    addInstitutions: { __typename: string; institutions?: Institution[]; problems?: { path: string }[] }
  }>(ADD, { input: { organisationId, text } }, { as: organiser })
  return data.addInstitutions
}
const idOf = async (name: string): Promise<string> =>
  (await add(name)).institutions?.find((institution) => institution.name === name)?.id ?? ''
const invite = async (surveyId: string, institutionIds: string[], more: object = {}, as = organiser) => {
  const input = { surveyId, institutionIds, dueOn: '2026-12-10', isPrefilled: false, ...more }
  const { data } = await test.graphql<{ inviteInstitutions: { __typename: string } | null }>(
    INVITE,
    { input },
    { as },
  )
  return data.inviteInstitutions
}
const seen = async (id: string, as = organiser) =>
  (
    await test.graphql<{
      survey: { responseCount: number; results: { modeCounts: object[] }; institutionForms: Form[] } | null
    }>(FORMS, { id }, { as })
  ).data.survey
async function anInvited(name: string, more: object = {}) {
  const survey = await aSurveyOf('2025-12-31')
  await invite(survey.id, [await idOf(name)], more)
  const form = (await seen(survey.id))?.institutionForms[0]
  if (!form) throw new Error('no form')
  return { survey, form }
}
const write = async (method: 'PUT' | 'POST', path: string, payload: object) => {
  const answer = await test.app.inject({ method, url: path, payload })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}
const judge = async (document: string, input: object) => {
  const { data } = await test.graphql<
    Record<string, { __typename: string; status?: string; code?: string } | null>
  >(document, { input }, { as: organiser })
  return Object.values(data)[0]
}

describe('institutions', () => {
  it('are pasted as a list; a known name is not added again', async () => {
    const first = await add('Caritas; biuro@caritas.example; 41 311 00 01\nGOK; ; ')
    const again = await add('caritas\nOSP Bilcza')
    expect(first.institutions?.map(({ name }) => name)).toEqual(['Caritas', 'GOK'])
    expect(again.institutions?.map(({ name }) => name)).toEqual(['Caritas', 'GOK', 'OSP Bilcza'])
    expect((await add('; x@')).problems).toEqual([{ path: 'lines.1.name' }, { path: 'lines.1.email' }])
  })

  it('keep their names apart, and retire', async () => {
    const id = await idOf('Biblioteka')
    const input = { institutionId: id, name: 'GOK', email: '', phone: '', isRetired: false }
    const update = (more: object, as: SignedIn) =>
      test.graphql<object>(UPDATE, { input: { ...input, ...more } }, { as })
    expect((await update({}, organiser)).data).toMatchObject({
      updateInstitution: {
        problems: [{ path: 'name', message: expect.stringContaining('Inna instytucja') as string }],
      },
    })
    expect((await update({ name: 'Biblioteka', isRetired: true }, organiser)).data).toEqual({
      updateInstitution: { __typename: 'Institution', name: 'Biblioteka', isRetired: true },
    })
    expect((await update({}, stranger)).data).toEqual({ updateInstitution: null })
    const { id: surveyId } = await aSurveyOf('2025-12-31')
    expect(await invite(surveyId, [id])).toMatchObject({ problems: [{ path: 'institutionIds' }] })
  })
})

describe('a form of an institution', () => {
  it('lives from the invitation to its place among the results', async () => {
    const { survey, form } = await anInvited('Szkoła w Bilczy')
    const page = await test.app.inject({ url: form.path })
    expect(page.statusCode).toBe(200)
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body).toContain('"institutionName":"Szkoła w Bilczy"')

    const kept = await write('PUT', form.path, { revision: 0, answers: { places: 12 } })
    expect(kept).toEqual({ status: 200, body: { status: 'FILLING', revision: 1 } })
    const early = await write('POST', form.path, { revision: 1, answers: { places: 12 } })
    expect(early.status).toBe(422)
    expect(early.body).toMatchObject({ violations: [{ questionKey: 'open_weekends', code: 'REQUIRED' }] })
    const answers = { open_weekends: 'no', places: 12, services: [{ hours: 20 }] }
    expect((await write('POST', form.path, { revision: 1, answers })).body).toMatchObject({
      status: 'SUBMITTED',
    })
    expect((await write('PUT', form.path, { revision: 2, answers })).status).toBe(423)

    const ids = { surveyId: survey.id, formId: form.id }
    const remarks = [{ questionKey: 'places', text: 'Czy to na pewno miejsca, a nie osoby?' }]
    expect(await judge(RETURN, { ...ids, remarks })).toMatchObject({ status: 'RETURNED' })
    expect(await judge(ACCEPT, ids)).toMatchObject({ code: 'FORM_LOCKED' })
    expect((await test.app.inject({ url: form.path })).body).toContain('Czy to na pewno miejsca')
    expect((await seen(survey.id))?.responseCount).toBe(0)

    await write('POST', form.path, { revision: 3, answers: { ...answers, places: 10 } })
    expect(await judge(ACCEPT, ids)).toMatchObject({ status: 'ACCEPTED' })
    const after = await seen(survey.id)
    expect(after?.responseCount).toBe(1)
    expect(after?.results.modeCounts).toEqual([{ mode: 'INSTITUTION', count: 1 }])
    expect(after?.institutionForms[0]).toMatchObject({ status: 'ACCEPTED', answers: { places: 10 } })
    expect(after?.institutionForms[0]?.events.map(({ kind }) => kind)).toEqual([
      ...['INVITED', 'SUBMITTED', 'RETURNED', 'SUBMITTED', 'ACCEPTED'],
    ])
    expect(await judge(ACCEPT, ids)).toMatchObject({ code: 'FORM_LOCKED' })
  })

  it('begins with what was accepted the year before', async () => {
    const { survey, form } = await anInvited('Parafia')
    await write('POST', form.path, { revision: 0, answers: { open_weekends: 'yes', places: 7 } })
    await judge(ACCEPT, { surveyId: survey.id, formId: form.id })
    const next = await aSurveyOf('2026-12-31')
    await invite(next.id, [form.institution.name === 'Parafia' ? await idOf('Parafia') : ''], {
      isPrefilled: true,
    })
    expect((await seen(next.id))?.institutionForms[0]).toMatchObject({
      prefilledFrom: '2025-12-31',
      status: 'INVITED',
      answers: { open_weekends: 'yes', places: 7 },
    })
  })

  it('is not written by two people over one another', async () => {
    const { form } = await anInvited('WTZ')
    const writes = [1, 2, 3, 4].map((places) => write('PUT', form.path, { revision: 0, answers: { places } }))
    const statuses = (await Promise.all(writes)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 409, 409, 409])
  })

  it('is accepted once, however often the button is pressed', async () => {
    const { survey, form } = await anInvited('ŚDS')
    await write('POST', form.path, { revision: 0, answers: { open_weekends: 'yes' } })
    const ids = { surveyId: survey.id, formId: form.id }
    const judged = await Promise.all([judge(ACCEPT, ids), judge(ACCEPT, ids), judge(ACCEPT, ids)])
    expect(judged.filter((one) => one?.status === 'ACCEPTED')).toHaveLength(1)
    expect((await seen(survey.id))?.responseCount).toBe(1)
  })

  it('gets a reminder, a later day, and a new address that ends the old one', async () => {
    const { survey, form } = await anInvited('NZOZ')
    const ids = { surveyId: survey.id, formId: form.id }
    expect(await judge(NOTE, { ...ids, isReminded: true })).toMatchObject({ remindedOn: '2026-11-22' })
    expect(await judge(NOTE, { ...ids, dueOn: '2026-12-20' })).toMatchObject({ dueOn: '2026-12-20' })
    expect(await judge(NOTE, { ...ids, isReminded: true, renewsLink: true })).toMatchObject({
      problems: [{ path: '' }],
    })
    const renewed = await judge(NOTE, { ...ids, renewsLink: true })
    expect(renewed).not.toMatchObject({ path: form.path })
    expect((await test.app.inject({ url: form.path })).statusCode).toBe(404)
  })

  it('is nobody else’s: not a stranger’s, nor at a guessed address, nor by the public door', async () => {
    const { survey, form } = await anInvited('Policja')
    expect(await seen(survey.id, stranger)).toBeNull()
    expect(await invite(survey.id, [], {}, stranger)).toBeNull()
    expect((await test.app.inject({ url: `${form.path.slice(0, -1)}_` })).statusCode).toBe(404)
    const payload = { id: crypto.randomUUID(), questionnaireVersionId: versionId, mode: 'CAWI', answers: {} }
    const sent = await test.app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload })
    expect(sent.statusCode).toBe(422)
    expect((await test.app.inject({ url: `/a/${survey.code}` })).body).toContain('zaproszone instytucje')
  })

  it('is taken until the survey is over, in its days of grace as well', async () => {
    const { survey, form } = await anInvited('Dom kultury')
    await test.db.prisma.survey.update({
      where: { id: survey.id },
      data: { closesOn: new Date('2026-11-20') },
    })
    test.services.publicSurveys.forget(survey.id)
    expect((await write('PUT', form.path, { revision: 0, answers: {} })).status).toBe(200)
    now = new Date('2026-11-30T10:00:00Z')
    expect((await write('PUT', form.path, { revision: 1, answers: {} })).status).toBe(410)
    now = new Date('2026-11-22T10:00:00Z')
  })

  it('is refused in words when it cannot be read, or asks a survey of residents', async () => {
    const { form } = await anInvited('KGW')
    expect((await write('PUT', form.path, { revision: 'x', answers: [] })).status).toBe(422)
    const { id } = await aSurveyOf(null)
    expect(await invite(id, [await idOf('KGW')])).toMatchObject({ problems: [{ path: 'surveyId' }] })
  })
})
