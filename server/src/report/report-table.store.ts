import type { Viewer } from '@rozeznanie/core/account'
import { parseViewRequest, type ViewRequest } from '@rozeznanie/core/analysis'
import type { Database } from '../database/database.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { recordAudit } from '../kernel/audit.store.ts'

/** A table that the organiser added to a section of the report. */
export interface ReportTable {
  readonly id: string
  /** Code of the template's node. */
  readonly sectionCode: string
  readonly request: ViewRequest
}

/** Of one survey, in the order in which they were added. */
export async function findReportTables(
  { prisma }: Database,
  surveyId: string,
): Promise<readonly ReportTable[]> {
  const rows = await prisma.reportTable.findMany({ where: { surveyId }, orderBy: { position: 'asc' } })
  return rows.flatMap(({ id, sectionCode, request: stored }): ReportTable[] => {
    const request = parseViewRequest(stored)
    return request === null ? [] : [{ id, sectionCode, request }]
  })
}

/** Who changes the tables of which survey's report, and when. */
export interface ReportDoing {
  readonly surveyId: string
  readonly viewer: Viewer
  readonly at: Date
}

const line = ({ surveyId, viewer, at }: ReportDoing, action: string, sectionCode?: string) =>
  ({ action, objectType: 'Survey', objectId: surveyId, viewer, at, details: { sectionCode } }) as const

/** @returns false when the report already has `most` tables */
export async function saveReportTable(
  { prisma }: Database,
  doing: ReportDoing,
  { sectionCode, request }: Omit<ReportTable, 'id'>,
  most: number,
): Promise<boolean> {
  const { surveyId } = doing
  return prisma.$transaction(async (tx) => {
    if ((await tx.reportTable.count({ where: { surveyId } })) >= most) return false
    const stored = request as unknown as Prisma.InputJsonObject
    await tx.reportTable.create({ data: { surveyId, sectionCode, request: stored } })
    await recordAudit(tx, line(doing, 'addReportTable', sectionCode))
    return true
  })
}

/** @returns false when there is no such table */
export async function deleteReportTable(
  { prisma }: Database,
  doing: ReportDoing,
  id: string,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.reportTable.deleteMany({ where: { surveyId: doing.surveyId, id } })
    if (count > 0) await recordAudit(tx, line(doing, 'removeReportTable'))
    return count > 0
  })
}
