import type { AnalysedVersion, CountedResponse, LocalityName } from '@rozeznanie/core/analysis'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import type { Database } from '../database/database.ts'
import type { ResponseGroup } from './sql-cells.ts'
import type { GroupStatement } from './sql-groups.ts'

/** A stored response as columns take it. */
export interface SequencedResponse extends CountedResponse {
  readonly sequence: number
}

interface ResponseRow extends Omit<CountedResponse, 'sequence'> {
  /** A bigint comes as text. */
  readonly sequence: string
}

const READ = `SELECT sequence, mode, locality_id AS "localityId", answers`
const OF_VERSIONS =
  'FROM counted_response WHERE survey_id = $1 AND questionnaire_version_id = ANY($2::uuid[])'
/** Which version a response is to has to be said only where there are several. */
const versioned = (versionIds: readonly string[]) =>
  versionIds.length > 1
    ? { name: '-of-versions', read: `${READ}, questionnaire_version_id AS "versionId" ${OF_VERSIONS}` }
    : { name: '', read: `${READ} ${OF_VERSIONS}` }

/** Responses of a survey to the versions that the reader knows. */
interface OfVersions {
  readonly surveyId: string
  readonly versionIds: readonly string[]
}

const toResponse = ({ sequence, ...response }: ResponseRow): SequencedResponse => ({
  ...response,
  sequence: Number(sequence),
})

/** Ids of all versions that the survey has had, oldest first; none when there is no such survey. */
export async function findVersionIds({ pool }: Database, surveyId: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly id: string }>({
    name: 'survey-version-ids',
    text: `SELECT version.id FROM survey_version JOIN questionnaire_version version ON version.id = questionnaire_version_id
      WHERE survey_id = $1 ORDER BY version.number`,
    values: [surveyId],
  })
  return rows.map(({ id }) => id)
}

/** Versions with their documents, oldest first. They never change. */
export async function loadVersions(
  { prisma }: Database,
  versionIds: readonly string[],
): Promise<readonly AnalysedVersion[]> {
  const versions = await prisma.questionnaireVersion.findMany({
    where: { id: { in: [...versionIds] } },
    select: { id: true, number: true, document: true },
    orderBy: { number: 'asc' },
  })
  return versions.map(({ id, number, document }) => ({
    id,
    number,
    questionnaire: parseQuestionnaire(document),
  }))
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
  { surveyId, versionIds }: OfVersions,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly SequencedResponse[]> {
  const { rows } = await pool.query<ResponseRow>({
    name: `responses-after${versioned(versionIds).name}`,
    text: `${versioned(versionIds).read} AND sequence > $3 ORDER BY sequence LIMIT $4`,
    values: [surveyId, versionIds, after, limit],
  })
  return rows.map(toResponse)
}

/** The responses of these sequence numbers, in their order. */
export async function readResponsesAt(
  { pool }: Database,
  { surveyId, versionIds }: OfVersions,
  sequences: readonly number[],
): Promise<readonly SequencedResponse[]> {
  const { rows } = await pool.query<ResponseRow>({
    name: `responses-at${versioned(versionIds).name}`,
    text: `${versioned(versionIds).read} AND sequence = ANY($3::bigint[]) ORDER BY sequence`,
    values: [surveyId, versionIds, sequences],
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
    text: 'SELECT sequence FROM counted_response WHERE survey_id = $1 AND sequence > $2 ORDER BY sequence',
    values: [surveyId, after],
  })
  return rows.map(({ sequence }) => Number(sequence))
}

/** How many responses of the survey count. */
export async function countStored({ pool }: Database, surveyId: string): Promise<number> {
  const { rows } = await pool.query<{ readonly count: string }>({
    name: 'response-count',
    text: 'SELECT count(*) FROM counted_response WHERE survey_id = $1',
    values: [surveyId],
  })
  return Number(rows[0]?.count ?? 0)
}

/** What tells readers of a survey that what they hold has changed. */
export interface SurveyMarks {
  /** How many lines its cleaning log has. */
  readonly correctionCount: number
  /** How many times its responses were given new numbers. */
  readonly orderGeneration: number
}

/** @returns `null` when there is no such survey */
export async function readMarks({ pool }: Database, surveyId: string): Promise<SurveyMarks | null> {
  const { rows } = await pool.query<SurveyMarks>({
    name: 'survey-marks',
    text: `SELECT correction_count AS "correctionCount", order_generation AS "orderGeneration" FROM survey WHERE id = $1`,
    values: [surveyId],
  })
  return rows[0] ?? null
}

/** The sequence numbers of responses that lines of the cleaning log above one speak of, in ascending order. */
export async function readCorrectedSequences(
  { pool }: Database,
  surveyId: string,
  after: number,
): Promise<readonly number[]> {
  const { rows } = await pool.query<{ readonly sequence: string }>({
    name: 'corrected-sequences',
    text: `SELECT DISTINCT response.sequence FROM response_correction correction
      JOIN response ON response.survey_id = correction.survey_id AND response.id = correction.response_id
      WHERE correction.survey_id = $1 AND correction.number > $2 ORDER BY 1`,
    values: [surveyId, after],
  })
  return rows.map(({ sequence }) => Number(sequence))
}

/** Equal responses put together, as a statement of `groupStatement` gives them. */
export async function readGroups(
  { pool }: Database,
  { text, values }: GroupStatement,
): Promise<readonly ResponseGroup[]> {
  const { rows } = await pool.query<ResponseGroup>(text, [...values])
  return rows
}

/** About how many responses of all surveys there are, by what the database noted last; below 0: nothing is known. */
export async function estimateStored({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ readonly estimate: number }>(
    `SELECT reltuples::float8 AS estimate FROM pg_class WHERE oid = 'response'::regclass`,
  )
  return rows[0]?.estimate ?? -1
}
