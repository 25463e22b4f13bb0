import type { FieldPath, LogLine } from '@rozeznanie/core/cleaning'
import type { Answers } from '@rozeznanie/core/questionnaire'
import type { Database } from '../database/database.ts'
import type { ResponseName } from './correction.store.ts'

/** A sheet that was entered twice. */
export interface TwiceEntered {
  readonly surveyId: string
  readonly responseId: string
  readonly sheetNumber: string | null
  readonly batchName: string | null
  readonly versionId: string
  readonly submittedOn: string
  readonly first: Answers
  readonly second: Answers
  /** Where the two differ. */
  readonly differences: readonly FieldPath[]
  /** Of its log: what decisions core needs. */
  readonly lines: readonly LogLine[]
}

type Row = Omit<TwiceEntered, 'lines'> & { readonly lines: readonly (LogLine & { undoes: number | null })[] }

const SELECT = `SELECT again.survey_id AS "surveyId", again.response_id AS "responseId",
    response.sheet_number AS "sheetNumber", batch.name AS "batchName",
    response.questionnaire_version_id AS "versionId", response.submitted_on::text AS "submittedOn",
    response.answers AS first, again.answers AS second, again.differences,
    coalesce((SELECT json_agg(json_build_object('number', number, 'kind', kind, 'source', source, 'path', path,
        'before', before, 'after', after, 'reason', reason, 'remark', remark, 'flags', flags, 'undoes', undoes) ORDER BY number)
      FROM response_correction line
      WHERE line.survey_id = again.survey_id AND line.response_id = again.response_id), '[]') AS lines
  FROM second_entry again
  JOIN response ON response.survey_id = again.survey_id AND response.id = again.response_id
  LEFT JOIN paper_sheet sheet ON sheet.survey_id = again.survey_id AND sheet.response_id = again.response_id
  LEFT JOIN entry_batch batch ON batch.survey_id = sheet.survey_id AND batch.id = sheet.batch_id`

const told = ({ lines, ...entered }: Row): TwiceEntered => ({
  ...entered,
  lines: lines.map(({ undoes, ...line }) => ({ ...line, ...(undoes !== null && { undoes }) })),
})

/** Sheets of a survey whose two entries differ and that count, by number. */
export async function findDiffering({ pool }: Database, surveyId: string): Promise<readonly TwiceEntered[]> {
  const { rows } = await pool.query<Row>(
    `${SELECT} WHERE again.survey_id = $1 AND again.differences <> '[]' AND NOT response.is_excluded
     ORDER BY length(response.sheet_number), response.sheet_number, again.response_id`,
    [surveyId],
  )
  return rows.map(told)
}

export async function findTwiceEntered(
  { pool }: Database,
  { surveyId, responseId }: ResponseName,
): Promise<TwiceEntered | null> {
  const { rows } = await pool.query<Row>(`${SELECT} WHERE again.survey_id = $1 AND again.response_id = $2`, [
    surveyId,
    responseId,
  ])
  return rows[0] ? told(rows[0]) : null
}

/** How far the second entering of a survey is. */
export interface DoubleEntryCounts {
  /** Paper sheets that were drawn. */
  readonly sampledCount: number
  readonly enteredCount: number
  /** Fields compared, and of these different. */
  readonly fieldCount: number
  readonly differenceCount: number
}

export async function countDoubleEntry({ pool }: Database, surveyId: string): Promise<DoubleEntryCounts> {
  const { rows } = await pool.query<DoubleEntryCounts>(
    `SELECT (SELECT count(*)::int FROM paper_sheet sheet WHERE sheet.survey_id = survey.id
         AND (sheet.lot < survey.double_entry_percent * 100 OR EXISTS (SELECT FROM second_entry done
           WHERE done.survey_id = sheet.survey_id AND done.response_id = sheet.response_id))) AS "sampledCount",
       count(again.response_id)::int AS "enteredCount",
       coalesce(sum(again.field_count), 0)::int AS "fieldCount",
       coalesce(sum(jsonb_array_length(again.differences)), 0)::int AS "differenceCount"
     FROM survey LEFT JOIN second_entry again ON again.survey_id = survey.id
     WHERE survey.id = $1 GROUP BY survey.id`,
    [surveyId],
  )
  return rows[0] ?? { sampledCount: 0, enteredCount: 0, fieldCount: 0, differenceCount: 0 }
}

export async function saveShare({ prisma }: Database, surveyId: string, percent: number): Promise<void> {
  await prisma.survey.update({ where: { id: surveyId }, data: { doubleEntryPercent: percent } })
}
