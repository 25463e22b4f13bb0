import type { InstitutionFacts } from '@rozeznanie/core/institution'
import type { Viewer } from '@rozeznanie/core/account'
import type { Database } from '../database/database.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { isUuid } from '../kernel/ids.ts'

/** The organisation that asks an institution; `null` when there is no such institution. */
export async function findInstitutionOwner({ prisma }: Database, id: string): Promise<string | null> {
  if (!isUuid(id)) return null
  const found = await prisma.institution.findUnique({ where: { id }, select: { organisationId: true } })
  return found?.organisationId ?? null
}

interface Doing {
  readonly viewer: Viewer | null
  readonly at: Date
}

/**
 * Adds institutions; one whose name is known, whatever the letters' case, is passed over and comes back if it was retired.
 *
 * @returns how many were added
 */
export async function addInstitutions(
  { prisma }: Database,
  {
    organisationId,
    institutions,
    viewer,
    at,
  }: Doing & {
    readonly organisationId: string
    readonly institutions: readonly InstitutionFacts[]
  },
): Promise<number> {
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`
    const known = await tx.institution.findMany({ where: { organisationId } })
    const byName = new Map(known.map((row) => [row.name.toLocaleLowerCase('pl'), row]))
    const fresh = institutions.filter(({ name }) => !byName.has(name.toLocaleLowerCase('pl')))
    const back = institutions.flatMap(({ name }) => byName.get(name.toLocaleLowerCase('pl'))?.id ?? [])
    await tx.institution.createMany({ data: fresh.map((facts) => ({ ...facts, organisationId })) })
    await tx.institution.updateMany({ where: { id: { in: back } }, data: { retiredAt: null } })
    const details = { count: fresh.length }
    await recordAudit(tx, {
      ...{ viewer, at, details, action: 'addInstitutions' },
      ...{ objectType: 'Organisation', objectId: organisationId },
    })
    return fresh.length
  })
}

/** @returns false when another institution of the organisation has the name */
export async function updateInstitution(
  { prisma }: Database,
  id: string,
  change: InstitutionFacts & { readonly retiredAt: Date | null },
): Promise<boolean> {
  try {
    await prisma.institution.update({ where: { id }, data: change })
    return true
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false
    throw error
  }
}
