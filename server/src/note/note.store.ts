import type { Viewer } from '@rozeznanie/core/account'
import {
  type DiArea,
  FieldNoteConflictError,
  type NoteDraft,
  type NoteFrame,
  type NoteMethod,
  type NoteQuote,
  settleQuotes,
} from '@rozeznanie/core/note'
import type { Database } from '../database/database.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { storedQuote } from './quote.store.ts'
import { midnightOf } from '../kernel/scalars.ts'

/** Whose a note is. */
export interface NoteOwner {
  readonly noteId: string
  readonly organisationId: string
  readonly authorId: string
}

/** Who does something, and when. */
interface Doing {
  readonly viewer: Viewer
  readonly at: Date
}

const auditOf = (action: string, noteId: string, { viewer, at }: Doing) =>
  ({ viewer, at, action, objectType: 'FieldNote', objectId: noteId }) as const

export async function findNoteOwner({ prisma }: Database, noteId: string): Promise<NoteOwner | null> {
  const select = { organisationId: true, authorId: true } as const
  const note = await prisma.fieldNote.findUnique({ where: { id: noteId }, select })
  return note && { noteId, ...note }
}

/** Which notes are asked for; what is absent or null does not matter. */
export interface NoteFilter {
  readonly method?: NoteMethod | null
  readonly diArea?: DiArea | null
  readonly localityId?: string | null
  /** Local days, both inclusive. */
  readonly from?: string | null
  readonly to?: string | null
}

export function whereNotes(organisationId: string, filter: NoteFilter): Prisma.FieldNoteWhereInput {
  const { method, diArea, localityId, from, to } = filter
  return {
    organisationId,
    ...(method && { method }),
    ...(diArea && { diAreas: { has: diArea } }),
    ...(localityId && { localityId }),
    ...((from || to) && {
      notedOn: { ...(from && { gte: midnightOf(from) }), ...(to && { lte: midnightOf(to) }) },
    }),
  }
}

/** How many notes there are of each method. */
export async function countNotes(
  { prisma }: Database,
  where: Prisma.FieldNoteWhereInput,
): Promise<{ method: NoteMethod; count: number }[]> {
  const rows = await prisma.fieldNote.groupBy({ by: ['method'], where, _count: true })
  return rows.map(({ method, _count: count }) => ({ method, count }))
}

/** Where notes of an organisation can be of; localities of one municipality, the retired ones too. */
export async function findPlaces(
  { prisma }: Database,
  organisationId: string,
  municipalityCode: string,
): Promise<Pick<NoteFrame, 'municipalityCodes' | 'localityIds'>> {
  const [municipalities, localities] = await Promise.all([
    prisma.organisationMunicipality.findMany({ where: { organisationId } }),
    prisma.locality.findMany({ where: { municipalityCode }, select: { id: true } }),
  ])
  return {
    municipalityCodes: municipalities.map((row) => row.municipalityCode),
    localityIds: localities.map(({ id }) => id),
  }
}

const columnsOf = ({ quotes: _quotes, notedOn, diAreas, ...facts }: NoteDraft) => ({
  ...facts,
  notedOn: midnightOf(notedOn),
  diAreas: [...diAreas],
})

const quoteRows = (noteId: string, quotes: readonly NoteQuote[], at: ReadonlyMap<number, Date | null>) =>
  quotes.map(({ number, text, speaker, release }) => ({
    noteId,
    number,
    text,
    speaker,
    releasedText: release?.text ?? null,
    releasedArea: release?.area ?? null,
    releasedAt: release ? (at.get(number) ?? null) : null,
  }))

/** @returns the id of the new note */
export async function insertNote(
  { prisma }: Database,
  { organisationId, draft, ...doing }: { readonly organisationId: string; readonly draft: NoteDraft } & Doing,
): Promise<string> {
  return prisma.$transaction(async (tx) => {
    const data = { ...columnsOf(draft), organisationId, authorId: doing.viewer.accountId }
    const { id } = await tx.fieldNote.create({ data, select: { id: true } })
    const quotes = settleQuotes([], draft.quotes, draft.diAreas)
    await tx.fieldQuote.createMany({ data: quoteRows(id, quotes, new Map()) })
    await recordAudit(tx, auditOf('saveFieldNote', id, doing))
    return id
  })
}

interface NoteChange extends Doing {
  readonly noteId: string
  /** That the person began from. */
  readonly baseRevision: number
  readonly draft: NoteDraft
}

/** @throws FieldNoteConflictError when the note is of another revision by now */
export async function updateNote(
  { prisma }: Database,
  { noteId, baseRevision, draft, ...doing }: NoteChange,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.fieldNote.updateMany({
      where: { id: noteId, revision: baseRevision },
      data: { ...columnsOf(draft), revision: { increment: 1 } },
    })
    if (count === 0) {
      const present = await tx.fieldNote.findUnique({ where: { id: noteId }, select: { revision: true } })
      throw new FieldNoteConflictError(present?.revision ?? baseRevision)
    }
    const stored = await tx.fieldQuote.findMany({ where: { noteId }, orderBy: { number: 'asc' } })
    const quotes = settleQuotes(stored.map(storedQuote), draft.quotes, draft.diAreas)
    const releasedAt = new Map(stored.map((quote) => [quote.number, quote.releasedAt]))
    await tx.fieldQuote.deleteMany({ where: { noteId } })
    await tx.fieldQuote.createMany({ data: quoteRows(noteId, quotes, releasedAt) })
    await recordAudit(tx, { ...auditOf('saveFieldNote', noteId, doing), details: { baseRevision } })
  })
}

/** Removes a note with its quotes, and with them from every report. */
export async function deleteNote({ prisma }: Database, noteId: string, doing: Doing): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.fieldNote.deleteMany({ where: { id: noteId } })
    if (count > 0) await recordAudit(tx, auditOf('removeFieldNote', noteId, doing))
  })
}
