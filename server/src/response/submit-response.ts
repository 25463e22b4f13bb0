import { mayCollectFor } from '@rozeznanie/core/account'
import { DomainError, InvalidInputError } from '@rozeznanie/core/errors'
import {
  type CollectionMode,
  parseSubmission,
  type RawSubmission,
  ResponseConflictError,
} from '@rozeznanie/core/response'
import {
  assertTakesAnswers,
  INVITED_ONLY_MESSAGE,
  localDayOf,
  SurveyNotOpenError,
} from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
import { assertKioskPass } from '../invitation/kiosk-pass.access.ts'
import { ticketHashOf } from '../invitation/ticket.access.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'

/** What sending needs of a request; a public one has no viewer. */
export type SubmissionContext = Pick<
  Context,
  'viewer' | 'now' | 'publicSurveys' | 'responses' | 'clientAddress'
>

/** The receipt of a stored response. */
export interface Receipt {
  readonly receipt: string
  /** The same content had been stored before. */
  readonly isReplay: boolean
}

/** These have ways of their own: a file, and a form that the organiser accepts. */
const MODES_OF_OTHER_WAYS: readonly CollectionMode[] = ['IMPORT', 'INSTITUTION']

const isCollector = ({ viewer }: SubmissionContext, { organisationId }: AnswerableSurvey): boolean =>
  viewer !== null && mayCollectFor(viewer, organisationId)

/**
 * Anybody may answer by themselves; only people of the organisation may say that they interviewed somebody. What
 * institutions fill in, in their own name, has no other way in than their forms.
 */
function assertMode(context: SubmissionContext, survey: AnswerableSurvey, { mode }: RawSubmission): void {
  const refuse = (message: string) => new InvalidInputError([{ path: 'mode', message }])
  if (survey.referenceOn !== null) throw refuse(INVITED_ONLY_MESSAGE)
  const isOwnWay = isCollector(context, survey) && !MODES_OF_OTHER_WAYS.includes(mode)
  if (mode === 'CAWI' || mode === 'KIOSK' || isOwnWay) return
  throw refuse('Pod tym adresem można wysłać tylko ankietę wypełnioną samodzielnie na stronie.')
}

/** A device that never heard of its success sends again, perhaps after the end: it still gets its receipt. */
async function replayAfterEnd(
  { responses, now }: SubmissionContext,
  survey: AnswerableSurvey,
  submission: RawSubmission,
): Promise<Receipt | null> {
  try {
    const receipt = await responses.findReceipt(survey, submission, localDayOf(now()))
    return receipt === null ? null : { receipt, isReplay: true }
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

/**
 * Stores one response, once: sending the same again gives the same receipt. The server's clock decides whether the
 * survey is open. It resolves only after the commit.
 *
 * @param sent - what came from outside, not trusted in any way
 * @returns `null` when no survey has the code
 * @throws InvalidInputError, AnswersRefusedError, SurveyNotOpenError, ResponseConflictError, TicketRefusedError,
 *   TicketSpentError
 */
export async function submitResponse(
  context: SubmissionContext,
  surveyCode: string,
  sent: unknown,
): Promise<Receipt | null> {
  const { now, publicSurveys, responses, clientAddress } = context
  await responses.countTry(clientAddress)
  const survey = await publicSurveys.byCode(surveyCode, clientAddress)
  if (survey === null) return null
  const submission = parseSubmission(sent)
  assertMode(context, survey, submission)
  try {
    assertTakesAnswers(survey, now())
  } catch (error) {
    const replay =
      error instanceof SurveyNotOpenError ? await replayAfterEnd(context, survey, submission) : null
    if (replay) return replay
    throw error
  }
  if (submission.mode === 'KIOSK' && !isCollector(context, survey)) {
    assertKioskPass(survey, submission.kioskPass)
  }
  const needsTicket = survey.takesCodes && submission.mode === 'CAWI'
  const ticketHash = needsTicket ? ticketHashOf(survey, submission.ticket) : null
  const [stored] = await responses.storeMany(survey, [{ ...submission, ticketHash }], localDayOf(now()))
  if (stored === undefined || stored.outcome === 'conflict')
    throw new ResponseConflictError(stored?.receipt ?? '')
  return { receipt: stored.receipt, isReplay: stored.outcome === 'replay' }
}
