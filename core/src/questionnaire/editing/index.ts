/**
 * Edits of a questionnaire, each a pure function from document to document: what an edit does not touch keeps its
 * identity. A door of its own, so that the answering page never carries them.
 */
export {
  addQuestion,
  changeQuestion,
  moveQuestion,
  moveQuestionBy,
  removeQuestion,
  stepPlace,
} from './edit-questions.ts'
export {
  addSection,
  changeFacts,
  changeSection,
  moveSection,
  removeSection,
  type Facts,
} from './edit-sections.ts'
export { record, redo, startHistory, undo, type History } from './history.ts'
export { freshKey, freshSectionKey, isSoundKey } from './keys.ts'
export { emptyQuestionnaire, newQuestion, newSection } from './new-questionnaire.ts'
export { addRefusal, moveRefusal, placeOf, questionOf, sectionOf, type QuestionPlace } from './place.ts'
export { calculationOf, textOfCalculation, type Calculation } from './calculations.ts'
export {
  BLANK_CLAUSE,
  isGroupForm,
  isSingleValue,
  typeOfForm,
  type ClauseForm,
  type GroupForm,
} from './clause-form.ts'
export { clausesOf } from './clauses-of.ts'
export { clauseOfForm, clausesOfForm, subjectOfForm } from './clauses-of-form.ts'
export * from './clauses.ts'
export { formOfGroup, formOfSubject } from './form-of-clauses.ts'
export * from './predicates.ts'
export { ruleAt, speakableQuestions, type ClauseAbout, type RulePlace, type Speakable } from './rule-place.ts'
export { textOfClauses } from './text-of-clauses.ts'
