export * from './model.ts'
export * from './errors.ts'
export * from './reasons.ts'
export { fieldName, fieldsOf, type Field } from './fields.ts'
export { answerPathOf, applied, effectOf, inForce, isLeftOut, openCorrected, openSent } from './replay.ts'
export {
  assertReason,
  decideCorrection,
  decideUndo,
  valueAt,
  type CorrectionRequest,
  type LoggedResponse,
} from './decide-correction.ts'
export {
  answersThatCome,
  compareEntries,
  differencesPerThousand,
  editsBetween,
  type Comparison,
  type FieldDifference,
} from './compare-entries.ts'
export { qualityFactsOf, type QualityFacts } from './quality-facts.ts'
export { FLAG_KINDS, flagResponses, openFlags, type Flag, type FlagKind } from './flags.ts'
export { answerInWords, placeInWords, type Wording } from './words.ts'
