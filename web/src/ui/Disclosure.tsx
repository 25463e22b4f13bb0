import type { ReactNode } from 'react'
import './blocks.css'

interface DisclosureProps {
  readonly summary: ReactNode
  readonly isOpenAtFirst?: boolean
  readonly children: ReactNode
}

export function Disclosure({ summary, isOpenAtFirst = false, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={isOpenAtFirst}>
      <summary>{summary}</summary>
      <div className="disclosure__body">{children}</div>
    </details>
  )
}
