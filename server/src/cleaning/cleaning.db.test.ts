import { randomUUID } from 'node:crypto'
import type { Answers } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, matrix, single } from '@rozeznanie/core/testing'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const ROWS = Array.from({ length: 9 }, (_, index) => `r${index}`)
const document = aQuestionnaire([
  { key: 'dem_locality', type: 'LOCALITY', text: 'Gdzie Pan/Pani mieszka?' },
  single('dem_sex', ['WOMAN', 'MAN']),
  single('live_sat', ['dobrze', 'zle']),
  single('carer', ['yes', 'no']),
  single('hours', ['few', 'many'], { visibleIf: `carer = 'yes'` }),
  matrix('rate', ROWS, ['1', '2', '3']),
  { key: 'open_idea', type: 'TEXT_LONG', text: 'Czego brakuje?' },
])
const rated = (code: (row: number) => string) =>
  Object.fromEntries(ROWS.map((row, index) => [row, code(index)]))

let test: TestApp
let people: Readonly<Record<'organiser' | 'second' | 'interviewer' | 'stranger', SignedIn>>
let versionId: string
let places: readonly [string, string]
let survey: { id: string; code: string }

beforeAll(async () => {
  test = await createTestApp({ now: () => new Date('2026-11-22T10:00:00Z'), submissionsPerMinute: 3_000 })
  const organiser = await test.signInAs('organiser')
  const second = await test.signInAs('organiser', { organisationId: organiser.organisationId ?? '' })
  people = {
    organiser,
    second,
    interviewer: await test.signInAs('interviewer'),
    stranger: await test.signInAs('stranger'),
  }
  versionId = await test.aQuestionnaireVersion(document)
  places = [await test.aLocality({ name: 'Bieliny' }), await test.aLocality({ name: 'Huta' })]
})
afterAll(() => test.close())
beforeEach(async () => {
  survey = await test.aSurvey({
    organisationId: people.organiser.organisationId ?? '',
    questionnaireVersionId: versionId,
  })
})

type As = keyof typeof people
const ask = async <Data>(query: string, variables: object = {}, as: As = 'organiser') => {
  const { data, errors } = await test.graphql<Data>(
    query,
    { id: survey.id, ...variables },
    { as: people[as] },
  )
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}
const sound = (index: number): Answers => ({
  dem_locality: places[0],
  dem_sex: index % 2 === 0 ? 'WOMAN' : 'MAN',
  live_sat: index % 3 === 0 ? 'zle' : 'dobrze',
  carer: 'yes',
  hours: 'few',
  rate: rated((row) => String(1 + ((row + index) % 3))),
  open_idea: `Pomysł ${index}`,
})
const submit = async (answers: Answers, more: object = {}) => {
  const id = randomUUID()
  const payload = { id, questionnaireVersionId: versionId, mode: 'CAWI', answers, ...more }
  const answer = await test.app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload })
  return { id: 'id' in more ? String(more.id) : id, status: answer.statusCode }
}
const CORRECT = `mutation ($input: CorrectResponseInput!) { result: correctResponse(input: $input) {
  __typename ... on CorrectedResponse { numbers } ... on Error { message } } }`
interface Result {
  readonly result: {
    readonly __typename: string
    readonly numbers?: readonly number[]
    readonly message?: string
  } | null
}
const correct = async (responseId: string, wish: object, as: As = 'organiser') => {
  const input = {
    surveyId: survey.id,
    responseId,
    path: [],
    reason: 'TYPING',
    remark: '',
    flags: [],
    ...wish,
  }
  return (await ask<Result>(CORRECT, { input }, as)).result
}
const UNDO = `mutation ($input: UndoCorrectionInput!) { result: undoCorrection(input: $input) {
  __typename ... on Error { message } } }`
const undo = async (number: number) =>
  (await ask<Result>(UNDO, { input: { surveyId: survey.id, number, remark: '' } })).result

/** Everything that is told of answers outside this room: results, a crosstab, open answers, the report, its CSV. */
const everything = async () => {
  const READ = `query ($id: ID!) { survey(id: $id) { responseCount
    results(filter: []) { responseCount modeCounts { mode count } summaries { questionKey base { validCount askedCount }
      ... on ChoiceSummary { frequencies { code count } } ... on MatrixSummary { rows { key frequencies { code count } } } } }
    crosstab(rowQuestionKey: "dem_sex", columnQuestionKey: "live_sat") { counts }
    openAnswers(questionKey: "open_idea") { totalCount edges { node { text } } } report } }`
  // The report waits for many changes, unless its owner takes the answers in.
  await ask('mutation ($id: ID!) { renewSnapshot(input: { surveyId: $id }) { id } }')
  const data = await ask(READ)
  const csv = await test.app.inject({
    url: `/download/surveys/${survey.id}/report.csv`,
    headers: { cookie: people.organiser.cookie },
  })
  return { data, csv: csv.body }
}

