import type { ValueType } from '@rozeznanie/core/questionnaire'
import {
  MEASURES,
  predicateName,
  predicatesFor,
  type ClauseAbout,
  type Predicate,
} from '@rozeznanie/core/questionnaire/editing'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { FieldFrame } from '../../ui/FieldFrame.tsx'

/** What a predicate is called; several answers „zawierają”, one „jest”. */
export function predicateWords(predicate: Predicate, type: ValueType, t: TFunction<'conditions'>): string {
  if (predicate.kind === 'statement') {
    const flavour = type.type === 'codes' || type.type === 'matrix' ? 'several' : 'one'
    return t(`statement.${flavour}.${predicate.statement}`)
  }
  const order = t(`order.${predicate.order}`)
  if (predicate.measure !== 'value') return `${t(`measure.${predicate.measure}`)}: ${order}`
  return type.type === 'code' && predicate.order === 'ne' ? t('statement.one.other') : order
}

interface PredicateFieldProps {
  readonly name: string
  readonly about: ClauseAbout
  readonly type: ValueType
  readonly predicate: Predicate | null
  readonly onChange: (predicate: Predicate) => void
}

/** What is said of the answer: „jest jedną z”, „co najmniej”… */
export function PredicateField({ name, about, type, predicate, onChange }: PredicateFieldProps) {
  const { t } = useTranslation('conditions')
  const offered = predicatesFor(type, about.kind)
  const option = (one: Predicate) => (
    <option key={predicateName(one)} value={predicateName(one)}>
      {predicateWords(one, type, t)}
    </option>
  )
  const choose = (value: string) => {
    const found = offered.find((one) => predicateName(one) === value)
    if (found) onChange(found)
  }
  return (
    <FieldFrame name={name} label={t('clause.what')}>
      {(attributes) => (
        <select
          {...attributes}
          className="control"
          value={predicate ? predicateName(predicate) : ''}
          onChange={(event) => choose(event.target.value)}
        >
          {offered.filter((one) => one.kind === 'statement' || one.measure === 'value').map(option)}
          {MEASURES.filter((measure) => measure !== 'value').map((measure) => {
            const own = offered.filter((one) => one.kind === 'measure' && one.measure === measure)
            return (
              own.length > 0 && (
                <optgroup key={measure} label={t(`measure.${measure}`)}>
                  {own.map(option)}
                </optgroup>
              )
            )
          })}
        </select>
      )}
    </FieldFrame>
  )
}
