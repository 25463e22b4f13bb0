import { printedCode } from '@rozeznanie/core/invitation'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context, RouteDeps } from '../context.ts'
import { attachment } from '../kernel/content-disposition.ts'
import { baseUrlOf } from '../kernel/public-url.ts'
import { refuse } from '../kernel/http-errors.ts'
import { notSignedIn } from '../kernel/refusals.ts'
import { mayOrganiseSurvey } from '../survey/survey.access.ts'
import { listCodes, type LetterCode } from './code-list.store.ts'
import { loadLetterSurvey, type LetterSurvey } from './letters.store.ts'

type LettersRequest = FastifyRequest<{
  Params: { id: string; batchId: string }
  Querystring: { list?: string }
}>

interface Wanted {
  readonly survey: LetterSurvey
  readonly codes: readonly LetterCode[]
  readonly answerUrl: string
}

/** Letters of a batch, of one letter where it is named; `null` where the viewer may not, or there are none. */
async function wantedBy(
  context: Context,
  request: LettersRequest,
  isReminder: boolean,
): Promise<Wanted | null> {
  const { params, query } = request
  if (!/^\d{1,6}$/.test(params.batchId) || !(await mayOrganiseSurvey(context, params.id))) return null
  const all = await listCodes(context.db, params.id, Number(params.batchId))
  const named = query.list === undefined ? all : all.filter(({ serial }) => String(serial) === query.list)
  const codes = isReminder ? named.filter(({ isUsed }) => !isUsed) : named
  if (codes.length === 0) return null
  const survey = await loadLetterSurvey(context.db, params.id)
  return { survey, codes, answerUrl: `${baseUrlOf(context, request)}/a/${survey.code}` }
}

/** For mail merge in an office suite: semicolons and a byte order mark, as Polish spreadsheets expect. */
function csvOf({ codes, answerUrl }: Wanted): Buffer {
  const lines = codes.map(({ serial, code }) => {
    const printed = printedCode(code)
    return `${serial};${printed};${answerUrl}#kod=${printed}`
  })
  return Buffer.from(`\uFEFF${['numer;kod;adres', ...lines].join('\r\n')}\r\n`)
}

const factsOf = ({ survey: { code: _code, ...facts }, codes, answerUrl }: Wanted, isReminder: boolean) => ({
  ...facts,
  answerUrl,
  isReminder,
  codes: codes.map(({ serial, code }) => ({ serial, code: printedCode(code) })),
})

/**
 * `GET /download/surveys/<id>/invitations/<batch>/letters.pdf|labels.pdf|reminders.pdf|codes.csv|reminders.csv`, of one
 * letter with `?list=<number>`: for organisers of the survey; for others they are not there. Reminders are for codes
 * that are not known to be used.
 */
export async function letterRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const files = {
    'letters.pdf': { isReminder: false, name: 'Listy', make: deps.printer.renderLetters },
    'labels.pdf': { isReminder: false, name: 'Etykiety', make: deps.printer.renderLabels },
    'reminders.pdf': { isReminder: true, name: 'Przypomnienia', make: deps.printer.renderLetters },
    'codes.csv': { isReminder: false, name: 'Kody', make: null },
    'reminders.csv': { isReminder: true, name: 'Kody-do-przypomnienia', make: null },
  } as const
  for (const [file, { isReminder, name, make }] of Object.entries(files)) {
    const send = async (request: LettersRequest, reply: FastifyReply) => {
      const context = await deps.contextOf(request, reply)
      if (!context.viewer) throw notSignedIn()
      const wanted = await wantedBy(context, request, isReminder)
      if (!wanted) return refuse(reply, 404)
      const bytes = make ? await make(factsOf(wanted, isReminder)) : csvOf(wanted)
      return reply
        .type(make ? 'application/pdf' : 'text/csv; charset=utf-8')
        .header('content-disposition', attachment(`${name}-${request.params.batchId}.${file.slice(-3)}`))
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .send(bytes)
    }
    app.get(`/download/surveys/:id/invitations/:batchId/${file}`, send)
  }
}
