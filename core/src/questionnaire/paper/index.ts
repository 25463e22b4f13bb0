export { bookletOf } from './booklet.ts'
export type {
  Booklet,
  BookletField,
  BookletItem,
  BookletOption,
  BookletQuestion,
  BookletSection,
  BookletText,
  SurveyNames,
} from './booklet-model.ts'
export { MOST_COLUMNS, howToFill } from './how-to-fill.ts'
export { routing, withBlanks, type Condition, type PaperQuestionnaire } from './routing.ts'
export { blockCount } from './roster-blocks.ts'
export { readSheetMark, sheetMark, type SheetMark } from './sheet-mark.ts'
export { paperWords } from './words.ts'
