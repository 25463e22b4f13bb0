import type { FastifyInstance } from 'fastify'
import type { RouteDeps } from './context.ts'
import { fieldworkRoutes } from './fieldwork/fieldwork.http.ts'
import { importRoutes } from './import/import.http.ts'
import { institutionRoutes } from './institution/form-page.http.ts'
import { interchangeRoutes } from './interchange/interchange.http.ts'
import { codeExchangeRoutes } from './invitation/exchange.http.ts'
import { kioskRoutes } from './kiosk/kiosk.http.ts'
import { letterRoutes } from './invitation/letters.http.ts'
import { notSignedIn } from './kernel/refusals.ts'
import { microdataRoutes } from './microdata/microdata.http.ts'
import { municipalityRoutes } from './municipality/municipality.http.ts'
import { parkedRoutes } from './parked/parked.http.ts'
import { printRoutes } from './print/print.http.ts'
import { reportRoutes } from './report/report.http.ts'
import { orderJob } from './response/order.http.ts'
import { plainAnsweringRoutes } from './response/plain-answering.http.ts'
import { responseRoutes } from './response/response.http.ts'
import { surveyRoutes } from './survey/survey.http.ts'

type Routes = (app: FastifyInstance, deps: RouteDeps) => Promise<void>

/** Every room's routes beside GraphQL. A room with routes adds its function here. */
const ROOMS: readonly Routes[] = [
  fieldworkRoutes,
  importRoutes,
  institutionRoutes,
  interchangeRoutes,
  municipalityRoutes,
  surveyRoutes,
  responseRoutes,
  orderJob,
  plainAnsweringRoutes,
  codeExchangeRoutes,
  letterRoutes,
  parkedRoutes,
  kioskRoutes,
  reportRoutes,
  microdataRoutes,
  printRoutes,
]

/**
 * Each room is a plugin of its own, so that its body parsers do not reach the others. Files of people who are not
 * signed in are turned away before they are read.
 */
export async function registerRooms(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.routeOptions.url?.startsWith('/upload/')) return
    if ((await deps.contextOf(request, reply)).viewer === null) throw notSignedIn()
  })
  for (const room of ROOMS) await app.register((scope) => room(scope, deps))
}
