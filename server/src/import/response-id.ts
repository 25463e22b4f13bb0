import { createHash } from 'node:crypto'

/**
 * The id of a response made from a row of a file: the same row gives the same id, however often it is imported, also
 * from a file that has grown. A sheet number names the row; without one its text does (equal rows are told apart by their order).
 */
export class ResponseIds {
  private readonly seen = new Map<string, number>()

  constructor(private readonly surveyId: string) {}

  idOf(cells: readonly string[], sheetNumber: string | undefined): string {
    const name = sheetNumber === undefined ? `row\u001f${cells.join('\u001f')}` : `sheet\u001f${sheetNumber}`
    const ordinal = (this.seen.get(name) ?? 0) + 1
    this.seen.set(name, ordinal)
    return uuidOf(createHash('sha256').update(`${this.surveyId}\u001f${name}\u001f${ordinal}`).digest())
  }
}

/** A UUID of the shape of version 4 from the first 16 bytes of a hash. */
function uuidOf(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16))
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
