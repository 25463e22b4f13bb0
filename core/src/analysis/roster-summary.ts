import { VALID, type NumberColumn, type QuestionColumn } from './column.ts'
import { baseOf, countCells } from './count-cells.ts'
import { multiplierOf } from './estimate-share.ts'
import { groupOf, varianceOf } from './estimate-variance.ts'
import { choseAny, codingOfPlace } from './indicators-coding.ts'
import { sampleFor, type People } from './indicators-count.ts'
import type { Mask } from './mask.ts'
import type { CodeLabel, SummaryBase } from './model.ts'
import type { RosterTable } from './roster.ts'

/** A number of items or responses with its 95 % interval; shares 0 to 1. */
export interface RosterEstimate {
  readonly estimate: number
  /** `null` where no error can be known. */
  readonly low: number | null
  readonly high: number | null
}

/** An option, counted on both bases. */
export interface RosterOption extends CodeLabel {
  /** Items (persons) with the option. */
  readonly itemCount: number
  /** Of the items with a valid answer; `null` when there are none. */
  readonly ofItems: RosterEstimate | null
  /** Responses (households) with at least one such item. */
  readonly responseCount: number
  /** Of the responses with at least one item with a valid answer; `null` when there are none. */
  readonly ofResponses: RosterEstimate | null
}

/** One question of a roster, or a row of its matrix. */
export interface RosterQuestionSummary {
  /** `key/rowKey` of a row. */
  readonly questionKey: string
  readonly text: string
  /** Items: asked, valid and so on. */
  readonly base: SummaryBase
  readonly options: readonly RosterOption[]
  /** Of numbers: the mean over items; `null` elsewhere. */
  readonly mean: RosterEstimate | null
}

export interface RosterSummary {
  readonly questionKey: string
  readonly text: string
  /** Polish, nominative: „osoba”. */
  readonly itemName: string
  /** Responses with at least one item. */
  readonly responseCount: number
  readonly itemCount: number
  readonly questions: readonly RosterQuestionSummary[]
  readonly inner: readonly RosterSummary[]
}

/** What each response adds to a ratio: `over` of `under`. */
interface Totals {
  readonly over: Float64Array
  readonly under: Float64Array
}

/**
 * A ratio of two totals over responses, `Σw·over / Σw·under`. The items of one response come together, so that the
 * response is what was drawn: people of a household are not counted as if they had been asked one by one.
 */
function ratioOf(
  people: People,
  { over, under }: Totals,
): (RosterEstimate & { standardError: number | null }) | null {
  const { profiles } = sampleFor(people)
  const weightAt = (at: number) => profiles.weights[profiles.ofResponse?.[at] ?? 0]!
  let [top, bottom] = [0, 0]
  const drawn = new Float64Array(profiles.count)
  for (let at = 0; at < over.length; at++) {
    if (under[at] === 0) continue
    top += weightAt(at) * over[at]!
    bottom += weightAt(at) * under[at]!
    drawn[profiles.ofResponse?.[at] ?? 0]!++
  }
  if (bottom === 0) return null
  const estimate = top / bottom
  const [sum, squares] = [new Float64Array(profiles.count), new Float64Array(profiles.count)]
  for (let at = 0; at < over.length; at++) {
    if (under[at] === 0) continue
    const score = (over[at]! - estimate * under[at]!) / bottom
    const profile = profiles.ofResponse?.[at] ?? 0
    sum[profile]! += score
    squares[profile]! += score * score
  }
  const { n } = groupOf(profiles, drawn)
  const variance = n < 2 ? null : varianceOf(sampleFor(people), { sum, squares })
  if (variance === null) return { estimate, low: null, high: null, standardError: null }
  const half = multiplierOf(n - 1) * Math.sqrt(variance)
  return { estimate, low: estimate - half, high: estimate + half, standardError: Math.sqrt(variance) }
}

/** A share keeps within 0 and 1 by its logit; where everybody or nobody has the trait no error is seen. */
function shareOf(people: People, totals: Totals): RosterEstimate | null {
  const found = ratioOf(people, totals)
  if (found === null) return null
  const { estimate, standardError, low, high } = found
  if (standardError === null || standardError === 0 || low === null || high === null)
    return { estimate, low: null, high: null }
  const middle = Math.log(estimate / (1 - estimate))
  const half = (high - low) / 2 / (estimate * (1 - estimate))
  const back = (x: number) => 1 / (1 + Math.exp(-x))
  return { estimate, low: back(middle - half), high: back(middle + half) }
}

/** The items of one table, as far as their responses count. */
interface Counting {
  readonly table: RosterTable
  readonly people: People
  /** The response of an item among the drawn ones, −1 where it does not count. */
  readonly ownerOf: (item: number) => number
  readonly mask: Mask
  readonly responseCount: number
}

