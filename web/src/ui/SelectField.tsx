import { type FieldProps, FieldFrame } from './FieldFrame.tsx'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface SelectFieldProps extends FieldProps {
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
  /** Text of the empty choice; without it the first choice is the default. */
  readonly emptyLabel?: string
}

export function SelectField({ value, choices, onChange, emptyLabel, ...field }: SelectFieldProps) {
  return (
    <FieldFrame {...field}>
      {(attributes) => (
        <select
          {...attributes}
          className="control"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
