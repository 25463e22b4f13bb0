import type { StoredKey } from '@rozeznanie/core/analysis'
import { type Codebook, type CodingsOfAnswer, emptyCodebook } from '@rozeznanie/core/coding'
import type { Database } from '../database/database.ts'

/** A codebook as it is stored. */
export interface StoredCodebook {
  readonly revision: number
  readonly codebook: Codebook
  /** Share of answers that two people code. */
  readonly doubleShare: number
}

/** Names the codebook: a question as results call it. */
export interface CodebookName {
  readonly surveyId: string
  readonly questionKey: string
}

/** The texts of one question: each version of the survey may have it under a key of its own. */
export interface AnswerPlace {
  readonly surveyId: string
  readonly keys: readonly StoredKey[]
}

/** An open answer with everything that was said about it. */
export interface CodedAnswer {
  readonly surveyId: string
  readonly responseId: string
  /** As the answer is stored. */
  readonly questionKey: string
  readonly version: number
  readonly text: string
  readonly first: readonly string[] | null
  readonly firstId: string | null
  readonly second: readonly string[] | null
  readonly secondId: string | null
  readonly settled: readonly string[] | null
}

/** Codebooks that nobody has begun are empty. */
const DEFAULT: StoredCodebook = { revision: 0, codebook: emptyCodebook, doubleShare: 0 }

interface CodebookRow {
  readonly revision: number
  readonly document: Codebook
  readonly doubleShare: number
}

const toStored = (row: CodebookRow | undefined): StoredCodebook =>
  row === undefined
    ? DEFAULT
    : { revision: row.revision, codebook: row.document, doubleShare: row.doubleShare }

const CODEBOOK = `SELECT revision, document, double_share AS "doubleShare" FROM open_codebook
  WHERE survey_id = $1 AND question_key = $2`

export async function findCodebook({ pool }: Database, name: CodebookName): Promise<StoredCodebook> {
  const { rows } = await pool.query<CodebookRow>(CODEBOOK, [name.surveyId, name.questionKey])
  return toStored(rows[0])
}

const ROLES = `
  LEFT JOIN answer_coding f ON f.survey_id = r.survey_id AND f.response_id = r.id
    AND f.question_key = stored.key AND f.role = 'FIRST'
  LEFT JOIN answer_coding s ON s.survey_id = r.survey_id AND s.response_id = r.id
    AND s.question_key = stored.key AND s.role = 'SECOND'
  LEFT JOIN answer_coding d ON d.survey_id = r.survey_id AND d.response_id = r.id
    AND d.question_key = stored.key AND d.role = 'SETTLED'`
const FROM = `FROM counted_response r
  JOIN unnest($2::uuid[], $3::text[]) AS stored (version_id, key)
    ON stored.version_id = r.questionnaire_version_id AND r.answers ? stored.key
  JOIN questionnaire_version version ON version.id = r.questionnaire_version_id ${ROLES}
  WHERE r.survey_id = $1`
const COLUMNS = `r.survey_id AS "surveyId", r.id AS "responseId", stored.key AS "questionKey",
  version.number AS version, r.answers ->> stored.key AS text, f.codes AS first, f.account_id AS "firstId",
  s.codes AS second, s.account_id AS "secondId", d.codes AS settled`

const placeValues = ({ surveyId, keys }: AnswerPlace) => [
  surveyId,
  keys.map(({ versionId }) => versionId),
  keys.map(({ key }) => key),
]

/** Which answers of a question to list. */
export const CODING_SHOWS = ['TO_CODE', 'CODED', 'DIFFERENT', 'ALL'] as const
export type CodingShow = (typeof CODING_SHOWS)[number]

/** The first 32 bits of a response's random id as a share: `isDoubleCoded` of core in SQL. */
const IS_DOUBLE = `('x' || left(r.id::text, 8))::bit(32)::bigint < $4 * 4294967296.0`
const IS_DIFFERENT = `f.codes IS NOT NULL AND s.codes IS NOT NULL AND d.codes IS NULL
  AND NOT (f.codes @> s.codes AND s.codes @> f.codes)`
