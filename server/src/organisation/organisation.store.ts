import type { OrganisationKind, Role } from '@rozeznanie/core/account'
import type { Database } from '../database/database.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { isUuid } from '../kernel/ids.ts'

type Tx = Prisma.TransactionClient

export interface OrganisationFields {
  readonly name: string
  readonly phone: string
  readonly municipalityCodes: readonly string[]
}

export function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.prisma.$transaction(work)
}

/** @param ids - only these; null for all */
export function findOrganisations(
  db: Database,
  ids: readonly string[] | null,
  query: Prisma.OrganisationFindManyArgs,
) {
  const where = ids === null ? {} : { id: { in: [...ids] } }
  return db.prisma.organisation.findMany({ ...query, where, orderBy: [{ name: 'asc' }] })
}

export async function findOrganisation(db: Database, id: string, query: Prisma.OrganisationDefaultArgs) {
  return isUuid(id) ? db.prisma.organisation.findUnique({ ...query, where: { id } }) : null
}

/** Of the codes, those that the register does not know. */
export async function unknownMunicipalities(tx: Tx, codes: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.municipality.findMany({ where: { code: { in: [...codes] } }, select: { code: true } })
  const known = new Set(rows.map((row) => row.code))
  return codes.filter((code) => !known.has(code))
}

export async function isNameTaken(tx: Tx, name: string, exceptId?: string): Promise<boolean> {
  const others = exceptId === undefined ? {} : { id: { not: exceptId } }
  return (await tx.organisation.count({ where: { name, ...others } })) > 0
}

export async function organisationExists(tx: Tx, id: string): Promise<boolean> {
  return isUuid(id) && (await tx.organisation.count({ where: { id } })) > 0
}

export async function insertOrganisation(
  tx: Tx,
  kind: OrganisationKind,
  fields: OrganisationFields,
): Promise<string> {
  const { municipalityCodes, ...own } = fields
  const create = municipalityCodes.map((municipalityCode) => ({ municipalityCode }))
  const row = await tx.organisation.create({
    data: { kind, ...own, municipalities: { create } },
    select: { id: true },
  })
  return row.id
}

export async function saveOrganisation(tx: Tx, id: string, fields: OrganisationFields): Promise<void> {
  const { municipalityCodes, ...own } = fields
  const create = municipalityCodes.map((municipalityCode) => ({ municipalityCode }))
  await tx.organisation.update({
    where: { id },
    data: { ...own, municipalities: { deleteMany: {}, create } },
  })
}

export async function accountExists(tx: Tx, accountId: string): Promise<boolean> {
  return isUuid(accountId) && (await tx.account.count({ where: { id: accountId } })) > 0
}

/** A null role ends the membership. */
export async function saveMembership(tx: Tx, accountId: string, organisationId: string, role: Role | null) {
  if (role === null) return void (await tx.membership.deleteMany({ where: { accountId, organisationId } }))
  const where = { accountId_organisationId: { accountId, organisationId } }
  await tx.membership.upsert({ where, create: { accountId, organisationId, role }, update: { role } })
}
