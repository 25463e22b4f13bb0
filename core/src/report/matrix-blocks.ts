import type { MatrixRowSummary, MatrixSummary } from '../analysis/index.ts'
import { DONT_KNOW } from '../questionnaire/index.ts'
import { formatBase, formatPercent } from './format-number.ts'
import type { Cell, ChartBlock, ChartTone, ReportBlock, TableBlock } from './model.ts'
import { tonesOf } from './chart-tones.ts'
import { MULTIPLE_NOTE, signNotes, tooFewText } from './notes.ts'
import {
  countCell,
  percentCell,
  printedFrequencies,
  showChoices,
  showDistribution,
  type ShownFrequency,
} from './shown-frequency.ts'
import { CAUTION_BASE, MINIMUM_BASE } from './withhold.ts'

/** Captions of the pair of a chart and a table, and the line under both. */
export interface PairView {
  readonly tableCaption: string
  readonly chartCaption: string
  readonly source: string
}

/** A row of stacked bars, already cleared of small cells. */
export interface ShownRow {
  readonly label: string
  readonly base: number
  /** One per category of the chart, in its order. */
  readonly shown: readonly ShownFrequency[]
}

interface RowsView extends PairView {
  readonly rowLabel: string
  readonly rows: readonly ShownRow[]
  readonly isMultiple: boolean
}

/** Withhold a row: all of it below the least base, else its small cells. */
export function showMatrixRow(row: MatrixRowSummary, isMultiple: boolean): ShownRow {
  const base = row.base.validCount
  const shown = isMultiple
    ? showChoices(row.frequencies, base)
    : showDistribution(row.frequencies, base, [DONT_KNOW])
  const hidden = printedFrequencies(row.frequencies).map(({ code, label }) => ({
    code,
    label,
    count: null,
    percent: null,
  }))
  return { label: row.label, base, shown: base < MINIMUM_BASE ? hidden : shown }
}

/** Rows of a matrix as stacked bars (one choice per row) and a table of percentages. */
export function matrixBlocks(summary: MatrixSummary, view: PairView): readonly ReportBlock[] {
  const rows = summary.rows.map((row) => showMatrixRow(row, summary.isMultiple))
  if (rows.every(({ base }) => base < MINIMUM_BASE))
    return [{ kind: 'paragraph', text: tooFewText(summary.text) }]
  const rowsView = { ...view, rows, rowLabel: 'Pozycja', isMultiple: summary.isMultiple }
  return [...(summary.isMultiple ? [] : [stackedChart(rowsView)]), percentTable(rowsView)]
}

interface StackView extends Pick<RowsView, 'rows' | 'chartCaption' | 'source'> {
  /** Colours by code, where the order of the options is not that of a scale. */
  readonly tones?: Readonly<Record<string, ChartTone>>
}

const withTone = (tone: ChartTone | undefined) => (tone === undefined ? {} : { tone })

/** Stacked bars of the rows with enough answers. */
export function stackedChart({ rows, tones, chartCaption, source }: StackView): ChartBlock {
  const drawn = rows.filter(({ base }) => base >= MINIMUM_BASE)
  const levels = drawn[0]?.shown ?? []
  const scale = tonesOf(levels.map(({ code }) => code))
  const hasGap = drawn.some(({ shown }) => shown.some(({ percent }) => percent === null))
  return {
    kind: 'chart',
    caption: chartCaption,
    shape: 'stackedBars',
    categories: drawn.map(({ label }) => label),
    series: levels.map(({ label, code }, level) => ({
      label,
      ...withTone(tones?.[code] ?? scale[level]),
      values: drawn.map(({ shown }) => shown[level]?.percent ?? null),
    })),
    unit: '%',
    alternativeText: `Wykres słupkowy skumulowany do 100%. ${drawn.map(describeRow).join(' ')} Wszystkie wartości podaje tabela pod wykresem.`,
    notes: hasGap ? ['Pole zakreskowane – wartości ukryte, aby chronić anonimowość osób badanych.'] : [],
    source,
  }
}

function describeRow({ label, base, shown }: ShownRow): string {
  const parts = shown
    .filter(({ percent }) => percent !== null && percent > 0)
    .map((level) => `${level.label} ${formatPercent(level.percent ?? 0)}`)
  return `${label} (${formatBase(base)}): ${parts.join(', ')}.`
}

function percentTable({ rows, rowLabel, tableCaption, source, isMultiple }: RowsView): TableBlock {
  const levels = rows[0]?.shown ?? []
  const cells = rows.map(({ label, base, shown }): readonly Cell[] => [
    { kind: 'text', text: label },
    baseCell(base),
    ...shown.map(({ percent }) => percentCell(percent)),
  ])
  return {
    kind: 'table',
    caption: tableCaption,
    columns: [
      { label: rowLabel, kind: 'text' },
      { label: 'n', kind: 'count' },
      ...levels.map(({ label }) => ({ label, kind: 'percent' as const })),
    ],
    rows: cells,
    notes: [
      'n – liczba osób, które udzieliły odpowiedzi w danym wierszu; wartości w % tych osób.',
      ...(isMultiple ? [MULTIPLE_NOTE] : []),
      ...baseNotes(rows),
      ...signNotes(cells.flat()),
    ],
    source,
  }
}

/** The base of a row; below the least base it is a small cell itself. */
export function baseCell(base: number): Cell {
  return countCell(base > 0 && base < MINIMUM_BASE ? null : base)
}

/** Notes about rows of few people, where there are any. */
export function baseNotes(rows: readonly { readonly base: number }[]): readonly string[] {
  const hasCaution = rows.some(({ base }) => base >= MINIMUM_BASE && base < CAUTION_BASE)
  return hasCaution ? [`Wiersze z n mniejszym niż ${CAUTION_BASE}: dane orientacyjne.`] : []
}