describe('a correction', () => {
  it('counts at once everywhere, and taken back leaves everything exactly as it was', async () => {
    for (let index = 0; index < 40; index += 1) await submit(sound(index))
    const { id } = await submit(sound(40))
    const before = await everything()

    const done = [
      await correct(id, { kind: 'CHANGE', path: ['live_sat'], value: 'zle' }),
      await correct(id, { kind: 'CHANGE', path: ['dem_locality'], value: places[1] }),
      await correct(id, { kind: 'BLANK', path: ['open_idea'], reason: 'PERSONAL_DATA' }),
      await correct(id, { kind: 'CHANGE', path: ['rate', 'r3'], value: '3' }),
      await correct(id, { kind: 'CHANGE', path: ['carer'], value: 'no' }),
    ]
    const after = await everything()
    const excluded = await correct(id, { kind: 'EXCLUDE', reason: 'TRIAL' })
    const without = await everything()

    expect(done.map((result) => result?.numbers)).toEqual([[1], [2], [3], [4], [5]])
    const texts = [before, after, without].map((told) => JSON.stringify(told.data))
    expect(new Set(texts).size).toBe(3)
    expect(after.csv).not.toBe(before.csv)
    expect(after.data).toMatchObject({ survey: { openAnswers: { totalCount: 40 }, responseCount: 41 } })
    expect(without.data).toMatchObject({ survey: { results: { responseCount: 40 }, responseCount: 40 } })
    for (const number of [...(excluded?.numbers ?? []), 5, 4, 3, 2, 1])
      expect(await undo(number)).toMatchObject({ __typename: 'CorrectedResponse' })
    expect(await everything()).toEqual(before)
    const kept = await test.db.prisma.response.findFirstOrThrow({ where: { id } })
    expect(kept).toMatchObject({ correctedAnswers: null, isExcluded: false, answers: sound(40) })
  })

  it('is for organisers only, and must fit its question', async () => {
    const { id } = await submit(sound(0))
    const wish = { kind: 'CHANGE', path: ['live_sat'], value: 'dobrze' }

    expect(await correct(id, wish, 'interviewer')).toBeNull()
    expect(await correct(id, wish, 'stranger')).toBeNull()
    expect(await correct(id, { ...wish, value: 'maybe' })).toMatchObject({
      __typename: 'AnswersRefusedError',
    })
    expect(await correct(id, { ...wish, reason: 'NO' })).toMatchObject({ __typename: 'InvalidInputError' })
    expect(
      await ask(
        `query ($id: ID!) { survey(id: $id) { correctionCount cleaningLog { number } flaggedCount } }`,
        {},
        'interviewer',
      ),
    ).toEqual({
      survey: { correctionCount: 0, cleaningLog: null, flaggedCount: null },
    })
  })

  it('stands in a log that nobody can change, with who, why, before and after', async () => {
    const { id } = await submit(sound(0))
    await correct(id, {
      kind: 'CHANGE',
      path: ['rate', 'r2'],
      value: '1',
      reason: 'OTHER',
      remark: 'Zła kolumna',
    })
    await undo(1)

    const LOG = `query ($id: ID!) { survey(id: $id) { cleaningLog { number kind place before after reason remark byName undoneBy } } }`
    const [line] = await test.db.prisma.account.findMany({ where: { id: people.organiser.accountId } })
    expect(await ask(LOG)).toMatchObject({
      survey: {
        cleaningLog: [
          { number: 2, kind: 'UNDO', before: '1', after: '3', undoneBy: null },
          {
            number: 1,
            kind: 'CHANGE',
            place: '6. rate? – r2',
            before: '3',
            after: '1',
            reason: 'inny powód',
          },
        ],
      },
    })
    expect(await ask(LOG)).toMatchObject({
      survey: { cleaningLog: [{}, { remark: 'Zła kolumna', byName: line?.name, undoneBy: 2 }] },
    })
    const { pool } = test.db
    await expect(pool.query(`UPDATE response_correction SET remark = 'x'`)).rejects.toThrow(
      /cannot be changed/,
    )
    await expect(pool.query('DELETE FROM response_correction')).rejects.toThrow(/cannot be changed/)
  })

  it('goes out with the data: whole for the organiser, without answers beside the report', async () => {
    const { id } = await submit(sound(0))
    await correct(id, { kind: 'CHANGE', path: ['live_sat'], value: 'dobrze', remark: '=1+1' })
    const download = (name: string, as: As) =>
      test.app.inject({
        url: `/download/surveys/${survey.id}/${name}`,
        headers: { cookie: people[as].cookie },
      })

    const whole = await download('cleaning.csv', 'organiser')
    const book = await download('report.xlsx', 'organiser')

    expect(whole.body.split('\r\n')[1]).toContain(`"zmiana odpowiedzi";"3. live_sat?";"zle";"dobrze"`)
    expect(whole.body).toContain(`"'=1+1"`)
    expect((await download('cleaning.csv', 'interviewer')).statusCode).toBe(404)
    const files = Object.values(unzipSync(book.rawPayload)).map((bytes) => strFromU8(bytes))
    expect(files.some((text) => text.includes('Dziennik czyszczenia'))).toBe(true)
    expect(files.some((text) => text.includes('zmiana odpowiedzi'))).toBe(true)
    expect(files.some((text) => text.includes(id) || text.includes("'=1+1"))).toBe(false)
  })

  it('made by two people at once gives two lines one after the other', async () => {
    const { id } = await submit(sound(0))
    const wish = (code: string, row: string) => ({ kind: 'CHANGE', path: ['rate', row], value: code })

    const results = await Promise.all([
      correct(id, wish('2', 'r0')),
      correct(id, wish('3', 'r1'), 'second'),
      correct(id, wish('1', 'r2')),
    ])

    expect(results.flatMap((result) => result?.numbers ?? []).toSorted()).toEqual([1, 2, 3])
    const { correctedAnswers } = await test.db.prisma.response.findFirstOrThrow({ where: { id } })
    expect(correctedAnswers).toMatchObject({ rate: { r0: '2', r1: '3', r2: '1' } })
  })
})

