import type { CountedResponse, LocalityName } from '@rozeznanie/core/analysis'
import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Database } from '../database/database.ts'

/** A stored response as columns take it. */
export interface SequencedResponse extends CountedResponse {
  readonly sequence: number
}

interface ResponseRow extends CountedResponse {
  /** A bigint comes as text. */
  readonly sequence: string
}

const READ = `SELECT sequence, mode, locality_id AS "localityId", answers FROM response WHERE survey_id = $1`

const toResponse = ({ sequence, ...response }: ResponseRow): SequencedResponse => ({
  ...response,
  sequence: Number(sequence),
})

/** What the survey asks; `null` when there is no such survey. It never changes while the survey lives. */
export async function loadSurveyForm({ prisma }: Database, surveyId: string): Promise<Questionnaire | null> {
  const survey = await prisma.survey.findUnique({
    where: { id: surveyId },
    select: { questionnaireVersion: { select: { document: true } } },
  })
  return survey && parseQuestionnaire(survey.questionnaireVersion.document)
}

/** The localities of the survey's municipality in Polish alphabetical order, retired ones included. */
export async function loadLocalityNames(
  { pool }: Database,
  surveyId: string,
): Promise<readonly LocalityName[]> {
  const { rows } = await pool.query<LocalityName>({
    name: 'survey-localities',
    text: `SELECT locality.id, locality.name, locality.retired_at IS NOT NULL AS "isRetired"
      FROM locality JOIN survey USING (municipality_code) WHERE survey.id = $1`,
    values: [surveyId],
  })
  return rows.toSorted((one, other) => one.name.localeCompare(other.name, 'pl'))
}

/** The next responses in the order of storing, at most `limit`. */
export async function readResponses(
  { pool }: Database,
  surveyId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly SequencedResponse[]> {
  const { rows } = await pool.query<ResponseRow>({
    name: 'responses-after',
    text: `${READ} AND sequence > $2 ORDER BY sequence LIMIT $3`,
    values: [surveyId, after, limit],
  })
  return rows.map(toResponse)
}

/** The responses of these sequence numbers, in their order. */
export async function readResponsesAt(
  { pool }: Database,
  surveyId: string,
  sequences: readonly number[],
): Promise<readonly SequencedResponse[]> {
  const { rows } = await pool.query<ResponseRow>({
    name: 'responses-at',
    text: `${READ} AND sequence = ANY($2::bigint[]) ORDER BY sequence`,
    values: [surveyId, sequences],
  })
  return rows.map(toResponse)
}

/** The sequence numbers above one, ascending. */
export async function readSequences(
  { pool }: Database,
  surveyId: string,
  after: number,
): Promise<readonly number[]> {
  const { rows } = await pool.query<{ readonly sequence: string }>({
    name: 'sequences-after',
    text: 'SELECT sequence FROM response WHERE survey_id = $1 AND sequence > $2 ORDER BY sequence',
    values: [surveyId, after],
  })
  return rows.map(({ sequence }) => Number(sequence))
}

/** How many responses the survey has. */
export async function countStored({ pool }: Database, surveyId: string): Promise<number> {
  const { rows } = await pool.query<{ readonly count: string }>({
    name: 'response-count',
    text: 'SELECT count(*) FROM response WHERE survey_id = $1',
    values: [surveyId],
  })
  return Number(rows[0]?.count ?? 0)
}
