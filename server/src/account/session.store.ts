import type { Viewer } from '@rozeznanie/core/account'
import { isSessionAlive } from '@rozeznanie/core/account'
import type { Database } from '../database/database.ts'
import { VIEWER, viewerOf } from './account.store.ts'
import { hashOfToken } from './session-token.ts'

const TOUCH_EVERY_MS = 60_000
const LONGEST_LIFE_MS = 12 * 60 * 60 * 1000

/** Stores a new session and sweeps out the ones that are over for everybody. */
export async function insertSession(
  db: Database,
  accountId: string,
  token: string,
  now: Date,
): Promise<void> {
  await db.prisma.session.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - LONGEST_LIFE_MS) } },
  })
  const times = { createdAt: now, lastSeenAt: now }
  await db.prisma.session.create({ data: { tokenHash: hashOfToken(token), accountId, ...times } })
}

export async function deleteSession(db: Database, token: string): Promise<void> {
  await db.prisma.session.deleteMany({ where: { tokenHash: hashOfToken(token) } })
}

/**
 * The person of a session, with the roles of this very moment.
 *
 * @param options.isUse - false when only looking: it does not keep the session alive
 * @returns null when the session is unknown, over, or of a disabled account
 */
export async function viewerOfSession(
  db: Database,
  token: string,
  now: Date,
  { isUse }: { readonly isUse: boolean } = { isUse: true },
): Promise<Viewer | null> {
  const tokenHash = hashOfToken(token)
  const row = await db.prisma.session.findUnique({
    where: { tokenHash },
    select: { createdAt: true, lastSeenAt: true, account: { select: { ...VIEWER, disabledAt: true } } },
  })
  if (!row || row.account.disabledAt !== null || !isSessionAlive(row, now)) return null
  if (isUse && now.getTime() - row.lastSeenAt.getTime() >= TOUCH_EVERY_MS) {
    await db.prisma.session.updateMany({ where: { tokenHash }, data: { lastSeenAt: now } })
  }
  const { disabledAt: _, ...account } = row.account
  return viewerOf(account)
}
