import type { TerrainTarget } from '@rozeznanie/core/terrain'
import type { Database } from '../database/database.ts'

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
