import { createHash } from 'node:crypto'
import { TicketSpentError } from '@rozeznanie/core/invitation'
import {
  acceptSubmission,
  canonicalContent,
  type AcceptedSubmission,
  type RawSubmission,
  receiptOf,
} from '@rozeznanie/core/response'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Database } from '../database/database.ts'
import type { ProgressBus } from '../kernel/progress.ts'
import { RefusedRequest } from '../kernel/refusals.ts'
import { takePoint } from '../kernel/take-point.ts'
import type { AnswerableSurvey } from '../survey/public-survey.access.ts'
import { keepConflict } from './conflict.store.ts'
import { reorderResponses } from './reorder-responses.ts'
import { findContentHashes, type ResponseRow } from './response.store.ts'
import { ResponseWriter } from './response-writer.ts'

/** 200 tablets behind one municipal address send far less; somebody filling the disk sends more. */
const SUBMISSIONS_PER_MINUTE = 1_200

/** What became of a submission. `receipt` belongs to the content that is stored. */
export type StoringOutcome = 'stored' | 'replay' | 'conflict'
export interface StoredSubmission {
  readonly id: string
  readonly outcome: StoringOutcome
  readonly receipt: string
}

/** A submission that may come in. */
export interface AdmittedSubmission extends RawSubmission {
  /** SHA-256 of its ticket in hexadecimal, where the survey takes codes. */
  readonly ticketHash?: string | null
}

/** The one way in for responses, of every room; one object for the life of the server. */
export interface Responses {
  /** Counts a try of the address. @throws RefusedRequest TOO_MANY_TRIES */
  countTry(clientAddress: string): Promise<void>
  /**
   * Checks submissions against their survey and stores them in one statement: all of them, or none when one is refused.
   * An id that is taken is passed over: `replay` with the same content, `conflict` with another, which is kept beside.
   * It asks neither whether the survey is open nor who sends: that is the caller's part.
   *
   * @param submittedOn - local day under which they are stored
   * @throws InvalidInputError, AnswersRefusedError see `acceptSubmission` in core
   * @throws TicketSpentError when a ticket let another response in before
   */
  storeMany(
    survey: AnswerableSurvey,
    submissions: readonly AdmittedSubmission[],
    submittedOn: string,
  ): Promise<readonly StoredSubmission[]>
  /**
   * The receipt of a submission that is stored with exactly this content; `null` when it is not.
   *
   * @param today - local day, for rules that speak of it
   */
  findReceipt(survey: AnswerableSurvey, submission: RawSubmission, today: string): Promise<string | null>
  /** See `reorderResponses`; of two calls at once the second waits for the first. @returns how many surveys it was */
  reorderEnded(now: Date): Promise<number>
}

/** The id is part of it, so that equal answers of two people have different receipts. */
const hashOf = (submission: AcceptedSubmission): string =>
  createHash('sha256')
    .update(`${submission.id}\n${canonicalContent(submission)}`)
    .digest('hex')

function rowOf(survey: AnswerableSurvey, submission: AcceptedSubmission, submittedOn: string): ResponseRow {
  return {
    surveyId: survey.id,
    id: submission.id,
    questionnaireVersionId: submission.questionnaireVersionId,
    mode: submission.mode,
    localityId: submission.localityId,
    submittedOn,
    sheetNumber: submission.sheetNumber ?? null,
    answeredBy: submission.answeredBy ?? null,
    signals: submission.signals,
    answers: submission.answers,
    contentHash: hashOf(submission),
    ticketHash: null,
  }
}

interface ResponsesDeps {
  readonly db: Database
  readonly progress: ProgressBus
  readonly submissionsPerMinute?: number
}

/** @returns the door to the responses of this database */
export function createResponses({ db, progress, submissionsPerMinute }: ResponsesDeps): Responses {
  const writer = new ResponseWriter(db)
  let reordering: Promise<number> = Promise.resolve(0)
  const tries = new RateLimiterMemory({
    points: submissionsPerMinute ?? SUBMISSIONS_PER_MINUTE,
    duration: 60,
  })
  return {
    countTry: async (clientAddress) => {
      if (await takePoint(tries, clientAddress)) return
      throw new RefusedRequest(
        'TOO_MANY_TRIES',
        'Z tej sieci przychodzi teraz zbyt wiele ankiet. Proszę spróbować ponownie za minutę.',
      )
    },
    storeMany: async (survey, submissions, submittedOn) => {
      const rows = submissions.map(({ ticketHash = null, ...sent }) => ({
        ...rowOf(survey, acceptSubmission(sent, { ...survey, today: submittedOn }), submittedOn),
        ticketHash,
      }))
      const written = await writer.write(rows)
      if (written.some(({ isNew }) => isNew)) progress.notify(survey.id)
      const outcomes = rows.map(({ id, contentHash }, index): StoredSubmission => {
        const { isNew, keptHash } = written[index] ?? { isNew: true, keptHash: contentHash }
        if (keptHash === null) throw new TicketSpentError(survey.contactPhone)
        const outcome = isNew ? 'stored' : keptHash === contentHash ? 'replay' : 'conflict'
        return { id, outcome, receipt: receiptOf(keptHash) }
      })
      const others = rows.filter((_row, index) => outcomes[index]?.outcome === 'conflict')
      for (const row of others) await keepConflict(db, row)
      return outcomes
    },
    reorderEnded: (now) => {
      reordering = reordering.catch(() => 0).then(() => reorderResponses(db, now))
      return reordering
    },
    findReceipt: async (survey, sent, today) => {
      const { contentHash } = rowOf(survey, acceptSubmission(sent, { ...survey, today }), today)
      const [stored] = await findContentHashes(db, [{ surveyId: survey.id, id: sent.id }])
      return stored?.contentHash === contentHash ? receiptOf(contentHash) : null
    },
  }
}
