export * from './finding.ts'
export { inspect, measure, type Measures } from './inspect.ts'
export { SECONDS, secondsFor, USUAL_ITEMS, WORDS_A_MINUTE, type FillingTime } from './filling-time.ts'
export {
  LONGEST_SENTENCE,
  READING_MARK,
  readingLevel,
  sentencesIn,
  syllablesIn,
  type ReadingLevel,
} from './reading-level.ts'
