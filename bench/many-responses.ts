import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Database } from '../server/src/database/database.ts'

/** A whole number below so many, drawn anew in every row. */
const below = (count: number) => `trunc(random() * ${count})::int`

/** SQL that draws an answer to a question, as JSON text; now and then there is none. */
function drawn({ key, type }: Question): string {
  const name = `'"${key}":'`
  const maybe = (value: string) => `CASE WHEN random() < 0.95 THEN ${name} || ${value} || ',' ELSE '' END`
  switch (type) {
    case 'SINGLE':
      return maybe(`'"' || 1 + ${below(5)} || '"'`)
    case 'MULTI': {
      const sets = ['["1"]', '["2","3"]', '["1","4","6"]', '["5"]', '["2","5","6"]', '["-99"]']
      return maybe(`(ARRAY[${sets.map((set) => `'${set}'`).join()}])[1 + ${below(sets.length)}]`)
    }
    case 'NUMBER':
      return maybe(`${below(101)}`)
    case 'TEXT_LONG':
      return maybe(`'"Najbardziej brakuje autobusu do lekarza i kogoś, kto pomoże starszym sąsiadom."'`)
    default:
      throw new Error(`no answers are drawn for ${type}`)
  }
}

const DIFFERENT = 20_000

/** So many rows go into one statement. */
const ROWS_AT_ONCE = 500_000

/**
 * Stores random responses to a questionnaire of single choices of 5, multi-choices of 6, numbers and texts: the
 * database draws 20,000 different ones and copies them over and over inside itself, which is faster than COPY brings
 * the same JSON in from outside.
 */
export async function storeMany(
  { pool }: Database,
  survey: { readonly id: string; readonly questionnaireVersionId: string },
  { questionnaire, count }: { readonly questionnaire: Questionnaire; readonly count: number },
): Promise<void> {
  const answers = questionnaire.sections.flatMap(({ questions }) => questions.map(drawn))
  await pool.query('DROP TABLE IF EXISTS drawn_answers')
  await pool.query(
    `CREATE UNLOGGED TABLE drawn_answers AS
     SELECT number, ('{' || rtrim(${answers.join(' || ')}, ',') || '}')::jsonb AS answers
     FROM generate_series(0, ${DIFFERENT - 1}) AS number`,
  )
  for (let stored = 0; stored < count; stored += ROWS_AT_ONCE) {
    await pool.query(
      `INSERT INTO response (survey_id, id, questionnaire_version_id, mode, submitted_on, answers, content_hash)
       SELECT $1, gen_random_uuid(), $2, 'CAWI', '2026-11-22', answers, '\\x00'
       FROM generate_series(1, $3::int) AS place JOIN drawn_answers ON number = place % ${DIFFERENT}`,
      [survey.id, survey.questionnaireVersionId, Math.min(ROWS_AT_ONCE, count - stored)],
    )
  }
  await pool.query('DROP TABLE drawn_answers')
  await pool.query('VACUUM ANALYZE response')
}
