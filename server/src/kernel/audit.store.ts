import type { Viewer } from '@rozeznanie/core/account'
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts'
import { isUuid } from './ids.ts'

/** Who did what to which object. Never an answer, a password or a code. */
export interface AuditEntry {
  /** Null: somebody not signed in. */
  readonly viewer: Pick<Viewer, 'accountId'> | null
  readonly at: Date
  /** Verb and noun: `openSurvey`. */
  readonly action: string
  /** The glossary noun: `Survey`. */
  readonly objectType: string
  readonly objectId: string
  readonly details?: Prisma.InputJsonObject
}

/** Adds one line to the record of who did what; inside the transaction of the change itself. */
export async function recordAudit(tx: Pick<PrismaClient, 'auditEvent'>, entry: AuditEntry): Promise<void> {
  const { viewer, details, ...facts } = entry
  const accountId = viewer && isUuid(viewer.accountId) ? viewer.accountId : null
  await tx.auditEvent.create({ data: { ...facts, accountId, details: details ?? {} } })
}
