import { type CellSource, CHUNK_SIZE, columnBytes, type Columns, reserve } from '@rozeznanie/core/analysis'
import type { Database } from '../database/database.ts'
import { tooMuch } from '../kernel/refusals.ts'
import { countStored, estimateStored, loadLocalityNames } from './analysis.store.ts'
import { emptyColumns } from './empty-columns.ts'
import { FreshColumns } from './fresh-columns.ts'
import { createColumnCells } from './column-cells.ts'
import { createSqlCells, groupedColumns } from './sql-cells.ts'
import { type SurveyForm, SurveyForms } from './survey-forms.ts'

const DEFAULT_MEMORY = 256 * 1024 * 1024

/** The answers of a survey as they were at an instant. Read them at once: they grow with the next question. */
export interface ColumnsState {
  readonly columns: Columns
  readonly asOf: Date
}

/** The answers of all surveys as columns: built when first asked for, kept while there is room. */
export interface SurveyColumns {
  /**
   * Every answer acknowledged before the call is in what it returns.
   * It asks nobody who is asking: that is the caller's part.
   *
   * @returns `null` when there is no such survey
   * @throws RefusedRequest QUERY_TOO_LARGE when its answers do not fit into the memory there is for results
   */
  read(surveyId: string): Promise<ColumnsState | null>
  /**
   * Columns in which at least these keys are filled, of a survey of any size: those of `read`, or, where the answers do
   * not fit into memory, lines that the database has grouped (`Columns.frequencies`).
   *
   * @param keys - keys of results, rows of matrices as `key/rowKey`, and dimensions as `@MODE`
   */
  readFor(surveyId: string, keys: readonly string[]): Promise<ColumnsState | null>
  /** Cells of a survey of any size, counted here or by the database. */
  cells(surveyId: string): Promise<CellSource | null>
  /** Whether the answers of a survey do not fit into the memory there is for results. */
  isOutgrown(surveyId: string): Promise<boolean>
  /** What the survey asks and has asked, without its answers; `null` when there is no such survey. */
  form(surveyId: string): Promise<SurveyForm | null>
}

interface SurveyColumnsDeps {
  readonly db: Database
  readonly now: () => Date
  /** Room for columns, in bytes; the survey not asked for the longest leaves first. */
  readonly memoryBytes?: number
}

/** Drops the least recently used until the rest fits; the one just asked for stays in any case. */
function evict(kept: Map<string, FreshColumns>, sizes: Map<string, number>, memoryBytes: number) {
  let bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  for (const surveyId of [...kept.keys()].slice(0, -1)) {
    if (bytes <= memoryBytes) return
    bytes -= sizes.get(surveyId) ?? 0
    kept.delete(surveyId)
    sizes.delete(surveyId)
  }
}

const SAMPLE = 1000

/** Numbers may become wider, and a column that grows stands there twice for a moment. */
const SPARE = 1.5

/** How much a response takes in columns of a form, in bytes, generously. */
function bytesPerResponse(form: SurveyForm): number {
  const columns = emptyColumns(form, [])
  reserve(columns, SAMPLE)
  return (columnBytes(columns) / SAMPLE) * SPARE
}

/** For so long it is not looked at again how large a survey is, in milliseconds. */
const SIZE_IS_KNOWN_FOR = 60_000

/** Tells which surveys have more answers than there is memory for. */
class Outgrowing {
  private readonly known = new Map<string, { readonly isOutgrown: boolean; readonly until: number }>()

  constructor(
    private readonly db: Database,
    private readonly memoryBytes: number,
  ) {}

  async isOutgrown(surveyId: string, form: SurveyForm): Promise<boolean> {
    const before = this.known.get(surveyId)
    if (before !== undefined && performance.now() < before.until) return before.isOutgrown
    const isOutgrown = await this.look(surveyId, form)
    this.known.set(surveyId, { isOutgrown, until: performance.now() + SIZE_IS_KNOWN_FOR })
    return isOutgrown
  }

  private async look(surveyId: string, form: SurveyForm): Promise<boolean> {
    // So few are not worth asking the database, however little memory there is.
    const most = Math.max(CHUNK_SIZE, this.memoryBytes / bytesPerResponse(form))
    const estimate = await estimateStored(this.db)
    if (estimate >= 0 && estimate < most / 2) return false
    return (await countStored(this.db, surveyId)) > most
  }
}

/** The columns that stay in memory, by survey. */
class KeptInMemory {
  private readonly kept = new Map<string, FreshColumns>()
  private readonly sizes = new Map<string, number>()

  constructor(
    private readonly open: (surveyId: string) => FreshColumns,
    private readonly memoryBytes: number,
  ) {}

  async read(surveyId: string): Promise<ColumnsState | null> {
    try {
      const state = await this.take(surveyId).read()
      if (state === null) {
        this.forget(surveyId)
        return null
      }
      if (this.kept.has(surveyId)) this.sizes.set(surveyId, columnBytes(state.columns))
      evict(this.kept, this.sizes, this.memoryBytes)
      return state
    } catch (error) {
      this.forget(surveyId)
      throw error
    }
  }

  private take(surveyId: string): FreshColumns {
    const taken = this.kept.get(surveyId) ?? this.open(surveyId)
    this.kept.delete(surveyId)
    this.kept.set(surveyId, taken)
    return taken
  }

  forget(surveyId: string): void {
    this.kept.delete(surveyId)
    this.sizes.delete(surveyId)
  }
}

const outgrown = () =>
  tooMuch(
    'Ta ankieta ma więcej odpowiedzi, niż mieści się w pamięci przeznaczonej na wyniki. Wyniki i zestawienia dwóch pytań nadal są dostępne, tylko liczą się dłużej. O więcej pamięci (ustawienie RESULTS_MEMORY_MB) proszę poprosić osobę, która opiekuje się serwerem.',
  )

/** @returns the columns of this database's surveys; one object for the life of the server */
export function createSurveyColumns({
  db,
  now,
  memoryBytes = DEFAULT_MEMORY,
}: SurveyColumnsDeps): SurveyColumns {
  const forms = new SurveyForms(db)
  const kept = new KeptInMemory((surveyId) => new FreshColumns({ db, now, surveyId, forms }), memoryBytes)
  const outgrowing = new Outgrowing(db, memoryBytes)
  const isOutgrown = async (surveyId: string) => {
    const form = await forms.read(surveyId)
    return form !== null && outgrowing.isOutgrown(surveyId, form)
  }
  /** What the database needs to count for itself; `null` where columns are there for it. */
  const inDatabase = async (surveyId: string) => {
    const form = await forms.read(surveyId)
    if (form === null || !(await outgrowing.isOutgrown(surveyId, form))) return null
    kept.forget(surveyId)
    return { db, surveyId, form, localities: await loadLocalityNames(db, surveyId) }
  }
  return {
    isOutgrown,
    form: (surveyId) => forms.read(surveyId),
    read: async (surveyId) => {
      if ((await inDatabase(surveyId)) !== null) throw outgrown()
      return kept.read(surveyId)
    },
    readFor: async (surveyId, keys) => {
      const there = await inDatabase(surveyId)
      if (there === null) return kept.read(surveyId)
      const asOf = now()
      return { asOf, columns: await groupedColumns(there, keys) }
    },
    cells: async (surveyId) => {
      const there = await inDatabase(surveyId)
      if (there !== null) return createSqlCells(there)
      return (await forms.read(surveyId)) === null ? null : createColumnCells(() => kept.read(surveyId))
    },
  }
}
