import { useTranslation } from 'react-i18next'
import type { FieldProps } from './FieldFrame.tsx'
import { describedBy, fieldId } from './field-ids.ts'
import './form.css'
import type { Choice } from './SelectField.tsx'

interface ChoiceGroupProps extends FieldProps {
  readonly type: 'radio' | 'checkbox'
  readonly chosen: readonly string[]
  readonly choices: readonly Choice[]
  readonly onToggle: (value: string) => void
}

/** Radios or checkboxes in a fieldset; the first control carries the id that the error summary links to. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { t } = useTranslation('ui')
  const { type, name, label, hint, error, isOptional = false, chosen, choices, onToggle } = props
  const id = fieldId(name)
  return (
    <fieldset
      className={error ? 'field field--wrong' : 'field'}
      aria-describedby={describedBy(name, { hint, error })}
    >
      <legend className="field__label">
        {label} {isOptional && <span className="field__optional">{t('optional')}</span>}
      </legend>
      {hint && (
        <div className="field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className="field__error" id={`${id}-error`}>
          {error}
        </div>
      )}
      <div className="choices">
        {choices.map((choice, index) => {
          const choiceId = index === 0 ? id : `${id}-${index}`
          return (
            <label className="choice" key={choice.value} htmlFor={choiceId}>
              <input
                id={choiceId}
                type={type}
                name={name}
                value={choice.value}
                checked={chosen.includes(choice.value)}
                aria-describedby={choice.hint ? `${choiceId}-what` : undefined}
                onChange={() => onToggle(choice.value)}
              />
              <span className="choice__label">{choice.label}</span>
              {choice.hint && (
                <span className="choice__hint" id={`${choiceId}-what`}>
                  {choice.hint}
                </span>
              )}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
