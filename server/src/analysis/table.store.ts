import type { TableSurvey } from '@rozeznanie/core/analysis'
import type { Database } from '../database/database.ts'
import { dayOf } from '../kernel/scalars.ts'

/** What tables of a survey say of it beside the answers; `null` when there is no such survey. */
export async function loadTableSurvey(
  { prisma }: Database,
  surveyId: string,
): Promise<Omit<TableSurvey, 'asOf'> | null> {
  const [survey, demo] = await Promise.all([
    prisma.survey.findUnique({
      where: { id: surveyId },
      include: {
        organisation: { select: { name: true } },
        municipality: { select: { name: true } },
        plan: { select: { population: true } },
      },
    }),
    prisma.installation.findUnique({ where: { key: 'demo' } }),
  ])
  return (
    survey && {
      title: survey.title,
      organisationName: survey.organisation.name,
      municipalityName: survey.municipality.name,
      sampleType: survey.sampleType,
      opensOn: dayOf(survey.opensOn),
      closesOn: dayOf(survey.closesOn),
      isDemo: demo !== null,
      population: survey.plan?.population ?? null,
      responseRate: null,
      isOfInstitutions: survey.referenceOn !== null,
    }
  )
}
