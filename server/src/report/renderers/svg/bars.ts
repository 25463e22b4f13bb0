import { formatNumber, formatPercent, type ChartBlock } from '@rozeznanie/core/report'
import { PALETTE, seriesColour } from '../palette.ts'
import { CHART_WIDTH, label, line, picture, rectangle, rowLabel, rowLabelHeight } from './elements.ts'
import { legend } from './legend.ts'

const LABELS = 300
const VALUE_ROOM = 70
const BAR = 22
const SINGLE_GAP = 12

/** A round number not below the largest value: where the axis ends. */
export function axisEnd(values: readonly number[]): number {
  const largest = Math.max(0, ...values)
  const steps = [5, 10, 20, 25, 40, 50, 60, 80, 100]
  return steps.find((step) => step >= largest) ?? Math.ceil(largest / 100) * 100
}

/** A value beside its bar. */
export function valueText(value: number, unit: ChartBlock['unit']): string {
  if (unit === '%') return formatPercent(value)
  return formatNumber(value, unit === 'osoby' ? 0 : 2)
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
  let y = key.height + 4
  const rows = categories.map((category, row) => {
    const bars = series.length * BAR
    const height = Math.max(bars, rowLabelHeight(category, LABELS - 16)) + SINGLE_GAP
    const middle = y + height / 2
    const drawn = series.map(({ values }, index) => {
      const value = values[row] ?? null
      const top = middle - bars / 2 + index * BAR
      return value === null
        ? ''
        : bar({
            value,
            top,
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
  readonly scale: number
  readonly index: number
  readonly text: string
  readonly fill: string
}

function bar({ value, top, scale, index, text, fill }: Bar): string {
  const box = { x: LABELS, y: top + 1.5, width: value * scale, height: BAR - 3 }
  const dots = overlay(index).overlay
  return (
    rectangle(box, fill) +
    (dots === undefined ? '' : rectangle(box, dots)) +
    label(text, [LABELS + value * scale + 8, top + BAR / 2], { isBold: index === 0 })
  )
}
