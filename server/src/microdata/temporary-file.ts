import { createHash } from 'node:crypto'
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'

const READ_AT_ONCE = 256 * 1024

/**
 * A file that has no name: it is taken off its folder as soon as it is open, so that nothing of it stays when the
 * process ends, however it ends.
 */
export class TemporaryFile {
  size = 0
  private readonly hash = createHash('sha256')

  private constructor(
    private readonly handle: FileHandle,
    private readonly folder: string | null,
  ) {}

  static async create(): Promise<TemporaryFile> {
    const folder = await mkdtemp(path.join(tmpdir(), 'rozeznanie-dane-'))
    try {
      const handle = await open(path.join(folder, 'plik'), 'wx+', 0o600)
      // Some systems do not let go of the name of an open file; there it goes when the file is closed.
      const isGone = await rm(folder, { recursive: true }).then(
        () => true,
        () => false,
      )
      return new TemporaryFile(handle, isGone ? null : folder)
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.hash.update(bytes)
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await this.handle.write(bytes, at, bytes.length - at, this.size)
      at += bytesWritten
      this.size += bytesWritten
    }
  }

  /** SHA-256 of the whole; nothing can be written after it. */
  digest(): Buffer {
    return this.hash.digest()
  }

  /** Bytes from a place to another, both inclusive. */
  read(start: number, end: number): Readable {
    return this.handle.createReadStream({ start, end, autoClose: false, highWaterMark: READ_AT_ONCE })
  }

  async close(): Promise<void> {
    await this.handle.close()
    if (this.folder !== null) await rm(this.folder, { recursive: true, force: true })
  }
}
