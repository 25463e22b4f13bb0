import type { StoredKey } from '@rozeznanie/core/analysis'
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
  /** Number of the version of the questionnaire that was answered. */
  readonly version: number
  readonly text: string
  readonly releasedText: string | null
}

/** Texts of one question: each version of the survey may have it under a key of its own. */
interface OpenAnswerPlace {
  readonly surveyId: string
  readonly keys: readonly StoredKey[]
}

interface OpenAnswerPage extends OpenAnswerPlace {
  /** Ids of responses between which to look; both exclusive. */
  readonly after?: string | undefined
  readonly before?: string | undefined
  readonly limit: number
  /** From the end backwards. */
  readonly isInverted: boolean
}

const SELECT = `SELECT r.survey_id AS "surveyId", r.id AS "responseId", stored.key AS "questionKey",
  version.number AS version, r.answers ->> stored.key AS text, released.text AS "releasedText"`
const FROM_RESPONSES = `FROM counted_response r
  JOIN unnest($2::uuid[], $3::text[]) AS stored (version_id, key)
    ON stored.version_id = r.questionnaire_version_id AND r.answers ? stored.key`
const WITH_RELEASES = `JOIN questionnaire_version version ON version.id = r.questionnaire_version_id
  LEFT JOIN released_answer released
    ON released.survey_id = r.survey_id AND released.response_id = r.id AND released.question_key = stored.key`

const placeValues = ({ surveyId, keys }: OpenAnswerPlace) => [
  surveyId,
  keys.map(({ versionId }) => versionId),
  keys.map(({ key }) => key),
]

/** One page of texts in the order of the random ids of their responses, which tells nothing of time. */
export async function findOpenAnswers({ pool }: Database, page: OpenAnswerPage): Promise<OpenAnswer[]> {
  const { rows } = await pool.query<OpenAnswer>(
    `${SELECT} ${FROM_RESPONSES} ${WITH_RELEASES}
     WHERE r.survey_id = $1 AND ($4::uuid IS NULL OR r.id > $4) AND ($5::uuid IS NULL OR r.id < $5)
     ORDER BY r.id ${page.isInverted ? 'DESC' : 'ASC'} LIMIT $6`,
    [...placeValues(page), page.after ?? null, page.before ?? null, page.limit],
  )
  return rows
}

export async function countOpenAnswers({ pool }: Database, place: OpenAnswerPlace): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    `SELECT count(*) ${FROM_RESPONSES} WHERE r.survey_id = $1`,
    placeValues(place),
  )
  return Number(rows[0]?.count ?? 0)
}

/** @param versionIds - versions in which the key is that of an open answer */
export async function findOpenAnswer(
  { pool }: Database,
  { surveyId, responseId, questionKey: key }: OpenAnswerName,
  versionIds: readonly string[],
): Promise<OpenAnswer | null> {
  const keys = versionIds.map((versionId) => ({ versionId, key }))
  const { rows } = await pool.query<OpenAnswer>(
    `${SELECT} ${FROM_RESPONSES} ${WITH_RELEASES} WHERE r.survey_id = $1 AND r.id = $4`,
    [...placeValues({ surveyId, keys }), responseId],
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
