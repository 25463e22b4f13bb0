import { PALETTE } from '../palette.ts'
import { CHART_WIDTH, FONT_SIZE, label, rectangle } from './elements.ts'
import { textWidth } from './text-lines.ts'

const SWATCH = 16
const ROW = 26
const GAP = 22

export interface LegendEntry {
  readonly label: string
  readonly fill: string
  /** A second fill laid over the first. */
  readonly overlay?: string
}

/** The key of colours, from left to right, in as many rows as it needs. */
export function legend(entries: readonly LegendEntry[]): {
  readonly height: number
  readonly content: string
} {
  let x = 0
  let y = 0
  const parts = entries.map((entry) => {
    const width = SWATCH + 8 + textWidth(entry.label, FONT_SIZE)
    if (x > 0 && x + width > CHART_WIDTH) {
      x = 0
      y += ROW
    }
    const box = { x, y: y + 4, width: SWATCH, height: SWATCH }
    const drawn = [
      rectangle(box, entry.fill),
      entry.overlay === undefined ? '' : rectangle(box, entry.overlay),
      label(entry.label, [x + SWATCH + 8, y + 12], { colour: PALETTE.ink }),
    ]
    x += width + GAP
    return drawn.join('')
  })
  return { height: entries.length === 0 ? 0 : y + ROW + 8, content: parts.join('') }
}
