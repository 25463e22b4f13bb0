import { cutToBytes } from '../cut-text.ts'
import type { CaseBatch, Dictionary } from '../model.ts'
import { utf8 } from '../utf8.ts'
import { ByteWriter } from './byte-writer.ts'
import { BIAS } from './dictionary-bytes.ts'
import { eightsOf, storedVariables, type StoredVariable } from './segments.ts'

const SPACE = 32
const AS_IT_IS = 253
const SPACES = 254
const IS_ABSENT = 255
const LARGEST_CODE = 251

/**
 * Writes cases in the format's own compression: a byte for each eight bytes of a case, in groups of eight, after which
 * stand those that a byte cannot say.
 */
export class CaseBytes {
  private readonly stored: readonly StoredVariable[]
  private readonly out = new ByteWriter()
  private readonly codes = new Uint8Array(8)
  private codeCount = 0
  private readonly literals = new Uint8Array(64)
  private readonly literalView = new DataView(this.literals.buffer)
  private literalLength = 0

  constructor({ variables }: Dictionary) {
    this.stored = storedVariables(variables)
  }

  private code(code: number): void {
    this.codes[this.codeCount] = code
    this.codeCount += 1
    if (this.codeCount === 8) this.flush()
  }

  private flush(): void {
    this.out.raw(this.codes).raw(this.literals.subarray(0, this.literalLength))
    this.codes.fill(0)
    this.codeCount = 0
    this.literalLength = 0
  }

  private number(value: number): void {
    if (Number.isNaN(value)) return this.code(IS_ABSENT)
    const code = value + BIAS
    if (Number.isInteger(code) && code >= 1 && code <= LARGEST_CODE) return this.code(code)
    this.literalView.setFloat64(this.literalLength, value, true)
    this.literalLength += 8
    this.code(AS_IT_IS)
  }

  /** Eight bytes of a text from a place on, as far as it goes. */
  private eight(bytes: Uint8Array, from: number, to: number): void {
    const part = bytes.subarray(from, Math.min(from + 8, to))
    if (part.every((byte) => byte === SPACE)) return this.code(SPACES)
    this.literals.fill(SPACE, this.literalLength, this.literalLength + 8)
    this.literals.set(part, this.literalLength)
    this.literalLength += 8
    this.code(AS_IT_IS)
  }

  private text(text: string, { variable, segments }: StoredVariable): void {
    const bytes = utf8(cutToBytes(text, variable.widthBytes))
    let at = 0
    for (const segment of segments) {
      const end = at + segment.used
      for (let eight = 0; eight < eightsOf(segment); eight += 1)
        this.eight(bytes, Math.min(at + eight * 8, end), end)
      at = end
    }
  }

  /** The bytes that further cases add; the last few of them may come with the next. */
  add({ count, numbers, texts }: CaseBatch): Uint8Array {
    const width = this.stored.length
    let textAt = 0
    for (let row = 0; row < count; row += 1) {
      for (let place = 0; place < width; place += 1) {
        const stored = this.stored[place]
        if (stored === undefined || stored.variable.kind === 'number')
          this.number(numbers[row * width + place] ?? NaN)
        else {
          this.text(texts[textAt] ?? '', stored)
          textAt += 1
        }
      }
    }
    return this.out.take()
  }

  /** What is left when there are no more cases. */
  end(): Uint8Array {
    if (this.codeCount > 0) this.flush()
    return this.out.take()
  }
}
