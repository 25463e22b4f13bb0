import { useId } from 'react'
import type { Colour } from './chart-colours.ts'
import { Painted, PaintDefinitions } from './Paint.tsx'

export interface LegendEntry {
  readonly label: string
  /** A field of this colour, or the sign itself. */
  readonly colour?: Colour
  readonly sign?: string
}

interface ChartLegendProps {
  readonly entries: readonly LegendEntry[]
}

const SIDE = 16

/** What the colours and signs of a chart mean; it goes into the picture too. */
export function ChartLegend({ entries }: ChartLegendProps) {
  const chartId = useId()
  return (
    <ul className="chart-legend" aria-hidden="true" data-picture="legend">
      {entries.map(({ label, colour, sign }) => (
        <li key={label}>
          {colour && (
            <svg width={SIDE} height={SIDE}>
              <PaintDefinitions chartId={chartId} />
              <Painted chartId={chartId} colour={colour} x={0} y={0} width={SIDE} height={SIDE} />
            </svg>
          )}
          {sign && <span className="chart-legend__sign">{sign}</span>}
          {label}
        </li>
      ))}
    </ul>
  )
}
