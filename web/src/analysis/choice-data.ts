import { isSpecialCode } from '@rozeznanie/core/questionnaire'
import type { BarValue } from '../charts/BarsChart.tsx'
import { percentAxisEnd } from '../charts/chart-layout.ts'
import type { TableRow } from '../charts/ChartWithTable.tsx'
import { formatCount, formatShare } from '../i18n/format.ts'
import { hasShares } from './base-size.ts'
import { intervalInWords, shareWithCount } from './figures-in-words.ts'

export interface ChoiceFrequency {
  readonly code: string
  readonly label: string
  readonly count: number
  readonly ofRespondents?: { readonly share: number; readonly low: number; readonly high: number } | null
  readonly ofAnswers?: number | null
}

export interface Choices {
  readonly frequencies: readonly ChoiceFrequency[]
  readonly validCount: number
  readonly isMultiple: boolean
}

const NOTHING = '–'

/** From the most frequent; „nie wiem” and its like stay last, ties in the questionnaire's order. */
export function byFrequency(frequencies: readonly ChoiceFrequency[]): readonly ChoiceFrequency[] {
  const sizeOf = ({ count, ofRespondents }: ChoiceFrequency) => ofRespondents?.share ?? count
  const last = (code: string) => Number(isSpecialCode(code))
  return [...frequencies].sort((a, b) => last(a.code) - last(b.code) || sizeOf(b) - sizeOf(a))
}

/** Bars of shares, or of people where there are too few for shares. */
export function choiceBars({ frequencies, validCount }: Omit<Choices, 'isMultiple'>): {
  readonly bars: readonly BarValue[]
  readonly axisEnd: number
} {
  if (!hasShares(validCount)) {
    const bars = frequencies.map(({ label, count }) => ({
      label,
      value: count,
      valueLabel: formatCount(count),
    }))
    return { bars, axisEnd: validCount }
  }
  const bars = frequencies.map(({ label, count, ofRespondents }) => {
    const share = ofRespondents?.share ?? 0
    return { label, value: share * 100, valueLabel: shareWithCount(share, count) }
  })
  return { bars, axisEnd: percentAxisEnd(bars.map(({ value }) => value)) }
}

/** Rows of the table: people, share, interval, and for several answers the share of all answers. */
export function choiceRows({ frequencies, validCount, isMultiple }: Choices): readonly TableRow[] {
  const isShown = hasShares(validCount)
  return frequencies.map(({ code, label, count, ofRespondents, ofAnswers }) => ({
    key: code,
    cells: [
      label,
      formatCount(count),
      isShown && ofRespondents ? formatShare(ofRespondents.share) : NOTHING,
      isShown && ofRespondents ? intervalInWords(ofRespondents) : NOTHING,
      ...(isMultiple ? [isShown && typeof ofAnswers === 'number' ? formatShare(ofAnswers) : NOTHING] : []),
    ],
  }))
}
