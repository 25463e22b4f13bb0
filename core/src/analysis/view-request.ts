import { InvalidInputError } from '../errors.ts'
import { canonicalFilter, type Condition, type Filter, MOST_CONDITIONS } from './filter.ts'

/** How a table is drawn; `TABLE`: not at all. */
export const CHART_KINDS = ['BARS', 'DOTS', 'DIVERGING', 'STACKED', 'HEAT_MAP', 'TABLE'] as const
export type ChartKind = (typeof CHART_KINDS)[number]

/** Of which people percentages are: of the column (a group), of the row (an answer), or of everybody. */
export const PERCENTS_OF = ['COLUMN', 'ROW', 'ALL'] as const
export type PercentOf = (typeof PERCENTS_OF)[number]

/** The weights of the survey that results usually use, none, or a version by its number. */
export type WeightChoice = 'USUAL' | 'NONE' | number

/** What one looks at in the workbench: what is asked, never what came out. It can be kept, linked and counted anew. */
export interface ViewRequest {
  /** Questions, or rows of a matrix as `key/rowKey`; at least one, each a table. */
  readonly rowKeys: readonly string[]
  /** What they are crossed with; `null`: nothing. */
  readonly columnKey: string | null
  readonly filter: Filter
  readonly weights: WeightChoice
  readonly percentOf: PercentOf
  /** `null`: the one that suits the question. */
  readonly chart: ChartKind | null
  /** The answer whose share is compared between groups, where the chart compares one; `null`: the first. */
  readonly answerCode: string | null
}

export const MOST_TABLES = 24
export const LONGEST_VIEW_NAME = 80
const LONGEST_KEY = 200
const MOST_CODES = 500

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_KEY
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter(isText).slice(0, MOST_CODES) : []
const textOf = (value: unknown): string | null => (isText(value) ? value : null)

function conditionsOf(value: unknown): Filter {
  const given: readonly unknown[] = Array.isArray(value) ? value : []
  const conditions = given.flatMap((one): Condition[] => {
    if (!isRecord(one)) return []
    const dimension = textOf(one.dimension)
    return dimension === null ? [] : [{ dimension, codes: textsOf(one.codes) }]
  })
  return canonicalFilter(conditions).slice(0, MOST_CONDITIONS)
}

function weightsOf(value: unknown): WeightChoice {
  if (value === 'NONE') return value
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 'USUAL'
}

/**
 * Reads a request as it was stored or typed into an address. What is not understood is left out, so that a link of
 * yesterday opens tomorrow; `null` when no question is left.
 */
export function parseViewRequest(value: unknown): ViewRequest | null {
  if (!isRecord(value)) return null
  const rowKeys = [...new Set(textsOf(value.rowKeys))].slice(0, MOST_TABLES)
  if (rowKeys.length === 0) return null
  return {
    rowKeys,
    columnKey: textOf(value.columnKey),
    filter: conditionsOf(value.filter),
    weights: weightsOf(value.weights),
    percentOf: PERCENTS_OF.find((one) => one === value.percentOf) ?? 'COLUMN',
    chart: CHART_KINDS.find((one) => one === value.chart) ?? null,
    answerCode: textOf(value.answerCode),
  }
}

/**
 * The name of a view as it is kept: without blanks around it.
 *
 * @throws InvalidInputError at `name` when it is empty or longer than `LONGEST_VIEW_NAME`
 */
export function checkViewName(name: string): string {
  const kept = name.trim().replace(/\s+/g, ' ')
  if (kept === '') throw new InvalidInputError([{ path: 'name', message: 'Proszę podać nazwę widoku.' }])
  if (kept.length > LONGEST_VIEW_NAME) {
    const message = `Nazwa widoku może mieć najwyżej ${LONGEST_VIEW_NAME} znaków. Proszę ją skrócić.`
    throw new InvalidInputError([{ path: 'name', message }])
  }
  return kept
}
