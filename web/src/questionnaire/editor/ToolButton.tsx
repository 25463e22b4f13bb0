import type { ReactNode } from 'react'
import { EditorIcon, type EditorIconName } from './EditorIcon.tsx'

interface ToolButtonProps {
  readonly icon: EditorIconName
  readonly children: ReactNode
  readonly onClick: () => void
  readonly id?: string
  /** Said after the words, for a button that needs its row to be understood. */
  readonly context?: string
  /** The words are said and not shown; the picture is enough for who sees it. */
  readonly isBare?: boolean
  readonly isOff?: boolean
  readonly isDangerous?: boolean
  readonly isExpanded?: boolean
}

/** A small action of a card or a row. One that cannot be done now stays reachable, so that the focus is never lost. */
export function ToolButton(props: ToolButtonProps) {
  const {
    icon,
    children,
    onClick,
    id,
    context,
    isBare = false,
    isOff = false,
    isDangerous,
    isExpanded,
  } = props
  const looks = [isBare && 'tool-button--bare', isDangerous && 'tool-button--danger'].filter(Boolean)
  return (
    <button
      type="button"
      id={id}
      className={['tool-button', ...looks].join(' ')}
      aria-disabled={isOff || undefined}
      aria-expanded={isExpanded}
      title={isBare && typeof children === 'string' ? children : undefined}
      onClick={() => !isOff && onClick()}
    >
      <EditorIcon name={icon} />
      <span className={isBare ? 'visually-hidden' : undefined}>
        {children}
        {context && <span className="visually-hidden"> {context}</span>}
      </span>
    </button>
  )
}
