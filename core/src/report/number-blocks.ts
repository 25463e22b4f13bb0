import type { NumberSummary } from '../analysis/index.ts'
import { displayMean, type Protected } from '../disclosure/index.ts'
import { formatBase, formatNumber } from './format-number.ts'
import type { PairView } from './matrix-blocks.ts'
import type { Cell, ReportBlock } from './model.ts'
import { notesFor, tooFewText } from './notes.ts'
import { behindOf, shareCell, showDistribution } from './shown-frequency.ts'

const withoutZero = (text: string): string => text.replace(/,0$/, '')

/** A number asked of each person: mean and median, a histogram and its table. No extremes: they are single people. */
export function numberBlocks(summary: NumberSummary, view: PairView): readonly ReportBlock[] {
  const frequencies = summary.bins.map(({ from, to, count, weighted = 0 }) => ({
    code: `${from}`,
    label: `${withoutZero(formatNumber(from, 1))}–${withoutZero(formatNumber(to, 1))}`,
    count,
    weighted,
  }))
  const shown = showDistribution(frequencies, behindOf(summary.base, view.rules))
  if (shown.base === null) return [{ kind: 'paragraph', text: tooFewText(summary.text, view.rules) }]
  const lines = shown.frequencies
  const rows = lines.map(({ label, share }): readonly Cell[] => [
    { kind: 'text', text: label },
    shareCell(share),
  ])
  const sentence = meanSentence(summary, shown.base)
  return [
    { kind: 'paragraph', text: sentence },
    {
      kind: 'chart',
      caption: view.chartCaption,
      shape: 'histogram',
      categories: lines.map(({ label }) => label),
      series: [{ label: 'Odsetek badanych', values: lines.map(({ share }) => share?.percent ?? null) }],
      unit: '%',
      alternativeText: `Histogram. ${sentence} Wszystkie wartości podaje tabela pod wykresem.`,
      notes: [],
      source: view.source,
    },
    {
      kind: 'table',
      caption: view.tableCaption,
      columns: [
        { label: summary.unit === null ? 'Przedział' : `Przedział (${summary.unit})`, kind: 'text' },
        { label: '% badanych', kind: 'percent' },
      ],
      rows,
      notes: notesFor({ base: shown.base, cells: rows.flat() }),
      source: view.source,
    },
  ]
}

function meanSentence({ mean, median, unit }: NumberSummary, base: Protected<number>): string {
  const withUnit = (value: number) =>
    `${withoutZero(formatNumber(displayMean(value), 1))}${unit === null ? '' : `\u00a0${unit}`}`
  const parts = [
    ...(mean === null ? [] : [`średnia ${withUnit(mean.mean)}`]),
    ...(median === null ? [] : [`mediana ${withUnit(median)}`]),
  ]
  const values = parts.join(', ')
  return `${values.charAt(0).toUpperCase()}${values.slice(1)} (${formatBase(base)}).`
}
