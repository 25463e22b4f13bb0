import type { ReactNode } from 'react'
import { ErrorSummary } from './ErrorSummary.tsx'
import './form.css'
import type { FormProblem } from './form-problems.ts'

interface FormProps {
  /** Said by a screen reader as the name of the form. */
  readonly label: string
  readonly problems: readonly FormProblem[]
  /** Names of the fields, for the links of the error summary. */
  readonly names: readonly string[]
  readonly actions: ReactNode
  /** For tables and lists that need the width of the page. */
  readonly isWide?: boolean
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** A form whose checking is ours (`noValidate`): refusals stand in the summary and beside the fields. */
export function Form({ label, problems, names, actions, isWide = false, onSubmit, children }: FormProps) {
  return (
    <form
      className={isWide ? 'form form--wide' : 'form'}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <ErrorSummary problems={problems} names={names} />
      {children}
      <div className="form__actions">{actions}</div>
    </form>
  )
}
