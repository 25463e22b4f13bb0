import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { CHUNK_SIZE, surveyResults } from '@rozeznanie/core/analysis'
import { aQuestionnaire, multi, single } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type SignedIn, type TestApp, createTestApp } from '../../testing/test-app.ts'
import { readCrosstab } from './read-crosstab.ts'
import { readResults } from './read-results.ts'
import { readSnapshotChunk, writeSnapshotPart } from './snapshot.store.ts'
import { createSurveyColumns } from './survey-columns.ts'

const document = aQuestionnaire([
  single('dem_sex', ['WOMAN', 'MAN']),
  multi('barrier', ['far', 'costs', '-97']),
  { key: 'age', type: 'NUMBER', text: 'Ile lat?', min: 0, max: 120 },
  { key: 'idea', type: 'TEXT_SHORT', text: 'Pomysł?', visibleIf: 'age > 50' },
])

/** One whole chunk and some more. */
const COUNT = CHUNK_SIZE + 4000

const now = () => new Date('2026-11-22T10:00:00Z')

let test: TestApp
let organiser: SignedIn
let surveyId: string

beforeAll(async () => {
  test = await createTestApp({ now })
  organiser = await test.signInAs('organiser')
  const questionnaireVersionId = await test.aQuestionnaireVersion(document)
  surveyId = (await test.aSurvey({ organisationId: organiser.organisationId!, questionnaireVersionId })).id
  await test.db.pool.query(
    `INSERT INTO response (survey_id, id, questionnaire_version_id, mode, submitted_on, answers, content_hash)
     SELECT $1, gen_random_uuid(), $2, 'CAWI', '2026-11-22', jsonb_build_object(
       'dem_sex', (ARRAY['WOMAN', 'MAN'])[1 + n % 2], 'age', n % 90,
       'barrier', (ARRAY['["far"]', '["far","costs"]', '["-97"]', '[]'])[1 + n % 4]::jsonb), '\\x00'
     FROM generate_series(1, $3::int) AS n`,
    [surveyId, questionnaireVersionId, COUNT],
  )
})
afterAll(() => test.close())

const columnsOf = (memoryBytes?: number) =>
  createSurveyColumns({ db: test.db, now, ...(memoryBytes !== undefined && { memoryBytes }) })

const resultsOf = async (columns = columnsOf()) => surveyResults((await columns.read(surveyId))!.columns, [])

async function chunks(): Promise<number> {
  const { rows } = await test.db.pool.query<{ readonly count: number }>(
    'SELECT count(*)::int AS count FROM column_chunk WHERE survey_id = $1',
    [surveyId],
  )
  return rows[0]!.count
}

async function untilKept(): Promise<void> {
  while ((await chunks()) === 0) await pause(20)
}

/** How often statements of this name were sent while something was done. */
async function counting(name: string, work: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(test.db.pool, 'query')
  try {
    await work()
    return spy.mock.calls.filter(([query]) => (query as { readonly name?: string }).name === name).length
  } finally {
    spy.mockRestore()
  }
}

