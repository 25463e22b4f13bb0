import { LONGEST_PASSWORD, SignInRefusedError, type Viewer, normaliseEmail } from '@rozeznanie/core/account'
import type { Context } from '../context.ts'
import { recordAudit } from '../kernel/audit.store.ts'
import { findCredentials, loadViewer } from './account.store.ts'
import { newToken } from './session-token.ts'
import { deleteSession, insertSession } from './session.store.ts'

const LONGEST_EMAIL = 254

/**
 * Starts a session. An unknown address, a wrong password and a disabled account get the same words after the same
 * time. The session of before, if any, ends: its id is never used again.
 * @throws SignInRefusedError
 */
export async function signIn(context: Context, input: { email: string; password: string }): Promise<Viewer> {
  const { db, accounts, clientAddress } = context
  const email = normaliseEmail(input.email)
  const canBeRight = email.length <= LONGEST_EMAIL && input.password.length <= LONGEST_PASSWORD
  const wait = await accounts.tries.signIn(email.slice(0, LONGEST_EMAIL), clientAddress)
  if (wait !== null) throw new SignInRefusedError(wait)
  if (!canBeRight) throw new SignInRefusedError()
  const account = await findCredentials(db, email)
  const passwordHash = account && account.disabledAt === null ? account.passwordHash : null
  const isRight = await accounts.passwords.matches(input.password, passwordHash)
  if (!account || !isRight) throw new SignInRefusedError()
  await accounts.tries.succeeded(email, clientAddress)
  return startSession(context, account.id, 'signIn')
}

/** Gives the browser a new session of the account and ends the one it had. */
export async function startSession(context: Context, accountId: string, action: string): Promise<Viewer> {
  const { db, session, now } = context
  const at = now()
  if (session.token !== null) await deleteSession(db, session.token)
  const token = newToken()
  await insertSession(db, accountId, token, at)
  await recordAudit(db.prisma, {
    viewer: { accountId },
    at,
    action,
    objectType: 'Account',
    objectId: accountId,
  })
  session.start(token)
  return loadViewer(db, accountId)
}
