import { useState } from 'react'
import { FieldFrame, type FieldProps } from '../../ui/FieldFrame.tsx'

interface NumberFieldProps extends FieldProps {
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly isWhole?: boolean
}

/** „12,5” and „12.5” are the same number; what is no number is `null`. */
function read(text: string, isWhole: boolean): number | undefined | null {
  const plain = text
    .trim()
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.')
  if (plain === '') return undefined
  const number = Number(plain)
  return Number.isFinite(number) && (!isWhole || Number.isInteger(number)) ? number : null
}

const written = (value: number | undefined): string =>
  value === undefined ? '' : String(value).replace('.', ',')

/** A number that may be missing. What cannot be read stays in the field and changes nothing. */
export function NumberField({ value, onChange, isWhole = false, ...field }: NumberFieldProps) {
  const [text, setText] = useState(() => written(value))
  const reading = read(text, isWhole)
  const shown = reading === null || reading === value ? text : written(value)
  return (
    <FieldFrame {...field}>
      {(attributes) => (
        <input
          {...attributes}
          className="control control--number"
          inputMode={isWhole ? 'numeric' : 'decimal'}
          type="text"
          autoComplete="off"
          value={shown}
          aria-invalid={read(shown, isWhole) === null || attributes['aria-invalid']}
          onChange={(event) => {
            const next = read(event.target.value, isWhole)
            setText(event.target.value)
            if (next !== null) onChange(next)
          }}
        />
      )}
    </FieldFrame>
  )
}
