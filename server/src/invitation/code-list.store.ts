import { codeBytes, isShownSpent } from '@rozeznanie/core/invitation'
import type { Database } from '../database/database.ts'
import { dayOf } from '../kernel/scalars.ts'

/** The code of one letter. */
export interface LetterCode {
  readonly serial: number
  readonly code: string
  readonly batchNumber: number
  /** As far as organisers may know. */
  readonly isUsed: boolean
}

/** Codes that are valid, in the order of their letters. */
export async function listCodes(
  { prisma }: Database,
  surveyId: string,
  batchNumber?: number,
): Promise<readonly LetterCode[]> {
  const [codes, lists] = await Promise.all([
    prisma.oneTimeCode.findMany({
      where: { surveyId, isVoid: false, ...(batchNumber !== undefined && { batchNumber }) },
      select: { code: true, serial: true, batchNumber: true },
      orderBy: { serial: 'asc' },
    }),
    prisma.spentCodes.findUnique({ where: { surveyId }, select: { shown: true } }),
  ])
  const shown = lists?.shown ?? new Uint8Array()
  return codes.map((code) => ({ ...code, isUsed: isShownSpent(shown, codeBytes(code.code)) }))
}

/** A batch with what became of its codes, as far as organisers may know. */
export interface CodeBatchFigures {
  readonly surveyId: string
  readonly number: number
  readonly name: string
  readonly localityName: string | null
  readonly madeOn: string
  readonly codeCount: number
  readonly usedCount: number
  readonly firstSerial: number
  readonly lastSerial: number
}

/** The batches of a survey, newest first. */
export async function listBatches(db: Database, surveyId: string): Promise<readonly CodeBatchFigures[]> {
  const [batches, codes] = await Promise.all([
    db.prisma.codeBatch.findMany({
      where: { surveyId },
      include: { locality: { select: { name: true } } },
      orderBy: { number: 'desc' },
    }),
    listCodes(db, surveyId),
  ])
  return batches.map(({ number, name, locality, madeOn }) => {
    const own = codes.filter(({ batchNumber }) => batchNumber === number)
    return {
      ...{ surveyId, number, name, localityName: locality?.name ?? null, madeOn: dayOf(madeOn) },
      codeCount: own.length,
      usedCount: own.filter(({ isUsed }) => isUsed).length,
      firstSerial: own[0]?.serial ?? 0,
      lastSerial: own.at(-1)?.serial ?? 0,
    }
  })
}
