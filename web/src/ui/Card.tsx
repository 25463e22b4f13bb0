import type { ReactNode } from 'react'
import './blocks.css'

interface CardProps {
  readonly title?: string
  readonly titleLevel?: 2 | 3
  /** Beside the title: a status, a small action. */
  readonly aside?: ReactNode
  readonly footer?: ReactNode
  readonly children: ReactNode
}

export function Card({ title, titleLevel = 2, aside, footer, children }: CardProps) {
  const Heading = `h${titleLevel}` as const
  return (
    <section className="card">
      {(title || aside) && (
        <div className="card__head">
          {title && <Heading>{title}</Heading>}
          {aside}
        </div>
      )}
      {children}
      {footer && <div className="card__foot">{footer}</div>}
    </section>
  )
}
