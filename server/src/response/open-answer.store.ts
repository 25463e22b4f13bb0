import type { Viewer } from '@rozeznanie/core/account'
import type { Database } from '../database/database.ts'
import { recordAudit } from '../kernel/audit.store.ts'

/** Names one open answer. */
export interface OpenAnswerName {
  readonly surveyId: string
  readonly responseId: string
  readonly questionKey: string
}

/** A text that a respondent wrote, and what the organiser released of it. */
export interface OpenAnswer extends OpenAnswerName {
  readonly text: string
  readonly releasedText: string | null
}

interface OpenAnswerPage {
  readonly surveyId: string
  readonly questionKey: string
  /** Ids of responses between which to look; both exclusive. */
  readonly after?: string | undefined
  readonly before?: string | undefined
  readonly limit: number
  /** From the end backwards. */
  readonly isInverted: boolean
}

const COLUMNS = `r.survey_id AS "surveyId", r.id AS "responseId", $2::text AS "questionKey",
  r.answers ->> $2 AS text, released.text AS "releasedText"`
const FROM = `FROM response r LEFT JOIN released_answer released
  ON released.survey_id = r.survey_id AND released.response_id = r.id AND released.question_key = $2`

/** One page of texts in the order of the random ids of their responses, which tells nothing of time. */
export async function findOpenAnswers({ pool }: Database, page: OpenAnswerPage): Promise<OpenAnswer[]> {
  const { rows } = await pool.query<OpenAnswer>(
    `SELECT ${COLUMNS} ${FROM}
     WHERE r.survey_id = $1 AND r.answers ? $2
       AND ($3::uuid IS NULL OR r.id > $3) AND ($4::uuid IS NULL OR r.id < $4)
     ORDER BY r.id ${page.isInverted ? 'DESC' : 'ASC'} LIMIT $5`,
    [page.surveyId, page.questionKey, page.after ?? null, page.before ?? null, page.limit],
  )
  return rows
}

export async function countOpenAnswers(
  { pool }: Database,
  { surveyId, questionKey }: Pick<OpenAnswerName, 'surveyId' | 'questionKey'>,
): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    'SELECT count(*) FROM response WHERE survey_id = $1 AND answers ? $2',
    [surveyId, questionKey],
  )
  return Number(rows[0]?.count ?? 0)
}

export async function findOpenAnswer({ pool }: Database, name: OpenAnswerName): Promise<OpenAnswer | null> {
  const { rows } = await pool.query<OpenAnswer>(
    `SELECT ${COLUMNS} ${FROM} WHERE r.survey_id = $1 AND r.answers ? $2 AND r.id = $3`,
    [name.surveyId, name.questionKey, name.responseId],
  )
  return rows[0] ?? null
}

interface Doing {
  readonly viewer: Viewer | null
  readonly at: Date
}

const auditOf = (action: string, { surveyId, questionKey }: OpenAnswerName, { viewer, at }: Doing) =>
  ({ viewer, at, action, objectType: 'Survey', objectId: surveyId, details: { questionKey } }) as const

/** Stores the text that may stand in a report, instead of one released before. */
export async function saveRelease(
  { prisma }: Database,
  { name, text, ...doing }: { readonly name: OpenAnswerName; readonly text: string } & Doing,
): Promise<void> {
  const { surveyId, responseId, questionKey } = name
  const key = { surveyId, responseId, questionKey }
  await prisma.$transaction(async (tx) => {
    await tx.releasedAnswer.upsert({
      where: { surveyId_responseId_questionKey: key },
      create: { ...key, text, releasedAt: doing.at },
      update: { text, releasedAt: doing.at },
    })
    await recordAudit(tx, auditOf('releaseAnswer', name, doing))
  })
}

/** Takes a released text back; nothing happens when there is none. */
export async function deleteRelease(
  { prisma }: Database,
  { name, ...doing }: { readonly name: OpenAnswerName } & Doing,
): Promise<void> {
  const { surveyId, responseId, questionKey } = name
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.releasedAnswer.deleteMany({ where: { surveyId, responseId, questionKey } })
    if (count > 0) await recordAudit(tx, auditOf('withdrawAnswer', name, doing))
  })
}
