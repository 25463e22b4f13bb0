import { dimensionsOf, maskOf, type Columns, type Dimension, type Filter } from '../analysis/index.ts'
import { VALID } from '../analysis/column.ts'
import { axisOf } from '../analysis/table-axis.ts'
import { BY_LOCALITY } from '../analysis/index.ts'
import type { Members } from './query-audit.ts'

/** The people of a table: everybody in it first, then one set for each column. */
export type QuerySets = readonly Members[]

const everybody = ({ responseCount }: Columns): Members => new Uint8Array(responseCount).fill(1)

/** Whom a filter lets through. */
export function membersOf(columns: Columns, filter: Filter): Members {
  return maskOf(columns, filter)?.bytes ?? everybody(columns)
}

/** Who gave a valid answer to a question, or to a row of a matrix; nobody where it has no place in a table. */
export function answeredBy(columns: Columns, rowKey: string): Members {
  const source = axisOf(columns, rowKey)?.source
  const members = new Uint8Array(columns.responseCount)
  if (source === undefined) return members
  const least = source.kind === 'code' ? source.origin : VALID
  for (let person = 0; person < members.length; person++)
    if (source.cells[person]! >= least) members[person] = 1
  return members
}

/** Those who are in both sets. */
export function both(one: Members, other: Members): Members {
  return one.map((isIn, person) => isIn & other[person]!)
}

/**
 * The sets of people that a table is about, one for each of its columns: „Ogółem” first, which in a crosstab holds
 * those with an answer to the question of the columns.
 */
export function setsOfTable(
  columns: Columns,
  {
    columnKey,
    codes,
    filter,
  }: { readonly columnKey: string | null; readonly codes: readonly string[]; readonly filter: Filter },
): QuerySets {
  const all = membersOf(columns, filter)
  if (columnKey === null) return [all]
  const parts = codes.map((code) => both(all, membersOf(columns, [{ dimension: columnKey, codes: [code] }])))
  return [both(all, answeredBy(columns, columnKey)), ...parts]
}

/** Places come last, because they divide most finely. */
function inOrder(dimensions: readonly Dimension[]): readonly Dimension[] {
  const published = dimensions.filter(({ isPublished }) => isPublished)
  return [
    ...published.filter(({ key }) => key !== BY_LOCALITY),
    ...published.filter(({ key }) => key === BY_LOCALITY),
  ]
}

/**
 * The sets that every snapshot releases first, in this order, whoever asks first: everybody, then people by each
 * published feature. The standard tables of a survey thus get the same treatment everywhere.
 */
export function standardSets(columns: Columns): QuerySets {
  const parts = inOrder(dimensionsOf(columns)).flatMap(({ key, codes }) =>
    codes.map(({ code }) => membersOf(columns, [{ dimension: key, codes: [code] }])),
  )
  return [everybody(columns), ...parts]
}
