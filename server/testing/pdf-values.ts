import { inflateSync } from 'node:zlib'

/** Values of a PDF: names begin with `/`, references are `{ ref }`, dictionaries are maps. */
export type PdfValue = string | number | boolean | null | PdfReference | readonly PdfValue[] | PdfDictionary
export interface PdfReference {
  readonly ref: number
}
export type PdfDictionary = ReadonlyMap<string, PdfValue>

export interface PdfObject {
  readonly value: PdfValue
  /** Of a stream, unpacked; bytes as Latin-1. */
  readonly content: string | null
}

const SPACE = /[\s\0]/
const ENDS = /[\s\0()<>[\]{}/%]/

/** Reads values one after another; operators of page contents come as `{ operator }`. */
export class PdfReader {
  constructor(
    private readonly text: string,
    public at = 0,
  ) {}

  private skip(): void {
    while (this.at < this.text.length && SPACE.test(this.text.charAt(this.at))) this.at += 1
  }

  private word(): string {
    const from = this.at
    while (this.at < this.text.length && !ENDS.test(this.text.charAt(this.at))) this.at += 1
    return this.text.slice(from, this.at)
  }

  /** The next value or operator; `undefined` at the end. */
  next(): PdfValue | { readonly operator: string } | undefined {
    this.skip()
    if (this.at >= this.text.length) return undefined
    const two = this.text.slice(this.at, this.at + 2)
    if (two === '<<') return this.dictionary()
    const sign = this.text.charAt(this.at)
    if (sign === '<') return this.hex()
    if (sign === '(') return this.literal()
    if (sign === '[') return this.array()
    if (sign === '/') {
      this.at += 1
      return `/${this.word()}`
    }
    const word = this.word()
    if (word === '')
      throw new Error(`cannot read PDF at ${this.at}: ${this.text.slice(this.at, this.at + 30)}`)
    if (/^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(word)) return this.numberOrReference(Number(word))
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : { operator: word }
  }

  value(): PdfValue {
    const value = this.next()
    if (value === undefined || (value !== null && typeof value === 'object' && 'operator' in value)) {
      throw new Error('a value was expected')
    }
    return value
  }

  private numberOrReference(number: number): PdfValue {
    const reference = /^ \d+ R(?![a-zA-Z])/.exec(this.text.slice(this.at, this.at + 12))
    if (!reference) return number
    this.at += reference[0].length
    return { ref: number }
  }

  private dictionary(): PdfDictionary {
    this.at += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      this.skip()
      if (this.text.startsWith('>>', this.at)) break
      const key = String(this.value())
      entries.set(key.slice(1), this.value())
    }
    this.at += 2
    return entries
  }

  private array(): readonly PdfValue[] {
    this.at += 1
    const items: PdfValue[] = []
    for (;;) {
      this.skip()
      if (this.text.charAt(this.at) === ']') break
      items.push(this.value())
    }
    this.at += 1
    return items
  }

  private hex(): string {
    const to = this.text.indexOf('>', this.at)
    const digits = this.text.slice(this.at + 1, to).replace(/\s/g, '')
    this.at = to + 1
    return Buffer.from(digits, 'hex').toString('latin1')
  }

  private literal(): string {
    let depth = 0
    let out = ''
    for (;;) {
      const sign = this.text.charAt(this.at)
      this.at += 1
      if (sign === '\\') {
        const escaped = this.text.charAt(this.at)
        out += { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[escaped] ?? escaped
        this.at += 1
        continue
      }
      if (sign === '(') depth += 1
      if (sign === ')') depth -= 1
      if (depth === 0) return out.slice(1)
      out += sign
    }
  }
}

/** The objects of a PDF by their numbers, and its trailer. */
export function pdfObjects(bytes: Uint8Array): {
  readonly objects: ReadonlyMap<number, PdfObject>
  readonly trailer: PdfDictionary
} {
  const text = Buffer.from(bytes).toString('latin1')
  const objects = new Map<number, PdfObject>()
  const begin = /(\d+) 0 obj\n/g
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const reader = new PdfReader(text, begin.lastIndex)
    const value = reader.value()
    const length = value instanceof Map ? value.get('Length') : undefined
    const stream = text.startsWith('\nstream\n', reader.at) && typeof length === 'number'
    const from = reader.at + '\nstream\n'.length
    const raw = stream ? text.slice(from, from + length) : null
    const isPacked = value instanceof Map && value.get('Filter') === '/FlateDecode'
    const content =
      raw !== null && isPacked ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
    objects.set(Number(found[1]), { value, content })
    begin.lastIndex = stream ? from + length : reader.at
  }
  const trailer = new PdfReader(text, text.lastIndexOf('trailer') + 'trailer'.length).value()
  if (!(trailer instanceof Map)) throw new Error('no trailer')
  return { objects, trailer }
}

/** A text of a dictionary, which is UTF-16 where it begins so. */
export function pdfText(value: PdfValue | undefined): string | null {
  if (typeof value !== 'string') return null
  if (!value.startsWith('\xfe\xff')) return value
  return Buffer.from(value.slice(2), 'latin1').swap16().toString('utf16le')
}
