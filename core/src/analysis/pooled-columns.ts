import { allQuestions, compile, rowsOf, type Question } from '../questionnaire/index.ts'
import type { MatrixColumn, QuestionColumn } from './column.ts'
import {
  columnOf,
  emptyColumns,
  noLocalities,
  type Columns,
  type LocalityName,
  type Target,
} from './columns.ts'
import type { Pool, PooledPart } from './pool.ts'

/** A column under another key and text than its question has in its own version. */
function shownAs(column: QuestionColumn, question: Question): QuestionColumn {
  if (column.kind !== 'matrix') return { ...column, question }
  const rows = column.rows.map((row) => ({ ...row, column: { ...row.column, question } }))
  return { ...column, rows, question: question as MatrixColumn['question'] }
}

function targetOf(column: QuestionColumn, { version, key, codes }: PooledPart): Target {
  if (column.kind !== 'matrix') return { column, ...(codes && { codes }) }
  const question = allQuestions(version.questionnaire).find((one) => one.key === key)
  const rows = new Set(question ? rowsOf(version.questionnaire, question).map((row) => row.key) : [])
  const hasAll = column.rows.every((row) => rows.has(row.key))
  return { column, ...(codes && { codes }), ...(!hasAll && { rows }) }
}

/** Empty columns for the answers to several versions: what may be counted together shares a column. */
export function buildPooledColumns(pool: Pool, localities: readonly LocalityName[] = []): Columns {
  const { versions } = pool
  const dictionary = noLocalities()
  const byKey = new Map<string, QuestionColumn>()
  const targets = new Map(versions.map(({ id }) => [id, new Map<string, Target>()]))
  for (const [columnKey, { question, parts }] of pool.series) {
    const newest = parts.at(-1)
    const document = newest?.version.questionnaire
    const own = document && allQuestions(document).find(({ key }) => key === newest?.key)
    const built = own && columnOf(document, own, dictionary)
    if (!built) continue
    const column = shownAs(built, question)
    byKey.set(columnKey, column)
    for (const part of parts) targets.get(part.version.id)?.set(part.key, targetOf(column, part))
  }
  const readings = versions.map(({ id, number, questionnaire }) => ({
    versionId: id,
    versionNumber: number,
    compiled: compile(questionnaire),
    targets: targets.get(id) ?? new Map<string, Target>(),
  }))
  const { questionnaire } = pool
  return emptyColumns({ questionnaire, byKey, readings, pool, localities: dictionary }, localities)
}
