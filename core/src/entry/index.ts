export * from './model.ts'
export { END, placeId } from './places.ts'
export { findByNumber, keysOfSpecial, optionNumber, specialCodes } from './option-numbers.ts'
export { findLocalities } from './find-localities.ts'
export { answerAt, currentPlace, isAnswered, keepEntry, openEntry, type KeptEntry } from './open-entry.ts'
export { skippedBefore, summaryOf, violationsAt, type EntrySummary } from './look-over.ts'
export { textAt } from './take-text.ts'
export { goTo, pickOption, press, write } from './press.ts'
export {
  checkBatch,
  checkSharePercent,
  isInSample,
  LOT_COUNT,
  missingSheets,
  numbersInWords,
  type Batch,
} from './batches.ts'
export { SameClerkError, SheetsMissingError } from './errors.ts'
