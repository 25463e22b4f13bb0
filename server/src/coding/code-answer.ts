import { checkCodes, isDoubleCoded } from '@rozeznanie/core/coding'
import { InvalidInputError } from '@rozeznanie/core/errors'
import type { Context } from '../context.ts'
import { isUuid } from '../kernel/ids.ts'
import { openCoding, type OpenCoding } from './coding.access.ts'
import { saveCoding } from './change.store.ts'
import { type CodedAnswer, findCodedAnswer } from './coding.store.ts'

/** An answer and the codes it is to get. */
export interface AnswerCodes {
  readonly surveyId: string
  /** As results call the question. */
  readonly questionKey: string
  readonly responseId: string
  readonly codes: readonly string[]
}

const refuse = (message: string) => new InvalidInputError([{ path: 'codes', message }])

interface Slot {
  readonly role: 'FIRST' | 'SECOND'
  readonly isNew: boolean
}

/** Where this person's codes go: a second person has a place of their own only in the shared part. */
function slotOf(answer: CodedAnswer, accountId: string, isDouble: boolean): Slot {
  if (answer.firstId === accountId) return { role: 'FIRST', isNew: false }
  if (answer.secondId === accountId) return { role: 'SECOND', isNew: false }
  if (answer.first === null) return { role: 'FIRST', isNew: true }
  if (!isDouble && answer.second === null) return { role: 'FIRST', isNew: false }
  if (answer.second === null) return { role: 'SECOND', isNew: true }
  throw refuse('Tę odpowiedź zakodowały już dwie osoby. Różnice uzgadnia się na liście różnic.')
}

async function load(context: Context, { surveyId, questionKey, responseId }: AnswerCodes) {
  const opened = isUuid(responseId) ? await openCoding(context, surveyId, questionKey) : null
  const answer = opened && (await findCodedAnswer(context.db, opened.place, responseId))
  return opened && answer ? { opened, answer } : null
}

/** An answer as it is now, of a question that may be coded. */
export interface OpenedAnswer {
  readonly opened: OpenCoding
  readonly answer: CodedAnswer
}

/**
 * Gives an answer codes. Outside the part that two people code, the last word counts.
 *
 * @returns `null` when the viewer organises no survey with such an answer
 * @throws InvalidInputError see `checkCodes` in core, or when two others have coded it
 */
export async function codeAnswer(context: Context, wanted: AnswerCodes): Promise<OpenedAnswer | null> {
  for (let tries = 0; tries < 3; tries++) {
    const found = await load(context, wanted)
    if (found === null) return null
    const { opened, answer } = found
    const { stored, viewer } = opened
    const codes = checkCodes(stored.codebook, wanted.codes)
    const slot = slotOf(answer, viewer.accountId, isDoubleCoded(answer.responseId, stored.doubleShare))
    const { surveyId, responseId, questionKey } = answer
    const name = { surveyId, responseId, questionKey, role: slot.role }
    if (await saveCoding(context.db, name, { codes, accountId: viewer.accountId, isNew: slot.isNew }))
      return load(context, wanted)
  }
  throw refuse('Ktoś właśnie koduje tę odpowiedź. Proszę odświeżyć stronę i spróbować ponownie.')
}

/**
 * Settles an answer that two people coded differently. @returns and @throws as `codeAnswer`
 */
export async function settleCoding(context: Context, wanted: AnswerCodes): Promise<OpenedAnswer | null> {
  const found = await load(context, wanted)
  if (found === null) return null
  const { opened, answer } = found
  if (answer.first === null || answer.second === null)
    throw refuse('Uzgadnia się tylko odpowiedzi, które zakodowały dwie osoby.')
  const codes = checkCodes(opened.stored.codebook, wanted.codes)
  const { surveyId, responseId, questionKey } = answer
  const name = { surveyId, responseId, questionKey, role: 'SETTLED' } as const
  await saveCoding(context.db, name, { codes, accountId: opened.viewer.accountId, isNew: false })
  return load(context, wanted)
}
