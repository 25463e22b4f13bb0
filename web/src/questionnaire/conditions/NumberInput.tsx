import { useState } from 'react'
import { type FieldProps, FieldFrame } from '../../ui/FieldFrame.tsx'

interface NumberInputProps extends FieldProps {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

const inPolish = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))

function read(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace('−', '-')
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null
}

/** A number as Poles write it, with a comma; `null` while what stands there is none. */
export function NumberInput({ value, onChange, ...field }: NumberInputProps) {
  const [typed, setTyped] = useState(inPolish(value))
  const text = read(typed) === value ? typed : inPolish(value)
  return (
    <FieldFrame {...field}>
      {(attributes) => (
        <input
          {...attributes}
          className="control control--short"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setTyped(event.target.value)
            onChange(read(event.target.value))
          }}
        />
      )}
    </FieldFrame>
  )
}
