import type { Viewer } from '@rozeznanie/core/account'
import type { WeightCost, WeightRecipe } from '@rozeznanie/core/weighting'
import type { Database } from '../database/database.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { dayOf } from '../kernel/scalars.ts'

/** A weight version as it is stored; its recipe is a document of whoever made it. */
export interface StoredVersion {
  readonly number: number
  readonly recipe: unknown
  readonly createdAt: Date
  readonly createdByName: string
  readonly responseCount: number
  readonly cost: unknown
  readonly retiredAt: Date | null
}

const SELECT = {
  number: true,
  recipe: true,
  createdAt: true,
  responseCount: true,
  diagnostics: true,
  retiredAt: true,
  account: { select: { name: true } },
} as const

interface Row extends Omit<StoredVersion, 'createdByName' | 'cost'> {
  readonly diagnostics: unknown
  readonly account: { readonly name: string }
}
const toVersion = ({ account, diagnostics, ...row }: Row): StoredVersion => ({
  ...row,
  cost: diagnostics,
  createdByName: account.name,
})

/** All versions of a survey, the newest first. */
export async function findVersions(
  { prisma }: Database,
  surveyId: string,
): Promise<readonly StoredVersion[]> {
  const rows = await prisma.weightVersion.findMany({
    where: { surveyId },
    select: SELECT,
    orderBy: { number: 'desc' },
  })
  return rows.map(toVersion)
}

/** @returns `null` when the survey has no such version */
export async function findVersion(
  { prisma }: Database,
  surveyId: string,
  number: number,
): Promise<StoredVersion | null> {
  const row = await prisma.weightVersion.findUnique({
    where: { surveyId_number: { surveyId, number } },
    select: SELECT,
  })
  return row && toVersion(row)
}

/** The version that results of a survey use; `null`: none. */
export async function findUsualNumber({ prisma }: Database, surveyId: string): Promise<number | null> {
  const survey = await prisma.survey.findUnique({
    where: { id: surveyId },
    select: { usualWeightNumber: true },
  })
  return survey?.usualWeightNumber ?? null
}

/** Who changes the weights of which survey, and when. */
export interface WeightChange {
  readonly surveyId: string
  readonly viewer: Viewer
  readonly at: Date
}

const line = (
  { surveyId, viewer, at }: WeightChange,
  action: string,
  details: { readonly number: number | null },
) => ({
  ...{ viewer, at, action, details },
  objectType: 'Survey',
  objectId: surveyId,
})

interface VersionToSave {
  readonly recipe: WeightRecipe
  readonly cost: WeightCost
  readonly responseCount: number
  readonly isUsual: boolean
}

/** Stores a version under the next number of its survey. @returns the number */
export async function saveVersion(
  { prisma }: Database,
  change: WeightChange,
  { recipe, cost, responseCount, isUsual }: VersionToSave,
): Promise<number> {
  const { surveyId, viewer, at } = change
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM survey WHERE id = ${surveyId}::uuid FOR UPDATE`
    const last = await tx.weightVersion.findFirst({
      where: { surveyId },
      select: { number: true },
      orderBy: { number: 'desc' },
    })
    const number = (last?.number ?? 0) + 1
    await tx.weightVersion.create({
      data: {
        ...{ surveyId, number, responseCount, name: recipe.name },
        recipe: JSON.parse(JSON.stringify(recipe)) as object,
        diagnostics: { ...cost },
        accountId: viewer.accountId,
        createdAt: at,
      },
    })
    if (isUsual) await tx.survey.update({ where: { id: surveyId }, data: { usualWeightNumber: number } })
    await recordAudit(tx, line(change, 'createWeightVersion', { number }))
    return number
  })
}

/** Retires a version; results stop using it. @returns false when the survey has no such version in use */
export async function retireVersion(
  { prisma }: Database,
  change: WeightChange,
  number: number,
): Promise<boolean> {
  const { surveyId, at } = change
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.weightVersion.updateMany({
      where: { surveyId, number, retiredAt: null },
      data: { retiredAt: at },
    })
    if (count === 0) return false
    await tx.survey.updateMany({
      where: { id: surveyId, usualWeightNumber: number },
      data: { usualWeightNumber: null },
    })
    await recordAudit(tx, line(change, 'retireWeightVersion', { number }))
    return true
  })
}

/** Makes a version the one that results use; `null`: none. @returns false when it is retired or not there */
export async function saveUsual(
  { prisma }: Database,
  change: WeightChange,
  number: number | null,
): Promise<boolean> {
  const { surveyId } = change
  return prisma.$transaction(async (tx) => {
    const isThere =
      number === null || (await tx.weightVersion.count({ where: { surveyId, number, retiredAt: null } })) > 0
    if (!isThere) return false
    await tx.survey.update({ where: { id: surveyId }, data: { usualWeightNumber: number } })
    await recordAudit(tx, line(change, 'setUsualWeightVersion', { number }))
    return true
  })
}

/** The population of a survey's targets as it is stored. */
export interface StoredPopulation {
  readonly structure: unknown
  readonly source: string
  readonly day: string
}

/** @returns `null` where nobody gave the population */
export async function findPopulation(
  { prisma }: Database,
  surveyId: string,
): Promise<StoredPopulation | null> {
  const plan = await prisma.surveyPlan.findUnique({
    where: { surveyId },
    select: { structure: true, structureSource: true, structureOn: true },
  })
  if (!plan?.structure || !plan.structureOn) return null
  return { structure: plan.structure, source: plan.structureSource ?? '', day: dayOf(plan.structureOn) }
}