describe('the list of responses to look at', () => {
  const LIST = `query ($id: ID!) { survey(id: $id) { flaggedCount flaggedResponses { responseId flags { kind } } } }`

  it('has what is odd until somebody looked at it, and excludes nothing by itself', async () => {
    for (let index = 0; index < 6; index += 1) await submit(sound(index))
    const { id } = await submit({ ...sound(7), rate: rated(() => '2') })

    const found = await ask(LIST)
    expect(found).toEqual({
      survey: {
        flaggedCount: 1,
        flaggedResponses: [{ responseId: id, flags: [{ kind: 'STRAIGHT_LINES' }] }],
      },
    })
    expect(await ask('query ($id: ID!) { survey(id: $id) { results { responseCount } } }')).toMatchObject({
      survey: { results: { responseCount: 7 } },
    })
    await correct(id, { kind: 'KEEP', reason: 'CHECKED', flags: ['STRAIGHT_LINES'] })
    expect(await ask(LIST)).toEqual({ survey: { flaggedCount: 0, flaggedResponses: [] } })
    await undo(1)
    expect(await ask(LIST)).toEqual(found)
    await correct(id, { kind: 'CHANGE', path: ['rate', 'r1'], value: '1' })
    expect(await ask(LIST)).toMatchObject({ survey: { flaggedCount: 0 } })
  })
})

describe('two contents under one id', () => {
  const CONFLICTS = `query ($id: ID!) { survey(id: $id) { conflictCount conflicts { responseId conflictHash } } }`
  const DECIDE = `mutation ($input: DecideConflictInput!) { result: decideConflict(input: $input) { __typename ... on CorrectedResponse { numbers } ... on Error { message } } }`

  it('wait for a person; the second taken counts question by question, and taken back the first counts again', async () => {
    const first = sound(0)
    const { id } = await submit(first)
    const second = { ...sound(1), open_idea: 'Inny pomysł' }
    expect((await submit(second, { id })).status).toBe(409)
    const waiting = await ask<{ survey: { conflicts: readonly { conflictHash: string }[] } }>(CONFLICTS)
    const [conflict] = waiting.survey.conflicts
    const input = {
      surveyId: survey.id,
      responseId: id,
      conflictHash: conflict?.conflictHash,
      reason: 'TYPING',
      remark: '',
    }

    const taken = await ask<Result>(DECIDE, { input: { ...input, take: 'SECOND' } })

    const stored = await test.db.prisma.response.findFirstOrThrow({ where: { id } })
    expect(stored).toMatchObject({ answers: first, correctedAnswers: second })
    expect(await ask(CONFLICTS)).toMatchObject({ survey: { conflictCount: 0, conflicts: [] } })
    expect(await ask<Result>(DECIDE, { input: { ...input, take: 'FIRST' } })).toMatchObject({
      result: { __typename: 'InvalidInputError' },
    })
    for (const number of taken.result?.numbers ?? []) await undo(number)
    expect(await ask(CONFLICTS)).toMatchObject({ survey: { conflictCount: 1 } })
    await ask(DECIDE, { input: { ...input, take: 'FIRST' } })
    expect(await ask(CONFLICTS)).toMatchObject({ survey: { conflictCount: 0 } })
    expect(await test.db.prisma.response.findFirstOrThrow({ where: { id } })).toMatchObject({
      correctedAnswers: null,
    })
  })
})

