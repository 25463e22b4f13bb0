import { optionsOf, type Question } from '../index.ts'
import type { PaperQuestionnaire } from './routing.ts'
import { paperWords } from './words.ts'

/** More columns than this do not fit a sheet: the answers then have letters, to be written in the rows. */
export const MOST_COLUMNS = 7

/** How to answer this kind of question on paper, unless its own help says so; `null` when there is nothing to say. */
export function howToFill(
  { questionnaire, language }: PaperQuestionnaire,
  question: Question,
): string | null {
  const words = paperWords(language)
  const help = question.help ?? ''
  const columns = optionsOf(questionnaire, question).length
  switch (question.type) {
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return words.one
    case 'MULTI': {
      const { maxChoices } = question
      if (maxChoices === undefined) return words.saysMany.test(help) ? null : words.many
      const saysLimit = new RegExp(`(^|\\D)${maxChoices}(\\D|$)`).test(help)
      return saysLimit ? null : words.atMost(maxChoices)
    }
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI': {
      if (columns > MOST_COLUMNS) return words.letterInRow
      return question.type === 'MATRIX_SINGLE' ? words.oneInRow : words.manyInRow
    }
    case 'RANK':
      return words.rank(Math.min(question.top, columns))
    case 'NUMBER':
      return help === '' ? words.number : null
    case 'DATE_YEAR':
      return help === '' ? words.year : null
    case 'LOCALITY':
      return words.locality
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return words.saysNoNames.test(help) ? null : words.write
    default:
      return null
  }
}
