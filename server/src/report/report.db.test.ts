import { randomUUID } from 'node:crypto'
import type { Report } from '@rozeznanie/core/report'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const REPORT = 'query ($id: ID!) { survey(id: $id) { id report } }'
const FORMATS = ['docx', 'xlsx', 'csv', 'json'] as const

let test: TestApp
let organiser: SignedIn
let interviewer: SignedIn
let stranger: SignedIn
let surveyId: string

beforeAll(async () => {
  test = await createTestApp({ now: () => new Date('2026-11-22T10:00:00Z'), submissionsPerMinute: 3_000 })
  organiser = await test.signInAs('organiser')
  interviewer = await test.signInAs('interviewer')
  stranger = await test.signInAs('stranger')
  const questionnaireVersionId = await test.aQuestionnaireVersion(
    aQuestionnaire([
      single('live_sat', ['dobrze', 'zle', 'rzadko']),
      { key: 'open_idea', type: 'TEXT_LONG', text: 'Czego brakuje?' },
    ]),
  )
  const survey = await test.aSurvey({
    organisationId: organiser.organisationId ?? '',
    questionnaireVersionId,
    title: 'Łąka "2026"; filename=zlo.exe',
  })
  surveyId = survey.id
  const answers = [...Array<string>(20).fill('dobrze'), ...Array<string>(12).fill('zle'), 'rzadko', 'rzadko']
  for (const [index, code] of answers.entries()) {
    const answered = { live_sat: code, ...(index === 0 && { open_idea: '=HYPERLINK("http://zlo.example")' }) }
    const id = index === 0 ? '11111111-1111-4111-8111-111111111111' : randomUUID()
    const payload = { id, questionnaireVersionId, mode: 'CAWI', answers: answered }
    const answer = await test.app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload })
    if (answer.statusCode !== 201) throw new Error(answer.body)
  }
})
afterAll(() => test.close())

const download = (format: string, as?: SignedIn, id = surveyId) =>
  test.app.inject({
    method: 'GET',
    url: `/download/surveys/${id}/report.${format}`,
    headers: as ? { cookie: as.cookie } : {},
  })
const reportFor = async (as: SignedIn) =>
  (await test.graphql<{ survey: { report: Report | null } | null }>(REPORT, { id: surveyId }, { as })).data
    .survey

describe('the report of a survey', () => {
  it('holds its answers as they are now, small cells withheld', async () => {
    const report = (await reportFor(organiser))?.report
    const chapter = report?.sections[1]?.sections[0]

    expect(report).toMatchObject({ format: 'rozeznanie-report/1', templateKey: 'LPDI_PL_v1', isDemo: false })
    expect(chapter?.blocks.find(({ kind }) => kind === 'table')).toMatchObject({
      rows: [
        [{ text: 'dobrze' }, { kind: 'percent', value: 59 }, { text: 'za mało odpowiedzi' }],
        [{ text: 'zle' }, { kind: 'suppressed' }, { kind: 'suppressed' }],
        [{ text: 'rzadko' }, { kind: 'suppressed' }, { kind: 'suppressed' }],
      ],
    })
  })

  it('is not for interviewers, and strangers do not even see the survey', async () => {
    expect(await reportFor(interviewer)).toMatchObject({ report: null })
    expect(await reportFor(stranger)).toBeNull()
  })

  it('holds an open answer only after it was released', async () => {
    const input = {
      surveyId,
      responseId: '11111111-1111-4111-8111-111111111111',
      questionKey: 'open_idea',
      text: 'Więcej autobusów.',
    }
    const before = JSON.stringify(await reportFor(organiser))

    await test.graphql(
      'mutation ($input: ReleaseAnswerInput!) { releaseAnswer(input: $input) { __typename } }',
      { input },
      { as: organiser },
    )

    const after = JSON.stringify(await reportFor(organiser))
    expect(before).not.toMatch(/HYPERLINK|Więcej autobusów/)
    expect(after).toContain('Więcej autobusów.')
    expect(after).not.toContain('HYPERLINK')
  })
})

describe.each(FORMATS)('a download as %s', (format) => {
  it('is a file with a safe Polish name that no cache keeps', async () => {
    const answer = await download(format, organiser)

    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['content-disposition']).toMatch(
      new RegExp(
        `^attachment; filename="LPDI-czesc-diagnostyczna-[A-Za-z0-9-]+-2026-11-22\\.${format}"; filename\\*=UTF-8''LPDI-cz%C4%99%C5%9B%C4%87-diagnostyczna-`,
      ),
    )
    expect(answer.rawPayload.length).toBeGreaterThan(500)
  })

  it('is written into the record of who did what', async () => {
    const where = { action: 'exportReport', objectId: surveyId, accountId: organiser.accountId }
    const before = await test.db.prisma.auditEvent.count({ where })

    await download(format, organiser)

    const events = await test.db.prisma.auditEvent.findMany({ where, orderBy: { id: 'asc' } })
    expect(events.length).toBe(before + 1)
    expect(events.at(-1)?.details).toEqual({ format })
  })

  it('is only for organisers of the survey', async () => {
    expect((await download(format)).statusCode).toBe(401)
    expect((await download(format, stranger)).statusCode).toBe(404)
    expect((await download(format, interviewer)).statusCode).toBe(404)
    expect((await download(format, organiser, randomUUID())).statusCode).toBe(404)
    expect((await download(format, organiser, 'x'.repeat(50))).statusCode).toBe(404)
  })
})

it('the Word file tells nothing of two people', async () => {
  const answer = await download('docx', organiser)

  const xml = strFromU8(unzipSync(new Uint8Array(answer.rawPayload))['word/document.xml'] ?? new Uint8Array())

  expect(xml).toContain('59%')
  expect(xml).not.toMatch(/>6%|>35%/)
})
