import { isSpecialCode } from '@rozeznanie/core/questionnaire'
import type { PercentOf } from '@rozeznanie/core/analysis'
import type { Figure, Mark, Mean, Table } from './workbench-table.ts'

/** People that answers are compared between: a column of a crosstab, everybody, or those of one question of several. */
export interface Group {
  readonly label: string
  readonly count: number | null
  readonly effectiveCount: number | null
  readonly mean: Mean | null
  /** „Ogółem” beside other groups. */
  readonly isWhole: boolean
}

export interface Answer {
  readonly code: string
  readonly label: string
}

export interface GridCell {
  readonly count: number | null
  readonly figure: Figure | null
  readonly mark: Mark | null
}

/** What is drawn and written of one table, or of several questions with the same answers. */
export interface Grid {
  readonly title: string
  /** What the groups are: the other question; `null` where there is nothing to compare. */
  readonly groupsTitle: string | null
  readonly answers: readonly Answer[]
  readonly groups: readonly Group[]
  /** A row for each answer, in it a cell for each group. */
  readonly cells: readonly (readonly GridCell[])[]
  readonly percentOf: PercentOf
  /** Answers are steps from low to high or bands of a number. */
  readonly isOrdered: boolean
  readonly isMultiple: boolean
  readonly isNumber: boolean
  /** The groups are questions: their names are long, so they stand in the rows. */
  readonly areGroupsQuestions: boolean
  /** The sample was not drawn at random: intervals are for orientation. */
  readonly isModel: boolean
  readonly isWeighted: boolean
}

const NUMBERS: readonly string[] = ['NUMBER', 'DATE_YEAR']
const FIGURES = { COLUMN: 'ofColumn', ROW: 'ofRow', ALL: 'ofAll' } as const

export const isKnown = (figure: Figure | null): figure is Figure & { readonly percent: number } =>
  typeof figure?.percent === 'number'

/** Order of the answers: as asked where that means something, else the most frequent first and „nie wiem” last. */
function answerOrder({ rows, cells, isRowMultiple, isRowOrdered, rowType }: Table): readonly number[] {
  const places = rows.map((_, place) => place)
  if (isRowOrdered || !(isRowMultiple || rowType === 'LOCALITY')) return places
  const isLast = (place: number) => Number(isSpecialCode(rows[place]?.code ?? ''))
  // what is not shown keeps its place at the end, so that the order tells nothing of it
  const share = (place: number) => cells[place]?.[0]?.ofColumn?.percent ?? -1
  return places.sort((one, other) => isLast(one) - isLast(other) || share(other) - share(one))
}

/** Localities where nobody was counted are left out; there may be many. */
function isShown({ rowType, cells }: Table, place: number): boolean {
  return rowType !== 'LOCALITY' || (cells[place] ?? []).some(({ count }) => count !== 0)
}

function groupsOf(table: Table): readonly Group[] {
  return table.columns.map(({ code, label }, place) => ({
    label,
    count: table.columnTotals[place]?.count ?? null,
    effectiveCount: table.columnTotals[place]?.effectiveCount ?? null,
    mean: table.means?.[place] ?? null,
    isWhole: code == null && table.columns.length > 1,
  }))
}

/** One table, of one question or of two crossed. */
export function gridOf(table: Table, percentOf: PercentOf): Grid {
  const kind = table.columnKey == null ? 'COLUMN' : percentOf
  const places = answerOrder(table).filter((place) => isShown(table, place))
  return {
    title: table.rowText,
    groupsTitle: table.columnText ?? null,
    answers: places.map((place) => ({
      code: table.rows[place]?.code ?? '',
      label: table.rows[place]?.label ?? '',
    })),
    groups: groupsOf(table),
    cells: places.map((place) =>
      (table.cells[place] ?? []).map((cell) => ({
        count: cell.count ?? null,
        figure: cell[FIGURES[kind]] ?? null,
        mark: cell.mark ?? null,
      })),
    ),
    percentOf: kind,
    isOrdered: table.isRowOrdered,
    isMultiple: table.isRowMultiple,
    isNumber: NUMBERS.includes(table.rowType ?? ''),
    areGroupsQuestions: false,
    isModel: table.intervalKind === 'MODEL',
    isWeighted: table.weightVersion != null,
  }
}

const SEPARATOR = ' – '

/** What several questions have in common before the dash, and what each adds: rows of a matrix. */
export function commonTitle(texts: readonly string[]): {
  readonly title: string | null
  readonly rest: readonly string[]
} {
  const [first = ''] = texts
  const end = first.lastIndexOf(SEPARATOR)
  const title = end > 0 ? first.slice(0, end) : ''
  const isCommon = title !== '' && texts.every((text) => text.startsWith(title + SEPARATOR))
  return isCommon
    ? { title, rest: texts.map((text) => text.slice(title.length + SEPARATOR.length)) }
    : { title: null, rest: texts }
}

const sameAnswers = (one: Table, other: Table): boolean =>
  one.rows.length === other.rows.length &&
  one.rows.every(
    ({ code, label }, place) => code === other.rows[place]?.code && label === other.rows[place]?.label,
  )

/** Can these be read together: several questions with the same answers, crossed with nothing? */
export function areComparable(tables: readonly Table[]): boolean {
  const [first] = tables
  if (!first || tables.length < 2) return false
  return tables.every(
    (table) =>
      table.columnKey == null &&
      !NUMBERS.includes(table.rowType ?? '') &&
      sameAnswers(first, table) &&
      table.hiddenBecause == null,
  )
}

/** Several questions with the same answers, each a group. */
export function comparedGrid(tables: readonly Table[], title: (questions: number) => string): Grid {
  const grids = tables.map((table) => gridOf({ ...table, isRowMultiple: false }, 'COLUMN'))
  const names = commonTitle(grids.map((grid) => grid.title))
  const [first] = grids
  return {
    title: names.title ?? title(tables.length),
    groupsTitle: null,
    answers: first?.answers ?? [],
    groups: grids.flatMap(({ groups }, place) =>
      groups.slice(0, 1).map((group) => ({ ...group, label: names.rest[place] ?? '' })),
    ),
    cells: (first?.answers ?? []).map((_, answer) =>
      grids.flatMap(({ cells }) => cells[answer]?.slice(0, 1) ?? []),
    ),
    percentOf: 'COLUMN',
    isOrdered: first?.isOrdered ?? false,
    isMultiple: tables.some(({ isRowMultiple }) => isRowMultiple),
    isNumber: false,
    areGroupsQuestions: true,
    isModel: first?.isModel ?? false,
    isWeighted: first?.isWeighted ?? false,
  }
}
