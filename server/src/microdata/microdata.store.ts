import type { FileLocality, RawCase, RosterPath } from '@rozeznanie/core/microdata'
import type { AnsweredBy, CollectionMode } from '@rozeznanie/core/response'
import type { Viewer } from '@rozeznanie/core/account'
import type { Answers } from '@rozeznanie/core/questionnaire'
import type { PoolClient } from 'pg'
import type { Database } from '../database/database.ts'
import { recordAudit } from '../kernel/audit.store.ts'

/** A stored response with the number that tells where its weight stands. */
export interface SequencedCase extends Omit<RawCase, 'weights'> {
  readonly sequence: number
}

/** The responses of a survey as they were at one instant, whatever comes in while they are read. */
export interface ResponseSnapshot {
  readonly count: number
  /** All of them in the order of their random ids, which says nothing; so many at once. */
  pages(size: number): AsyncGenerator<readonly SequencedCase[]>
  /** The most items that anybody gave to a roster, by its name. */
  mostItems(paths: readonly RosterPath[]): Promise<ReadonlyMap<string, number>>
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const UUID_OR_NULL = (column: string) => `coalesce('"' || ${column} || '"', 'null')`

/**
 * Responses come in bundles, each one text that is read at once: rows apart would take twice the time, and texts of more
 * than 128 KiB stay in memory for long.
 */
const BUNDLE = 40
const PAGE = `SELECT (array_agg(id))[count(*)::int]::text AS last, '[' || string_agg(part, ',') || ']' AS rows FROM (
  SELECT id, (row_number() OVER (ORDER BY id) - 1) / ${BUNDLE} AS bundle,
    '["' || questionnaire_version_id || '","' || mode || '",' || ${UUID_OR_NULL('locality_id')} || ',' ||
    ${UUID_OR_NULL('answered_by')} || ',' || sequence || ',' || answers || ']' AS part
  FROM (SELECT * FROM counted_response WHERE survey_id = $1 AND id > $2 ORDER BY id LIMIT $3) page ORDER BY id) parts
  GROUP BY bundle ORDER BY bundle`

type StoredCase = readonly [string, CollectionMode, string | null, AnsweredBy | null, number, Answers]

interface Bundle {
  readonly last: string
  rows: string
}

async function readPage(client: PoolClient, surveyId: string, after: string, size: number) {
  const { rows } = await client.query<Bundle>({
    name: 'microdata-page',
    text: PAGE,
    values: [surveyId, after, size],
  })
  return rows
}

/** The text is let go of at once: the driver keeps its last answers longer than they are needed. */
function opened(bundle: Bundle): readonly StoredCase[] {
  const stored = JSON.parse(bundle.rows) as readonly StoredCase[]
  bundle.rows = ''
  return stored
}

const toCase = ([versionId, mode, localityId, answeredBy, sequence, answers]: StoredCase): SequencedCase => ({
  versionId,
  mode,
  localityId,
  answeredBy,
  sequence,
  answers,
})

/** The database prepares the next page while this one is used. */
async function* pagesOf(client: PoolClient, surveyId: string, size: number) {
  let page = await readPage(client, surveyId, FIRST_ID, size)
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    const next = readPage(client, surveyId, last.last, size)
    next.catch(() => undefined)
    yield page.flatMap((bundle) => opened(bundle).map(toCase))
    page = await next
  }
}

/** Items one level down: `answers -> 'people'`, then `item -> 'helpers'` of each. */
async function mostItemsOf(client: PoolClient, surveyId: string, { versionId, keys }: RosterPath) {
  const [outer, inner] = keys
  const lists =
    inner === undefined
      ? 'SELECT answers -> $3 AS list FROM own'
      : `SELECT item -> $4 AS list FROM own, jsonb_array_elements(
           CASE jsonb_typeof(answers -> $3) WHEN 'array' THEN answers -> $3 ELSE '[]' END) AS item`
  const { rows } = await client.query<{ readonly most: number | null }>(
    `WITH own AS (SELECT answers FROM counted_response WHERE survey_id = $1 AND questionnaire_version_id = $2)
     SELECT max(jsonb_array_length(list)) AS most FROM (${lists}) lists WHERE jsonb_typeof(list) = 'array'`,
    [surveyId, versionId, outer, ...(inner === undefined ? [] : [inner])],
  )
  return rows[0]?.most ?? 0
}

async function mostItems(client: PoolClient, surveyId: string, paths: readonly RosterPath[]) {
  const most = new Map<string, number>()
  for (const path of paths)
    most.set(path.name, Math.max(most.get(path.name) ?? 0, await mostItemsOf(client, surveyId, path)))
  return most
}

/** Does some work on the responses as they are now; others write on meanwhile and are not seen. */
export async function withSnapshot<Result>(
  { pool }: Database,
  surveyId: string,
  work: (snapshot: ResponseSnapshot) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  let failure: Error | undefined
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { rows } = await client.query<{ readonly count: string }>(
      'SELECT count(*) FROM counted_response WHERE survey_id = $1',
      [surveyId],
    )
    const result = await work({
      count: Number(rows[0]?.count ?? 0),
      pages: (size) => pagesOf(client, surveyId, size),
      mostItems: (paths) => mostItems(client, surveyId, paths),
    })
    await client.query('COMMIT')
    return result
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    // A connection in the middle of something is closed, not given back.
    client.release(failure)
  }
}

/** What a survey's file tells of it, and what tells one state of its answers from another. */
export interface FileFacts {
  readonly title: string
  readonly municipalityName: string
  readonly localities: readonly FileLocality[]
  /** Differs as soon as anything in a file of the survey would. */
  readonly state: string
}

const STATE = `SELECT survey.title, municipality.name AS "municipalityName",
  concat_ws(':', order_generation, correction_count, usual_weight_number,
    (SELECT concat_ws('-', count(*), max(sequence)) FROM response WHERE survey_id = $1),
    (SELECT string_agg(questionnaire_version_id::text, ',' ORDER BY questionnaire_version_id)
     FROM survey_version WHERE survey_id = $1),
    (SELECT md5(string_agg(concat(number, retired_at), ',' ORDER BY number)) FROM weight_version WHERE survey_id = $1),
    (SELECT md5(string_agg(name, ',' ORDER BY id)) FROM locality WHERE municipality_code = municipality.code)
  ) AS state
  FROM survey JOIN municipality ON municipality.code = municipality_code WHERE survey.id = $1`

/** @returns `null` when there is no such survey */
export async function loadFileFacts({ pool }: Database, surveyId: string): Promise<FileFacts | null> {
  const [survey, localities] = await Promise.all([
    pool.query<Omit<FileFacts, 'localities'>>(STATE, [surveyId]),
    pool.query<FileLocality>(
      `SELECT locality.id, locality.name FROM locality JOIN survey USING (municipality_code)
       WHERE survey.id = $1 ORDER BY locality.id`,
      [surveyId],
    ),
  ])
  const [facts] = survey.rows
  return facts ? { ...facts, localities: localities.rows } : null
}

/** Records who took which data out of the system; never an answer. */
export async function saveDataExport(
  { prisma }: Database,
  record: {
    readonly viewer: Viewer
    readonly at: Date
    readonly surveyId: string
    readonly details: { readonly format: string; readonly openAnswers: boolean; readonly rowCount: number }
  },
): Promise<void> {
  const { surveyId, ...entry } = record
  await recordAudit(prisma, {
    ...entry,
    action: 'exportMicrodata',
    objectType: 'Survey',
    objectId: surveyId,
  })
}
