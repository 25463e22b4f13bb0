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
  readonly rows: readonly ShownRow[]
  /** Rows that are left out, because too much of them would be withheld. */
  readonly omitted: readonly string[]
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

/** A row says something when at most half of its cells are withheld. */
function isTelling({ base, shown }: ShownRow): boolean {
  return base >= MINIMUM_BASE && shown.filter(({ count }) => count === null).length * 2 <= shown.length
}

/** Rows of a matrix as stacked bars (one choice per row) and a table of percentages. */
export function matrixBlocks(summary: MatrixSummary, view: PairView): readonly ReportBlock[] {
  const all = summary.rows.map((row) => showMatrixRow(row, summary.isMultiple))
  const rows = all.filter(isTelling)
  if (rows.length === 0) return [{ kind: 'paragraph', text: tooFewText(summary.text) }]
  const omitted = all.filter((row) => !isTelling(row)).map(({ label }) => label)
  const rowsView = { ...view, rows, omitted, isMultiple: summary.isMultiple }
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

/** Few items with many or long answers are read better with the answers as rows. */
function isBetterTurned(rows: readonly ShownRow[]): boolean {
  const labels = rows[0]?.shown.map(({ label }) => label) ?? []
  return rows.length <= 3 && labels.some((label) => label.length > 20)
}

function percentTable(view: RowsView): TableBlock {
  return isBetterTurned(view.rows) ? turnedTable(view) : plainTable(view)
}

function plainTable(view: RowsView): TableBlock {
  const { rows, tableCaption, source } = view
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
      { label: 'Pozycja', kind: 'text' },
      { label: 'n', kind: 'count' },
      ...levels.map(({ label }) => ({ label, kind: 'percent' as const })),
    ],
    rows: cells,
    notes: [
      'n – liczba osób, które udzieliły odpowiedzi w danym wierszu; wartości w % tych osób.',
      ...baseNotes(rows),
      ...rowsNotes(view, cells.flat()),
    ],
    source,
  }
}

function turnedTable(view: RowsView): TableBlock {
  const { rows, tableCaption, source } = view
  const cells = (rows[0]?.shown ?? []).map(({ label }, level): readonly Cell[] => [
    { kind: 'text', text: label },
    ...rows.map(({ shown }) => percentCell(shown[level]?.percent ?? null)),
  ])
  const hasCaution = rows.some(({ base }) => base < CAUTION_BASE)
  return {
    kind: 'table',
    caption: tableCaption,
    columns: [
      { label: 'Odpowiedź', kind: 'text' },
      ...rows.map(({ label, base }) => ({
        label: `${label}, % (${formatBase(base)})`,
        kind: 'percent' as const,
      })),
    ],
    rows: cells,
    notes: [
      ...(hasCaution ? [`Kolumny z n mniejszym niż ${CAUTION_BASE}: dane orientacyjne.`] : []),
      ...rowsNotes(view, cells.flat()),
    ],
    source,
  }
}

/** Few rows are named, many are only counted. */
function omittedNotes(omitted: readonly string[]): readonly string[] {
  if (omitted.length === 0) return []
  const few = omitted.length <= 3
  return [
    few
      ? `Pominięto z powodu zbyt małej liczby odpowiedzi: ${omitted.join('; ')}.`
      : `Liczba pozycji pominiętych z powodu zbyt małej liczby odpowiedzi: ${omitted.length}.`,
  ]
}

function rowsNotes({ isMultiple, omitted }: RowsView, cells: readonly Cell[]): readonly string[] {
  return [...(isMultiple ? [MULTIPLE_NOTE] : []), ...omittedNotes(omitted), ...signNotes(cells)]
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
