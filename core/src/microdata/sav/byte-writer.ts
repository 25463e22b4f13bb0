import { utf8 } from '../utf8.ts'

const FIRST_ROOM = 1024
const SPACE = 32

/** Bytes one after another, numbers with the low byte first. */
export class ByteWriter {
  private bytes = new Uint8Array(FIRST_ROOM)
  private view = new DataView(this.bytes.buffer)
  length = 0

  private reserve(count: number): number {
    const at = this.length
    this.length += count
    if (this.length > this.bytes.length) {
      const grown = new Uint8Array(Math.max(this.length, this.bytes.length * 2))
      grown.set(this.bytes)
      this.bytes = grown
      this.view = new DataView(grown.buffer)
    }
    return at
  }

  int32(...values: readonly number[]): this {
    for (const value of values) {
      const at = this.reserve(4)
      this.view.setInt32(at, value, true)
    }
    return this
  }

  int64(value: number): this {
    const at = this.reserve(8)
    this.view.setBigInt64(at, BigInt(value), true)
    return this
  }

  float64(...values: readonly number[]): this {
    for (const value of values) {
      const at = this.reserve(8)
      this.view.setFloat64(at, value, true)
    }
    return this
  }

  byte(value: number): this {
    const at = this.reserve(1)
    this.bytes[at] = value
    return this
  }

  raw(bytes: Uint8Array): this {
    const at = this.reserve(bytes.length)
    this.bytes.set(bytes, at)
    return this
  }

  /** A text that fills so many bytes, with spaces after it; what is too long for it is a defect. */
  text(text: string, width: number): this {
    const bytes = utf8(text)
    if (bytes.length > width) throw new RangeError(`„${text}” does not fit into ${width} bytes`)
    const at = this.reserve(width)
    this.bytes.fill(SPACE, at, at + width)
    this.bytes.set(bytes, at)
    return this
  }

  /** What has been written, to keep; the writer begins anew. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length)
    this.length = 0
    return taken
  }
}
