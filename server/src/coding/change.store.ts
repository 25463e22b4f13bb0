import type { Viewer } from '@rozeznanie/core/account'
import { recoded } from '@rozeznanie/core/coding'
import type { Database } from '../database/database.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import type { AnswerPlace, CodebookName, StoredCodebook } from './coding.store.ts'

interface Doing {
  readonly viewer: Viewer
  readonly at: Date
}

interface CodebookChange extends Doing {
  readonly name: CodebookName
  readonly place: AnswerPlace
  readonly revision: number
  readonly next: Omit<StoredCodebook, 'revision'>
  readonly moves: Readonly<Record<string, string | null>>
}

/**
 * Stores the next state of a codebook and moves what was coded by codes that are gone.
 *
 * @returns false when somebody else changed it after `revision`
 */
export async function saveCodebook({ prisma }: Database, change: CodebookChange): Promise<boolean> {
  const { name, place, revision, next, moves, viewer, at } = change
  const { surveyId, questionKey } = name
  const document = {
    codes: next.codebook.codes.map((code) => ({ ...code })),
    lastCode: next.codebook.lastCode,
  }
  const data = { document, doubleShare: next.doubleShare, revision: revision + 1 }
  return prisma.$transaction(async (tx) => {
    if (revision === 0) {
      const { count } = await tx.openCodebook.createMany({
        data: [{ ...name, ...data }],
        skipDuplicates: true,
      })
      if (count === 0) return false
    } else {
      const { count } = await tx.openCodebook.updateMany({ where: { ...name, revision }, data })
      if (count === 0) return false
    }
    const gone = Object.keys(moves)
    const keys = [...new Set(place.keys.map(({ key }) => key))]
    const touched = await tx.answerCoding.findMany({
      where: { surveyId, questionKey: { in: keys }, codes: { hasSome: gone } },
    })
    for (const { codes, ...row } of touched) {
      const { responseId, questionKey: key, role } = row
      const where = { surveyId_responseId_questionKey_role: { surveyId, responseId, questionKey: key, role } }
      const kept = recoded(codes, moves)
      if (kept.length === 0) await tx.answerCoding.delete({ where })
      else await tx.answerCoding.update({ where, data: { codes: [...kept] } })
    }
    const details = { questionKey, codes: next.codebook.codes.length, moved: touched.length }
    await recordAudit(tx, {
      viewer,
      at,
      action: 'changeCodebook',
      objectType: 'Survey',
      objectId: surveyId,
      details,
    })
    return true
  })
}

/** Which coding of an answer is meant. */
interface CodingName {
  readonly surveyId: string
  readonly responseId: string
  readonly questionKey: string
  readonly role: 'FIRST' | 'SECOND' | 'SETTLED'
}

/**
 * Stores a coding.
 *
 * @param isNew - it must not be there yet
 * @returns false when somebody was quicker
 */
export async function saveCoding(
  { prisma }: Database,
  name: CodingName,
  {
    codes,
    accountId,
    isNew,
  }: { readonly codes: readonly string[]; readonly accountId: string; readonly isNew: boolean },
): Promise<boolean> {
  const data = { codes: [...codes], accountId }
  if (isNew) {
    const { count } = await prisma.answerCoding.createMany({
      data: [{ ...name, ...data }],
      skipDuplicates: true,
    })
    return count === 1
  }
  const where = { surveyId_responseId_questionKey_role: name }
  await prisma.answerCoding.upsert({ where, create: { ...name, ...data }, update: data })
  return true
}
