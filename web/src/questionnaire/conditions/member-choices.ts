import type { ValueType } from '@rozeznanie/core/questionnaire'
import type { ClauseForm } from '@rozeznanie/core/questionnaire/editing'
import type { TFunction } from 'i18next'
import type { Choice } from '../../ui/SelectField.tsx'

/** The parts of an answer a clause can be about: rows of a table, or the text beside „inne, jakie?”. */
export function memberChoices(
  whole: ValueType,
  hasThisRow: boolean,
  t: TFunction<'conditions'>,
): readonly Choice[] {
  if (whole.type === 'matrix') {
    return [
      { value: '', label: t('member.anyRow') },
      ...(hasThisRow ? [{ value: '$row', label: t('member.thisRow') }] : []),
      ...whole.rows.map(({ code, label }) => ({ value: code, label })),
    ]
  }
  const asksText =
    (whole.type === 'code' || whole.type === 'codes') && whole.codes.some((code) => code.allowsText)
  if (!asksText) return []
  return [
    { value: '', label: t('member.chosen') },
    { value: 'inne', label: t('member.text') },
  ]
}

/** The clause about another part of the same answer. */
export function withMember(form: ClauseForm, member: string): ClauseForm {
  const { about } = form
  if (about?.kind !== 'answer' && about?.kind !== 'own') return form
  const whole =
    about.kind === 'own' ? ({ kind: 'own' } as const) : ({ kind: 'answer', key: about.key } as const)
  return { ...form, about: member === '' ? whole : { ...whole, member } }
}
