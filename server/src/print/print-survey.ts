import { languagesOf } from '@rozeznanie/core/questionnaire'
import { hasPublicLink } from '@rozeznanie/core/questionnaire/library'
import { DEFAULT_INVITATION_REASON, MOST_COPIES } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { mayOrganiseSurvey } from '../survey/survey.access.ts'
import { loadPrintedSurvey, loadRun, type PrintedSurvey } from './print.store.ts'
import type { BookletFacts, NoticeTask, PrintTask } from './print-task.ts'

/** A PDF, ready to be downloaded. */
export interface PrintedFile {
  /** With Polish letters. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What somebody wants printed of a survey. */
export type PrintOrder =
  | Pick<NoticeTask, 'kind' | 'size'>
  | {
      readonly kind: 'booklet'
      readonly language: string
      readonly isLarge: boolean
      /** `null`: a copy to look at, without a number. */
      readonly sheets: { readonly from: number; readonly copies: number } | null
    }

/** The address of the answering page, as the installation knows it or as this request came. */
type AddressOf = (code: string) => string

const bookletFacts = (survey: PrintedSurvey, addressOf: AddressOf): BookletFacts => ({
  surveyCode: survey.code,
  organisationName: survey.organisationName,
  municipalityName: survey.municipalityName,
  contactPhone: survey.contactPhone,
  closesOn: survey.closesOn,
  informationClause: survey.informationClause,
  sheetReturn: survey.sheetReturn,
  onlineAddress:
    survey.takesCodes || !hasPublicLink(survey.questionnaire)
      ? null
      : addressOf(survey.code).replace(/^https?:\/\//, ''),
})

function noticeTask(
  { kind, size }: Pick<NoticeTask, 'kind' | 'size'>,
  survey: PrintedSurvey,
  answerUrl: string,
) {
  const { questionnaire, invitationReason, title, ...facts } = survey
  return {
    kind,
    size,
    facts: {
      surveyTitle: title,
      organisationName: facts.organisationName,
      municipalityName: facts.municipalityName,
      contactPhone: facts.contactPhone,
      closesOn: facts.closesOn,
      answerUrl,
      why: invitationReason || DEFAULT_INVITATION_REASON,
      minutes: questionnaire.estimatedMinutes,
      languages: languagesOf(questionnaire),
    },
  }
}

interface NamedTask {
  readonly name: string
  readonly task: PrintTask
}

async function bookletTask(
  { db }: Pick<Context, 'db'>,
  survey: PrintedSurvey,
  order: Extract<PrintOrder, { kind: 'booklet' }>,
  addressOf: AddressOf,
): Promise<NamedTask | null> {
  const { sheets, ...look } = order
  const facts = bookletFacts(survey, addressOf)
  if (sheets === null) {
    if (!languagesOf(survey.questionnaire).includes(look.language)) return null
    return { name: 'Wzór', task: { ...look, sheets, facts, questionnaire: survey.questionnaire } }
  }
  const { from: firstSheet, copies } = sheets
  const lastSheet = firstSheet + copies - 1
  if (copies < 1 || copies > MOST_COPIES) return null
  const run = await loadRun(db, survey.id, { firstSheet, lastSheet })
  if (!run) return null
  const { language, isLarge, questionnaire } = run
  const name = `Arkusze-${firstSheet}-${lastSheet}`
  return { name, task: { kind: 'booklet', language, isLarge, questionnaire, facts, sheets } }
}

/**
 * A leaflet, a poster or paper questionnaires of a survey. For its organisers. Numbered sheets are printed of a run
 * that was planned, as often as needed; they stay in its version, language and size.
 *
 * @returns `null` when there is no such survey or run, or it is not the viewer's
 */
export async function printSurvey(
  context: Context,
  { surveyId, order, addressOf }: { surveyId: string; order: PrintOrder; addressOf: AddressOf },
): Promise<PrintedFile | null> {
  const survey = (await mayOrganiseSurvey(context, surveyId))
    ? await loadPrintedSurvey(context.db, surveyId)
    : null
  if (!survey) return null
  const named =
    order.kind === 'booklet'
      ? await bookletTask(context, survey, order, addressOf)
      : {
          name: order.kind === 'poster' ? 'Plakat' : 'Ulotka',
          task: noticeTask(order, survey, addressOf(survey.code)),
        }
  if (!named) return null
  const title = survey.title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)
  return { name: `${named.name}-${title}.pdf`, bytes: await context.printer.run(named.task) }
}
