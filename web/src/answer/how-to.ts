import type { Question } from '@rozeznanie/core/questionnaire'
import { plainForm } from './plain/plain-form.ts'
import { texts } from './texts.ts'

/** How to answer this kind of question, unless its own help says so already; `false` when there is nothing to add. */
export function howToChoose(question: Question): string | false {
  const help = question.help ?? ''
  switch (question.type) {
    case 'MULTI': {
      if (question.maxChoices === undefined) return !texts.field.saysMany(help) && texts.field.chooseMany
      const saysLimit = new RegExp(`(^|\\D)${question.maxChoices}(\\D|$)`).test(help)
      return !saysLimit && texts.field.chooseAtMost(question.maxChoices)
    }
    case 'RANK': {
      const next = plainForm()?.texts.rank(question.top) ?? texts.field.rankNext
      return help === '' ? `${texts.field.rank(question.top)} ${next}` : next
    }
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return !help.includes(texts.field.noNames) && texts.field.noNames
    case 'DATE_YEAR':
      return texts.field.year
    default:
      return false
  }
}
