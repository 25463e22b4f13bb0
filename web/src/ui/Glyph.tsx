import type { ReactNode } from 'react'

interface GlyphProps {
  readonly className: string
  /** Width and height, in pixels. */
  readonly size: number
  readonly strokeWidth: number
  /** Said instead of the picture; without it the picture is decoration. */
  readonly label?: string | undefined
  readonly children: ReactNode
}

/** A picture of lines on a field of 24 by 24, in the colour of the words beside it. */
export function Glyph({ className, size, strokeWidth, label, children }: GlyphProps) {
  return (
    <svg
      className={className}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {children}
    </svg>
  )
}
