import { createAccounts } from './account/accounts.ts'
import { createSurveyColumns } from './analysis/survey-columns.ts'
import { createSurveyQuality } from './cleaning/survey-quality.ts'
import { type AppDeps, type Context, INSTALLATION } from './context.ts'
import { createSnapshots } from './disclosure/snapshots.ts'
import { createTickets } from './invitation/tickets.ts'
import { createProgressBus } from './kernel/progress.ts'
import { createParkedAnswers } from './parked/parked-answers.ts'
import { createPrinter } from './print/printer.ts'
import { programVersion } from './repository.ts'
import { createResponses } from './response/responses.ts'
import { createPublicSurveys } from './survey/public-surveys.ts'

/** What all requests of one process share. */
export type Services = Omit<Context, 'viewer' | 'session' | 'clientAddress'>

/** Builds what the dependencies do not already bring. */
export function createServices(deps: AppDeps): Services {
  const { db, progress = createProgressBus(), submissionsPerMinute, resultsMemoryBytes: memoryBytes } = deps
  const now = deps.now ?? (() => new Date())
  const surveyColumns = createSurveyColumns({ db, now, ...(memoryBytes && { memoryBytes }) })
  return {
    db,
    now,
    progress,
    accounts: deps.accounts ?? createAccounts(),
    publicSurveys: createPublicSurveys(db),
    responses: createResponses({ db, progress, ...(submissionsPerMinute && { submissionsPerMinute }) }),
    parked: createParkedAnswers({ db, now }),
    tickets: createTickets({ db, now }),
    surveyColumns,
    snapshots: createSnapshots({ db, now, surveyColumns }),
    surveyQuality: createSurveyQuality(db, surveyColumns),
    printer: createPrinter(),
    publicUrl: deps.publicUrl ?? null,
    version: programVersion(),
  }
}

/** A context without a request, whose doer is the installation itself: for the demo and for commands. */
export function asInstallation(services: Services): Context {
  const session = { token: null, start: () => undefined, end: () => undefined }
  return { ...services, viewer: INSTALLATION, session, clientAddress: '127.0.0.1' }
}
