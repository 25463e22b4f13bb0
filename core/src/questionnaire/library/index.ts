import type { BankQuestion } from './bank-model.ts'
import { questionBank } from './question-bank.ts'
import { searchQuestions, type BankQuery } from './search-questions.ts'

/**
 * The ready questionnaires and the bank of shared questions.
 * A door of its own, so that the answering page never carries them.
 */
export * from './bank-model.ts'
export * from './source-model.ts'
export { attachModule } from './attach-module.ts'
export { composeModule, composeQuestionnaire } from './compose-questionnaire.ts'
export { localQuestionKey } from './local-question-key.ts'
export { parseBank } from './parse-bank.ts'
export { parseModule, parseSource } from './parse-source.ts'
export { questionBank } from './question-bank.ts'
export {
  handlingOf,
  givenOutAs,
  hasPublicLink,
  libraryNotes,
  questionModules,
  questionnaireLibrary,
} from './ready-library.ts'
/** The JSON Schema of a questionnaire as a document. */
export { default as questionnaireSchema } from './questionnaire.schema.json' with { type: 'json' }
export { questionnaireKey } from './questionnaire-key.ts'
export { searchQuestions, type BankQuery } from './search-questions.ts'

/** Questions of the shared bank that fit, the best first. */
export const searchBank = (query: BankQuery): readonly BankQuestion[] => searchQuestions(questionBank, query)
