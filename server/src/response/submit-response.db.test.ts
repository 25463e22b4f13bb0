import { randomUUID } from 'node:crypto'
import { aQuestionnaire, multi, when, yesNo } from '@rozeznanie/core/testing'
import type { Answers } from '@rozeznanie/core/questionnaire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const SUBMIT = `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) {
  __typename ... on Receipt { receipt } ... on Error { code message }
  ... on AnswersRefusedError { violations { questionKey code message } }
  ... on ResponseConflictError { receipt } ... on SurveyNotOpenError { status } } }`

const QUESTIONNAIRE = aQuestionnaire([
  { key: 'dem_locality', type: 'LOCALITY', text: 'Gdzie Pan/Pani mieszka?' },
  yesNo('hasCar'),
  yesNo('electric', when('hasCar', 'yes')),
  multi('needs', ['CARE', 'TRANSPORT']),
  { key: 'idea', type: 'TEXT_LONG', text: 'Czego brakuje?' },
])

interface Conflicts {
  readonly conflictCount: number
  readonly conflicts: readonly object[] | null
}

let test: TestApp
let organiser: SignedIn
let versionId: string
let now = new Date('2026-11-22T10:00:00Z')

beforeAll(async () => {
  test = await createTestApp({ now: () => now, trustedProxyCount: 1, submissionsPerMinute: 3_000 })
  organiser = await test.signInAs('organiser')
  versionId = await test.aQuestionnaireVersion(QUESTIONNAIRE)
})
afterAll(() => test.close())

const aSurvey = (change: object = {}) =>
  test.aSurvey({
    organisationId: organiser.organisationId ?? '',
    questionnaireVersionId: versionId,
    ...change,
  })
const aSubmission = (answers: Answers, change: object = {}) => ({
  id: randomUUID(),
  questionnaireVersionId: versionId,
  mode: 'CAWI',
  answers,
  ...change,
})
const post = (code: string, payload: unknown, headers: Record<string, string> = {}) =>
  test.app.inject({
    method: 'POST',
    url: `/a/${code}/responses`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })
const mutate = (surveyCode: string, submission: object, as?: SignedIn) =>
  test.graphql<{ submitResponse: Record<string, unknown> | null }>(
    SUBMIT,
    { input: { surveyCode, ...submission } },
    as && { as },
  )
const stored = (surveyId: string) =>
  test.db.prisma.response.findMany({ where: { surveyId }, orderBy: { sequence: 'asc' } })

describe('a response is stored once', () => {
  it('however many times it is sent at the same instant, through either door', async () => {
    const { id: surveyId, code } = await aSurvey()
    const submission = aSubmission({ hasCar: 'no', needs: ['CARE'] })

    const answers = await Promise.all(
      Array.from({ length: 64 }, async (_, index) => {
        if (index % 2 === 0) return (await post(code, submission)).json<{ receipt: string }>().receipt
        return (await mutate(code, submission)).data.submitResponse?.receipt
      }),
    )

    expect(await stored(surveyId)).toHaveLength(1)
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('tells the first time from the later ones', async () => {
    const { code } = await aSurvey()
    const submission = aSubmission({ hasCar: 'no' })

    const statuses = [await post(code, submission), await post(code, submission)].map(
      ({ statusCode }) => statusCode,
    )

    expect(statuses).toEqual([201, 200])
  })

  it('keeps the first content when another comes under the same id, a hundred times', async () => {
    const { id: surveyId, code } = await aSurvey()
    const submission = aSubmission({ idea: 'autobus' })
    const { receipt } = (await post(code, submission)).json<{ receipt: string }>()
    const [before] = await stored(surveyId)

    const others = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        post(code, { ...submission, answers: { idea: `autobu${index}` } }),
      ),
    )

    expect(others.every(({ statusCode }) => statusCode === 409)).toBe(true)
    expect(others[0]?.json()).toMatchObject({ code: 'RESPONSE_CONFLICT', receipt })
    expect(await stored(surveyId)).toEqual([before])
  })

  it('keeps the other content beside it for a person to decide, and no more than a few of one device', async () => {
    const { id: surveyId, code } = await aSurvey()
    const submission = aSubmission({ idea: 'autobus' })
    await post(code, submission)
    const other = { ...submission, answers: { idea: 'chodnik' }, answeredBy: 'PROXY' }
    await Promise.all([post(code, other), post(code, other)])
    const read = async (as: SignedIn) => {
      const query = `query ($id: ID!) { survey(id: $id) { conflictCount
        conflicts { responseId first { version answers } second { mode submittedOn answeredBy answers } } } }`
      return (await test.graphql<{ survey: Conflicts | null }>(query, { id: surveyId }, { as })).data.survey
    }
    const seen = await read(organiser)
    for (let change = 0; change < 20; change += 1)
      await post(code, { ...submission, answers: { idea: `${change}` } })

    expect(seen).toEqual({
      conflictCount: 1,
      conflicts: [
        {
          responseId: submission.id,
          first: { version: 1, answers: { idea: 'autobus' } },
          second: {
            ...{ mode: 'CAWI', submittedOn: '2026-11-22', answeredBy: 'PROXY' },
            answers: { idea: 'chodnik' },
          },
        },
      ],
    })
    expect((await read(organiser))?.conflictCount).toBe(3)
    expect((await read(await test.signInAs('interviewer')))?.conflicts).toBeNull()
  })

  it('gives equal answers of two people two receipts, and one id in two surveys two rows', async () => {
    const [one, other] = [await aSurvey(), await aSurvey()]
    const submission = aSubmission({ hasCar: 'no' })

    const first = (await post(one.code, submission)).json<{ receipt: string }>()
    const second = (await post(one.code, { ...submission, id: randomUUID() })).json<{ receipt: string }>()
    await post(other.code, submission)

    expect(first.receipt).not.toBe(second.receipt)
    expect([(await stored(one.id)).length, (await stored(other.id)).length]).toEqual([2, 1])
  })

  it('numbers responses in the order in which they become visible', async () => {
    const { id: surveyId, code } = await aSurvey()
    const seen: bigint[] = []
    const sending = Promise.all(Array.from({ length: 200 }, () => post(code, aSubmission({ hasCar: 'yes' }))))
    for (let looks = 0; looks < 20; looks += 1) {
      const { rows } = await test.db.pool.query<{ sequence: string }>(
        'SELECT sequence FROM response WHERE survey_id = $1 AND sequence > $2 ORDER BY sequence',
        [surveyId, String(seen.at(-1) ?? 0n)],
      )
      seen.push(...rows.map(({ sequence }) => BigInt(sequence)))
      if (seen.length < 200) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await sending

    const all = await stored(surveyId)

    expect(all).toHaveLength(200)
    expect(seen).toEqual(all.map(({ sequence }) => sequence).slice(0, seen.length))
  })
})

describe('what is stored', () => {
  it('is the answers that count, the day in Poland and the locality, and nothing of the sender', async () => {
    const locality = await test.aLocality()
    const { id: surveyId, code } = await aSurvey()
    const sent = { dem_locality: locality, hasCar: 'no', electric: 'yes', needs: ['TRANSPORT', 'CARE'] }
    now = new Date('2026-11-22T23:30:00Z')

    const answer = await post(code, aSubmission(sent), {
      'user-agent': 'Telefon/1',
      cookie: organiser.cookie,
    })

    now = new Date('2026-11-22T10:00:00Z')
    expect(answer.headers['set-cookie']).toBeUndefined()
    const [row] = await stored(surveyId)
    expect(row).toMatchObject({
      answers: { dem_locality: locality, hasCar: 'no', needs: ['TRANSPORT', 'CARE'] },
      localityId: locality,
      mode: 'CAWI',
      submittedOn: new Date('2026-11-23T00:00:00Z'),
    })
    expect(Object.keys(row ?? {}).toSorted()).toEqual([
      'answeredBy',
      'answers',
      'contentHash',
      'correctedAnswers',
      'id',
      'isExcluded',
      'localityId',
      'mode',
      'questionnaireVersionId',
      'sequence',
      'sheetNumber',
      'signals',
      'submittedOn',
      'surveyId',
      'ticketHash',
    ])
  })

  it('tells who answered and what looks hasty or not human, through either door', async () => {
    const { id: surveyId, code } = await aSurvey()
    const hints = { secondsSpent: 0.2, trap: 'https://kredyty.example' }

    await post(code, aSubmission({ hasCar: 'no' }, { answeredBy: 'PROXY', ...hints }))
    await mutate(code, aSubmission({ hasCar: 'no' }, { answeredBy: 'SELF', secondsSpent: 300 }))

    expect(await stored(surveyId)).toMatchObject([
      { answeredBy: 'PROXY', signals: ['TOO_FAST', 'TRAP'] },
      { answeredBy: 'SELF', signals: [] },
    ])
  })

  it('accepts a locality that was retired while the form was open', async () => {
    const locality = await test.aLocality()
    await test.db.prisma.locality.update({ where: { id: locality }, data: { retiredAt: now } })
    const { code } = await aSurvey()

    expect((await post(code, aSubmission({ dem_locality: locality }))).statusCode).toBe(201)
  })
})

describe('outside its dates a survey takes no responses', () => {
  it.each([
    ['SCHEDULED', 425, { opensOn: '2026-11-23' }],
    ['ENDED', 410, { closesOn: '2026-11-18' }],
  ])('%s', async (status, statusCode, dates) => {
    const { id: surveyId, code } = await aSurvey(dates)

    const answer = await post(code, aSubmission({ hasCar: 'no' }))
    const { data } = await mutate(code, aSubmission({ hasCar: 'no' }))

    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([statusCode, 'SURVEY_NOT_OPEN'])
    expect(data.submitResponse).toMatchObject({ __typename: 'SurveyNotOpenError', status })
    expect(await stored(surveyId)).toHaveLength(0)
  })

  it('but gives the receipt again to a device that did not hear of its success', async () => {
    const { id: surveyId, code } = await aSurvey({ closesOn: '2026-11-22' })
    const submission = aSubmission({ hasCar: 'no' })
    const first = (await post(code, submission)).json<{ receipt: string }>()
    now = new Date('2026-11-26T10:00:00Z')

    const again = await post(code, submission)
    const changed = await post(code, { ...submission, answers: { hasCar: 'yes' } })

    now = new Date('2026-11-22T10:00:00Z')
    expect([again.statusCode, again.json()]).toEqual([200, first])
    expect(changed.statusCode).toBe(410)
    expect(await stored(surveyId)).toHaveLength(1)
  })

  it('and none that does not exist', async () => {
    const answer = await post('zzzzzzzz', aSubmission({}))
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'SURVEY_UNKNOWN'])
    expect((await mutate('zzzzzzzz', aSubmission({}))).data.submitResponse).toBeNull()
  })
})

describe('a bad submission is refused in Polish and leaves nothing behind', () => {
  const POLISH = /[ąćęłńóśźż]|Prosimy|Proszę/

  it.each([
    ['wrong answers', { hasCar: 'perhaps' }, 422],
    ['a question of another survey', { other: 'yes' }, 422],
    ['an option of another question', { needs: ['yes'] }, 422],
    ['a prototype word as a key', JSON.parse('{"constructor":"yes"}'), 422],
    ['NUL in a text', { idea: 'a\u0000b' }, 400],
    ['half a character in a text', { idea: 'a\ud800b' }, 400],
    ['NUL in a key', { 'a\u0000': 'b' }, 400],
    ['a text without end', { idea: 'a'.repeat(120_000) }, 400],
    ['a number without end', { idea: 1e300 }, 400],
  ])('%s', async (_name, answers, status) => {
    const { id: surveyId, code } = await aSurvey()

    const answer = await post(code, aSubmission(answers as Answers))

    expect(answer.statusCode).toBe(status)
    expect(answer.json<{ message: string }>().message).toMatch(POLISH)
    expect(await stored(surveyId)).toHaveLength(0)
  })

  it.each([
    ['an empty body', '', 400],
    ['null', 'null', 422],
    ['a list', '[]', 422],
    ['cut JSON', '{"id":', 400],
    ['a prototype in disguise', '{"__proto__":{"mode":"CAWI"}}', 400],
    ['deep nesting', `{"answers":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 400],
    ['a body of 300 KB', JSON.stringify({ idea: 'a'.repeat(300_000) }), 413],
  ])('%s', async (_name, body, status) => {
    const { code } = await aSurvey()

    const answer = await post(code, body)

    expect(answer.statusCode).toBe(status)
    expect(answer.json<{ message: string }>().message).toMatch(POLISH)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    '%s, which a foreign page could send without asking',
    async (contentType) => {
      const { code } = await aSurvey()
      const answer = await post(code, aSubmission({}), { 'content-type': contentType })
      expect([answer.statusCode, answer.json<{ message: string }>().message]).toEqual([
        415,
        expect.stringMatching(POLISH),
      ])
    },
  )

  it('an interview by somebody who is no interviewer', async () => {
    const { code } = await aSurvey()
    const stranger = await test.signInAs('stranger')
    const interviewer = await test.signInAs('interviewer')
    const interview = () => aSubmission({ hasCar: 'no' }, { mode: 'CAPI' })

    expect((await post(code, interview())).statusCode).toBe(422)
    expect((await mutate(code, interview(), stranger)).data.submitResponse?.__typename).toBe(
      'InvalidInputError',
    )
    expect((await mutate(code, interview(), interviewer)).data.submitResponse?.__typename).toBe('Receipt')
    const imported = aSubmission({}, { mode: 'IMPORT' })
    expect((await mutate(code, imported, interviewer)).data.submitResponse?.__typename).toBe(
      'InvalidInputError',
    )
  })

  it('a version that the survey never had', async () => {
    const { code } = await aSurvey()
    const elsewhere = await test.aQuestionnaireVersion()
    const answer = await post(code, aSubmission({}, { questionnaireVersionId: elsewhere }))
    expect(answer.json()).toMatchObject({ problems: [{ path: 'questionnaireVersionId' }] })
  })

  it('too many from one address, while another address goes on', async () => {
    const small = await createTestApp({
      db: test.db,
      now: () => now,
      trustedProxyCount: 1,
      submissionsPerMinute: 5,
    })
    const { code } = await aSurvey()
    const send = (address: string) =>
      small.app.inject({
        method: 'POST',
        url: `/a/${code}/responses`,
        headers: { 'x-forwarded-for': address },
        payload: aSubmission({ hasCar: 'no' }),
      })

    const statuses: number[] = []
    for (let count = 0; count < 6; count += 1) statuses.push((await send('192.0.2.1')).statusCode)
    const other = await send('192.0.2.2')
    await small.close()

    expect(statuses).toEqual([201, 201, 201, 201, 201, 429])
    expect(other.statusCode).toBe(201)
  })
})
