import type { NumberSummary } from '../analysis/index.ts'
import { formatBase, formatNumber } from './format-number.ts'
import type { PairView } from './matrix-blocks.ts'
import type { Cell, ReportBlock } from './model.ts'
import { notesFor, tooFewText } from './notes.ts'
import { countCell, percentCell, showDistribution } from './shown-frequency.ts'
import { MINIMUM_BASE } from './withhold.ts'

/** A number asked of each person: mean and median, a histogram and its table. No extremes: they are single people. */
export function numberBlocks(summary: NumberSummary, view: PairView): readonly ReportBlock[] {
  const base = summary.base.validCount
  if (base < MINIMUM_BASE) return [{ kind: 'paragraph', text: tooFewText(summary.text) }]
  const frequencies = summary.bins.map(({ from, to, count }) => ({
    code: `${from}`,
    label: `${formatNumber(from, 1).replace(/,0$/, '')}–${formatNumber(to, 1).replace(/,0$/, '')}`,
    count,
    ofRespondents: null,
    ofAnswers: null,
  }))
  const shown = showDistribution(frequencies, base)
  const rows = shown.map(({ label, count, percent }): readonly Cell[] => [
    { kind: 'text', text: label },
    countCell(count),
    percentCell(percent),
  ])
  const sentence = meanSentence(summary)
  return [
    { kind: 'paragraph', text: sentence },
    {
      kind: 'chart',
      caption: view.chartCaption,
      shape: 'histogram',
      categories: shown.map(({ label }) => label),
      series: [{ label: 'Liczba osób', values: shown.map(({ count }) => count) }],
      unit: 'osoby',
      alternativeText: `Histogram. ${sentence} Wszystkie wartości podaje tabela pod wykresem.`,
      notes: [],
      source: view.source,
    },
    {
      kind: 'table',
      caption: view.tableCaption,
      columns: [
        { label: summary.unit === null ? 'Przedział' : `Przedział (${summary.unit})`, kind: 'text' },
        { label: 'Liczba osób', kind: 'count' },
        { label: '% badanych', kind: 'percent' },
      ],
      rows,
      notes: notesFor({ base, cells: rows.flat() }),
      source: view.source,
    },
  ]
}

function meanSentence({ mean, median, unit, base }: NumberSummary): string {
  const withUnit = (value: number) => `${formatNumber(value, 1)}${unit === null ? '' : `\u00a0${unit}`}`
  const parts = [
    ...(mean === null ? [] : [`średnia ${withUnit(mean.mean)}`]),
    ...(median === null ? [] : [`mediana ${withUnit(median)}`]),
  ]
  const values = parts.join(', ')
  return `${values.charAt(0).toUpperCase()}${values.slice(1)} (${formatBase(base.validCount)}).`
}
