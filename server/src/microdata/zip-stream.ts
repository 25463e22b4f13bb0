import { once } from 'node:events'
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib'
import { Zip, type AsyncFlateStreamHandler, type ZipInputFile } from 'fflate'

/** The format without its extension for large files counts bytes in 32 bits. */
const MOST_BYTES = 2 ** 32 - 1
const DEFLATE = 8
const FASTEST = 1

/** An entry that is compressed in a thread of Node's, not in this one. */
class DeflatedEntry implements ZipInputFile {
  size = 0
  crc = 0
  readonly compression = DEFLATE
  ondata!: AsyncFlateStreamHandler
  private readonly deflate: DeflateRaw = createDeflateRaw({ level: FASTEST })

  constructor(readonly filename: string) {
    this.deflate.on('data', (chunk: Buffer<ArrayBuffer>) => this.ondata(null, chunk, false))
  }

  /** Resolves when the compressor wants more. */
  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text)
    this.size += bytes.length
    if (this.size > MOST_BYTES) throw new RangeError('A part of a zip grew over 4 GiB')
    this.crc = crc32(bytes, this.crc)
    await new Promise<void>((resolve, reject) =>
      this.deflate.write(bytes, (error) => (error ? reject(error) : resolve())),
    )
  }

  async end(): Promise<void> {
    this.deflate.end()
    await once(this.deflate, 'end')
    this.ondata(null, new Uint8Array(0), true)
  }

  destroy(): void {
    this.deflate.destroy()
  }
}

/**
 * A zip written part by part. What it has ready is taken with `take`; the list of its parts, without which nothing
 * opens it, comes only with `end`.
 */
export class ZipStream {
  private readonly ready: Uint8Array[] = []
  private failure: Error | null = null
  private length = 0
  private open: DeflatedEntry | null = null
  private readonly zip = new Zip((error, chunk) => {
    if (error) this.failure = error
    this.length += chunk?.length ?? 0
    if (chunk) this.ready.push(chunk)
  })

  /** Begins a part; the one before is ended. */
  async begin(filename: string): Promise<void> {
    await this.open?.end()
    this.open = new DeflatedEntry(filename)
    this.zip.add(this.open)
  }

  async write(text: string): Promise<void> {
    await this.open?.write(text)
  }

  /** The bytes that are ready since they were last taken. */
  take(): Uint8Array[] {
    if (this.failure) throw this.failure
    if (this.length > MOST_BYTES) throw new RangeError('A zip grew over 4 GiB')
    return this.ready.splice(0)
  }

  async end(): Promise<void> {
    await this.open?.end()
    this.open = null
    this.zip.end()
  }

  destroy(): void {
    this.open?.destroy()
  }
}
