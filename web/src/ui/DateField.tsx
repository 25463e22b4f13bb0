import { type FieldProps, FieldFrame } from './FieldFrame.tsx'

interface DateFieldProps extends FieldProps {
  /** A local day, `2026-11-22`, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly min?: string
}

export function DateField({ value, onChange, min, ...field }: DateFieldProps) {
  return (
    <FieldFrame {...field}>
      {(attributes) => (
        <input
          {...attributes}
          className="control control--date"
          type="date"
          value={value}
          min={min}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}
