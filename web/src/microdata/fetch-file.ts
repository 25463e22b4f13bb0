import { type FileState, lineEnds, nextRange, type PreparedFile } from './data-file.ts'

/** The server said no, in Polish; trying again as it is brings nothing. */
export class FileRefusedError extends Error {}
/** What was prepared is not there any more. */
export class FileGoneError extends Error {}
/** What came is not what was prepared. */
export class FileIncompleteError extends Error {}

const PAUSES_MS = [500, 1_000, 2_000]
const ASK_AGAIN_MS = 400
const GONE = 412
/** Larger files are not read once more as a whole for their digest. */
const MOST_DIGESTED = 256 * 1024 * 1024

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    })
  })

async function refusalOf(reply: Response): Promise<Error> {
  if (reply.status === GONE) return new FileGoneError()
  const told = (await reply.json().catch(() => ({}))) as { readonly message?: string }
  return new FileRefusedError(told.message ?? '')
}

/** Does it again after longer and longer pauses while the connection is broken; the last failure is the caller's. */
async function patiently<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  for (const wait of PAUSES_MS) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      await pause(wait, signal)
    }
  }
  return work()
}

/** Waits until the server has the file ready, telling how far it is. */
export async function untilReady(
  address: string,
  signal: AbortSignal,
  onProgress: (state: FileState) => void,
): Promise<PreparedFile> {
  for (;;) {
    const state = await patiently(async () => {
      const reply = await fetch(address, { headers: { prefer: 'respond-async' }, signal, cache: 'no-store' })
      if (!reply.ok) throw await refusalOf(reply)
      return (await reply.json()) as FileState
    }, signal)
    if (state.isReady) return state
    onProgress(state)
    await pause(ASK_AGAIN_MS, signal)
  }
}

/** What of a file is here already; kept over a broken connection. */
export interface Pieces {
  readonly file: PreparedFile
  readonly parts: Blob[]
  have: number
  lines: number
}

/** Fetches what is not here yet, piece by piece. */
export async function fetchRest(
  address: string,
  pieces: Pieces,
  signal: AbortSignal,
  onProgress: (have: number) => void,
): Promise<void> {
  const { etag, size } = pieces.file
  while (pieces.have < size) {
    const bytes = await patiently(async () => {
      const headers = { range: nextRange(pieces.have, size), 'if-match': etag }
      const reply = await fetch(address, { headers, signal, cache: 'no-store' })
      if (!reply.ok) throw await refusalOf(reply)
      return new Uint8Array(await reply.arrayBuffer())
    }, signal)
    if (bytes.length === 0) throw new FileIncompleteError()
    pieces.parts.push(new Blob([bytes]))
    pieces.have += bytes.length
    pieces.lines += lineEnds(bytes)
    onProgress(pieces.have)
  }
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/**
 * Puts the pieces together and looks whether they are what was prepared: the length, in a CSV the lines, and the digest
 * where the browser can work it out.
 *
 * @returns the file, and whether its digest was compared
 */
export async function verified(
  { file, parts, have, lines }: Pieces,
  isCsv: boolean,
): Promise<{ readonly blob: Blob; readonly isDigested: boolean }> {
  const blob = new Blob(parts)
  if (have !== file.size || blob.size !== file.size) throw new FileIncompleteError()
  if (isCsv && lines !== file.rowCount + 1) throw new FileIncompleteError()
  // Only addresses that begin with https have it.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined
  if (subtle === undefined || blob.size > MOST_DIGESTED) return { blob, isDigested: false }
  const digest = await subtle.digest('SHA-256', await blob.arrayBuffer())
  if (base64(new Uint8Array(digest)) !== file.digest) throw new FileIncompleteError()
  return { blob, isDigested: true }
}

/** Hands a file to the browser under its name. */
export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
