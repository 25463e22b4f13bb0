export * from './model.ts'
export * from './errors.ts'
export {
  acceptForm,
  isOpenToInstitution,
  keepForm,
  LONGEST_REMARK,
  prefilledAnswers,
  returnForm,
  submitForm,
  type SentForm,
} from './decide.ts'
export { checkInstitution, MOST_INSTITUTIONS, readInstitutions } from './check-institution.ts'
export { assertDueOn, urgencyOf, type Urgency } from './deadline.ts'
export { letterTo, type Letter, type LetterFacts } from './letters.ts'