/** Sums over responses of what items are worth. */
function totalsOf(
  { table, ownerOf, responseCount }: Counting,
  isAnswered: (item: number) => boolean,
  worth: (item: number) => number,
): Totals {
  const [over, under] = [new Float64Array(responseCount), new Float64Array(responseCount)]
  for (let item = 0; item < table.owners.length; item++) {
    const owner = ownerOf(item)
    if (owner < 0 || !isAnswered(item)) continue
    over[owner]! += worth(item)
    under[owner]! += 1
  }
  return { over, under }
}

const sumOf = (numbers: Float64Array) => numbers.reduce((sum, number) => sum + number, 0)
const isSome = (number: number) => (number > 0 ? 1 : 0)

function optionOf(
  counting: Counting,
  { code, label }: CodeLabel,
  isAnswered: (item: number) => boolean,
  has: (item: number) => boolean,
): RosterOption {
  const totals = totalsOf(counting, isAnswered, (item) => (has(item) ? 1 : 0))
  const atLeastOne = { over: totals.over.map(isSome), under: totals.under.map(isSome) }
  return {
    code,
    label,
    itemCount: sumOf(totals.over),
    ofItems: shareOf(counting.people, totals),
    responseCount: sumOf(atLeastOne.over),
    ofResponses: shareOf(counting.people, atLeastOne),
  }
}

function optionsOf(counting: Counting, column: QuestionColumn): readonly RosterOption[] {
  const isAnswered = (item: number) => column.cells[item]! >= VALID
  if (column.kind === 'rank')
    return column.dictionary.options.map((option, index) => {
      const { cellOf } = codingOfPlace(column, index)
      return optionOf(counting, option, isAnswered, (item) => cellOf(item) > 0)
    })
  if (column.kind !== 'code' && column.kind !== 'set') return []
  return column.dictionary.options.map((option) =>
    optionOf(counting, option, isAnswered, choseAny(column, [option.code])),
  )
}

function meanOf(counting: Counting, { cells, values }: NumberColumn): RosterEstimate | null {
  const totals = totalsOf(
    counting,
    (item) => cells[item] === VALID,
    (item) => values[item]!,
  )
  const found = ratioOf(counting.people, totals)
  return found && { estimate: found.estimate, low: found.low, high: found.high }
}

function questionsOf(counting: Counting): readonly RosterQuestionSummary[] {
  const { items } = counting.table
  const summary = (questionKey: string, text: string, column: QuestionColumn): RosterQuestionSummary => {
    const size = column.kind === 'code' ? VALID + column.dictionary.options.length : VALID + 1
    return {
      questionKey,
      text,
      base: baseOf(countCells(column.cells, size, items, counting.mask)),
      options: optionsOf(counting, column),
      mean: column.kind === 'number' ? meanOf(counting, column) : null,
    }
  }
  return [...items.byKey].flatMap(([key, column]) =>
    column.kind === 'matrix'
      ? column.rows.map((row) =>
          summary(`${key}/${row.key}`, `${column.question.text} – ${row.label}`, row.column),
        )
      : [summary(key, column.question.text, column)],
  )
}

function summariseTable(
  table: RosterTable,
  people: People,
  responseOf: (owner: number) => number,
): RosterSummary {
  const ownerOf = (item: number) => responseOf(table.owners[item]!)
  const bytes = Uint8Array.from(table.owners, (_, item) => (ownerOf(item) < 0 ? 0 : 1))
  const count = bytes.reduce((sum, byte) => sum + byte, 0)
  const responses = new Set(table.owners.map((_, item) => ownerOf(item)).filter((at) => at >= 0))
  const { question } = table
  const responseCount = people.mask?.bytes.length ?? people.columns.responseCount
  const counting = { table, people, ownerOf, mask: { bytes, count }, responseCount }
  return {
    questionKey: question.key,
    text: question.text,
    itemName: question.itemName,
    responseCount: responses.size,
    itemCount: count,
    questions: questionsOf(counting),
    inner: table.inner.map((inner) => summariseTable(inner, people, ownerOf)),
  }
}

/**
 * Rosters on both bases: of the items (persons) and of the responses (households with at least one). Errors are those
 * of responses drawn one by one, whose items come together.
 */
export function summariseRosters(tables: readonly RosterTable[], people: People): readonly RosterSummary[] {
  const { mask } = people
  const responseOf = (at: number) => (mask !== null && mask.bytes[at] !== 1 ? -1 : at)
  return tables.map((table) => summariseTable(table, people, responseOf))
}
