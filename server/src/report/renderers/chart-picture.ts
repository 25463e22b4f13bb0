import { renderAsync } from '@resvg/resvg-js'
import type { ChartBlock } from '@rozeznanie/core/report'
import { DOCUMENT_FONT } from './fonts.ts'
import { svgChart } from './svg-chart.ts'

/** Pixels per unit of the chart: sharp in print at 16 cm. */
const ZOOM = 2

export interface ChartPicture {
  readonly png: Buffer
  /** In units of the chart, for its proportions. */
  readonly width: number
  readonly height: number
}

/** A chart as a PNG picture, drawn off the main thread. */
export async function chartPicture(chart: ChartBlock): Promise<ChartPicture> {
  const image = await renderAsync(svgChart(chart), {
    font: {
      loadSystemFonts: false,
      fontFiles: [DOCUMENT_FONT.regular, DOCUMENT_FONT.bold],
      defaultFontFamily: DOCUMENT_FONT.family,
    },
    fitTo: { mode: 'zoom', value: ZOOM },
  })
  return { png: image.asPng(), width: image.width / ZOOM, height: image.height / ZOOM }
}
