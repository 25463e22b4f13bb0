import { allQuestions, type Answers, ownValue, type RosterQuestion } from '../questionnaire/index.ts'
import { joinableKeys } from '../questionnaire/revision/index.ts'
import { appendResponse, type CountedResponse } from './append-response.ts'
import type { QuestionColumn } from './column.ts'
import { columnOf, emptyColumns, type Columns, type Reading, type Target } from './columns.ts'

/**
 * What was said in a roster, turned on its side: a row per item (a person of a household, a service of a provider),
 * each with the response it belongs to. Items have columns like responses have, so that the same functions count them.
 */
export interface RosterTable {
  readonly question: RosterQuestion
  readonly items: Columns
  /** The place of each item's response in the columns of responses. */
  readonly owners: number[]
  /** Rosters within an item. */
  readonly inner: readonly RosterTable[]
}

/** Of each version of the questionnaire the keys of questions whose answers go on in the newest one. */
function goingOn({ pool, readings }: Columns): (version: number, key: string) => boolean {
  if (pool === null) return () => true
  const { series } = joinableKeys(pool.versions.map(({ questionnaire }) => questionnaire))
  const newest = readings.length - 1
  const known = new Set(
    series.flatMap(({ parts }) => {
      const last = parts.at(-1)
      if (last?.version !== newest) return []
      const isSame = (part: (typeof parts)[number]) => part.key === last.key && part.codes === undefined
      return parts.filter(isSame).map(({ version, key }) => `${version} ${key}`)
    }),
  )
  return (version, key) => known.has(`${version} ${key}`)
}

function readingsOf(
  { readings }: Columns,
  question: RosterQuestion,
  byKey: ReadonlyMap<string, QuestionColumn>,
  isGoingOn: (version: number, key: string) => boolean,
): readonly Reading[] {
  return readings.map((reading, version) => {
    const level = reading.compiled.questions.get(question.key)?.items
    const targets = new Map<string, Target>()
    for (const [key, column] of byKey) if (isGoingOn(version, key)) targets.set(key, { column })
    const empty = { nodes: [], indexOf: new Map<string, number>(), dependents: [] }
    return { ...reading, compiled: { ...reading.compiled, level: level ?? empty }, targets }
  })
}

function tableOf(
  columns: Columns,
  question: RosterQuestion,
  isGoingOn: (version: number, key: string) => boolean,
): RosterTable {
  const byKey = new Map<string, QuestionColumn>()
  for (const inner of question.questions) {
    const column = columnOf(columns.questionnaire, inner, columns.localities)
    if (column !== null) byKey.set(inner.key, column)
  }
  const { questionnaire, localities } = columns
  const sections = [{ key: question.key, title: question.text, questions: question.questions }]
  const items = emptyColumns(
    {
      questionnaire: { ...questionnaire, sections },
      byKey,
      readings: readingsOf(columns, question, byKey, isGoingOn),
      pool: null,
      localities,
    },
    [],
  )
  const inner = question.questions.flatMap((one) =>
    one.type === 'ROSTER' ? [tableOf(items, one, isGoingOn)] : [],
  )
  return { question, items, owners: [], inner }
}

/** Empty tables of the rosters that a survey's newest version has; none where it has none. */
export function emptyRosters(columns: Columns): readonly RosterTable[] {
  const rosters = allQuestions(columns.questionnaire).filter((one) => one.type === 'ROSTER')
  if (rosters.length === 0) return []
  const isGoingOn = goingOn(columns)
  return rosters.map((question) => tableOf(columns, question, isGoingOn))
}

const isItem = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Puts the items of a response into the tables. What is asked of an item may depend on answers around it.
 *
 * @param at - the place of the response in its columns
 */
export function appendItems(tables: readonly RosterTable[], at: number, response: CountedResponse): void {
  for (const { question, items, owners, inner } of tables) {
    const given = ownValue(response.answers, question.key)
    if (!Array.isArray(given)) continue
    for (const item of given.filter(isItem)) {
      const own = { ...response, answers: { ...response.answers, ...item } }
      appendItems(inner, items.responseCount, own)
      appendResponse(items, own)
      owners.push(at)
    }
  }
}
