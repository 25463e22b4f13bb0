import type { PopulationStructure, SurveyPlan } from '@rozeznanie/core/fieldwork'
import type { Viewer } from '@rozeznanie/core/account'
import type { Database } from '../database/database.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { midnightOf } from '../kernel/scalars.ts'

/** Who changes the plan of which survey, and when. */
export interface PlanChange {
  readonly surveyId: string
  readonly viewer: Viewer
  readonly at: Date
}

const line = ({ surveyId, viewer, at }: PlanChange, action: string) => ({
  action,
  objectType: 'Survey',
  objectId: surveyId,
  viewer,
  at,
})

/** Stores targets and the number of people. */
export async function savePlan(
  { prisma }: Database,
  change: PlanChange,
  { target, population, localityTargets }: SurveyPlan,
): Promise<void> {
  const { surveyId } = change
  await prisma.$transaction(async (tx) => {
    const facts = { target, population }
    await tx.surveyPlan.upsert({ where: { surveyId }, create: { surveyId, ...facts }, update: facts })
    await tx.localityTarget.deleteMany({ where: { surveyId } })
    await tx.localityTarget.createMany({ data: localityTargets.map((one) => ({ surveyId, ...one })) })
    await recordAudit(tx, { ...line(change, 'saveSurveyPlan'), details: { target, population } })
  })
}

/** A structure with where its figures are from and of which day they are. */
export interface SourcedStructure {
  readonly structure: PopulationStructure
  readonly source: string
  /** Local day. */
  readonly asOf: string
}

/** Stores the structure of the population, or takes it away. */
export async function saveStructure(
  { prisma }: Database,
  change: PlanChange,
  sourced: SourcedStructure | null,
): Promise<void> {
  const { surveyId } = change
  const facts = {
    structure: sourced === null ? Prisma.DbNull : (JSON.parse(JSON.stringify(sourced.structure)) as object),
    structureSource: sourced?.source ?? null,
    structureOn: sourced === null ? null : midnightOf(sourced.asOf),
  }
  await prisma.$transaction(async (tx) => {
    await tx.surveyPlan.upsert({ where: { surveyId }, create: { surveyId, ...facts }, update: facts })
    await recordAudit(tx, line(change, 'savePopulationStructure'))
  })
}

/** Gives a survey the plan of an earlier one. */
export async function copyPlan(
  { prisma }: Database,
  change: PlanChange & { readonly fromSurveyId: string },
): Promise<void> {
  const { surveyId, fromSurveyId } = change
  await prisma.$transaction(async (tx) => {
    const from = await tx.surveyPlan.findUnique({ where: { surveyId: fromSurveyId } })
    const targets = await tx.localityTarget.findMany({ where: { surveyId: fromSurveyId } })
    if (from) {
      const facts = { ...from, surveyId, structure: from.structure ?? Prisma.DbNull }
      await tx.surveyPlan.upsert({ where: { surveyId }, create: facts, update: facts })
    }
    await tx.localityTarget.createMany({
      data: targets.map((one) => ({ ...one, surveyId })),
      skipDuplicates: true,
    })
    await recordAudit(tx, { ...line(change, 'copySurveyPlan'), details: { fromSurveyId } })
  })
}
