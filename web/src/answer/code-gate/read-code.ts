import { base64Url, readOneTimeCode } from '@rozeznanie/core/invitation'
import type { KeptCode } from './kept-code.ts'

const SEED_BYTES = 32

/** A code as it was typed; typed again, it keeps its seed, for its ticket may be signed already. */
export function codeFrom(typed: string, before: KeptCode | null): KeptCode {
  const read = readOneTimeCode(typed)
  if ('fault' in read) return { code: typed.slice(0, 60), seed: '', fault: read.fault }
  if (before?.code === read.code && before.seed !== '') return { code: read.code, seed: before.seed }
  return { code: read.code, seed: base64Url(crypto.getRandomValues(new Uint8Array(SEED_BYTES))) }
}
