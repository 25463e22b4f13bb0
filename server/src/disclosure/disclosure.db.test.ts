import { randomUUID } from 'node:crypto'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type SignedIn, type TestApp } from '../../testing/test-app.ts'

const SEX = ['w', 'm']
const AGE = ['a', 'b', 'c']
const TABLE = `columns { code } columnTotals { count } cells { count weighted ofColumn { percent low high } mark }
  base { valid asked } test { p } sentences notes hiddenBecause isProtected`

interface Told {
  readonly columns: readonly { readonly code: string | null }[]
  readonly columnTotals: readonly { readonly count: number | null }[]
  readonly cells: readonly (readonly { readonly ofColumn: { readonly percent: number | null } }[])[]
  readonly hiddenBecause: string | null
}

const now = new Date('2026-11-22T10:00:00Z')
let test: TestApp
let organiser: SignedIn
let analyst: SignedIn
let versionId: string

beforeAll(async () => {
  test = await createTestApp({ now: () => now, submissionsPerMinute: 100_000 })
  organiser = await test.signInAs('organiser')
  analyst = await test.signInAs('analyst')
  versionId = await test.aQuestionnaireVersion(
    aQuestionnaire([single('mood', ['good', 'fair', 'bad']), single('dem_sex', SEX), single('dem_age', AGE)]),
  )
})
afterAll(() => test.close())

type Answers = Readonly<Record<string, string>>

async function aSurveyOf(people: readonly Answers[]) {
  const survey = await test.aSurvey({
    organisationId: organiser.organisationId ?? '',
    questionnaireVersionId: versionId,
  })
  const answer = async (answers: Answers) => {
    const id = randomUUID()
    const payload = { id, questionnaireVersionId: versionId, mode: 'CAWI', answers }
    const sent = await test.app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload })
    if (sent.statusCode !== 201) throw new Error(sent.body)
    return id
  }
  await test.db.prisma.response.createMany({
    data: people.map((answers) => ({
      surveyId: survey.id,
      id: randomUUID(),
      questionnaireVersionId: versionId,
      mode: 'CAWI' as const,
      submittedOn: now,
      answers,
      contentHash: Buffer.alloc(32),
    })),
  })
  return { id: survey.id, answer }
}

/** So many people alike in everything. */
const people = (count: number, answers: Answers): readonly Answers[] => Array<Answers>(count).fill(answers)

const TOWN = [
  ...people(20, { mood: 'good', dem_sex: 'w', dem_age: 'a' }),
  ...people(15, { mood: 'fair', dem_sex: 'w', dem_age: 'b' }),
  ...people(10, { mood: 'bad', dem_sex: 'w', dem_age: 'c' }),
  ...people(20, { mood: 'good', dem_sex: 'm', dem_age: 'b' }),
  ...people(12, { mood: 'fair', dem_sex: 'm', dem_age: 'c' }),
  ...people(8, { mood: 'bad', dem_sex: 'm', dem_age: 'a' }),
]

const seen = async (id: string, args = 'rowKey: "mood"', as = analyst) => {
  const document = `query ($id: ID!) { regionalSurvey(id: $id) { table(${args}) { ${TABLE} } } }`
  const { data, errors } = await test.graphql<{ regionalSurvey: { table: Told } } | null>(
    document,
    { id },
    { as },
  )
  if (errors) throw new Error(errors[0]?.message)
  return data!.regionalSurvey.table
}
const ofOwner = async (id: string, args: string) => {
  const document = `query ($id: ID!) { survey(id: $id) { table(${args}) { ${TABLE} } } }`
  return (await test.graphql<{ survey: { table: Told } }>(document, { id }, { as: organiser })).data.survey
    .table
}
const percents = ({ cells }: Told) => cells.map((line) => line.map(({ ofColumn }) => ofColumn.percent))
const by = (sex: string, age: string) =>
  `rowKey: "mood", filter: [{ dimension: "dem_sex", codes: [${sex}] }, { dimension: "dem_age", codes: [${age}] }]`

