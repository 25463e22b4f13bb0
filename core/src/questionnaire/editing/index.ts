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
export { changeType } from './change-type.ts'
export { copyQuestion, copyQuestions, duplicateQuestion, type Copied } from './copy-question.ts'
export { record, redo, startHistory, undo, type History } from './history.ts'
export { freshKey, freshSectionKey, isSoundKey } from './keys.ts'
export { lockedDefects } from './locked-defects.ts'
export { CONFLICT_KINDS, type ConflictKind, type MergeConflict, type MergePlace } from './merge-conflict.ts'
export { mergeDrafts, type Merged } from './merge-drafts.ts'
export { emptyQuestionnaire, newQuestion, newSection } from './new-questionnaire.ts'
export { ownOptions, ownRows } from './own-options.ts'
export { pasteOptions } from './paste-options.ts'
export { addRefusal, moveRefusal, placeOf, questionOf, sectionOf, type QuestionPlace } from './place.ts'
export { keyRefusal, referencesTo, renameKey, renewKey } from './rename-key.ts'
export { takeMine, takeTheirs } from './take-mine.ts'
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
export { isSameJson } from './same-json.ts'
export { textOfClauses } from './text-of-clauses.ts'
