import {
  type Comparison,
  type Condition,
  findQuestion,
  optionsOf,
  type Question,
  type Questionnaire,
  rowsOf,
  THIS_ROW,
} from '@rozeznanie/core/questionnaire'
import type { TFunction } from 'i18next'

/** Texts of the catalogue `questionnaire`, under `condition`. */
export type Phrases = TFunction<'questionnaire'>

/**
 * A condition as a Polish clause that follows „gdy”: „odpowiedź na pytanie „Płeć” to „kobieta””.
 * Questions and options are named by their texts; what the questionnaire does not know is named by its key.
 */
export function describeCondition(questionnaire: Questionnaire, condition: Condition, t: Phrases): string {
  if ('all' in condition) return joined(questionnaire, condition.all, t, 'and')
  if ('any' in condition) return joined(questionnaire, condition.any, t, 'or')
  if ('not' in condition)
    return t('condition.not', { clause: describeCondition(questionnaire, condition.not, t) })
  return describeComparison(questionnaire, condition, t)
}

function joined(
  questionnaire: Questionnaire,
  parts: readonly Condition[],
  t: Phrases,
  word: 'and' | 'or',
): string {
  const clauses = parts.map((part) => {
    const clause = describeCondition(questionnaire, part, t)
    const isGroup = ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1)
    return isGroup ? `(${clause})` : clause
  })
  return clauses.join(` ${t(`condition.${word}`)} `)
}

function describeComparison(questionnaire: Questionnaire, comparison: Comparison, t: Phrases): string {
  const question = findQuestion(questionnaire, comparison.question)
  const text = question?.text ?? comparison.question
  const subject = subjectOf(questionnaire, question, comparison.row, text, t)
  const values = valuesOf(comparison).map((value) => valueLabel(questionnaire, question, value, t))
  const isMany = values.length > 1
  const phrase =
    isMany && (comparison.operator === 'eq' || comparison.operator === 'contains')
      ? 'in'
      : comparison.operator
  const between = phrase === 'notIn' ? t('condition.nor') : t('condition.orValue')
  return t(`condition.${phrase}`, { subject, value: values.join(` ${between} `) })
}

function subjectOf(
  questionnaire: Questionnaire,
  question: Question | undefined,
  row: string | undefined,
  text: string,
  t: Phrases,
): string {
  if (row === undefined) return t('condition.question', { text })
  if (row === THIS_ROW) return t('condition.sameRow', { text })
  const label = question && rowsOf(questionnaire, question).find(({ key }) => key === row)?.label
  return t('condition.row', { text, row: label ?? row })
}

function valuesOf({ value }: Comparison): readonly (string | number)[] {
  if (value === undefined) return []
  return typeof value === 'object' ? value : [value]
}

function valueLabel(
  questionnaire: Questionnaire,
  question: Question | undefined,
  value: string | number,
  t: Phrases,
): string {
  const options = question ? optionsOf(questionnaire, question) : []
  const label = options.find(({ code }) => code === String(value))?.label
  return label === undefined ? String(value) : t('condition.option', { label })
}
