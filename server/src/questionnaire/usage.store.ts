import type { Usage } from '@rozeznanie/core/questionnaire/revision'
import type { Database } from '../database/database.ts'

/** Where the answers to a question stand in a response. */
export interface AnswerPlace {
  readonly key: string
  /** The groups around it, outermost first. */
  readonly groups: readonly string[]
  /** Its options and rows; empty where answers are not chosen. */
  readonly codes: readonly string[]
}

export interface AnswersToCount {
  readonly questionnaireId: string
  /** Versions with a higher number are left out; null: none is. */
  readonly lastVersion: number | null
  /** Only answers to surveys of these organisations; null: of all. */
  readonly organisationIds: readonly string[] | null
  readonly places: readonly AnswerPlace[]
}

/**
 * One pass over the responses, those left out by a correction too, for they can come back; each unpacked once: how often each question was answered, and each of its codes used.
 * Within a group each item counts. A matrix uses an option once, however many rows have it. Equal answers are put
 * together before their codes are looked at.
 */
const COUNT = `
  WITH answer AS (
    SELECT place.key, CASE WHEN place.is_coded THEN found.value END AS value, count(*) AS count
    FROM response
    CROSS JOIN LATERAL jsonb_each(coalesce(response.corrected_answers, response.answers)) AS top
    JOIN unnest($1::text[], $2::text[], $3::jsonpath[], $4::boolean[]) AS place (key, top_key, path, is_coded)
      ON place.top_key = top.key
    CROSS JOIN LATERAL (
      SELECT top.value WHERE place.path IS NULL
      UNION ALL SELECT jsonb_path_query(top.value, place.path) WHERE place.path IS NOT NULL
    ) AS found (value)
    WHERE response.survey_id IN (
        SELECT survey.id FROM survey
        JOIN questionnaire_version current ON current.id = survey.questionnaire_version_id
        WHERE current.questionnaire_id = $5 AND ($6::uuid[] IS NULL OR survey.organisation_id = ANY ($6)))
      AND response.questionnaire_version_id IN (
        SELECT id FROM questionnaire_version WHERE questionnaire_id = $5 AND ($7::int IS NULL OR number <= $7))
    GROUP BY 1, 2
  )
  SELECT key, NULL AS code, sum(count)::int AS count FROM answer GROUP BY key
  UNION ALL
  SELECT key, code, sum(count)::int FROM answer
  CROSS JOIN LATERAL (
    SELECT value #>> '{}' WHERE jsonb_typeof(value) = 'string'
    UNION ALL SELECT jsonb_array_elements_text(value) WHERE jsonb_typeof(value) = 'array'
    UNION ALL SELECT jsonb_object_keys(value) WHERE jsonb_typeof(value) = 'object'
    UNION ALL (
      SELECT DISTINCT chosen #>> '{}' FROM jsonb_path_query(value, '$.*[*]') AS chosen
      WHERE jsonb_typeof(value) = 'object')
  ) AS used (code)
  WHERE value IS NOT NULL GROUP BY key, code`

interface CountRow {
  readonly key: string
  readonly code: string | null
  readonly count: number
}

/** From the answer to the outermost group to those of each item; null for a question in no group. */
function pathOf({ key, groups }: AnswerPlace): string | null {
  if (groups.length === 0) return null
  return `$${[...groups.slice(1), key].map((inner) => `[*]."${inner}"`).join('')}`
}

/** How many answers there are so far to these questions, and how many use each code. */
export async function countUsage({ pool }: Database, wanted: AnswersToCount): Promise<Usage> {
  const { places, questionnaireId, organisationIds, lastVersion } = wanted
  const { rows } = await pool.query<CountRow>(COUNT, [
    places.map(({ key }) => key),
    places.map(({ key, groups }) => groups[0] ?? key),
    places.map(pathOf),
    places.map(({ codes }) => codes.length > 0),
    questionnaireId,
    organisationIds,
    lastVersion,
  ])
  const countOf = new Map(rows.map(({ key, code, count }) => [JSON.stringify([key, code]), count]))
  const count = (key: string, code: string | null) => countOf.get(JSON.stringify([key, code])) ?? 0
  return {
    answersByQuestion: Object.fromEntries(places.map(({ key }) => [key, count(key, null)])),
    answersByOption: Object.fromEntries(
      places.map(({ key, codes }) => [
        key,
        Object.fromEntries(codes.map((code) => [code, count(key, code)])),
      ]),
    ),
  }
}
