import type { Viewer } from '@rozeznanie/core/account'
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import type { Accounts } from './account/accounts.ts'
import type { Database } from './database/database.ts'
import type { ProgressBus } from './kernel/progress.ts'

/** The session of one request: its cookie, not its row. */
export interface SessionCookie {
  /** The token the browser sent, if any. */
  readonly token: string | null
  start(token: string): void
  end(): void
}

/** What every use case gets as its first argument. */
export interface Context {
  readonly db: Database
  /** Null: nobody is signed in. */
  readonly viewer: Viewer | null
  readonly now: () => Date
  readonly progress: ProgressBus
  readonly session: SessionCookie
  readonly clientAddress: string
  readonly accounts: Accounts
}

/** What the application is built from; tests and `main.ts` give their own. */
export interface AppDeps {
  readonly db: Database
  readonly now?: () => Date
  readonly progress?: ProgressBus
  readonly accounts?: Accounts
  /** No introspection. */
  readonly production?: boolean
  /** Served over https: the cookie is `Secure` and `__Host-`. */
  readonly https?: boolean
  /** Number of trusted proxies in front, for the address of the client. */
  readonly trustedProxyCount?: number
  /** Folder of the built web; without it only the API answers. */
  readonly webFolder?: string
  readonly logger?: FastifyBaseLogger
  readonly version?: string
}

/** What a room's `<noun>.http.ts` gets beside the application. */
export interface RouteDeps {
  readonly db: Database
  readonly now: () => Date
  readonly progress: ProgressBus
  readonly webFolder: string | null
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<Context>
}

/** The installation itself as the doer: for the demo and for commands, never for a request. */
export const INSTALLATION: Viewer = {
  accountId: '00000000-0000-0000-0000-000000000000',
  name: 'Rozeznanie',
  email: '',
  isAdministrator: true,
  memberships: [],
}
