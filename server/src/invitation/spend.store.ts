import { randomInt } from 'node:crypto'
import { codeBytes, isShownSpent, isSpent, showSpentCodes, spendCode } from '@rozeznanie/core/invitation'
import type { Database } from '../database/database.ts'
import type { Prisma } from '../generated/prisma/client.ts'

type Transaction = Prisma.TransactionClient
interface Lists {
  readonly spent: Uint8Array<ArrayBuffer>
  readonly shown: Uint8Array<ArrayBuffer>
}

/** What the codes of a survey stand at, kept from changing until the transaction ends. */
export async function lockSpentCodes(tx: Transaction, surveyId: string): Promise<Lists | null> {
  const [row] = await tx.$queryRaw<
    Lists[]
  >`SELECT spent, shown FROM spent_codes WHERE survey_id = ${surveyId}::uuid FOR UPDATE`
  return row ?? null
}

/** A code that a device shows, with the hash of what it wants signed. */
export interface CodeToSpend {
  readonly surveyId: string
  readonly code: string
  readonly blindedHash: Uint8Array
}

/**
 * Spends a code, committed when it resolves. Two devices at the same instant: one of them.
 *
 * @returns `unknown` also for a code that was replaced; `spent` also when it was spent for exactly this before
 */
export async function spend(
  { prisma }: Database,
  { surveyId, code, blindedHash }: CodeToSpend,
): Promise<'unknown' | 'used' | 'spent'> {
  return prisma.$transaction(async (tx) => {
    const lists = await lockSpentCodes(tx, surveyId)
    const isValid = await tx.oneTimeCode.count({ where: { surveyId, code, isVoid: false } })
    if (!lists || isValid === 0) return 'unknown'
    const after = spendCode(lists.spent, codeBytes(code), blindedHash)
    if (!after) return 'used'
    if (!after.isNew) return 'spent'
    const shown = showSpentCodes({ spent: after.spent, shown: lists.shown }, (below) => randomInt(below))
    const data = { spent: Uint8Array.from(after.spent), shown: Uint8Array.from(shown) }
    await tx.spentCodes.update({ where: { surveyId }, data })
    return 'spent'
  })
}

/**
 * What may be told of a code before anything is sent: no more than organisers see, or asking again and again would
 * tell when somebody answered.
 */
export async function standingOf(
  { prisma }: Database,
  surveyId: string,
  code: string,
): Promise<'unknown' | 'used' | 'valid'> {
  const [known, lists] = await Promise.all([
    prisma.oneTimeCode.findUnique({ where: { surveyId_code: { surveyId, code } }, select: { isVoid: true } }),
    prisma.spentCodes.findUnique({ where: { surveyId }, select: { shown: true } }),
  ])
  if (!known || known.isVoid || !lists) return 'unknown'
  return isShownSpent(lists.shown, codeBytes(code)) ? 'used' : 'valid'
}

/** Has the code been spent, as of this transaction? */
export function isSpentIn(lists: Lists, code: string): boolean {
  return isSpent(lists.spent, codeBytes(code))
}
