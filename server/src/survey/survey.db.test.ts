import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const OPEN = `mutation ($input: OpenSurveyInput!) { openSurvey(input: $input) {
  __typename ... on Survey { id code answerPath status title responseCount organisation { id } municipality { code } }
  ... on InvalidInputError { message problems { path message } } } }`
const CLOSE = `mutation ($input: CloseSurveyInput!) { closeSurvey(input: $input) {
  __typename ... on Survey { status closedAt } ... on Error { code message } } }`
const SURVEY = `query ($id: ID!) { survey(id: $id) { id title status } }`
const SURVEYS = `query ($first: Int, $after: String) { surveys(first: $first, after: $after) {
  totalCount edges { node { title } } pageInfo { hasNextPage endCursor } } }`
const REGION = `{ regionalSurveys { organisationName questionnaireTitle roundedResponseCount status municipality { code } } }`

let test: TestApp
let organiser: SignedIn
let interviewer: SignedIn
let stranger: SignedIn
const now = new Date('2026-11-22T10:00:00Z')

beforeAll(async () => {
  test = await createTestApp({ now: () => now })
  organiser = await test.signInAs('organiser')
  interviewer = await test.signInAs('interviewer')
  stranger = await test.signInAs('stranger')
})
afterAll(() => test.close())

const organisationOf = ({ organisationId }: SignedIn): string => organisationId ?? ''
async function proposal(change: object = {}) {
  return {
    organisationId: organisationOf(organiser),
    municipalityCode: '260401',
    questionnaireVersionId: await test.aQuestionnaireVersion(),
    title: 'Czego nam brakuje?',
    opensOn: '2026-11-22',
    closesOn: '2026-12-20',
    sampleType: 'OPEN_LINK',
    informationClause: 'Ankieta jest anonimowa.',
    contactPhone: '41 123 45 67',
    ...change,
  }
}
const openIt = async (as: SignedIn | undefined, change: object = {}) =>
  test.graphql<{ openSurvey: Record<string, unknown> | null }>(
    OPEN,
    { input: await proposal(change) },
    as && { as },
  )

