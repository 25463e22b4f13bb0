import { createHash, randomUUID } from 'node:crypto'
import {
  CHUNK_SIZE,
  type Columns,
  layoutOf,
  type LocalityName,
  readChunk,
  reserve,
  withSlack,
  writeChunk,
} from '@rozeznanie/core/analysis'
import type { Database } from '../database/database.ts'
import { programVersion } from '../repository.ts'
import {
  deleteSnapshot,
  findSnapshot,
  readSnapshotChunk,
  type Snapshot,
  writeSnapshotPart,
} from './snapshot.store.ts'

/** New chunks written in one transaction. */
const CHUNKS_AT_ONCE = 16

/** So many lines of the cleaning log may be missing in a snapshot before its chunks are written anew. */
const MOST_MISSING = 200

interface KeptColumnsDeps {
  readonly db: Database
  readonly surveyId: string
}

/** At what point of the survey's history columns stand. */
export interface ColumnsPoint {
  readonly correctionCount: number
  readonly orderGeneration: number
}

const wholeChunks = ({ responseCount }: Columns): number => Math.floor(responseCount / CHUNK_SIZE)

/** Another program may read the same answers otherwise, so that its version belongs to the layout. */
const layoutHash = (columns: Columns): Buffer =>
  createHash('sha256')
    .update(`${programVersion()}\n${layoutOf(columns)}`)
    .digest()

const unnamed = (id: string): LocalityName => ({ id, name: 'miejscowość spoza wykazu' })

/**
 * The columns of one survey as they are kept in the database, so that a server that starts again need not read every
 * response. Only whole chunks are kept; a survey of less than one is read quickly anyway and leaves nothing here.
 */
export class KeptColumns {
  private snapshot: Snapshot | null = null
  /** Chunks in which responses were corrected since they were written. */
  private readonly changed = new Set<number>()
  private saving: Promise<void> | null = null
  /** Another process keeps this survey, or the database takes nothing. */
  private isKeptElsewhere = false

  constructor(private readonly deps: KeptColumnsDeps) {}

  /** Begins anew: what columns hold that are built from now on has nothing to do with what was kept. */
  forget(): void {
    this.snapshot = null
    this.isKeptElsewhere = false
    this.changed.clear()
  }

  /** A response at this place was corrected, or another one was put there. */
  touch(at: number): void {
    this.changed.add(Math.floor(at / CHUNK_SIZE))
  }

  /**
   * Reads what is kept, chunk by chunk; the database sends the next one meanwhile.
   *
   * @param empty - makes the columns to be filled
   * @returns the columns and how long the cleaning log was then; `null` when nothing of use is kept
   */
  async load(
    empty: (localities: readonly LocalityName[]) => Columns,
    orderGeneration: number,
  ): Promise<{ readonly columns: Columns; readonly correctionCount: number } | null> {
    const { db, surveyId } = this.deps
    this.forget()
    const layout = layoutHash(empty([]))
    const found = await findSnapshot(db, { surveyId, layout, orderGeneration })
    if (found === null) return null
    try {
      const columns = await this.readChunks(empty(found.localityIds.map(unnamed)), found)
      if (columns === null) return null
      this.snapshot = found
      return { columns, correctionCount: found.correctionCount }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      await deleteSnapshot(db, surveyId, found.id)
      return null
    }
  }

  private async readChunks(columns: Columns, snapshot: Snapshot): Promise<Columns | null> {
    const { db, surveyId } = this.deps
    const { chunkCount } = snapshot
    reserve(columns, withSlack(chunkCount * CHUNK_SIZE))
    let next = readSnapshotChunk(db, surveyId, snapshot, 0)
    for (let number = 0; number < chunkCount; number++) {
      const chunk = await next
      if (chunk === null) return null
      if (number + 1 < chunkCount) next = readSnapshotChunk(db, surveyId, snapshot, number + 1)
      readChunk(columns, chunk)
    }
    return columns
  }

  /** Deletes what was loaded: it did not hold what it should. */
  async discard(): Promise<void> {
    const { snapshot } = this
    this.forget()
    if (snapshot !== null) await deleteSnapshot(this.deps.db, this.deps.surveyId, snapshot.id)
  }

  /** Keeps what is new in the background, when it is worth it; one writing at a time. */
  save(columns: Columns, point: ColumnsPoint): void {
    if (this.saving !== null || this.isKeptElsewhere || this.numbersToWrite(columns, point).length === 0)
      return
    this.saving = this.saveAll(columns, point)
      // Columns that could not be kept are read from the responses the next time; nothing more is tried with these.
      .catch(() => {
        this.isKeptElsewhere = true
      })
      .finally(() => {
        this.saving = null
      })
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await this.saving
  }

  private numbersToWrite(columns: Columns, { correctionCount }: ColumnsPoint): readonly number[] {
    const whole = wholeChunks(columns)
    const kept = Math.min(this.snapshot?.chunkCount ?? 0, whole)
    const missing = correctionCount - (this.snapshot?.correctionCount ?? correctionCount)
    if (kept === whole && missing <= MOST_MISSING) return []
    const added = Array.from({ length: Math.min(whole - kept, CHUNKS_AT_ONCE) }, (_, index) => kept + index)
    return [...[...this.changed].filter((number) => number < kept), ...added]
  }

  private async saveAll(columns: Columns, point: ColumnsPoint): Promise<void> {
    for (;;) {
      const numbers = this.numbersToWrite(columns, point)
      if (numbers.length === 0 || !(await this.savePart(columns, point, numbers))) return
    }
  }

  /** Everything that is written is taken at one instant: the columns may change while it is on its way. */
  private async savePart(
    columns: Columns,
    point: ColumnsPoint,
    numbers: readonly number[],
  ): Promise<boolean> {
    const { db, surveyId } = this.deps
    const { correctionCount, orderGeneration } = point
    const before = this.snapshot
    const kept = Math.min(before?.chunkCount ?? 0, wholeChunks(columns))
    const chunkCount = numbers.reduce((most, number) => Math.max(most, number + 1), kept)
    const localityIds = columns.localities.options.map(({ code }) => code)
    const snapshot: Snapshot = { id: randomUUID(), correctionCount, chunkCount, localityIds }
    const chunks = new Map(numbers.map((number) => [number, writeChunk(columns, number)]))
    const part = { surveyId, layout: layoutHash(columns), orderGeneration, snapshot, chunks }
    this.changed.clear()
    const isWritten = await writeSnapshotPart(db, { ...part, previousId: before?.id ?? null })
    // Somebody began anew in the meantime: what was written is of no use to them.
    if (this.snapshot !== before) return false
    this.isKeptElsewhere = !isWritten
    this.snapshot = isWritten ? snapshot : null
    return isWritten
  }
}