describe('a table of another organisation', () => {
  it('tells whole percent and people to the nearest 5, and no count', async () => {
    const { id } = await aSurveyOf(TOWN)

    const told = await seen(id)

    expect(told).toMatchObject({ isProtected: true, hiddenBecause: null, base: { valid: 85, asked: 85 } })
    expect(percents(told)).toEqual([[47], [32], [21]])
    expect(told.cells.flat()).toEqual(
      told.cells.flat().map(() => expect.objectContaining({ count: null, weighted: null })),
    )
  })

  it('is what the owner sees as others do; the owner sees it raw as well', async () => {
    const { id } = await aSurveyOf(TOWN)

    const own = await ofOwner(id, 'rowKey: "mood"')
    const asOthers = await ofOwner(id, 'rowKey: "mood", asOutsider: true')

    expect(own).toMatchObject({
      isProtected: false,
      cells: [[{ count: 40 }], [{ count: 27 }], [{ count: 18 }]],
    })
    expect(asOthers).toEqual(await seen(id))
  })

  it('of fewer than ten people is as empty as one that nobody answered, for the same reason', async () => {
    const few = await aSurveyOf(people(9, { mood: 'good' }))
    const none = await aSurveyOf([])

    const told = await seen(few.id)

    expect(told).toMatchObject({
      columnTotals: [{ count: null }],
      base: { valid: null, asked: null },
      notes: [],
    })
    expect(told).toEqual(await seen(none.id))
  })

  it('is divided and filtered by published features alone, at most three in all', async () => {
    const { id } = await aSurveyOf(TOWN)

    await expect(seen(id, 'rowKey: "dem_sex", columnKey: "mood"')).rejects.toThrow('tylko według cech')
    await expect(seen(id, 'rowKey: "mood", columnKey: "@MODE"')).rejects.toThrow('tylko według cech')
  })
})

describe('over time', () => {
  it('one more answer changes nothing; ten more do', async () => {
    const { id, answer } = await aSurveyOf(TOWN)
    const before = await seen(id)

    for (let more = 0; more < 9; more++) await answer({ mood: 'bad', dem_sex: 'w', dem_age: 'c' })
    const stillBefore = await seen(id)
    await answer({ mood: 'bad', dem_sex: 'w', dem_age: 'c' })

    expect(stillBefore).toEqual(before)
    expect(percents(await seen(id))).toEqual([[42], [28], [29]])
  })

  it('the same stands after a restart, corrections made since included', async () => {
    const { id, answer } = await aSurveyOf(TOWN)
    const before = await seen(id)
    const added = await answer({ mood: 'bad' })
    const first = await test.db.pool.query<{ id: string }>(
      `SELECT id FROM response WHERE survey_id = $1 AND id <> $2 LIMIT 1`,
      [id, added],
    )
    const decision = { kind: 'EXCLUDE', path: [], reason: 'TRIAL', remark: '', flags: [] }
    const { data: corrected } = await test.graphql<{ correctResponse: { __typename: string } }>(
      'mutation ($input: CorrectResponseInput!) { correctResponse(input: $input) { __typename } }',
      { input: { surveyId: id, responseId: first.rows[0]?.id, ...decision } },
      { as: organiser },
    )

    const again = await createTestApp({ db: test.db, now: () => now })
    const as = await again.signInAs('analyst')
    const document = `query ($id: ID!) { regionalSurvey(id: $id) { table(rowKey: "mood") { ${TABLE} } } }`
    const { data } = await again.graphql<{ regionalSurvey: { table: Told } }>(document, { id }, { as })
    await again.close()

    expect(corrected.correctResponse.__typename).toBe('CorrectedResponse')
    expect(data.regionalSurvey.table).toEqual(before)
  })

  it('the report waits as well, until enough has changed or its owner takes the answers in', async () => {
    const { id, answer } = await aSurveyOf(TOWN)
    const report = async () => {
      const document = 'query ($id: ID!) { survey(id: $id) { report } }'
      return (await test.graphql(document, { id }, { as: organiser })).data
    }
    const before = await report()
    await answer({ mood: 'bad' })
    const waiting = await report()

    const renew = 'mutation ($input: RenewSnapshotInput!) { renewSnapshot(input: $input) { id } }'
    await test.graphql(renew, { input: { surveyId: id } }, { as: organiser })

    expect(waiting).toEqual(before)
    expect(await report()).not.toEqual(before)
  })
})

