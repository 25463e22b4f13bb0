import { type FieldProps, FieldFrame } from './FieldFrame.tsx'

interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'search' | 'url'
  readonly autoComplete?: string
  readonly isShort?: boolean
}

export function TextField({
  value,
  onChange,
  type = 'text',
  autoComplete,
  isShort = false,
  ...field
}: TextFieldProps) {
  return (
    <FieldFrame {...field}>
      {(attributes) => (
        <input
          {...attributes}
          className={isShort ? 'control control--short' : 'control'}
          type={type}
          value={value}
          autoComplete={autoComplete ?? 'off'}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}
