import type { Viewer } from '@rozeznanie/core/account'
import type { TerrainTarget } from '@rozeznanie/core/terrain'
import type { Database } from '../database/database.ts'
import { recordAudit } from '../kernel/audit.store.ts'

/** Was the survey given to the person, wherever? */
export async function isAssigned(
  { prisma }: Database,
  surveyId: string,
  accountId: string,
): Promise<boolean> {
  return (
    (await prisma.assignment.findFirst({ where: { surveyId, accountId }, select: { id: true } })) !== null
  )
}

/** A survey given to a person, with the targets. */
export interface AssignedSurvey {
  readonly surveyId: string
  readonly organisationId: string
  readonly organisationName: string
  readonly closedAt: Date | null
  readonly graceDays: number
  readonly targets: readonly TerrainTarget[]
}

/** Every survey of these organisations that the person was given, the newest first. */
export async function findAssignedSurveys(
  { prisma }: Database,
  accountId: string,
  organisationIds: readonly string[],
): Promise<readonly AssignedSurvey[]> {
  const surveys = await prisma.survey.findMany({
    where: { organisationId: { in: [...organisationIds] }, assignments: { some: { accountId } } },
    select: {
      id: true,
      organisationId: true,
      closedAt: true,
      graceDays: true,
      organisation: { select: { name: true } },
      assignments: {
        where: { accountId },
        select: { localityId: true, target: true },
        orderBy: { id: 'asc' },
      },
    },
    orderBy: [{ opensOn: 'desc' }, { id: 'asc' }],
  })
  return surveys.map(({ id, organisation, assignments, ...facts }) => ({
    ...facts,
    surveyId: id,
    organisationName: organisation.name,
    targets: assignments,
  }))
}

/** A place given to an interviewer. */
export interface AssignmentToSave extends TerrainTarget {
  readonly surveyId: string
  readonly accountId: string
}

interface Doing {
  readonly viewer: Viewer
  readonly at: Date
}

/** Is it an account that may collect for the organisation? */
export async function isCollectorOf(
  { prisma }: Database,
  organisationId: string,
  accountId: string,
): Promise<boolean> {
  const membership = await prisma.membership.findUnique({
    where: { accountId_organisationId: { accountId, organisationId } },
    select: { role: true, account: { select: { disabledAt: true } } },
  })
  return membership !== null && membership.role !== 'REGIONAL_ANALYST' && !membership.account.disabledAt
}

/** Gives a place to an interviewer; given before, it only changes the target. */
export async function saveAssignment(
  { prisma }: Database,
  { target, ...names }: AssignmentToSave,
  { viewer, at }: Doing,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    // The same place given twice at once: the second waits here and then changes the first.
    await tx.$queryRaw`SELECT id FROM survey WHERE id = ${names.surveyId}::uuid FOR UPDATE`
    const { count } = await tx.assignment.updateMany({ where: names, data: { target } })
    if (count === 0) await tx.assignment.create({ data: { ...names, target } })
    const details = { interviewerId: names.accountId, localityId: names.localityId, target }
    const done = { action: 'assignInterviewer', objectType: 'Survey', objectId: names.surveyId, details }
    await recordAudit(tx, { ...done, viewer, at })
  })
}

/** Takes a place back. What was collected there stays. */
export async function removeAssignment(
  { prisma }: Database,
  { surveyId, assignmentId }: { readonly surveyId: string; readonly assignmentId: string },
  { viewer, at }: Doing,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.assignment.deleteMany({ where: { surveyId, id: assignmentId } })
    if (count === 0) return
    const done = { action: 'unassignInterviewer', objectType: 'Survey', objectId: surveyId }
    await recordAudit(tx, { ...done, viewer, at, details: { assignmentId } })
  })
}
