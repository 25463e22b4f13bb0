import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { deleteSession } from './session.store.ts'

/** Ends the session on the server and in the browser; a copied cookie is worth nothing afterwards. */
export async function signOut({ db, viewer, session, now }: Context): Promise<void> {
  if (session.token !== null) await deleteSession(db, session.token)
  session.end()
  if (viewer === null) return
  const objectId = viewer.accountId
  await recordAudit(db.prisma, { viewer, at: now(), action: 'signOut', objectType: 'Account', objectId })
}
