import { useId } from 'react'
import { Bar, BarChart, Text, XAxis, YAxis, type BarShapeProps } from 'recharts'
import { categoryTick } from './CategoryLabel.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import { ChartLegend, type LegendEntry } from './ChartLegend.tsx'
import { chartLayout, lineCount } from './chart-layout.ts'
import type { PointListener } from './chart-point.ts'
import { heatLegend, heatSteps, shadeOf, type HeatCell } from './heat-map-data.ts'
import { PaintDefinitions, withheldId } from './Paint.tsx'

interface HeatMapChartProps {
  readonly name: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** Row by row. */
  readonly cells: readonly (readonly HeatCell[])[]
  /** What the signs in the cells mean. */
  readonly signs: readonly LegendEntry[]
  readonly onPoint?: PointListener | undefined
}

/** A crosstab as fields: the darker, the larger the share; the number stands in each. */
export function HeatMapChart({ name, rows, columns, cells, signs, onPoint }: HeatMapChartProps) {
  const steps = heatSteps(cells)
  const shades = heatLegend(steps).map(({ shade, from, to }) => ({
    label: `${from}–${to}%`,
    colour: shade,
  }))
  return (
    <div className="chart-with-legend">
      <ChartLegend entries={[...shades, ...signs]} />
      <ChartFrame name={name}>
        {(width) => <HeatMap {...{ rows, columns, cells, steps, width, onPoint }} />}
      </ChartFrame>
    </div>
  )
}

interface HeatMapProps extends Omit<HeatMapChartProps, 'name' | 'signs'> {
  readonly steps: readonly number[]
  readonly width: number
}

const LINE_PX = 18
const MOST_LINES = 5
const CELL_PX = 40
/** Narrower columns are numbered; their names stand above. */
const NARROWEST_PX = 62
/** Narrower fields have their sign under the number. */
const ROOM_FOR_SIGN_PX = 58

function HeatMap({ rows, columns, cells, steps, width, onPoint }: HeatMapProps) {
  const chartId = useId()
  const layout = { ...chartLayout(width, { labels: rows, values: [] }) }
  const room = width - (layout.isNarrow ? 1 : layout.labelWidth) - 4
  const columnPx = room / Math.max(1, columns.length)
  const isNumbered = columnPx < NARROWEST_PX
  const heads = isNumbered ? columns.map((_, place) => String(place + 1)) : columns
  const lines = Math.min(MOST_LINES, Math.max(1, ...heads.map((head) => lineCount(head, columnPx - 8))))
  const top = lines * LINE_PX + 8
  const rowHeight =
    (layout.isNarrow ? layout.labelHeight + 6 : 0) +
    Math.max(CELL_PX, layout.isNarrow ? 0 : layout.labelHeight + 8) +
    2
  const rowLayout = { ...layout, rowHeight }
  return (
    <>
      {isNumbered && (
        <ol className="chart-columns" aria-hidden="true" data-picture="columns">
          {columns.map((column) => (
            <li key={column}>{column}</li>
          ))}
        </ol>
      )}
      <BarChart
        layout="vertical"
        width={width}
        height={rowHeight * rows.length + top + 4}
        data={rows.map((label, place) => ({ label, place, axis: [0, columns.length] }))}
        margin={{ top, right: 4, bottom: 0, left: 0 }}
        barCategoryGap={0}
        accessibilityLayer={false}
      >
        <PaintDefinitions chartId={chartId} />
        <XAxis type="number" domain={[0, columns.length]} hide />
        <YAxis {...categoryTick(rowLayout, rows, top)} />
        <Bar
          dataKey="axis"
          isAnimationActive={false}
          shape={({ x, width: length, index }: BarShapeProps) => {
            const cellPx = length / columns.length
            const labelPx = layout.isNarrow ? layout.labelHeight + 6 : 0
            return (
              <g>
                {index === 0 && <Heads heads={heads} x={x} y={top - 8} columnPx={cellPx} />}
                {(cells[index] ?? []).map((cell, column) => (
                  <HeatField
                    key={column}
                    {...{ cell, steps, chartId }}
                    x={x + column * cellPx}
                    y={top + index * rowHeight + labelPx}
                    width={cellPx - 2}
                    height={rowHeight - labelPx - 2}
                    onEnter={() => onPoint?.({ category: index, series: column })}
                    onLeave={() => onPoint?.(null)}
                  />
                ))}
              </g>
            )
          }}
        />
      </BarChart>
    </>
  )
}

interface HeadsProps {
  readonly heads: readonly string[]
  readonly x: number
  /** The line on which they stand. */
  readonly y: number
  readonly columnPx: number
}

function Heads({ heads, x, y, columnPx }: HeadsProps) {
  return heads.map((head, place) => (
    <Text
      key={head}
      className="chart__label"
      x={x + (place + 0.5) * columnPx - 1}
      y={y}
      width={columnPx - 8}
      textAnchor="middle"
      verticalAnchor="end"
      style={{ fontSize: 14 }}
      lineHeight="1.25em"
      maxLines={MOST_LINES}
    >
      {head}
    </Text>
  ))
}

interface HeatFieldProps {
  readonly cell: HeatCell
  readonly steps: readonly number[]
  readonly chartId: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly onEnter: () => void
  readonly onLeave: () => void
}

function HeatField({ cell, steps, chartId, onEnter, onLeave, ...place }: HeatFieldProps) {
  const { value, valueLabel, sign } = cell
  const shade = value === null ? null : shadeOf(value, steps)
  const isUnder = sign !== undefined && place.width < ROOM_FOR_SIGN_PX
  return (
    <g onMouseEnter={onEnter} onMouseLeave={onLeave}>
      <rect
        className={shade ? 'chart__field' : 'chart__withheld'}
        {...place}
        rx={3}
        fill={shade?.fill ?? `url(#${withheldId(chartId)})`}
      />
      {shade && (
        <text
          className="chart__inside"
          x={place.x + place.width / 2}
          y={place.y + place.height / (isUnder ? 3 : 2)}
          dy="0.35em"
          textAnchor="middle"
          fill={shade.ink}
        >
          {sign && !isUnder ? `${valueLabel} ${sign}` : valueLabel}
        </text>
      )}
      {shade && isUnder && (
        <text
          className="chart__inside"
          x={place.x + place.width / 2}
          y={place.y + (place.height * 2) / 3}
          dy="0.45em"
          textAnchor="middle"
          fill={shade.ink}
        >
          {sign}
        </text>
      )}
    </g>
  )
}
