import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { describedBy, fieldId } from './field-ids.ts'
import './form.css'

/** What every field takes. `name` is the path of the input, so that a refusal finds its field. */
export interface FieldProps {
  readonly name: string
  readonly label: string
  /** Said after the label, not seen: what tells fields with equal labels apart. */
  readonly context?: string
  readonly hint?: string
  readonly error?: string
  readonly isOptional?: boolean
}

/** What a control inside a frame puts on its element. */
export interface ControlAttributes {
  readonly id: string
  readonly name: string
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

interface FieldFrameProps extends FieldProps {
  readonly children: (attributes: ControlAttributes) => ReactNode
}

/** Label, hint and error around one native control. */
export function FieldFrame(props: FieldFrameProps) {
  const { name, label, context, hint, error, isOptional = false, children } = props
  const { t } = useTranslation('ui')
  const id = fieldId(name)
  return (
    <div className={error ? 'field field--wrong' : 'field'}>
      <label className="field__label" htmlFor={id}>
        {label}
        {context && <span className="visually-hidden"> {context}</span>}{' '}
        {isOptional && <span className="field__optional">{t('optional')}</span>}
      </label>
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
      {children({
        id,
        name,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy(name, { hint, error }),
      })}
    </div>
  )
}
