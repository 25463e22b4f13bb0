import type { Question } from '@rozeznanie/core/questionnaire'
import type { TFunction } from 'i18next'

/** What kind of question it is, as an organiser says it: „jedna odpowiedź”. */
export function typeInWords(question: Question, t: TFunction<'questionnaire'>): string {
  if (question.type === 'MULTI' && question.maxChoices !== undefined) {
    return t('type.MULTI_MAX', { max: question.maxChoices })
  }
  return t(`type.${question.type}`, question.type === 'RANK' ? { top: question.top } : {})
}
