import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ButtonLook } from './Button.tsx'
import './button.css'

interface LinkButtonProps {
  readonly to: string
  readonly children: ReactNode
  readonly look?: ButtonLook
  /** The address is a file of the server, not a page of the workspace. */
  readonly isDownload?: boolean
  /** The address is an app of its own, which the browser loads anew. */
  readonly isOtherApp?: boolean
  /** For a link whose text needs its row to be understood; begins with that text. */
  readonly label?: string
}

export function LinkButton({
  to,
  children,
  look = 'primary',
  isDownload = false,
  isOtherApp = false,
  label,
}: LinkButtonProps) {
  const className = `button button--${look}`
  if (isDownload) {
    return (
      <a className={className} href={to} download aria-label={label}>
        {children}
      </a>
    )
  }
  return (
    <Link className={className} to={to} reloadDocument={isOtherApp} aria-label={label}>
      {children}
    </Link>
  )
}
