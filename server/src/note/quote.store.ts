import type { Viewer } from '@rozeznanie/core/account'
import { checkRelease, DI_AREAS, type DiArea, type NoteQuote, type QuoteRelease } from '@rozeznanie/core/note'
import type { Database } from '../database/database.ts'
import type { FieldQuote, Prisma } from '../generated/prisma/client.ts'
import { recordAudit } from '../kernel/audit.store.ts'

/** Areas as they stand in a column of texts; what is no area of today is passed over. */
export function areasOf(words: readonly string[]): DiArea[] {
  return DI_AREAS.filter((area) => words.includes(area))
}

export function storedQuote({ number, text, speaker, releasedText, releasedArea }: FieldQuote): NoteQuote {
  const [area] = areasOf(releasedArea === null ? [] : [releasedArea])
  const release = releasedText !== null && area !== undefined ? { text: releasedText, area } : null
  return { number, text, speaker, release }
}

/** A quote that somebody releases or takes back. */
export interface QuoteDoing {
  readonly noteId: string
  readonly number: number
  readonly viewer: Viewer
  readonly at: Date
}

/** The note of the quote, held until the end of the transaction; null when there is no such quote. */
async function holdNote(tx: Prisma.TransactionClient, { noteId, number }: QuoteDoing) {
  await tx.$queryRaw`SELECT 1 FROM field_note WHERE id = ${noteId}::uuid FOR UPDATE`
  const quote = await tx.fieldQuote.findUnique({
    where: { noteId_number: { noteId, number } },
    include: { note: { select: { diAreas: true } } },
  })
  return quote?.note ?? null
}

const audit = (action: string, { noteId, number, viewer, at }: QuoteDoing) =>
  ({ viewer, at, action, objectType: 'FieldNote', objectId: noteId, details: { number } }) as const

/**
 * Stores what of a quote may stand in a report, instead of what was released before.
 *
 * @returns false when there is no such quote
 * @throws InvalidInputError see `checkRelease` in core
 */
export async function saveQuoteRelease(
  { prisma }: Database,
  doing: QuoteDoing,
  typed: QuoteRelease,
): Promise<boolean> {
  const { noteId, number, at: releasedAt } = doing
  return prisma.$transaction(async (tx) => {
    const note = await holdNote(tx, doing)
    if (!note) return false
    const { text: releasedText, area: releasedArea } = checkRelease(typed, areasOf(note.diAreas))
    await tx.fieldQuote.update({
      where: { noteId_number: { noteId, number } },
      data: { releasedText, releasedArea, releasedAt },
    })
    await recordAudit(tx, audit('releaseQuote', doing))
    return true
  })
}

/** Takes a quote out of the report. @returns false when there is no such quote */
export async function deleteQuoteRelease({ prisma }: Database, doing: QuoteDoing): Promise<boolean> {
  const { noteId, number } = doing
  return prisma.$transaction(async (tx) => {
    if (!(await holdNote(tx, doing))) return false
    const { count } = await tx.fieldQuote.updateMany({
      where: { noteId, number, releasedText: { not: null } },
      data: { releasedText: null, releasedArea: null, releasedAt: null },
    })
    if (count > 0) await recordAudit(tx, audit('withdrawQuote', doing))
    return true
  })
}
