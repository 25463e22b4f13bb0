import { mayCollectFor } from '@rozeznanie/core/account'
import { DomainError, InvalidInputError } from '@rozeznanie/core/errors'
import { parseSubmission, type RawSubmission, ResponseConflictError } from '@rozeznanie/core/response'
import { localDayOf, assertTakesAnswers, SurveyNotOpenError } from '@rozeznanie/core/survey'
import type { Context } from '../context.ts'
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

/** Anybody may answer by themselves; only people of the organisation may say that they interviewed somebody. */
function assertMode({ viewer }: SubmissionContext, survey: AnswerableSurvey, { mode }: RawSubmission): void {
  const isCollector = viewer !== null && mayCollectFor(viewer, survey.organisationId)
  if (mode === 'CAWI' || mode === 'KIOSK' || (isCollector && mode !== 'IMPORT')) return
  const message = 'Pod tym adresem można wysłać tylko ankietę wypełnioną samodzielnie na stronie.'
  throw new InvalidInputError([{ path: 'mode', message }])
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
  const needsTicket = survey.takesCodes && submission.mode === 'CAWI'
  const ticketHash = needsTicket ? ticketHashOf(survey, submission.ticket) : null
  const [stored] = await responses.storeMany(survey, [{ ...submission, ticketHash }], localDayOf(now()))
  if (stored === undefined || stored.outcome === 'conflict')
    throw new ResponseConflictError(stored?.receipt ?? '')
  return { receipt: stored.receipt, isReplay: stored.outcome === 'replay' }
}
