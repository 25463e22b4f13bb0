import type { Database } from '../database/database.ts'

/** How the people of a survey were chosen, and how many it is about. */
export interface Sampling {
  readonly sampleType: 'RANDOM' | 'QUOTA' | 'OPEN_LINK'
  /** People the survey is about; `null` where nobody has told. */
  readonly population: number | null
}

/** @returns `null` when there is no such survey */
export async function findSampling({ prisma }: Database, surveyId: string): Promise<Sampling | null> {
  const survey = await prisma.survey.findUnique({
    where: { id: surveyId },
    select: { sampleType: true, plan: { select: { population: true } } },
  })
  return survey && { sampleType: survey.sampleType, population: survey.plan?.population ?? null }
}
