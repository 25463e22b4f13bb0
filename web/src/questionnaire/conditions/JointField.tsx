import { useTranslation } from 'react-i18next'
import { fieldId } from '../../ui/field-ids.ts'

const WORDS = ['and', 'or'] as const

interface JointFieldProps {
  readonly name: string
  readonly joint: 'and' | 'or'
  readonly isFixed: boolean
  readonly onChange: (joint: 'and' | 'or') => void
}

/** Must all clauses hold, or is one enough? */
export function JointField({ name, joint, isFixed, onChange }: JointFieldProps) {
  const { t } = useTranslation('conditions')
  if (isFixed) return <p className="muted">{t(`joint.fixed.${joint}`)}</p>
  return (
    <fieldset className="joint">
      <legend className="visually-hidden">{t('joint.label')}</legend>
      {WORDS.map((word) => (
        <label key={word} className="joint__choice" htmlFor={fieldId(`${name}.${word}`)}>
          <input
            type="radio"
            id={fieldId(`${name}.${word}`)}
            name={name}
            checked={joint === word}
            onChange={() => onChange(word)}
          />
          {t(`joint.all.${word}`)}
        </label>
      ))}
    </fieldset>
  )
}
