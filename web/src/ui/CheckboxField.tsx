import { fieldId } from './field-ids.ts'
import './form.css'

interface CheckboxFieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
}

export function CheckboxField({ name, label, hint, isChecked, onChange }: CheckboxFieldProps) {
  const id = fieldId(name)
  return (
    <label className="choice" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        name={name}
        checked={isChecked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="choice__label">{label}</span>
      {hint && (
        <span className="choice__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </label>
  )
}
