import type { ReactNode } from 'react'
import './button.css'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

interface ButtonProps {
  readonly children: ReactNode
  readonly type?: 'button' | 'submit'
  readonly look?: ButtonLook
  /** While true the button stays reachable but does nothing: a second press must not send twice. */
  readonly isBusy?: boolean
  readonly onClick?: () => void
  /** For a button whose text needs its row to be understood. */
  readonly label?: string
}

export function Button({
  children,
  type = 'button',
  look = 'primary',
  isBusy = false,
  onClick,
  label,
}: ButtonProps) {
  return (
    <button
      type={type}
      className={`button button--${look}`}
      aria-disabled={isBusy || undefined}
      aria-label={label}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onClick?.()
      }}
    >
      {children}
    </button>
  )
}
