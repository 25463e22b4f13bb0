import { Resvg } from '@resvg/resvg-js'
import type { ChartBlock } from '@rozeznanie/core/report'
import { DOCUMENT_FONT } from './fonts.ts'
import { svgChart } from './svg-chart.ts'

/** Pixels per unit of the chart: about 200 dots per inch at 16 cm. */
const ZOOM = 1.6

export interface ChartPicture {
  readonly png: Buffer
  /** In units of the chart, for its proportions. */
  readonly width: number
  readonly height: number
}

/** A chart as a PNG picture; takes about 20 ms of the thread it is called on. */
export function chartPicture(chart: ChartBlock): ChartPicture {
  const image = new Resvg(svgChart(chart), {
    font: {
      loadSystemFonts: false,
      fontFiles: [DOCUMENT_FONT.regular, DOCUMENT_FONT.bold],
      defaultFontFamily: DOCUMENT_FONT.family,
    },
    fitTo: { mode: 'zoom', value: ZOOM },
  }).render()
  return { png: image.asPng(), width: image.width / ZOOM, height: image.height / ZOOM }
}
