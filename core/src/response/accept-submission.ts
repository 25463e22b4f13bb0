import { InvalidInputError } from '../errors.ts'
import { NOT_APPLICABLE, DONT_KNOW, REFUSED, type Questionnaire } from '../questionnaire/index.ts'
import type { Answers } from '../questionnaire/index.ts'
import { judgeAnswers } from './check-answers.ts'
import { AnswersRefusedError } from './errors.ts'
import type { Submission } from './model.ts'
import type { RawSubmission } from './parse-submission.ts'
import { signalsOf, type Signal } from './signals.ts'

/** The question whose answer says where the respondent lives; it is lifted into its own column. */
export const LOCALITY_QUESTION_KEY = 'dem_locality'
const NO_PLACE: readonly unknown[] = [NOT_APPLICABLE, DONT_KNOW, REFUSED]

/** What a survey accepts. */
export interface AcceptedBy {
  /** Questionnaires by the id of their version: every version the survey ever opened with. */
  readonly questionnaires: ReadonlyMap<string, Questionnaire>
  readonly localityIds: readonly string[]
  /** The day of answering, `2026-11-22`, for rules that speak of `today()`. */
  readonly today?: string
}

/** A submission ready to be stored: only answers that count, and the locality beside them. */
export interface AcceptedSubmission extends Submission {
  readonly localityId: string | null
  /** What made it look hasty or not human; no part of its content. */
  readonly signals: readonly Signal[]
}

/** The locality among the answers; `null` when it was not asked, not answered, or not told. */
function localityOf(questionnaire: Questionnaire, answers: Answers): string | null {
  const isAsked = questionnaire.sections.some((section) =>
    section.questions.some(({ key, type }) => key === LOCALITY_QUESTION_KEY && type === 'LOCALITY'),
  )
  const answer = isAsked ? answers[LOCALITY_QUESTION_KEY] : undefined
  return typeof answer === 'string' && !NO_PLACE.includes(answer) ? answer : null
}

/**
 * Decides whether a submission may be stored, by the version of the questionnaire it was answered in.
 * Answers to questions that became hidden are dropped.
 *
 * @throws InvalidInputError when the survey never had that version
 * @throws AnswersRefusedError when an answer is wrong
 */
export function acceptSubmission(
  submission: RawSubmission,
  { questionnaires, localityIds, today }: AcceptedBy,
): AcceptedSubmission {
  const questionnaire = questionnaires.get(submission.questionnaireVersionId)
  if (!questionnaire) {
    const message = 'Ta ankieta ma teraz inne pytania. Prosimy odświeżyć stronę i wypełnić ją jeszcze raz.'
    throw new InvalidInputError([{ path: 'questionnaireVersionId', message }])
  }
  const context = { localityIds, ...(today !== undefined && { today }) }
  const { answers, violations } = judgeAnswers(questionnaire, submission.answers, context)
  if (violations.length > 0) throw new AnswersRefusedError(violations)
  const { hints, ...content } = submission
  const signals = signalsOf({ ...hints, mode: content.mode, answers }, questionnaire)
  return { ...content, answers, localityId: localityOf(questionnaire, answers), signals }
}
