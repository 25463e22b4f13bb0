import { isSubmissionId, type AnsweredBy } from '@rozeznanie/core/response'
import { isRecord, type Answer, type Answers } from '@rozeznanie/core/questionnaire'
import { whoIn } from './who/who-is-asked.ts'

/** What a device keeps of an unfinished form, in the storage of one tab. */
export interface Draft {
  /** Made when the form is opened; the same for every try of sending. */
  readonly id: string
  readonly questionnaireVersionId: string
  readonly answers: Answers
  /**
   * Sending has begun: from now on exactly these answers are sent, whatever happens,
   * because the server may already have them.
   */
  readonly isSending: boolean
  /** Taken over from another version of the questionnaire: what did not fit is gone. */
  readonly isFitted?: boolean
  readonly answeredBy?: AnsweredBy
  /** From the first answer on; only the number is sent, and it is not stored. */
  readonly secondsSpent?: number
  /** What was written into the field that nobody sees. */
  readonly trap?: string
  /** Where it was put aside: its code, the name that the server has it under, and which state of it. */
  readonly parked?: { readonly code: string; readonly name: string; readonly revision: number }
}

/** The part of `Storage` that is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (code: string): string => `rozeznanie:ankieta:${code}`

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string')
}

/** A roster within a roster is the deepest that there is. */
const MOST_DEEP = 2

function isItem(value: unknown, depth: number): boolean {
  return (
    depth < MOST_DEEP && isRecord(value) && Object.values(value).every((part) => isAnswer(part, depth + 1))
  )
}

function isAnswer(value: unknown, depth = 0): value is Answer {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return true
  if (isTexts(value)) return true
  if (Array.isArray(value)) return value.every((item) => isItem(item, depth))
  return isRecord(value) && Object.values(value).every((part) => typeof part === 'string' || isTexts(part))
}

function parseAnswers(value: unknown): Answers {
  if (!isRecord(value)) return {}
  const answers: Record<string, Answer> = {}
  for (const [key, answer] of Object.entries(value)) if (isAnswer(answer)) answers[key] = answer
  return answers
}

function parsedParked(value: unknown): Draft['parked'] {
  if (!isRecord(value)) return undefined
  const { code, name, revision } = value
  const isWhole = typeof code === 'string' && typeof name === 'string' && typeof revision === 'number'
  return isWhole ? { code, name, revision } : undefined
}

/** Reads a stored draft; `null` when it is none. */
export function parseDraft(text: string | null): Draft | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value) || !isSubmissionId(value.id)) return null
    const { id, questionnaireVersionId, answers, isSending, isFitted, secondsSpent, trap } = value
    const answeredBy = whoIn(value.answeredBy)
    const parked = parsedParked(value.parked)
    if (typeof questionnaireVersionId !== 'string') return null
    return {
      id,
      questionnaireVersionId,
      answers: parseAnswers(answers),
      isSending: isSending === true,
      ...(isFitted === true && { isFitted }),
      ...(answeredBy !== undefined && { answeredBy }),
      ...(typeof secondsSpent === 'number' && { secondsSpent }),
      ...(typeof trap === 'string' && { trap }),
      ...(parked && { parked }),
    }
  } catch {
    return null
  }
}

/** The draft of a survey kept in this tab, of whatever version; `null` when there is none or nothing may be kept. */
export function keptDraft(shelf: Shelf | null, code: string): Draft | null {
  try {
    return parseDraft(shelf?.getItem(keyOf(code)) ?? null)
  } catch {
    return null
  }
}

/** The draft of this version kept in this tab; `null` when there is none. */
export function loadDraft(shelf: Shelf | null, code: string, questionnaireVersionId: string): Draft | null {
  const draft = keptDraft(shelf, code)
  return draft?.questionnaireVersionId === questionnaireVersionId ? draft : null
}

/** Keeps the draft, or removes it when there is none. Returns false where the browser refuses. */
export function saveDraft(shelf: Shelf | null, code: string, draft: Draft | null): boolean {
  try {
    if (!shelf) return false
    if (draft) shelf.setItem(keyOf(code), JSON.stringify(draft))
    else shelf.removeItem(keyOf(code))
    return true
  } catch {
    return false
  }
}

/** Has the person answered anything? */
export function hasAnswers(draft: Draft | null): boolean {
  return draft !== null && Object.keys(draft.answers).length > 0
}