describe('paper entered twice', () => {
  const ENTER = `mutation ($sheet: SubmitResponseInput!, $file: FileSheetInput!) {
    submitResponse(input: $sheet) { __typename } fileSheet(input: $file) { __typename } }`
  const AGAIN = `mutation ($input: EnterSheetAgainInput!) { result: enterSheetAgain(input: $input) { __typename ... on Error { message } } }`
  const RESOLVE = `mutation ($input: ResolveDiscrepancyInput!) { result: resolveDiscrepancy(input: $input) { __typename ... on CorrectedResponse { numbers } ... on Error { message } } }`
  const STATE = `query ($id: ID!) { survey(id: $id) { openDiscrepancyCount
    doubleEntry { sampledCount enteredCount fieldCount differenceCount differencesPerThousand }
    discrepancies { responseId sheetNumber fields { path first second } } } }`
  const WAITING = `query ($id: ID!) { survey(id: $id) { sheetsToEnterAgain { responseId sheetNumber } } }`
  const setShare = (percent: number) =>
    ask(
      `mutation ($input: SetDoubleEntryShareInput!) { setDoubleEntryShare(input: $input) { __typename } }`,
      {
        input: { surveyId: survey.id, percent },
      },
    )
  const enter = async (answers: Answers, sheetNumber: string, batchId: string | null = null) => {
    const id = randomUUID()
    const sheet = {
      surveyCode: survey.code,
      id,
      questionnaireVersionId: versionId,
      mode: 'PAPI',
      answers,
      sheetNumber,
    }
    await ask(ENTER, { sheet, file: { surveyId: survey.id, responseId: id, batchId } }, 'interviewer')
    return id
  }
  const again = async (responseId: string, answers: Answers, as: As = 'second') =>
    (await ask<Result>(AGAIN, { input: { surveyId: survey.id, responseId, answers } }, as)).result
  const resolve = async (responseId: string, wish: object) =>
    (await ask<Result>(RESOLVE, { input: { surveyId: survey.id, responseId, remark: '', ...wish } })).result

  it('shows each difference and no other, keeps both until somebody decides, and logs what the paper said', async () => {
    await setShare(100)
    const id = await enter(sound(0), '7')
    await enter(sound(1), '8')
    const { live_sat: _sat, ...rest } = sound(0)
    const second = {
      ...rest,
      live_sat: 'dobrze',
      rate: rated((row) => (row === 4 ? '3' : String(1 + (row % 3)))),
      open_idea: '  pomysł 0.',
    }

    expect(await ask(WAITING, {}, 'interviewer')).toMatchObject({ survey: { sheetsToEnterAgain: [] } })
    expect(await ask(WAITING, {}, 'second')).toMatchObject({
      survey: { sheetsToEnterAgain: [{ responseId: id, sheetNumber: '7' }, { sheetNumber: '8' }] },
    })
    expect(await again(id, second, 'interviewer')).toMatchObject({ __typename: 'SameClerkError' })
    expect(await again(id, second)).toMatchObject({ __typename: 'FiledSheet' })

    const state = await ask(STATE)
    expect(state).toEqual({
      survey: {
        openDiscrepancyCount: 2,
        doubleEntry: {
          sampledCount: 2,
          enteredCount: 1,
          fieldCount: 15,
          differenceCount: 2,
          differencesPerThousand: 2000 / 15,
        },
        discrepancies: [
          {
            responseId: id,
            sheetNumber: '7',
            fields: [
              { path: ['live_sat'], first: 'zle', second: 'dobrze' },
              { path: ['rate', 'r4'], first: '2', second: '3' },
            ],
          },
        ],
      },
    })
    const before = await test.db.prisma.response.findFirstOrThrow({ where: { id } })
    expect(before).toMatchObject({ answers: sound(0), correctedAnswers: null })
    expect(await resolve(id, { path: ['live_sat'], take: 'FIRST' })).toMatchObject({ numbers: [1] })
    expect(await resolve(id, { path: ['rate', 'r4'], take: 'OTHER', value: '1' })).toMatchObject({
      numbers: [2],
    })
    expect(await ask(STATE)).toMatchObject({ survey: { openDiscrepancyCount: 0, discrepancies: [] } })
    expect(await test.db.prisma.response.findFirstOrThrow({ where: { id } })).toMatchObject({
      correctedAnswers: { live_sat: 'zle', rate: { r4: '1' } },
    })
    await undo(2)
    expect(await ask(STATE)).toMatchObject({ survey: { openDiscrepancyCount: 1 } })
    const kept = await test.db.prisma.secondEntry.findFirstOrThrow({ where: { responseId: id } })
    expect(kept.answers).toMatchObject({ live_sat: 'dobrze', rate: { r4: '3' } })
  })

  it('brings along what only the right entry was asked', async () => {
    await setShare(100)
    const { hours: _hours, ...without } = sound(0)
    const id = await enter({ ...without, carer: 'no' }, '1')
    await again(id, sound(0))

    expect(await ask(STATE)).toMatchObject({ survey: { openDiscrepancyCount: 1 } })
    expect(await resolve(id, { path: ['carer'], take: 'SECOND' })).toMatchObject({ numbers: [1, 2] })

    const stored = await test.db.prisma.response.findFirstOrThrow({ where: { id } })
    expect(stored.correctedAnswers).toMatchObject({ carer: 'yes', hours: 'few' })
  })

  it('draws each sheet once, about as many as the share says', async () => {
    const ids = await Promise.all(
      Array.from({ length: 60 }, (_, index) => enter(sound(index), String(index + 1))),
    )
    const drawn = async (percent: number) => {
      await setShare(percent)
      const { survey: told } = await ask<{
        survey: { sheetsToEnterAgain: readonly { responseId: string }[] }
      }>(WAITING, {}, 'second')
      return told.sheetsToEnterAgain.map(({ responseId }) => responseId)
    }

    const some = await drawn(30)
    expect(await drawn(30)).toEqual(some)
    expect(await drawn(60)).toEqual(expect.arrayContaining(some))
    expect((await drawn(100)).toSorted()).toEqual(ids.toSorted())
    expect(await drawn(0)).toEqual([])
  })

  it('belongs to a pile that knows which sheets are missing', async () => {
    const CREATE = `mutation ($input: CreateEntryBatchInput!) { batch: createEntryBatch(input: $input) { __typename ... on EntryBatch { id } } }`
    const CLOSE = `mutation ($input: SetEntryBatchClosedInput!) { batch: setEntryBatchClosed(input: $input) { __typename ... on Error { message } ... on EntryBatch { isClosed } } }`
    const input = { surveyId: survey.id, name: 'Parafia Wola Jachowa', expectedCount: 4, firstSheet: 1 }
    const { batch } = await ask<{ batch: { id: string } }>(CREATE, { input }, 'interviewer')
    await enter(sound(0), '1', batch.id)
    await enter(sound(1), '3', batch.id)

    expect(await ask(CREATE, { input })).toMatchObject({ batch: { __typename: 'InvalidInputError' } })
    expect(
      await ask(
        'query ($id: ID!) { survey(id: $id) { entryBatches { name expectedCount enteredCount missingSheets isClosed } } }',
      ),
    ).toEqual({
      survey: {
        entryBatches: [
          {
            name: 'Parafia Wola Jachowa',
            expectedCount: 4,
            enteredCount: 2,
            missingSheets: [2, 4],
            isClosed: false,
          },
        ],
      },
    })
    const close = { surveyId: survey.id, batchId: batch.id, isClosed: true }
    expect(await ask(CLOSE, { input: { ...close, evenIfMissing: false } })).toMatchObject({
      batch: {
        __typename: 'SheetsMissingError',
        message: expect.stringContaining('Brakuje numerów: 2, 4.') as string,
      },
    })
    expect(await ask(CLOSE, { input: { ...close, evenIfMissing: true } })).toMatchObject({
      batch: { isClosed: true },
    })
  })
})
