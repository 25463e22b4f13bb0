import type { Database } from '../database/database.ts'
import { dayOf } from '../kernel/scalars.ts'

/** A survey that may stand in a trend. */
export interface StoredWave {
  readonly surveyId: string
  readonly title: string
  /** Local days. */
  readonly opensOn: string
  readonly closesOn: string
  readonly sampleType: 'RANDOM' | 'QUOTA' | 'OPEN_LINK'
  readonly population: number | null
}

/** No trend runs through more earlier surveys than these, the latest. */
const MOST_WAVES = 8

const SELECT = {
  id: true,
  title: true,
  opensOn: true,
  closesOn: true,
  sampleType: true,
  plan: { select: { population: true } },
} as const

/**
 * A survey, and others of the same organisation in the same municipality, the latest first: those named, or those that
 * opened no later.
 *
 * @returns `null` when there is no such survey
 */
export async function findWaves(
  { prisma }: Database,
  surveyId: string,
  otherIds: readonly string[] | null,
): Promise<{ readonly own: StoredWave; readonly others: readonly StoredWave[] } | null> {
  const own = await prisma.survey.findUnique({
    where: { id: surveyId },
    select: { ...SELECT, organisationId: true, municipalityCode: true },
  })
  if (own === null) return null
  const { organisationId, municipalityCode, opensOn } = own
  const wanted = otherIds === null ? { opensOn: { lte: opensOn } } : { id: { in: [...otherIds] } }
  const others = await prisma.survey.findMany({
    where: { organisationId, municipalityCode, NOT: { id: surveyId }, ...wanted },
    select: SELECT,
    orderBy: [{ opensOn: 'desc' }, { id: 'desc' }],
    take: MOST_WAVES,
  })
  const waveOf = (survey: (typeof others)[number]): StoredWave => ({
    surveyId: survey.id,
    title: survey.title,
    opensOn: dayOf(survey.opensOn),
    closesOn: dayOf(survey.closesOn),
    sampleType: survey.sampleType,
    population: survey.plan?.population ?? null,
  })
  return { own: waveOf(own), others: others.map(waveOf) }
}
