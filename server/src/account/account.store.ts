import type { Role, Viewer } from '@rozeznanie/core/account'
import type { Database } from '../database/database.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { isUuid } from '../kernel/ids.ts'

type Tx = Prisma.TransactionClient
const ADMINISTRATORS_LOCK = 4_103_001

export interface NewAccount {
  readonly email: string
  readonly name: string
  readonly passwordHash: string
  readonly isAdministrator: boolean
  readonly membership?: { readonly organisationId: string; readonly role: Role }
}

/** One transaction in which nobody else adds or disables administrators. */
export function whileAdministratorsStay<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADMINISTRATORS_LOCK})`
    return work(tx)
  })
}

export function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.prisma.$transaction(work)
}

export function findCredentials(db: Database, email: string) {
  return db.prisma.account.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, disabledAt: true },
  })
}

export async function isEmailTaken(tx: Tx, email: string): Promise<boolean> {
  return (await tx.account.count({ where: { email } })) > 0
}

/** Ids of the administrators who can sign in. */
export async function activeAdministratorIds(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.account.findMany({
    where: { isAdministrator: true, disabledAt: null },
    select: { id: true },
  })
  return rows.map((row) => row.id)
}

/** @returns null when the e-mail was taken in the same instant */
export async function insertAccount(tx: Tx, { membership, ...account }: NewAccount): Promise<string | null> {
  const rows = await tx.account.createManyAndReturn({
    data: [account],
    skipDuplicates: true,
    select: { id: true },
  })
  const accountId = rows[0]?.id ?? null
  if (accountId !== null && membership) await tx.membership.create({ data: { accountId, ...membership } })
  return accountId
}

export async function accountExists(tx: Tx, accountId: string): Promise<boolean> {
  return isUuid(accountId) && (await tx.account.count({ where: { id: accountId } })) > 0
}

/** Disabling also ends every session of the account. */
export async function saveDisabled(tx: Tx, accountId: string, disabledAt: Date | null): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { disabledAt } })
  if (disabledAt !== null) await tx.session.deleteMany({ where: { accountId } })
}

export async function organisationExists(tx: Tx, organisationId: string): Promise<boolean> {
  return isUuid(organisationId) && (await tx.organisation.count({ where: { id: organisationId } })) > 0
}

export async function loadViewer(db: Database, accountId: string): Promise<Viewer> {
  const row = await db.prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: VIEWER })
  return viewerOf(row)
}

export const VIEWER = {
  id: true,
  name: true,
  email: true,
  isAdministrator: true,
  memberships: { select: { organisationId: true, role: true }, orderBy: { organisation: { name: 'asc' } } },
} satisfies Prisma.AccountSelect

export function viewerOf({ id, ...row }: Prisma.AccountGetPayload<{ select: typeof VIEWER }>): Viewer {
  return { accountId: id, ...row }
}

/** Without a disabled account the installation has at least one administrator, or waits for its first. */
export async function hasAdministrator(db: Database): Promise<boolean> {
  return (await db.prisma.account.count({ where: { isAdministrator: true } })) > 0
}

export async function isDemo(db: Database): Promise<boolean> {
  return (await db.prisma.installation.count({ where: { key: 'demo' } })) > 0
}

/** All accounts, by name. */
export function allAccounts(db: Database, query: Prisma.AccountFindManyArgs) {
  return db.prisma.account.findMany({ ...query, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
}

export function accountById(db: Database, id: string, query: Prisma.AccountDefaultArgs) {
  return db.prisma.account.findUniqueOrThrow({ ...query, where: { id } })
}

export function organisationById(db: Database, id: string, query: Prisma.OrganisationDefaultArgs) {
  return db.prisma.organisation.findUniqueOrThrow({ ...query, where: { id } })
}
