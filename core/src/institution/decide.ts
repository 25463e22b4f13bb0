import { InvalidInputError } from '../errors.ts'
import { fittingAnswers, judgeAnswers, AnswersRefusedError, type AnswerContext } from '../response/index.ts'
import { everyQuestion, type Answers, type Questionnaire, type RawAnswers } from '../questionnaire/index.ts'
import { isStorableText } from '../text.ts'
import { FormConflictError, FormLockedError } from './errors.ts'
import type { FormState, FormStatus, Remark } from './model.ts'

export const LONGEST_REMARK = 1_000
const MOST_REMARKS = 100

/** Whether the institution may write into its form now. */
export const isOpenToInstitution = (status: FormStatus): boolean =>
  status === 'INVITED' || status === 'FILLING' || status === 'RETURNED'

/** What an institution's page sends. */
export interface SentForm {
  /** The revision that it was built on. */
  readonly revision: number
  readonly answers: RawAnswers
}

function assertWritable(form: FormState, { revision }: SentForm): void {
  if (!isOpenToInstitution(form.status)) throw new FormLockedError(form.status)
  if (revision !== form.revision) throw new FormConflictError(form)
}

/**
 * Keeps what is filled in so far: whatever the questionnaire can hold, finished or not.
 *
 * @throws FormLockedError when it is not the institution's turn; FormConflictError when somebody else was first
 */
export function keepForm(
  form: FormState,
  sent: SentForm,
  questionnaire: Questionnaire,
  context: AnswerContext,
): FormState {
  assertWritable(form, sent)
  const answers = fittingAnswers(questionnaire, sent.answers, context)
  return {
    ...form,
    answers,
    status: form.status === 'INVITED' ? 'FILLING' : form.status,
    revision: form.revision + 1,
  }
}

/**
 * Hands the form over to the organiser. Answers to questions that became hidden are dropped.
 *
 * @throws FormLockedError, FormConflictError, and AnswersRefusedError when an answer is wrong or missing
 */
export function submitForm(
  form: FormState,
  sent: SentForm,
  questionnaire: Questionnaire,
  context: AnswerContext,
): FormState {
  assertWritable(form, sent)
  const { answers, violations } = judgeAnswers(questionnaire, sent.answers, context)
  if (violations.length > 0) throw new AnswersRefusedError(violations)
  return { ...form, answers, status: 'SUBMITTED', revision: form.revision + 1 }
}

function remarkProblem({ questionKey, text }: Remark, keys: ReadonlySet<string>): string | null {
  if (text.trim() === '') return 'Proszę napisać, co trzeba poprawić.'
  if (text.length > LONGEST_REMARK) return `Uwaga może mieć najwyżej ${LONGEST_REMARK} znaków.`
  if (!isStorableText(text))
    return 'Uwaga zawiera znaki, których nie da się zapisać. Proszę wpisać ją ponownie.'
  return questionKey === null || keys.has(questionKey) ? null : 'Nie ma takiego pytania w tym formularzu.'
}

/**
 * Gives a form back to the institution with what is to be mended.
 *
 * @throws FormLockedError unless it was submitted; InvalidInputError when there is no remark or one is wrong
 */
export function returnForm(
  form: FormState,
  remarks: readonly Remark[],
  questionnaire: Questionnaire,
): FormState {
  if (form.status !== 'SUBMITTED') throw new FormLockedError(form.status)
  const keys = new Set(everyQuestion(questionnaire).map(({ key }) => key))
  const problems = remarks.flatMap((remark, index) => {
    const message = remarkProblem(remark, keys)
    return message === null ? [] : [{ path: `remarks.${index}.text`, message }]
  })
  if (remarks.length === 0) {
    problems.push({ path: 'remarks', message: 'Proszę napisać co najmniej jedną uwagę: co trzeba poprawić.' })
  }
  if (remarks.length > MOST_REMARKS) {
    problems.push({ path: 'remarks', message: `Uwag może być najwyżej ${MOST_REMARKS}.` })
  }
  if (problems.length > 0) throw new InvalidInputError(problems)
  const trimmed = remarks.map(({ questionKey, text }) => ({ questionKey, text: text.trim() }))
  return { ...form, remarks: trimmed, status: 'RETURNED', revision: form.revision + 1 }
}

/** Takes a form as it is; from now on its answers count. @throws FormLockedError unless it was submitted */
export function acceptForm(form: FormState): FormState {
  if (form.status !== 'SUBMITTED') throw new FormLockedError(form.status)
  return { ...form, remarks: [], status: 'ACCEPTED', revision: form.revision + 1 }
}

/** The answers of an earlier form, as far as this questionnaire asks the same under the same keys. */
export function prefilledAnswers(
  questionnaire: Questionnaire,
  earlier: RawAnswers,
  context: AnswerContext,
): Answers {
  return fittingAnswers(questionnaire, earlier, context)
}
