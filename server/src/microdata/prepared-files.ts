import { RefusedRequest } from '../kernel/refusals.ts'
import { type FileOrder, PreparedFile } from './prepared-file.ts'

/** How long files are kept, in milliseconds, and how many. */
export interface FileLimits {
  /** A ready file that nobody reads. */
  readonly keptFor: number
  /** One being made that nobody asks for any more. */
  readonly abandonedAfter: number
  readonly perPerson: number
  /** Begun by one person within an hour. */
  readonly perHour: number
}

const LIMITS: FileLimits = { keptFor: 15 * 60_000, abandonedAfter: 60_000, perPerson: 3, perHour: 60 }
/** Who asks how far it is asks again within this time; another file may then be begun instead. */
const STILL_WANTED = 5_000
const HOUR = 3_600_000
const LOOK_EACH = 5_000

const tooMany = (message: string) => new RefusedRequest('TOO_MANY_TRIES', message)

/**
 * The files that people are downloading. One is made at a time, whoever asked, so that the server stays quick for the
 * others; each belongs to one person and one state of the answers.
 */
export class PreparedFiles {
  private readonly files = new Set<PreparedFile>()
  private readonly begun = new Map<string, number[]>()
  private last: Promise<unknown> = Promise.resolve()
  private readonly timer: NodeJS.Timeout

  constructor(private readonly limits: FileLimits = LIMITS) {
    this.timer = setInterval(() => this.sweep(), Math.min(LOOK_EACH, limits.abandonedAfter)).unref()
  }

  /** A ready file by its tag, whatever has happened to the answers since. */
  find({ accountId, name }: Pick<FileOrder, 'accountId' | 'name'>, etag: string): PreparedFile | null {
    const own = [...this.files].filter(({ order }) => order.accountId === accountId && order.name === name)
    return own.find(({ ready }) => ready?.etag === etag) ?? null
  }

  /**
   * The file that is asked for: the same one while the answers are the same, else one that is begun now.
   *
   * @throws RefusedRequest when the person has another in the making, or has begun too many
   */
  prepare(order: FileOrder): PreparedFile {
    this.sweep()
    const own = [...this.files].filter((file) => file.order.accountId === order.accountId)
    const same = own.find((file) => file.order.name === order.name && file.order.state === order.state)
    if (same) {
      same.askedAt = performance.now()
      // What went wrong is told once; who asks again begins again.
      if (same.isEnded) this.files.delete(same)
      return same
    }
    this.makeRoom(own)
    this.count(order.accountId)
    const file = new PreparedFile(order, this.last)
    this.last = file.done.then(
      () => undefined,
      () => undefined,
    )
    this.files.add(file)
    return file
  }

  private makeRoom(own: readonly PreparedFile[]): void {
    const making = own.find(({ ready, isEnded }) => ready === null && !isEnded)
    if (making && (making.isInUse || performance.now() - making.askedAt < STILL_WANTED))
      throw tooMany(
        'Przygotowujemy już dla Pana/Pani inny plik. Proszę poczekać, aż będzie gotowy, albo przerwać go i spróbować za chwilę.',
      )
    if (making) this.drop(making)
    const ready = own.filter((file) => file.ready !== null).sort((one, other) => one.askedAt - other.askedAt)
    for (const file of ready.slice(0, Math.max(0, ready.length - this.limits.perPerson + 1))) this.drop(file)
  }

  private count(accountId: string): void {
    const now = performance.now()
    const recent = (this.begun.get(accountId) ?? []).filter((at) => now - at < HOUR)
    if (recent.length >= this.limits.perHour)
      throw tooMany(
        'W ciągu ostatniej godziny przygotowano już bardzo wiele plików. Proszę spróbować później.',
      )
    this.begun.set(accountId, [...recent, now])
  }

  private drop(file: PreparedFile): void {
    this.files.delete(file)
    file.close()
  }

  private sweep(): void {
    const now = performance.now()
    for (const file of this.files) {
      const limit = file.ready ? this.limits.keptFor : this.limits.abandonedAfter
      if (!file.isInUse && now - file.askedAt > limit) this.drop(file)
    }
  }

  /** Lets go of all files. */
  async close(): Promise<void> {
    clearInterval(this.timer)
    for (const file of this.files) this.drop(file)
    await this.last
  }
}
