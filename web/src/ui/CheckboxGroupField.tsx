import { ChoiceGroup } from './ChoiceGroup.tsx'
import type { FieldProps } from './FieldFrame.tsx'
import type { Choice } from './SelectField.tsx'

interface CheckboxGroupFieldProps extends FieldProps {
  readonly values: readonly string[]
  readonly choices: readonly Choice[]
  readonly onChange: (values: string[]) => void
}

export function CheckboxGroupField({ values, choices, onChange, ...field }: CheckboxGroupFieldProps) {
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
  return <ChoiceGroup {...field} type="checkbox" chosen={values} choices={choices} onToggle={toggle} />
}
