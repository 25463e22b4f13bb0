import type { HistogramBin } from '../charts/HistogramChart.tsx'
import type { TableRow } from '../charts/ChartWithTable.tsx'
import { formatCount } from '../i18n/format.ts'
import { shortDecimal } from './figures-in-words.ts'

interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** „20–29”: from inclusive to exclusive, as whole numbers where the bins are whole. */
function binLabel({ from, to }: Bin, isLast: boolean, isWhole: boolean): string {
  const end = isWhole && !isLast ? to - 1 : to
  return from === end ? shortDecimal(from) : `${shortDecimal(from)}–${shortDecimal(end)}`
}

/** Bars of a histogram, each named by the numbers it holds. */
export function histogramBins(bins: readonly Bin[]): readonly HistogramBin[] {
  const isWhole = bins.every(({ from, to }) => Number.isInteger(from) && Number.isInteger(to))
  return bins.map((bin, place) => ({
    label: binLabel(bin, place === bins.length - 1, isWhole),
    count: bin.count,
  }))
}

export function histogramRows(bins: readonly HistogramBin[]): readonly TableRow[] {
  return bins.map(({ label, count }) => ({ key: label, cells: [label, formatCount(count)] }))
}
