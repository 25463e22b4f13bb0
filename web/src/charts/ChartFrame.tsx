import type { ReactNode } from 'react'
import './charts.css'
import { useWidth } from './use-width.ts'

interface ChartFrameProps {
  /** What a person who cannot see the chart is told: the main numbers. */
  readonly name: string
  readonly children: (width: number) => ReactNode
}

/** A picture for whoever reads with a screen reader: one name, nothing inside to wander through. */
export function ChartFrame({ name, children }: ChartFrameProps) {
  const [frame, width] = useWidth<HTMLDivElement>()
  return (
    <div className="chart" ref={frame} role="img" aria-label={name}>
      {children(width)}
    </div>
  )
}
