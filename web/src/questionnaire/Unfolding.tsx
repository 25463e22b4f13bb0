import { type ReactNode, useState } from 'react'

interface UnfoldingProps {
  readonly label: string
  /** Said instead of the label, for lines that look alike; begins with it. */
  readonly fullLabel?: string
  /** Drawn first when it is unfolded, so that nothing is fetched or compared in vain. */
  readonly children: () => ReactNode
}

/** Something that is worked out only when a person asks for it. */
export function Unfolding({ label, fullLabel, children }: UnfoldingProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="unfolding">
      <button
        type="button"
        className="button button--quiet unfolding__button"
        aria-expanded={isOpen}
        aria-label={fullLabel}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      {isOpen && <div className="unfolding__body">{children()}</div>}
    </div>
  )
}
