import {
  describeRule,
  namingOf,
  compile,
  parseExpression,
  valueInWords,
  type Question,
  type Questionnaire,
} from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'

interface RulesPreviewProps {
  readonly questionnaire: Questionnaire
  readonly question: Question
}

/** The rules of a question as sentences. */
export function RulesPreview({ questionnaire, question }: RulesPreviewProps) {
  const { t } = useTranslation('questionnaire')
  const inWords = (text: string) => describeRule(questionnaire, text, question)
  const { visibleIf, requiredIf, constraint = [] } = question
  const rowVisibleIf = 'rowVisibleIf' in question ? question.rowVisibleIf : undefined
  const optionFilter = 'optionFilter' in question ? question.optionFilter : undefined
  const sentences = [
    visibleIf && t('preview.shownWhen', { condition: inWords(visibleIf) }),
    rowVisibleIf && t('preview.rowShownWhen', { condition: inWords(rowVisibleIf) }),
    optionFilter && t('preview.optionShownWhen', { condition: inWords(optionFilter) }),
    requiredIf && t('preview.requiredWhen', { condition: inWords(requiredIf) }),
    ...constraint.map(({ expression, message }) =>
      t('preview.constraint', { condition: inWords(expression), message }),
    ),
    question.type === 'CALCULATED' &&
      t('preview.calculated', { value: calculation(questionnaire, question.expression) }),
  ]
  return sentences
    .filter((sentence): sentence is string => typeof sentence === 'string' && sentence !== '')
    .map((sentence) => (
      <p key={sentence} className="condition">
        {sentence}
      </p>
    ))
}

function calculation(questionnaire: Questionnaire, text: string): string {
  const { expression } = parseExpression(text)
  return expression ? valueInWords(expression, namingOf(compile(questionnaire))) : text
}
