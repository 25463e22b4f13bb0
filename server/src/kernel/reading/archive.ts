import { createInflateRaw } from 'node:zlib'
import { unreadable } from './unreadable.ts'

const MOST_ENTRIES = 2_000
const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const LONGEST_END = 22 + 0xffff
const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8

const broken = () => unreadable('Plik jest uszkodzony albo niepełny. Proszę zapisać go ponownie i przesłać.')

/** A zip archive whose parts are unpacked one at a time, never more than allowed in all. */
export interface Archive {
  readonly names: readonly string[]
  /** A part piece by piece; null when there is none. @throws InvalidInputError past the limit or when it is broken */
  part(name: string): AsyncIterable<Uint8Array> | null
}

interface Entry {
  readonly flags: number
  readonly method: number
  readonly packedSize: number
  readonly at: number
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

function directoryOf(view: DataView): { readonly count: number; readonly at: number } {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_END); at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END)
      return { count: view.getUint16(at + 10, true), at: view.getUint32(at + 16, true) }
  }
  throw broken()
}

function entriesOf(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Entry> {
  const { count, at: start } = directoryOf(view)
  if (count > MOST_ENTRIES) throw unreadable('Plik ma nienaturalnie wiele części, więc nie został otwarty.')
  const entries = new Map<string, Entry>()
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken()
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)))
    entries.set(name.replaceAll('\\', '/').replace(/^\/+/, ''), {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

function packedBytes(bytes: Uint8Array, view: DataView, { at, packedSize }: Entry): Uint8Array {
  if (view.getUint32(at, true) !== LOCAL_ENTRY) throw broken()
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + packedSize > bytes.length) throw broken()
  return bytes.subarray(start, start + packedSize)
}

async function* inflated(packed: Uint8Array): AsyncIterable<Uint8Array> {
  const inflate = createInflateRaw()
  inflate.end(packed)
  try {
    for await (const chunk of inflate) yield chunk as Uint8Array
  } catch (error) {
    throw isZlibError(error) ? broken() : error
  }
}

const isZlibError = (error: unknown) =>
  error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))

/**
 * Opens a zip archive. The sizes it declares may lie: what comes out is counted.
 *
 * @throws InvalidInputError when it is broken or has too many parts
 */
export function openArchive(bytes: Uint8Array, mostUnpacked: number): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readOrRefuse(() => entriesOf(bytes, view))
  let left = mostUnpacked

  async function* counted(entry: Entry): AsyncIterable<Uint8Array> {
    if ((entry.flags & ENCRYPTED) !== 0)
      throw unreadable('Plik jest zabezpieczony hasłem. Proszę zapisać go bez hasła i przesłać ponownie.')
    const packed = readOrRefuse(() => packedBytes(bytes, view, entry))
    if (entry.method !== STORED && entry.method !== DEFLATED) throw broken()
    for await (const chunk of entry.method === STORED ? [packed] : inflated(packed)) {
      left -= chunk.length
      if (left < 0) throw unreadable('Plik po rozpakowaniu jest nienaturalnie duży, więc nie został otwarty.')
      yield chunk
    }
  }
  return {
    names: [...entries.keys()],
    part: (name) => {
      const entry = entries.get(name.replace(/^\/+/, ''))
      return entry === undefined ? null : counted(entry)
    },
  }
}

/** Reading past the end of the file means that it is cut. */
function readOrRefuse<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof RangeError ? broken() : error
  }
}
