import { UNANSWERED, VALID } from './column.ts'
import { codedOf, optionsAt, type Coded } from './estimate-codes.ts'
import type { Profiles } from './estimate-profiles.ts'
import type { Mask } from './mask.ts'
import type { Axis } from './table-axis.ts'
import { tally, tallyPairs, type TallyScope } from './tally.ts'

/**
 * How many responses of each profile stand in each cell of a table, and behind its rows and columns: position
 * `(row · columnCount + column) · profileCount + profile`. Without a column question there is one column.
 */
export interface Tally {
  readonly rowCount: number
  readonly columnCount: number
  readonly profiles: Profiles
  readonly cells: Float64Array
  /** People in the row with an answer to both questions. */
  readonly rows: Float64Array
  readonly columns: Float64Array
  /** People with an answer to both. */
  readonly all: Float64Array
  /** How often each state of the row question below an answer occurs, and answers as the last; after the filter. */
  readonly states: Float64Array
}

/** More numbers than this are not kept for one table (64 MB). */
export const LARGEST_TALLY = 8_000_000

/** Adds responses to everything they belong to. */
class Adding implements Tally {
  readonly cells: Float64Array
  readonly rows: Float64Array
  readonly columns: Float64Array
  readonly all: Float64Array

  constructor(
    readonly rowCount: number,
    readonly columnCount: number,
    readonly profiles: Profiles,
    readonly states: Float64Array,
  ) {
    const size = profiles.count
    this.cells = new Float64Array(rowCount * columnCount * size)
    this.rows = new Float64Array(rowCount * size)
    this.columns = new Float64Array(columnCount * size)
    this.all = new Float64Array(size)
  }

  /** Adds responses of one profile that chose these options. */
  add(rows: readonly number[], columns: readonly number[], profile: number, amount: number): void {
    const size = this.profiles.count
    this.all[profile]! += amount
    for (const column of columns) this.columns[column * size + profile]! += amount
    for (const row of rows) {
      this.rows[row * size + profile]! += amount
      for (const column of columns) this.cells[(row * this.columnCount + column) * size + profile]! += amount
    }
  }
}

/** Counts of every pair of stored values and profile; no branch in a loop. */
function tallyTriples(rows: Coded, columns: Coded, profiles: Profiles, scope: TallyScope): Uint32Array {
  const { count, ofResponse } = profiles
  if (ofResponse === null) return columns.size === 1 ? tally(rows, scope) : tallyPairs(rows, columns, scope)
  const counts = new Uint32Array(rows.size * columns.size * count)
  const { length, bytes } = scope
  const [down, across, width] = [rows.cells, columns.cells, columns.size]
  if (width === 1 && bytes === null)
    for (let i = 0; i < length; i++) counts[down[i]! * count + ofResponse[i]!]!++
  else if (width === 1 && bytes !== null)
    for (let i = 0; i < length; i++) counts[down[i]! * count + ofResponse[i]!]! += bytes[i]!
  else if (bytes === null)
    for (let i = 0; i < length; i++) counts[(down[i]! * width + across[i]!) * count + ofResponse[i]!]!++
  else
    for (let i = 0; i < length; i++)
      counts[(down[i]! * width + across[i]!) * count + ofResponse[i]!]! += bytes[i]!
  return counts
}

function addTriples(adding: Adding, rows: Coded, columns: Coded, counts: Uint32Array): void {
  const size = adding.profiles.count
  rows.optionsOf.forEach((rowOptions, row) => {
    if (rowOptions === null) return
    columns.optionsOf.forEach((columnOptions, column) => {
      if (columnOptions === null) return
      const from = (row * columns.size + column) * size
      for (let profile = 0; profile < size; profile++) {
        const amount = counts[from + profile]!
        if (amount > 0) adding.add(rowOptions, columnOptions, profile, amount)
      }
    })
  })
}

/** One column for everybody. */
const everybody = (): Coded => ({ cells: new Uint8Array(0), size: 1, optionsOf: [[0]] })

/** Sides with too many different answers to be told apart at once, response by response. */
function addResponses(adding: Adding, rows: Axis, columns: Axis | null, { length, bytes }: TallyScope): void {
  const { ofResponse } = adding.profiles
  const [down, across]: [number[], number[]] = [[], [0]]
  for (let i = 0; i < length; i++) {
    if (bytes?.[i] === 0 || !optionsAt(rows.source, i, down)) continue
    if (columns !== null && !optionsAt(columns.source, i, across)) continue
    adding.add(down, across, ofResponse === null ? 0 : ofResponse[i]!, 1)
  }
}

/** What the row question was answered with, as far as it was not; of what is no question everybody else has none. */
function statesOf({ source }: Axis, scope: TallyScope): Float64Array {
  const states = new Float64Array(VALID + 1)
  const isQuestion = source.kind === 'set' || source.origin === VALID
  tally({ cells: source.cells, size: source.largestCell + 1 }, scope).forEach((count, cell) => {
    const isAnswer = cell >= (source.kind === 'set' ? VALID : source.origin)
    states[isAnswer ? VALID : isQuestion ? cell : UNANSWERED]! += count
  })
  return states
}

/** Whether a table of two sides can be counted at all. */
export function isTooLarge(rows: Axis, columns: Axis | null, profiles: Profiles): boolean {
  const [height, width] = [rows.options.length + VALID, (columns?.options.length ?? 0) + VALID]
  return height * width * profiles.count > LARGEST_TALLY
}

/** Counts a table in one pass over the responses, and a second over the row question for who did not answer. */
export function tallyOf(rows: Axis, columns: Axis | null, profiles: Profiles, mask: Mask | null): Tally {
  const scope = { length: mask?.bytes.length ?? profiles.responseCount, bytes: mask?.bytes ?? null }
  const adding = new Adding(
    rows.options.length,
    columns === null ? 1 : columns.options.length,
    profiles,
    statesOf(rows, scope),
  )
  const down = codedOf(rows)
  const across = columns === null ? everybody() : codedOf(columns)
  if (down === null || across === null || down.size * across.size * profiles.count > LARGEST_TALLY)
    addResponses(adding, rows, columns, scope)
  else addTriples(adding, down, across, tallyTriples(down, across, profiles, scope))
  return adding
}
