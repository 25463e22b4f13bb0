import type { ChartBlock } from '@rozeznanie/core/report'
import { barsSvg } from './svg/bars.ts'
import { histogramSvg } from './svg/histogram.ts'
import { stackedBarsSvg } from './svg/stacked-bars.ts'

const SHAPES = { bars: barsSvg, stackedBars: stackedBarsSvg, histogram: histogramSvg } as const

/** A chart as an SVG document: numbers beside the marks, so that it is read in black and white too. */
export function svgChart(chart: ChartBlock): string {
  return SHAPES[chart.shape](chart)
}
