import type { BarValue } from '../charts/BarsChart.tsx'
import { percentAxisEnd } from '../charts/chart-layout.ts'
import type { TableRow } from '../charts/ChartWithTable.tsx'
import { formatCount, formatDecimal, formatShare } from '../i18n/format.ts'
import { hasShares } from './base-size.ts'
import { intervalInWords, shareWithCount } from './figures-in-words.ts'

export interface RankFigures {
  readonly code: string
  readonly label: string
  readonly placeCounts: readonly number[]
  readonly namedCount: number
  readonly named?: { readonly share: number; readonly low: number; readonly high: number } | null
  readonly index?: number | null
}

const NOTHING = '–'

/** From the highest priority: by the index, then by how many named it. */
export function byPriority(rows: readonly RankFigures[]): readonly RankFigures[] {
  return [...rows].sort((a, b) => (b.index ?? 0) - (a.index ?? 0) || b.namedCount - a.namedCount)
}

/** Bars of those who named each option, or of people where there are too few for shares. */
export function rankBars(
  rows: readonly RankFigures[],
  validCount: number,
): { readonly bars: readonly BarValue[]; readonly axisEnd: number } {
  const isShare = hasShares(validCount)
  const bars = rows.map(({ label, namedCount, named }) => {
    const share = named?.share ?? 0
    return isShare
      ? { label, value: share * 100, valueLabel: shareWithCount(share, namedCount) }
      : { label, value: namedCount, valueLabel: formatCount(namedCount) }
  })
  return { bars, axisEnd: isShare ? percentAxisEnd(bars.map(({ value }) => value)) : validCount }
}

/** Rows of the table: people by place, who named it at all, the interval, and the index. */
export function rankRows(rows: readonly RankFigures[], validCount: number): readonly TableRow[] {
  const isShown = hasShares(validCount)
  return rows.map(({ code, label, placeCounts, namedCount, named, index }) => ({
    key: code,
    cells: [
      label,
      ...placeCounts.map((count) => formatCount(count)),
      formatCount(namedCount),
      isShown && named ? formatShare(named.share) : NOTHING,
      isShown && named ? intervalInWords(named) : NOTHING,
      isShown && typeof index === 'number' ? formatDecimal(index) : NOTHING,
    ],
  }))
}
