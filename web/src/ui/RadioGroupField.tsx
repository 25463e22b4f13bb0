import { ChoiceGroup } from './ChoiceGroup.tsx'
import type { FieldProps } from './FieldFrame.tsx'
import type { Choice } from './SelectField.tsx'

interface RadioGroupFieldProps extends FieldProps {
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
}

export function RadioGroupField({ value, choices, onChange, ...field }: RadioGroupFieldProps) {
  return <ChoiceGroup {...field} type="radio" chosen={[value]} choices={choices} onToggle={onChange} />
}
