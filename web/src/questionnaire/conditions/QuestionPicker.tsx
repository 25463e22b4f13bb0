import type { ValueType } from '@rozeznanie/core/questionnaire'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ComboboxField } from '../../ui/ComboboxField.tsx'
import { placeChoices, questionChoices } from './question-choices.ts'
import { useRule } from './rule-context.ts'

interface QuestionPickerProps {
  readonly name: string
  readonly label: string
  /** Key of the question, or `$own`, `$row`, `$option`; empty when none is chosen. */
  readonly value: string
  readonly rosters: readonly string[]
  readonly isWanted?: (type: ValueType) => boolean
  /** Offers the question's own answer, row or option too. */
  readonly withPlace?: boolean
  readonly takesFocus?: boolean
  readonly onChange: (value: string) => void
}

/** One of the questions that the rule may speak of. */
export function QuestionPicker(props: QuestionPickerProps) {
  const { name, label, value, rosters, isWanted, withPlace = false, takesFocus = false, onChange } = props
  const { t } = useTranslation('conditions')
  const context = useRule()
  const known = useMemo(
    () => [...(withPlace ? placeChoices(context, t) : []), ...questionChoices(context, rosters, t, isWanted)],
    [context, rosters, t, isWanted, withPlace],
  )
  const isKnown = value === '' || known.some((choice) => choice.value === value)
  const lost = context.book.standings.get(value)?.question.text ?? t('picker.removed')
  const choices = isKnown ? known : [{ value, label: lost, group: t('picker.notHere') }, ...known]
  return (
    <ComboboxField
      {...{ name, label, value, choices, takesFocus, onChange }}
      placeholder={t('picker.placeholder')}
      hint={known.length === 0 ? t('picker.nothing') : undefined}
    />
  )
}