describe('the columns of a large survey', () => {
  it('are built while others get their turn, and kept for the next start, which reads only the rest', async () => {
    let turns = 0
    let isBuilt = false
    const pages = counting('responses-after', async () => {
      const built = resultsOf().finally(() => (isBuilt = true))
      while (!isBuilt) {
        turns++
        await nextTurn()
      }
      await built
    })
    expect(await pages).toBeGreaterThan(COUNT / 1000)
    // No piece of work is longer than a page of rows.
    expect(turns).toBeGreaterThan(COUNT / 1000)
    await untilKept()

    const first = await resultsOf()
    expect(await counting('responses-after', () => resultsOf())).toBeLessThan(20)
    expect(await counting('column-chunk', () => resultsOf())).toBe(1)
    expect(first.responseCount).toBe(COUNT)
    expect(first.summaries[0]).toMatchObject({ frequencies: [{ count: COUNT / 2 }, { count: COUNT / 2 }] })
  })

  it('know after a start what was corrected since they were kept', async () => {
    const { rows } = await test.db.pool.query<{ readonly id: string }>(
      `SELECT id FROM response WHERE survey_id = $1 ORDER BY sequence LIMIT 2`,
      [surveyId],
    )
    const { accountId } = (await test.contextOf(organiser)).viewer!
    await test.db.pool.query(
      `UPDATE response SET is_excluded = id = $2, corrected_answers = CASE WHEN id = $3 THEN '{"age": 119}'::jsonb END
       WHERE survey_id = $1 AND id IN ($2, $3)`,
      [surveyId, rows[0]!.id, rows[1]!.id],
    )
    for (const [number, { id }] of rows.entries()) {
      await test.db.prisma.responseCorrection.create({
        data: {
          ...{ surveyId, number: number + 1, responseId: id, kind: 'EXCLUDE', source: 'CLEANING', path: [] },
          ...{ reason: 'TEST', accountId, at: now() },
        },
      })
    }
    await test.db.prisma.survey.update({ where: { id: surveyId }, data: { correctionCount: 2 } })

    const columns = columnsOf()
    expect(await counting('column-chunk', () => columns.read(surveyId))).toBe(1)
    const found = await resultsOf(columns)

    expect(found.responseCount).toBe(COUNT - 1)
    expect(found.summaries.find(({ questionKey }) => questionKey === 'age')).toMatchObject({ maximum: 119 })
  })

  it('that outgrow the memory are left to the database, which counts the same, only longer', async () => {
    const { db } = test
    const [narrow, wide] = [columnsOf(100_000), columnsOf()]
    const filter = [{ dimension: 'dem_sex', codes: ['WOMAN'] }]
    const wish = { rowQuestionKey: 'dem_sex', columnQuestionKey: 'barrier', filter, weightVersion: null }
    const scope = { filter, weights: null }

    await expect(narrow.read(surveyId)).rejects.toMatchObject({ extensions: { code: 'QUERY_TOO_LARGE' } })
    expect(await narrow.isOutgrown(surveyId)).toBe(true)
    for (const asked of [filter, []]) {
      expect(await readResults({ db, surveyColumns: narrow }, surveyId, asked)).toEqual(
        await readResults({ db, surveyColumns: wide }, surveyId, asked),
      )
    }
    expect(await readCrosstab({ db, surveyColumns: narrow }, surveyId, wish)).toEqual(
      await readCrosstab({ db, surveyColumns: wide }, surveyId, wish),
    )
    const [there, here] = [await narrow.cells(surveyId), await wide.cells(surveyId)]
    expect(await there!.question('barrier', scope)).toEqual(await here!.question('barrier', scope))
    expect(await there!.pair('dem_sex', 'barrier', scope)).toEqual(
      await here!.pair('dem_sex', 'barrier', scope),
    )
  })

  it('are never a mixture of what two processes keep', async () => {
    const { rows } = await test.db.pool.query<{ id: string; layout: Buffer; correctionCount: number }>(
      `SELECT id, layout, correction_count AS "correctionCount" FROM column_snapshot WHERE survey_id = $1`,
      [surveyId],
    )
    const { id, layout, correctionCount } = rows[0]!
    const snapshot = { id: randomUUID(), correctionCount, chunkCount: 2, localityIds: [] }
    const part = { surveyId, layout, orderGeneration: 0, snapshot, chunks: new Map([[1, Buffer.from('x')]]) }

    for (const previousId of [null, randomUUID()]) {
      expect(await writeSnapshotPart(test.db, { ...part, previousId })).toBe(false)
    }
    expect(await writeSnapshotPart(test.db, { ...part, orderGeneration: 1, previousId: id })).toBe(false)
    expect(await chunks()).toBe(1)
    expect(await readSnapshotChunk(test.db, surveyId, snapshot, 0)).toBeNull()
  })

  it('that are kept but damaged are thrown away and read anew', async () => {
    await test.db.pool.query(`UPDATE column_chunk SET cells = '\\x00' WHERE survey_id = $1`, [surveyId])

    expect((await resultsOf()).responseCount).toBe(COUNT - 1)
    await untilKept()
    expect(await counting('responses-after', () => resultsOf())).toBeLessThan(20)
  })

  it('are kept anew when more was corrected than is worth correcting one by one', async () => {
    const { accountId } = (await test.contextOf(organiser)).viewer!
    await test.db.pool.query(
      `INSERT INTO response_correction (survey_id, number, response_id, kind, source, path, reason, account_id, at)
       SELECT $1, 2 + row_number() OVER (ORDER BY id), id, 'KEEP', 'CLEANING', '{}', 'TEST', $2, now()
       FROM (SELECT id FROM response WHERE survey_id = $1 LIMIT 600) AS chosen`,
      [surveyId, accountId],
    )
    await test.db.prisma.survey.update({ where: { id: surveyId }, data: { correctionCount: 602 } })
    const kept = async () =>
      (await test.db.prisma.columnSnapshot.findUnique({ where: { surveyId } }))?.correctionCount

    expect(await counting('responses-after', () => resultsOf())).toBeGreaterThan(COUNT / 1000)
    while ((await kept()) !== 602) await pause(20)
    expect(await counting('responses-after', () => resultsOf())).toBeLessThan(20)
  })

  it('are not kept longer than the order in which the responses came', async () => {
    await test.db.prisma.survey.update({
      where: { id: surveyId },
      data: { closesOn: new Date('2026-01-01') },
    })
    expect(await chunks()).toBe(1)

    await test.services.responses.reorderEnded(now())

    expect(await chunks()).toBe(0)
  })
})
