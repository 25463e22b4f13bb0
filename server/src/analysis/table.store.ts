import type { TableSurvey } from '@rozeznanie/core/analysis'
import { contactRates, type ContactCount } from '@rozeznanie/core/fieldwork'
import type { Database } from '../database/database.ts'
import { dayOf } from '../kernel/scalars.ts'

interface Outcome {
  readonly outcome: ContactCount['outcome']
  readonly _count: number
}

/** Of the visits and calls that interviewers recorded; `null` without any. */
function responseRateOf(outcomes: readonly Outcome[]): number | null {
  const counts = outcomes.map(({ outcome, _count }): ContactCount => {
    return { accountId: '', channel: 'CAPI', day: '', isSettled: false, outcome, count: _count }
  })
  return contactRates(counts).responseShare
}

/** What tables of a survey say of it beside the answers; `null` when there is no such survey. */
export async function loadTableSurvey(
  { prisma }: Database,
  surveyId: string,
): Promise<Omit<TableSurvey, 'asOf'> | null> {
  const [survey, demo, contacts] = await Promise.all([
    prisma.survey.findUnique({
      where: { id: surveyId },
      include: {
        organisation: { select: { name: true } },
        municipality: { select: { name: true } },
        plan: { select: { population: true } },
      },
    }),
    prisma.installation.findUnique({ where: { key: 'demo' } }),
    prisma.contact.groupBy({
      by: ['outcome'],
      where: { surveyId, isSettled: false },
      _count: true,
    }),
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
      responseRate: responseRateOf(contacts),
      isOfInstitutions: survey.referenceOn !== null,
    }
  )
}
