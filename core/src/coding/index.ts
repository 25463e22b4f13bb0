export * from './model.ts'
export { allCodes, changeCodebook, checkCodes, emptyCodebook, recoded, type TypedCode } from './codebook.ts'
export { createSuggester, type CodedText, type CodeSuggester } from './suggest-codes.ts'
export { findTopics, type Topic } from './find-topics.ts'
export {
  agreementOf,
  differencesOf,
  verdictOn,
  type Agreement,
  type AgreementVerdict,
  type CodeAgreement,
  type Difference,
} from './agreement.ts'
export {
  countCodes,
  finalCodes,
  isDoubleCoded,
  type CodeCount,
  type CodedAnswers,
  type CodingsOfAnswer,
} from './final-codes.ts'
