import type { Readable } from 'node:stream'
import { finished } from 'node:stream'
import { TemporaryFile } from './temporary-file.ts'

/** A file to be made: whose it is, what is in it, and how it is made. */
export interface FileOrder {
  readonly accountId: string
  /** Survey, format and choices: what a person asks for again when they want the same file. */
  readonly name: string
  /** The state of the answers; a file of another state is another file. */
  readonly state: string
  /** Makes the file, piece by piece. @returns how many rows it has */
  make(making: Making): Promise<number>
}

/** What the maker of a file is given. */
export interface Making {
  readonly signal: AbortSignal
  write(bytes: Uint8Array): Promise<void>
  /** How far it is. */
  progress(doneRows: number, rowCount: number): void
}

/** A whole file, ready to be sent. */
export interface ReadyFile {
  /** Differs for every content. */
  readonly etag: string
  /** SHA-256 of the content, base64. */
  readonly digest: string
  readonly size: number
  readonly rowCount: number
}

/** How far a file is. */
export interface FileProgress {
  readonly doneRows: number
  /** `null` while it is not known, because others are made first. */
  readonly rowCount: number | null
}

/** A file from the wish for it to its end. */
export class PreparedFile {
  progress: FileProgress = { doneRows: 0, rowCount: null }
  ready: ReadyFile | null = null
  askedAt = performance.now()
  readonly done: Promise<ReadyFile>
  private readers = 0
  private isClosed = false
  private file: TemporaryFile | null = null
  private readonly aborting = new AbortController()

  constructor(
    readonly order: FileOrder,
    before: Promise<unknown>,
  ) {
    this.done = before.then(() => this.make())
    this.done.catch(() => undefined)
  }

  get isEnded(): boolean {
    return this.isClosed
  }

  /** Somebody waits for it or reads it. */
  get isInUse(): boolean {
    return this.readers > 0
  }

  private async make(): Promise<ReadyFile> {
    const { signal } = this.aborting
    try {
      signal.throwIfAborted()
      const file = await TemporaryFile.create()
      this.file = file
      const rowCount = await this.order.make({
        signal,
        write: (bytes) => file.write(bytes),
        progress: (doneRows, ofRows) => {
          signal.throwIfAborted()
          this.progress = { doneRows, rowCount: ofRows }
        },
      })
      signal.throwIfAborted()
      const digest = file.digest()
      this.ready = {
        etag: `"${digest.toString('hex').slice(0, 32)}"`,
        digest: digest.toString('base64'),
        size: file.size,
        rowCount,
      }
      return this.ready
    } catch (error) {
      this.isClosed = true
      await this.closeFile()
      throw error
    }
  }

  private async closeFile(): Promise<void> {
    const { file } = this
    this.file = null
    await file?.close()
  }

  /** Counts as used until what it gives is settled. */
  async waiting<Result>(work: () => Promise<Result>): Promise<Result> {
    this.readers += 1
    try {
      return await work()
    } finally {
      this.left()
    }
  }

  read(start: number, end: number): Readable {
    if (this.file === null) throw new Error('A file that is gone was read')
    const stream = this.file.read(start, end)
    this.readers += 1
    finished(stream, () => this.left())
    return stream
  }

  private left(): void {
    this.readers -= 1
    this.askedAt = performance.now()
    if (this.isClosed && this.readers === 0) void this.closeFile()
  }

  /** Lets go of it: what is being made stops, what is being read is read to its end. */
  close(): void {
    if (this.isClosed) return
    this.isClosed = true
    this.aborting.abort()
    if (this.ready !== null && this.readers === 0) void this.closeFile()
  }
}
