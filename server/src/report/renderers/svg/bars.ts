import type { Protected } from '@rozeznanie/core/disclosure'
import { formatNumber, formatPercent, type ChartBlock } from '@rozeznanie/core/report'
import { PALETTE, seriesColour } from '../palette.ts'
import { CHART_WIDTH, label, line, picture, rectangle, rowLabel, rowLabelHeight } from './elements.ts'
import { legend } from './legend.ts'

const LABELS = 330
const VALUE_ROOM = 70
/** Heights of a bar and of the gap under it, for charts of few rows and of many. */
const AIRY = { bar: 22, gap: 12 }
const COMPACT = { bar: 18, gap: 6 }
const MANY_ROWS = 6

/** A round number not below the largest value: where the axis ends. */
export function axisEnd(values: readonly number[]): number {
  const largest = Math.max(0, ...values)
  const steps = [5, 10, 20, 25, 40, 50, 60, 80, 100]
  return steps.find((step) => step >= largest) ?? Math.ceil(largest / 100) * 100
}

/** A value beside its bar. */
export function valueText(value: Protected<number>, unit: ChartBlock['unit']): string {
  return unit === '%' ? formatPercent(value) : formatNumber(value, 2)
}

/** Horizontal bars from a common zero, each with its value; several series stand one under another. */
export function barsSvg(chart: ChartBlock): string {
  const { series, categories, unit } = chart
  const key =
    series.length > 1
      ? legend(
          series.map((one, index) => ({
            label: one.label,
            fill: seriesColour(one, index),
            ...overlay(index),
          })),
        )
      : legend([])
  const end = axisEnd(series.flatMap(({ values }) => values.filter((value) => value !== null)))
  const scale = (CHART_WIDTH - LABELS - VALUE_ROOM) / (end || 1)
  const { bar: thickness, gap } = categories.length * series.length > MANY_ROWS ? COMPACT : AIRY
  let y = key.height + 4
  const rows = categories.map((category, row) => {
    const bars = series.length * thickness
    const height = Math.max(bars, rowLabelHeight(category, LABELS - 16)) + gap
    const middle = y + height / 2
    const drawn = series.map(({ values }, index) => {
      const value = values[row] ?? null
      const top = middle - bars / 2 + index * thickness
      return value === null
        ? ''
        : bar({
            value,
            top,
            thickness,
            scale,
            index,
            text: valueText(value, unit),
            fill: seriesColour(series[index] ?? { label: '', values: [] }, index),
          })
    })
    y += height
    return rowLabel(category, { x: LABELS - 12, y: middle, width: LABELS - 16 }) + drawn.join('')
  })
  const axis = line([LABELS, key.height], [LABELS, y + 4], PALETTE.lineStrong)
  return picture(chart.caption, y + 8, key.content + rows.join('') + axis)
}

const overlay = (index: number): { readonly overlay?: string } =>
  index === 1 ? { overlay: 'url(#dots)' } : {}

interface Bar {
  readonly value: number
  readonly top: number
  readonly thickness: number
  readonly scale: number
  readonly index: number
  readonly text: string
  readonly fill: string
}

function bar({ value, top, thickness, scale, index, text, fill }: Bar): string {
  const box = { x: LABELS, y: top + 1.5, width: value * scale, height: thickness - 3 }
  const dots = overlay(index).overlay
  return (
    rectangle(box, fill) +
    (dots === undefined ? '' : rectangle(box, dots)) +
    label(text, [LABELS + value * scale + 8, top + thickness / 2], { isBold: index === 0 })
  )
}
