import { formatNumber, type ChartBlock } from '@rozeznanie/core/report'
import { PALETTE, seriesColour, textColourOn } from '../palette.ts'
import { CHART_WIDTH, label, line, picture, rectangle, rowLabel, rowLabelHeight } from './elements.ts'
import { legend, type LegendEntry } from './legend.ts'

const LABELS = 320
/** Heights of a bar and of the gap under it, for charts of few rows and of many. */
const AIRY = { bar: 30, gap: 12 }
const COMPACT = { bar: 24, gap: 7 }
const MANY_ROWS = 6
const ROOM = CHART_WIDTH - LABELS - 8
/** Narrower parts carry no number; the table has it. */
const LEAST_LABELLED = 34
const HIDDEN: LegendEntry = { label: 'wartości ukryte', fill: 'url(#hatch)' }

const hasHidden = ({ series }: ChartBlock): boolean =>
  series.some(({ values }) => values.some((value) => value === null))

/** Bars of equal length, divided by the shares of the series; what is withheld is one hatched part at the end. */
export function stackedBarsSvg(chart: ChartBlock): string {
  const entries = chart.series.map((one, index) => ({ label: one.label, fill: seriesColour(one, index) }))
  const key = legend(hasHidden(chart) ? [...entries, HIDDEN] : entries)
  const { bar, gap } = chart.categories.length > MANY_ROWS ? COMPACT : AIRY
  let y = key.height
  const rows = chart.categories.map((category, row) => {
    const height = Math.max(bar, rowLabelHeight(category, LABELS - 16)) + gap
    const middle = y + height / 2
    y += height
    const name = rowLabel(category, { x: LABELS - 12, y: middle, width: LABELS - 16 })
    return name + segments(chart, row, { top: middle - bar / 2, height: bar })
  })
  const ticks = [0, 50, 100].map((share) => {
    const x = LABELS + (share / 100) * ROOM
    const anchor = share === 0 ? 'start' : share === 100 ? 'end' : 'middle'
    return (
      line([x, key.height], [x, y + 4], PALETTE.line) +
      label(`${share}%`, [x, y + 14], { anchor, colour: PALETTE.inkMuted })
    )
  })
  return picture(chart.caption, y + 26, key.content + ticks.join('') + rows.join(''))
}

function segments(
  { series }: ChartBlock,
  row: number,
  { top, height }: { readonly top: number; readonly height: number },
): string {
  let x = LABELS
  const drawn = series.map((one, index) => {
    const share = one.values[row] ?? 0
    const width = (share / 100) * ROOM
    const box = { x, y: top, width: Math.max(0, width - 1.5), height }
    x += width
    return share === 0 ? '' : segment(box, share, seriesColour(one, index))
  })
  const isHidden = series.some(({ values }) => values[row] === null)
  const rest = LABELS + ROOM - x
  const gap = isHidden && rest > 1 ? rectangle({ x, y: top, width: rest, height }, HIDDEN.fill) : ''
  return drawn.join('') + gap
}

function segment(
  box: { x: number; y: number; width: number; height: number },
  share: number,
  fill: string,
): string {
  const text =
    box.width < LEAST_LABELLED
      ? ''
      : label(formatNumber(share, 1), [box.x + box.width / 2, box.y + box.height / 2], {
          anchor: 'middle',
          colour: textColourOn(fill),
        })
  return rectangle(box, fill) + text
}
