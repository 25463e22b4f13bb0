import type { AnswerPlace, GroupPlan, RuledBy } from '@rozeznanie/core/analysis'

/** A statement with its values, `$1` the survey and `$2` the version. */
export interface GroupStatement {
  readonly text: string
  readonly values: readonly string[]
}

/** Puts keys into values, so that none of them is ever part of the text. */
class Writing {
  readonly values: string[]
  private readonly places = new Map<string, string>()

  constructor(surveyId: string, versionId: string) {
    this.values = [surveyId, versionId]
  }

  text(value: string): string {
    const known = this.places.get(value)
    if (known !== undefined) return known
    const place = `$${this.values.push(value)}::text`
    this.places.set(value, place)
    return place
  }

  answer({ key, row }: AnswerPlace): string {
    const whole = `(answers -> ${this.text(key)})`
    return row === null ? whole : `(${whole} -> ${this.text(row)})`
  }

  /** Whether an answer says something for sure. Where it is not sure the rules are asked, which are always right. */
  says(place: AnswerPlace): string {
    const answer = this.answer(place)
    return `COALESCE(jsonb_typeof(${answer}) <> 'object' AND ${answer} #>> '{}' ~ '[[:alnum:]]', false)`
  }

  needed(ruled: readonly RuledBy[]): string {
    const places = new Set(ruled.flatMap(({ unless }) => unless.map((place) => this.says(place))))
    return `NOT (${[...places].join(' AND ')})`
  }
}

/** A roster of as many items as people gave, without what they said of them. */
function itemsOf(answer: string): string {
  const empty = `('[' || rtrim(repeat('{},', jsonb_array_length(${answer})), ',') || ']')::jsonb`
  return `CASE WHEN jsonb_typeof(${answer}) = 'array' THEN ${empty} ELSE ${answer} END`
}

/** The rows of a matrix that matter, and a mark when anything at all was answered in it. */
function rowsOf(writing: Writing, key: string, { rows, ruledBy }: GroupPlan): string | null {
  const own = rows.filter((place) => place.key === key)
  const ruled = ruledBy.filter((place) => place.key === key)
  const pairs = own.map((place) => `${writing.text(place.row ?? '')}, ${writing.answer(place)}`)
  for (const row of new Set(ruled.map((place) => place.row))) {
    if (row === null || own.some((place) => place.row === row)) continue
    const needed = writing.needed(ruled.filter((place) => place.row === row))
    pairs.push(`${writing.text(row)}, CASE WHEN ${needed} THEN ${writing.answer({ key, row })} END`)
  }
  if (pairs.length === 0) return null
  const whole = writing.answer({ key, row: null })
  const mark = `'@', CASE WHEN jsonb_typeof(${whole}) = 'object' AND ${whole} <> '{}' THEN 'x' END`
  return `CASE WHEN jsonb_typeof(${whole}) = 'object' THEN jsonb_build_object(${[...pairs, mark].join(', ')}) END`
}

/** What of the answer under a key is told apart. */
function partOf(writing: Writing, key: string, plan: GroupPlan): string {
  const place = { key, row: null }
  const answer = writing.answer(place)
  if (plan.whole.includes(key)) return answer
  let part = rowsOf(writing, key, plan) ?? 'NULL::jsonb'
  if (plan.texts.includes(key)) part = `CASE WHEN ${writing.says(place)} THEN '"x"'::jsonb ELSE ${answer} END`
  if (plan.rosters.includes(key)) part = itemsOf(answer)
  const ruled = plan.ruledBy.filter((other) => other.key === key && other.row === null)
  return ruled.length === 0 ? part : `CASE WHEN ${writing.needed(ruled)} THEN ${answer} ELSE ${part} END`
}

/**
 * SQL that groups the responses to one version by what a plan tells apart, and counts each group. A line of what it
 * gives looks like a response that says nothing else: `mode`, `localityId`, `answers`, and `frequency`.
 */
export function groupStatement(surveyId: string, plan: GroupPlan): GroupStatement {
  const writing = new Writing(surveyId, plan.versionId)
  const { whole, rows, texts, rosters, ruledBy } = plan
  const keys = new Set([...whole, ...texts, ...rosters, ...[...rows, ...ruledBy].map(({ key }) => key)])
  const names = [...keys].map((key, at) => ({ key, name: `part_${at}` }))
  const parts = names.map(({ key, name }) => `, ${partOf(writing, key, plan)} AS ${name}`)
  const pairs = names.map(({ key, name }) => `${writing.text(key)}, ${name}`)
  const groups = ['mode', '"localityId"', ...names.map(({ name }) => name)].join(', ')
  // The object is made of groups, not of responses.
  const text = `SELECT mode, "localityId", jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')})) AS answers, frequency
    FROM (SELECT ${groups}, count(*)::float8 AS frequency
      FROM (SELECT ${plan.hasMode ? 'mode::text' : `'CAWI'`} AS mode,
          ${plan.hasLocality ? 'locality_id' : 'NULL::uuid'} AS "localityId"${parts.join('')}
        FROM counted_response WHERE survey_id = $1 AND questionnaire_version_id = $2) AS told
      GROUP BY ${groups}) AS grouped`
  return { text, values: writing.values }
}
