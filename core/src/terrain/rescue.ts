import { isRecord } from '../questionnaire/index.ts'
import { isSubmissionId, type Submission } from '../response/index.ts'
import { BrokenRescueFileError } from './errors.ts'

/** Names the file, so that nothing else is taken for it. */
export const RESCUE_FORMAT = 'rozeznanie-rescue-1'

/** The most that one file may hold, in bytes of text. */
export const LARGEST_RESCUE_FILE = 20 * 1024 * 1024

/**
 * One finished interview, sealed on the device when it was finished: the content by AES-GCM-256 with a key of its
 * own, that key by the organisation's public key (RSA-OAEP, SHA-256). Base64 throughout. The id of the response is
 * the additional data of AES-GCM (UTF-8), so that sealed interviews cannot be exchanged for one another.
 */
export interface SealedInterview {
  /** Of the response. */
  readonly id: string
  readonly surveyId: string
  /** Of the organisation's key pair. */
  readonly keyId: string
  readonly wrappedKey: string
  readonly iv: string
  readonly data: string
}

/** A file by which an organiser takes in what a device cannot send by itself. */
export interface RescueFile {
  readonly format: typeof RESCUE_FORMAT
  /** In the order in which they were finished. */
  readonly interviews: readonly SealedInterview[]
}

/** What is sealed: the submission as the device would have sent it. */
export interface RescuedInterview {
  readonly surveyId: string
  /** Local day by the device's clock: what was finished before the end of the survey is taken in after it. */
  readonly finishedOn: string
  readonly submission: Submission
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/
const isBase64 = (value: unknown): value is string => typeof value === 'string' && BASE64.test(value)

function isSealed(value: unknown): value is SealedInterview {
  return (
    isRecord(value) &&
    isSubmissionId(value.id) &&
    typeof value.surveyId === 'string' &&
    typeof value.keyId === 'string' &&
    isBase64(value.wrappedKey) &&
    isBase64(value.iv) &&
    isBase64(value.data)
  )
}

/** The text of a rescue file. */
export function writeRescueFile(interviews: readonly SealedInterview[]): string {
  const sealed = interviews.map(({ id, surveyId, keyId, wrappedKey, iv, data }) => ({
    id,
    surveyId,
    keyId,
    wrappedKey,
    iv,
    data,
  }))
  return `${JSON.stringify({ format: RESCUE_FORMAT, interviews: sealed } satisfies RescueFile, null, 1)}\n`
}

/**
 * Reads a rescue file; its interviews are still sealed.
 *
 * @throws BrokenRescueFileError when it is none, or only a part of one
 */
export function readRescueFile(text: string): RescueFile {
  const value = parsed(text)
  if (!isRecord(value) || value.format !== RESCUE_FORMAT) throw new BrokenRescueFileError()
  const { interviews } = value
  if (!Array.isArray(interviews) || !interviews.every(isSealed)) throw new BrokenRescueFileError()
  return { format: RESCUE_FORMAT, interviews }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Reads what was sealed; `null` when it is no interview. Its submission is checked by who accepts submissions. */
export function readRescued(
  text: string,
): { readonly surveyId: string; readonly finishedOn?: string; readonly submission: unknown } | null {
  const value = parsed(text)
  if (!isRecord(value) || typeof value.surveyId !== 'string' || !isRecord(value.submission)) return null
  const { surveyId, finishedOn, submission } = value
  return { surveyId, submission, ...(typeof finishedOn === 'string' && { finishedOn }) }
}