describe('opening a survey', () => {
  it('gives it a public address and leaves a line in the audit', async () => {
    const { data } = await openIt(organiser)

    const survey = data.openSurvey
    expect(survey).toMatchObject({
      __typename: 'Survey',
      status: 'OPEN',
      responseCount: 0,
      title: 'Czego nam brakuje?',
    })
    expect(survey?.answerPath).toMatch(/^\/a\/[0-9a-hjkmnp-tv-z]{8}$/)
    const audit = await test.db.prisma.auditEvent.findMany({ where: { objectId: String(survey?.id) } })
    expect(audit).toMatchObject([{ action: 'openSurvey', accountId: organiser.accountId, details: {} }])
  })

  it('names every wrong field in Polish', async () => {
    const { data } = await openIt(organiser, { title: ' ', contactPhone: '112', municipalityCode: '999999' })

    const problems = data.openSurvey?.problems as { path: string; message: string }[]
    expect(problems.map(({ path }) => path)).toEqual(['title', 'contactPhone', 'municipalityCode'])
    expect(problems.every(({ message }) => /^[A-ZŚŻŹ].*\.$/.test(message))).toBe(true)
  })

  it("refuses a questionnaire of somebody else's organisation as if there were none", async () => {
    const foreign = await test.aQuestionnaireVersion(undefined, organisationOf(stranger))
    const missing = '0190a000-0000-7000-8000-000000000000'

    const refusals = await Promise.all(
      [foreign, missing, 'nonsense'].map((questionnaireVersionId) =>
        openIt(organiser, { questionnaireVersionId }),
      ),
    )

    for (const { data } of refusals) expect(data).toEqual(refusals[0]?.data)
    expect(refusals[0]?.data.openSurvey?.problems).toMatchObject([{ path: 'questionnaireVersionId' }])
  })

  it('is for organisers of the organisation only', async () => {
    const codes = await Promise.all(
      [undefined, interviewer, stranger].map(async (as) => (await openIt(as)).errors?.[0]?.extensions.code),
    )

    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN'])
  })

  it('refuses a day that the calendar does not have before anything else looks at it', async () => {
    const { errors } = await openIt(organiser, { opensOn: '2026-02-30' })
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('seeing surveys', () => {
  it('shows a foreign and a missing survey alike: as nothing', async () => {
    const { id } = await test.aSurvey({ organisationId: organisationOf(organiser), title: 'Nasza' })
    const missing = '0190a000-0000-7000-8000-000000000000'

    const seen = async (as: SignedIn, surveyId: string) => test.graphql(SURVEY, { id: surveyId }, { as })

    expect((await seen(organiser, id)).data.survey).toMatchObject({ title: 'Nasza' })
    expect((await seen(interviewer, id)).data.survey).toMatchObject({ title: 'Nasza' })
    const foreign = await seen(stranger, id)
    expect(foreign.data.survey).toBeNull()
    expect(foreign).toEqual(await seen(stranger, missing))
    expect(foreign).toEqual(await seen(stranger, '../etc'))
    expect((await seen(await test.signInAs('administrator'), id)).data.survey).toBeNull()
    expect((await seen(await test.signInAs('analyst'), id)).data.survey).toBeNull()
  })

  it('lists the surveys of the own organisation page by page, newest first', async () => {
    const organisationId = await test.anOrganisation()
    const as = await test.signInAs('organiser', { organisationId })
    for (const title of ['pierwsza', 'druga', 'trzecia']) {
      await test.aSurvey({ organisationId, title })
      await new Promise((resolve) => setTimeout(resolve, 5))
    }

    const { data: first } = await test.graphql<{ surveys: Connection }>(SURVEYS, { first: 2 }, { as })
    const after = first.surveys.pageInfo.endCursor
    const { data: second } = await test.graphql<{ surveys: Connection }>(SURVEYS, { first: 2, after }, { as })

    const titles = [...first.surveys.edges, ...second.surveys.edges].map(({ node }) => node.title)
    expect(titles).toEqual(['trzecia', 'druga', 'pierwsza'])
    expect([first.surveys.totalCount, second.surveys.pageInfo.hasNextPage]).toEqual([3, false])
  })
})

interface Connection {
  readonly totalCount: number
  readonly edges: readonly { readonly node: { readonly title: string } }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
}

describe('closing a survey', () => {
  const closeIt = (as: SignedIn, surveyId: string) =>
    test.graphql<{ closeSurvey: Record<string, unknown> | null }>(CLOSE, { input: { surveyId } }, { as })

  it('ends it at once, also for the page that somebody has just opened', async () => {
    const { id, code } = await test.aSurvey({ organisationId: organisationOf(organiser) })
    await test.app.inject({ url: `/a/${code}` })

    const { data } = await closeIt(organiser, id)

    expect(data.closeSurvey).toEqual({ __typename: 'Survey', status: 'CLOSED', closedAt: now.toISOString() })
    const page = await test.app.inject({ url: `/a/${code}` })
    expect(page.body).toContain('Ankieta jest już zakończona')
    expect(page.body).toContain('"status":"CLOSED"')
  })

  it('happens once', async () => {
    const { id } = await test.aSurvey({ organisationId: organisationOf(organiser) })

    const outcomes = await Promise.all(Array.from({ length: 5 }, () => closeIt(organiser, id)))

    const names = outcomes.map(({ data }) => data.closeSurvey?.__typename).toSorted()
    expect(names).toEqual(['Survey', ...Array.from({ length: 4 }, () => 'SurveyAlreadyClosedError')])
  })

  it('is nothing for people of other organisations and for interviewers', async () => {
    const { id } = await test.aSurvey({ organisationId: organisationOf(organiser) })

    const outcomes = [
      await closeIt(stranger, id),
      await closeIt(interviewer, id),
      await closeIt(organiser, 'nonsense'),
    ]

    expect(outcomes.map(({ data }) => data.closeSurvey)).toEqual([null, null, null])
    expect((await test.graphql(SURVEY, { id }, { as: organiser })).data.survey).toMatchObject({
      status: 'OPEN',
    })
  })
})

describe('the region', () => {
  it('knows that surveys take place, with rounded numbers, and only its analysts are told', async () => {
    const { id, questionnaireVersionId } = await test.aSurvey({ organisationId: organisationOf(stranger) })
    const response = {
      surveyId: id,
      questionnaireVersionId,
      mode: 'CAWI',
      answers: {},
      contentHash: Buffer.alloc(32),
    } as const
    const data = Array.from({ length: 12 }, () => ({
      ...response,
      id: crypto.randomUUID(),
      submittedOn: new Date('2026-11-20'),
    }))
    await test.db.prisma.response.createMany({ data })

    const analyst = await test.graphql<{ regionalSurveys: { roundedResponseCount: number | null }[] }>(
      REGION,
      {},
      {
        as: await test.signInAs('analyst'),
      },
    )
    const other = await test.graphql(REGION, {}, { as: organiser })

    const counts = analyst.data.regionalSurveys.map(({ roundedResponseCount }) => roundedResponseCount)
    expect(counts).toContain(10)
    expect(counts.every((count) => count === null || count % 5 === 0)).toBe(true)
    expect(other.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect(other.data.regionalSurveys).toBeNull()
  })
})
