import type { ChartBlock } from '@rozeznanie/core/report'
import { PALETTE, seriesColour } from '../palette.ts'
import { valueText } from './bars.ts'
import { CHART_WIDTH, label, line, picture, rectangle } from './elements.ts'

const TOP = 26
const ROOM = 240
const LEFT = 20
/** More bins than this carry a name only at every second one. */
const MANY_BINS = 12

/** Upright bars side by side, each with its value above and its range below. */
export function histogramSvg(chart: ChartBlock): string {
  const { categories, unit } = chart
  const series = chart.series[0] ?? { label: '', values: [] }
  const largest = Math.max(1, ...series.values.map((value) => value ?? 0))
  const width = (CHART_WIDTH - 2 * LEFT) / Math.max(1, categories.length)
  const floor = TOP + ROOM
  const bars = categories.map((category, index) => {
    const value = series.values[index] ?? null
    const height = value === null ? 0 : (value / largest) * ROOM
    const x = LEFT + index * width
    const middle = x + width / 2
    const text = value === null ? '•' : value === 0 ? '' : valueText(value, unit)
    const isNamed = categories.length <= MANY_BINS || index % 2 === 0
    return (
      rectangle({ x: x + 1, y: floor - height, width: width - 2, height }, seriesColour(series, 0)) +
      label(text, [middle, floor - height - 12], { anchor: 'middle' }) +
      (isNamed ? label(category, [middle, floor + 14], { anchor: 'middle', colour: PALETTE.inkMuted }) : '')
    )
  })
  const axis = line([LEFT, floor], [CHART_WIDTH - LEFT, floor], PALETTE.lineStrong)
  return picture(chart.caption, floor + 28, bars.join('') + axis)
}
