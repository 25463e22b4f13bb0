export * from './model.ts'
export { MODE_NAMES } from './mode-names.ts'
export * from './check-answers.ts'
export { TEXT_LIMITS } from './check-values.ts'
export * from './content.ts'
export {
  acceptSubmission,
  LOCALITY_QUESTION_KEY,
  type AcceptedBy,
  type AcceptedSubmission,
} from './accept-submission.ts'
export { fittingAnswers } from './fitting-answers.ts'
export { AnswersRefusedError, ResponseConflictError } from './errors.ts'
export { parseSubmission, type RawSubmission } from './parse-submission.ts'
export { identifiersIn, type Identifier } from './identifiers.ts'
export { maskedText } from './mask-text.ts'
export { personalDataWarnings } from './personal-data.ts'
export { leastSeconds, SIGNALS, signalsOf, type FillingHints, type Signal } from './signals.ts'
export { receiptOf } from './receipt.ts'
export { isOpenAnswerKey, openQuestions, releasedText, type OpenQuestion } from './open-answers.ts'
