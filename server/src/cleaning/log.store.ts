import type { LogLine } from '@rozeznanie/core/cleaning'
import type { Database } from '../database/database.ts'

/** A line of the cleaning log as it is read: who, when, about which response. */
export interface ToldLine extends LogLine {
  readonly surveyId: string
  readonly responseId: string
  readonly versionId: string
  readonly sheetNumber: string | null
  readonly at: Date
  readonly byName: string
  /** The line that took it back; `null` while it is in force. */
  readonly undoneBy: number | null
}

interface LogPage {
  readonly surveyId: string
  readonly responseId?: string | undefined
  /** Numbers between which to look, both exclusive. */
  readonly after?: number | undefined
  readonly before?: number | undefined
  readonly limit: number
  /** The newest last. */
  readonly isInverted: boolean
}

type Row = Omit<ToldLine, 'before' | 'after' | 'undoes'> & {
  readonly before: unknown
  readonly after: unknown
  readonly undoes: number | null
}

const SELECT = `SELECT line.survey_id AS "surveyId", line.response_id AS "responseId", line.number, line.kind, line.source,
    line.path, line.before, line.after, line.reason, line.remark, line.flags, line.undoes, line.at,
    account.name AS "byName", response.questionnaire_version_id AS "versionId",
    response.sheet_number AS "sheetNumber", undone.number AS "undoneBy"
  FROM response_correction line
  JOIN account ON account.id = line.account_id
  JOIN response ON response.survey_id = line.survey_id AND response.id = line.response_id
  LEFT JOIN response_correction undone ON undone.survey_id = line.survey_id AND undone.undoes = line.number`

const told = ({ before, after, undoes, ...line }: Row): ToldLine => ({
  ...line,
  ...(before !== null && { before }),
  ...(after !== null && { after }),
  ...(undoes !== null && { undoes }),
})

/** One page of the log, the newest first. */
export async function findLines({ pool }: Database, page: LogPage): Promise<ToldLine[]> {
  const { rows } = await pool.query<Row>(
    `${SELECT} WHERE line.survey_id = $1 AND ($2::uuid IS NULL OR line.response_id = $2)
       AND ($3::int IS NULL OR line.number < $3) AND ($4::int IS NULL OR line.number > $4)
     ORDER BY line.number ${page.isInverted ? 'ASC' : 'DESC'} LIMIT $5`,
    [page.surveyId, page.responseId ?? null, page.after ?? null, page.before ?? null, page.limit],
  )
  return rows.map(told)
}

/** The whole log of a survey, the oldest first. */
export async function findAllLines({ pool }: Database, surveyId: string): Promise<readonly ToldLine[]> {
  const { rows } = await pool.query<Row>(`${SELECT} WHERE line.survey_id = $1 ORDER BY line.number`, [
    surveyId,
  ])
  return rows.map(told)
}

/** Names of localities of the survey's municipality by id, retired ones too. */
export async function loadLocalities(
  { pool }: Database,
  surveyId: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ readonly id: string; readonly name: string }>(
    `SELECT locality.id, locality.name FROM locality JOIN survey USING (municipality_code) WHERE survey.id = $1`,
    [surveyId],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
