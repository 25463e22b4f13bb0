import type { Viewer } from '@rozeznanie/core/account'
import { parseViewRequest, type ViewRequest } from '@rozeznanie/core/analysis'
import type { Database } from '../database/database.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { recordAudit } from '../kernel/audit.store.ts'

/** A view that was kept, with who kept it last. */
export interface SavedView {
  readonly id: string
  readonly surveyId: string
  readonly name: string
  readonly request: ViewRequest
  readonly savedAt: Date
  /** `null` when the account is gone. */
  readonly authorName: string | null
}

/** Of one survey, by name. */
export async function findViews({ prisma }: Database, surveyId: string): Promise<readonly SavedView[]> {
  const rows = await prisma.savedView.findMany({
    where: { surveyId },
    include: { author: { select: { name: true } } },
  })
  const views = rows.flatMap(({ author, request: stored, ...row }): SavedView[] => {
    const request = parseViewRequest(stored)
    return request === null ? [] : [{ ...row, request, authorName: author?.name ?? null }]
  })
  return views.sort((one, other) => one.name.localeCompare(other.name, 'pl'))
}

/** Who keeps or removes a view of which survey, and when. */
export interface ViewDoing {
  readonly surveyId: string
  readonly viewer: Viewer
  readonly at: Date
}

export interface NamedRequest {
  readonly name: string
  readonly request: ViewRequest
}

const line = ({ surveyId, viewer, at }: ViewDoing, action: string, viewId: string) =>
  ({ action, objectType: 'Survey', objectId: surveyId, viewer, at, details: { viewId } }) as const

const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

/**
 * Keeps a view anew, or instead of the one with this id.
 *
 * @returns its id; `taken` when another view of the survey has the name, `missing` when there is none with this id
 */
export async function saveViewRow(
  { prisma }: Database,
  doing: ViewDoing,
  viewId: string | null,
  { name, request }: NamedRequest,
): Promise<{ readonly id: string } | 'taken' | 'missing'> {
  const { surveyId, viewer, at } = doing
  const facts = {
    name,
    request: request as unknown as Prisma.InputJsonValue,
    authorId: viewer.accountId,
    savedAt: at,
  }
  try {
    return await prisma.$transaction(async (tx) => {
      if (viewId === null) {
        const { id } = await tx.savedView.create({ data: { surveyId, ...facts } })
        await recordAudit(tx, line(doing, 'saveView', id))
        return { id }
      }
      const { count } = await tx.savedView.updateMany({ where: { surveyId, id: viewId }, data: facts })
      if (count === 0) return 'missing'
      await recordAudit(tx, line(doing, 'saveView', viewId))
      return { id: viewId }
    })
  } catch (error) {
    if (isTaken(error)) return 'taken'
    throw error
  }
}

/** @returns false when there is no such view */
export async function deleteView({ prisma }: Database, doing: ViewDoing, viewId: string): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.savedView.deleteMany({ where: { surveyId: doing.surveyId, id: viewId } })
    if (count > 0) await recordAudit(tx, line(doing, 'removeView', viewId))
    return count > 0
  })
}