describe('after the end of a survey', () => {
  it('places in the snapshot tell nothing of who came first, and what was told before still binds', async () => {
    const { id, answer } = await aSurveyOf([...TOWN, { mood: 'good', dem_sex: 'w' }])
    const women = 'rowKey: "mood", filter: [{ dimension: "dem_sex", codes: ["w"] }]'
    await seen(id, women)
    for (let more = 0; more < 10; more++) await answer({ mood: 'bad', dem_sex: 'm', dem_age: 'c' })
    const told = await seen(id, women)
    await test.db.pool.query(
      `UPDATE survey SET opens_on = '2026-09-01', closes_on = '2026-10-01', closed_at = '2026-10-01' WHERE id = $1`,
      [id],
    )
    const places = async () => {
      const { rows } = await test.db.pool.query<{ ids: string }>(
        `SELECT encode(response_ids, 'hex') AS ids FROM disclosure_snapshot WHERE survey_id = $1`,
        [id],
      )
      return rows[0]?.ids.match(/.{32}/g) ?? []
    }
    const before = await places()

    await test.services.responses.reorderEnded(now)

    const after = await places()
    expect(before).not.toEqual(before.toSorted())
    expect(after).toEqual(before.toSorted())
    expect(await seen(id, women)).toEqual(told)
    expect((await seen(id, by('"w"', '"a", "b", "c"'))).hiddenBecause).toContain('Za mało odpowiedzi')
  })
})

describe('two filters that differ by one person', () => {
  const town = [...TOWN, { mood: 'bad', dem_sex: 'm', dem_age: 'c' }]
  const one = { mood: 'good', dem_sex: 'w' }

  it('are not both told, whoever asks', async () => {
    const { id } = await aSurveyOf([...town, one])
    const other = await test.signInAs('analyst')
    const women = by('"w"', '"a", "b", "c"')

    const everybody = await seen(id, 'rowKey: "mood", filter: [{ dimension: "dem_sex", codes: ["w"] }]')
    const withAge = await seen(id, women, other)

    expect(percents(everybody)).not.toContain(null)
    expect(withAge).toMatchObject({ hiddenBecause: expect.stringContaining('Za mało odpowiedzi') })
  })

  it('are not both told to two who ask at once', async () => {
    const { id } = await aSurveyOf([...town, one])
    const narrow = `rowKey: "mood", filter: [{ dimension: "dem_age", codes: ["a", "b"] }]`
    const wide = by('"w", "m"', '"a", "b"')
    const isTold = (told: Told) => told.hiddenBecause === null

    const answers = await Promise.all([
      seen(id, by('"w"', '"a", "b"')),
      seen(id, by('"w", "m"', '"b"')),
      seen(id, narrow),
      seen(id, wide),
      seen(id, narrow),
    ])
    const { rows } = await test.db.pool.query<{ measure: string; number: number }>(
      'SELECT measure, number FROM released_query_set WHERE survey_id = $1 ORDER BY measure, number',
      [id],
    )
    const numbersOf = (measure: string) =>
      rows.filter((row) => row.measure === measure).map((row) => row.number)

    expect(answers.slice(2).map(isTold)).toEqual([true, true, true])
    for (const measure of ['', 'mood'])
      expect(numbersOf(measure)).toEqual(numbersOf(measure).map((_, index) => index + 1))
  })
})

describe('who is refused', () => {
  it('reads the same words whatever the reason, in the order of the questionnaire, and is written down', async () => {
    const { id } = await aSurveyOf([...TOWN, { mood: 'good', dem_sex: 'w' }])
    const curious = await test.signInAs('analyst')
    await seen(id, 'rowKey: "mood", filter: [{ dimension: "dem_sex", codes: ["w"] }]', curious)

    const byAudit = await seen(id, by('"w"', '"a", "b", "c"'), curious)
    const byBase = await seen(id, by('"m"', '"a"'), curious)
    for (let more = 0; more < 19; more++) await seen(id, by('"w"', '"a", "b", "c"'), curious)

    expect(byAudit).toEqual(byBase)
    const { rows } = await test.db.pool.query<{ details: object }>(
      `SELECT details FROM audit_event WHERE action = 'refuseDisclosure' AND account_id = $1`,
      [curious.accountId],
    )
    expect(rows).toEqual([{ details: { count: 20 } }])
  })
})
