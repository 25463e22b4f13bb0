import { DomainError, InvalidInputError } from '@rozeznanie/core/errors'
import { TicketSpentError } from '@rozeznanie/core/invitation'
import { AnswersRefusedError, ResponseConflictError } from '@rozeznanie/core/response'
import { SurveyNotOpenError, UNKNOWN_SURVEY_MESSAGE } from '@rozeznanie/core/survey'
import type { FastifyReply } from 'fastify'
import { assertSafeValue } from '../kernel/safe-values.ts'
import { submitResponse, type SubmissionContext } from './submit-response.ts'

export const LARGEST_SUBMISSION = 256 * 1024

/** HTTP status and further members of a refusal; the answering page tells by them what to do. */
function refusalOf(error: DomainError): { readonly status: number; readonly more: object } {
  if (error instanceof AnswersRefusedError) return { status: 422, more: { violations: error.violations } }
  if (error instanceof ResponseConflictError) return { status: 409, more: { receipt: error.receipt } }
  if (error instanceof TicketSpentError) return { status: 409, more: {} }
  if (error instanceof SurveyNotOpenError) {
    return { status: error.status === 'SCHEDULED' ? 425 : 410, more: { status: error.status } }
  }
  return { status: 422, more: error instanceof InvalidInputError ? { problems: error.problems } : {} }
}

/**
 * Answers a JSON submission, at whatever door it came. 201 is a new response and 200 the same one again; both carry the
 * receipt, and neither is sent before the commit.
 */
export async function answerSubmission(
  reply: FastifyReply,
  context: SubmissionContext,
  surveyCode: string,
  sent: unknown,
): Promise<FastifyReply> {
  try {
    assertSafeValue(sent)
    const receipt = await submitResponse(context, surveyCode, sent)
    if (!receipt)
      return await reply.code(404).send({ code: 'SURVEY_UNKNOWN', message: UNKNOWN_SURVEY_MESSAGE })
    return await reply.code(receipt.isReplay ? 200 : 201).send({ receipt: receipt.receipt })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { status, more } = refusalOf(error)
    return reply.code(status).send({ code: error.code, message: error.message, ...more })
  }
}
