import { tonesOf } from '@rozeznanie/core/report'
import type { TableRow } from '../charts/ChartWithTable.tsx'
import type { StackedSeries } from '../charts/stacked-bars-data.ts'
import { formatCount, formatDecimal } from '../i18n/format.ts'
import { hasShares } from './base-size.ts'
import type { ChoiceFrequency } from './choice-data.ts'
import { shareWithCount } from './figures-in-words.ts'

export interface MatrixRowFigures {
  readonly key: string
  readonly label: string
  readonly base: { readonly validCount: number }
  readonly frequencies: readonly ChoiceFrequency[]
  readonly mean?: { readonly mean: number } | null
}

const NOTHING = '–'
/** Rows with enough people to be drawn as shares. */
export function drawnRows(rows: readonly MatrixRowFigures[]): readonly MatrixRowFigures[] {
  return rows.filter(({ base }) => hasShares(base.validCount))
}

/** One series per option, with its share in each row. */
export function matrixSeries(rows: readonly MatrixRowFigures[]): readonly StackedSeries[] {
  const options = rows[0]?.frequencies ?? []
  const tones = tonesOf(options.map(({ code }) => code))
  return options.map(({ label }, place) => {
    const tone = tones[place]
    return {
      label,
      ...(tone !== undefined && { tone }),
      values: rows.map(({ frequencies }) => {
        const share = frequencies[place]?.ofRespondents?.share
        return share === undefined ? null : share * 100
      }),
    }
  })
}

export function hasMeans(rows: readonly MatrixRowFigures[]): boolean {
  return rows.some(({ mean }) => mean != null)
}

/** Rows of the table: one cell per option, the people asked, and the mean where there is one. */
export function matrixRows(rows: readonly MatrixRowFigures[]): readonly TableRow[] {
  const showsMean = hasMeans(rows)
  return rows.map(({ key, label, base, frequencies, mean }) => {
    const isShown = hasShares(base.validCount)
    const cells = frequencies.map(({ count, ofRespondents }) =>
      isShown && ofRespondents ? shareWithCount(ofRespondents.share, count) : formatCount(count),
    )
    const average = isShown && mean ? formatDecimal(mean.mean) : NOTHING
    return { key, cells: [label, ...cells, formatCount(base.validCount), ...(showsMean ? [average] : [])] }
  })
}
