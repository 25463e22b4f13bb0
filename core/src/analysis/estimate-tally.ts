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
  readonly states = new Float64Array(VALID + 1)

  constructor(
    readonly rowCount: number,
    readonly columnCount: number,
    readonly profiles: Profiles,
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

/** Which state a stored cell stands for; of what is no question everybody without an option has no answer. */
function stateOf({ source }: Axis, cell: number): number {
  if (cell >= (source.kind === 'set' ? VALID : source.origin)) return VALID
  return source.kind === 'set' || source.origin === VALID ? cell : UNANSWERED
}

/** Counts who answered the row question, from what is counted already where its cells are in it. */
function addStates(states: Float64Array, rows: Axis, scope: TallyScope, counted: Uint32Array | null): void {
  const { source } = rows
  const size = source.largestCell + 1
  const ofCells = counted ?? tally({ cells: source.cells, size }, scope)
  const each = ofCells.length / size
  for (let cell = 0; cell < size; cell++) {
    const state = stateOf(rows, cell)
    for (let at = cell * each; at < (cell + 1) * each; at++) states[state]! += ofCells[at]!
  }
}

/** Whether a table of two sides can be counted at all. */
export function isTooLarge(rows: Axis, columns: Axis | null, profiles: Profiles): boolean {
  const [height, width] = [rows.options.length + VALID, (columns?.options.length ?? 0) + VALID]
  return height * width * profiles.count > LARGEST_TALLY
}

/** Counts a table in one pass over the responses; a set takes a second one for who did not answer. */
export function tallyOf(rows: Axis, columns: Axis | null, profiles: Profiles, mask: Mask | null): Tally {
  const scope = { length: profiles.responseCount, bytes: mask?.bytes ?? null }
  const adding = new Adding(rows.options.length, columns === null ? 1 : columns.options.length, profiles)
  const down = codedOf(rows)
  const across = columns === null ? everybody() : codedOf(columns)
  if (down === null || across === null || down.size * across.size * profiles.count > LARGEST_TALLY) {
    addResponses(adding, rows, columns, scope)
    addStates(adding.states, rows, scope, null)
    return adding
  }
  const counts = tallyTriples(down, across, profiles, scope)
  addTriples(adding, down, across, counts)
  addStates(adding.states, rows, scope, rows.source.kind === 'code' ? counts : null)
  return adding
}