const WHERE: Readonly<Record<CodingShow, string>> = {
  TO_CODE: `d.codes IS NULL AND f.account_id IS DISTINCT FROM $5 AND s.account_id IS DISTINCT FROM $5
    AND (f.codes IS NULL OR (s.codes IS NULL AND ${IS_DOUBLE}))`,
  CODED: `f.codes IS NOT NULL AND $4::float8 IS NOT NULL AND $5::uuid IS NOT NULL`,
  DIFFERENT: `${IS_DIFFERENT} AND $4::float8 IS NOT NULL AND $5::uuid IS NOT NULL`,
  ALL: '$4::float8 IS NOT NULL AND $5::uuid IS NOT NULL',
}

/** Which answers are wanted. */
interface WantedAnswers extends AnswerPlace {
  readonly show: CodingShow
  readonly doubleShare: number
  /** Who looks: what they have coded is not offered to them again. */
  readonly accountId: string
  /** Only answers with this code, as anybody gave it. */
  readonly code?: string | undefined
}

/** A page of answers in the order of the random ids of their responses. */
interface AnswerPage extends WantedAnswers {
  readonly after?: string | undefined
  readonly before?: string | undefined
  readonly limit: number
  readonly isInverted: boolean
}

const pageValues = ({ doubleShare, accountId, code, ...place }: WantedAnswers) => [
  ...placeValues(place),
  doubleShare,
  accountId,
  code ?? null,
]
const HAS_CODE = `($6::text IS NULL OR $6 = ANY(COALESCE(d.codes, f.codes || COALESCE(s.codes, '{}'))))`

export async function findAnswers({ pool }: Database, page: AnswerPage): Promise<CodedAnswer[]> {
  const { rows } = await pool.query<CodedAnswer>(
    `SELECT ${COLUMNS} ${FROM} AND ${WHERE[page.show]} AND ${HAS_CODE}
       AND ($7::uuid IS NULL OR r.id > $7) AND ($8::uuid IS NULL OR r.id < $8)
     ORDER BY r.id ${page.isInverted ? 'DESC' : 'ASC'} LIMIT $9`,
    [...pageValues(page), page.after ?? null, page.before ?? null, page.limit],
  )
  return rows
}

export async function countAnswers({ pool }: Database, page: WantedAnswers): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    `SELECT count(*) ${FROM} AND ${WHERE[page.show]} AND ${HAS_CODE}`,
    pageValues(page),
  )
  return Number(rows[0]?.count ?? 0)
}

/** Everything said about every answer of a question, without the texts. */
export async function loadCodings({ pool }: Database, place: AnswerPlace): Promise<readonly CodedAnswer[]> {
  const { rows } = await pool.query<CodedAnswer>(
    `SELECT ${COLUMNS.replace('r.answers ->> stored.key', "''")} ${FROM} ORDER BY r.id`,
    placeValues(place),
  )
  return rows
}

/** Texts with their codings, those that are coded or those that are not; at most `limit`. */
export async function loadTexts(
  { pool }: Database,
  place: AnswerPlace,
  { isCoded, limit }: { readonly isCoded: boolean; readonly limit: number },
): Promise<readonly CodedAnswer[]> {
  const { rows } = await pool.query<CodedAnswer>(
    `SELECT ${COLUMNS} ${FROM} AND f.codes IS ${isCoded ? 'NOT ' : ''}NULL ORDER BY r.id LIMIT $4`,
    [...placeValues(place), limit],
  )
  return rows
}

/** What core counts from. */
export const codingsOf = ({ first, second, settled }: CodedAnswer): CodingsOfAnswer => ({
  byCoder: [first, second].filter((codes) => codes !== null),
  settled,
})

/** How many answers have each code, as anybody gave it. */
export async function countUses(
  { pool }: Database,
  place: AnswerPlace,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ code: string; count: string }>(
    `SELECT code, count(DISTINCT response_id) AS count FROM answer_coding, unnest(codes) AS code
      WHERE survey_id = $1 AND question_key = ANY($2) GROUP BY code`,
    [place.surveyId, place.keys.map(({ key }) => key)],
  )
  return new Map(rows.map(({ code, count }) => [code, Number(count)]))
}

/** One answer with its codings; `null` when it is gone. */
export async function findCodedAnswer(
  { pool }: Database,
  place: AnswerPlace,
  responseId: string,
): Promise<CodedAnswer | null> {
  const { rows } = await pool.query<CodedAnswer>(`SELECT ${COLUMNS} ${FROM} AND r.id = $4`, [
    ...placeValues(place),
    responseId,
  ])
  return rows[0] ?? null
}

/** Names of the people who coded, by id. */
export async function loadCoderNames(
  { prisma }: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await prisma.account.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
