import { isNumeric, isSingle, type ValueType } from '@rozeznanie/core/questionnaire'
import { speakableQuestions, type ClauseAbout } from '@rozeznanie/core/questionnaire/editing'
import type { TFunction } from 'i18next'
import type { ComboboxChoice } from '../../ui/use-combobox.ts'
import type { RuleContextValue } from './rule-context.ts'

/** What a clause is about as the value of a control; a row or the added text is chosen apart. */
export function valueOfAbout(about: ClauseAbout | null): string {
  if (about === null) return ''
  return about.kind === 'answer' ? about.key : `$${about.kind}`
}

export function aboutOfValue(value: string): ClauseAbout | null {
  if (value === '') return null
  if (value === '$own') return { kind: 'own' }
  return value === '$row' || value === '$option'
    ? { kind: value === '$row' ? 'row' : 'option' }
    : { kind: 'answer', key: value }
}

/** Answers that are one number each. */
export const isNumber = (type: ValueType): boolean =>
  isNumeric(type) && isSingle(type) && type.type !== 'anything'

/** Answers among which a row or an option can be looked for. */
export const isChoiceOfSeveral = (type: ValueType): boolean => type.type === 'codes'

/** Questions that may be spoken of within these rosters, by sections. */
export function questionChoices(
  { book, rule }: RuleContextValue,
  rosters: readonly string[],
  t: TFunction<'conditions'>,
  isWanted: (type: ValueType) => boolean = () => true,
): readonly ComboboxChoice[] {
  return speakableQuestions(book, rule, rosters)
    .filter(({ type }) => isWanted(type))
    .map(({ question, section, type }) => ({
      value: question.key,
      label: question.text.trim() || t('picker.unnamed'),
      hint: t(`type.${type.type}`),
      group: section.title,
    }))
}

/** What else than answers of earlier questions a rule may speak of at its place. */
export function placeChoices(
  { rule }: RuleContextValue,
  t: TFunction<'conditions'>,
): readonly ComboboxChoice[] {
  const group = t('picker.here')
  if (rule.kind === 'constraint') return [{ value: '$own', label: t('picker.own'), group }]
  if (rule.kind === 'rowVisibleIf') return [{ value: '$row', label: t('picker.row'), group }]
  if (rule.kind === 'optionFilter') return [{ value: '$option', label: t('picker.option'), group }]
  return []
}
