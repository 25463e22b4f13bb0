import type { Viewer } from '@rozeznanie/core/account'
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import type { Accounts } from './account/accounts.ts'
import type { SurveyColumns } from './analysis/survey-columns.ts'
import type { SurveyQuality } from './cleaning/survey-quality.ts'
import type { Database } from './database/database.ts'
import type { Snapshots } from './disclosure/snapshots.ts'
import type { Tickets } from './invitation/tickets.ts'
import type { ProgressBus } from './kernel/progress.ts'
import type { ParkedAnswers } from './parked/parked-answers.ts'
import type { Responses } from './response/responses.ts'
import type { Printer } from './print/printer.ts'
import type { Services } from './services.ts'
import type { AnswerDocuments } from './survey/answer-documents.ts'
import type { PublicSurveys } from './survey/public-surveys.ts'

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
  /** Surveys as their public address shows them, kept in memory for a moment. */
  readonly publicSurveys: PublicSurveys
  /** The one way in for responses, of every room. */
  readonly responses: Responses
  /** Where one-time codes become tickets. */
  readonly tickets: Tickets
  /** Unfinished answers that respondents put aside, sealed. */
  readonly parked: ParkedAnswers
  /** The answers of every survey, ready to be counted. */
  readonly surveyColumns: SurveyColumns
  /** The same frozen, as everybody but their owner may know them. */
  readonly snapshots: Snapshots
  /** Which responses of every survey deserve a look. */
  readonly surveyQuality: SurveyQuality
  /** Makes PDFs in a thread of its own. */
  readonly printer: Printer
  /** The address that residents see, without a slash at its end; null: the one of the request. */
  readonly publicUrl: string | null
  /** Of this program, `0.1.0`. */
  readonly version: string
}

/** What the application is built from; tests and `main.ts` give their own. */
export interface AppDeps {
  readonly db: Database
  readonly now?: () => Date
  readonly progress?: ProgressBus
  readonly accounts?: Accounts
  /** All of the shared services at once, when somebody else already uses them. */
  readonly services?: Services
  /** The address that residents see, without a slash at its end; without it the one of each request. */
  readonly publicUrl?: string | null
  /** How many responses one address may send a minute. */
  readonly submissionsPerMinute?: number
  /** Room for answers kept in memory for counting, in bytes. */
  readonly resultsMemoryBytes?: number
  /** No introspection. */
  readonly production?: boolean
  /** Served over https: the cookie is `Secure` and `__Host-`. */
  readonly https?: boolean
  /** Number of trusted proxies in front, for the address of the client. */
  readonly trustedProxyCount?: number
  /** Folder of the built web; without it only the API answers. */
  readonly webFolder?: string
  readonly logger?: FastifyBaseLogger
}

/** What a room's `<noun>.http.ts` gets beside the application. */
export interface RouteDeps extends Services {
  readonly webFolder: string | null
  readonly answerDocuments: AnswerDocuments
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
