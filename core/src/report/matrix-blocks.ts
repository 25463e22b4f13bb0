import type { MatrixRowSummary, MatrixSummary } from '../analysis/index.ts'
import type { DisclosureRules, Protected, ProtectedFrequency } from '../disclosure/index.ts'
import { DONT_KNOW } from '../questionnaire/index.ts'
import { formatBase, formatShare } from './format-number.ts'
import type { Cell, ChartBlock, ChartTone, ReportBlock, TableBlock } from './model.ts'
import { tonesOf } from './chart-tones.ts'
import { MULTIPLE_NOTE, signNotes, tooFewText } from './notes.ts'
import { baseCell, behindOf, shareCell, showChoices, showDistribution } from './shown-frequency.ts'
import { CAUTION_BASE } from './withhold.ts'

/** Captions of the pair of a chart and a table, the line under both, and what the question demands. */
export interface PairView {
  readonly tableCaption: string
  readonly chartCaption: string
  readonly source: string
  readonly rules: DisclosureRules
}

/** A row of stacked bars, already cleared of small cells. */
export interface ShownRow {
  readonly label: string
  /** To the nearest 5; `null`: too few, and nothing of the row is shown. */
  readonly base: Protected<number> | null
  /** One per category of the chart, in its order. */
  readonly shown: readonly ProtectedFrequency[]
}

interface RowsView extends PairView {
  readonly rows: readonly ShownRow[]
  /** Rows that are left out, because too much of them would be withheld. */
  readonly omitted: readonly string[]
  readonly isMultiple: boolean
}

/** Withhold a row: all of it below the least base, else its small cells. */
function showMatrixRow(row: MatrixRowSummary, isMultiple: boolean, rules: DisclosureRules): ShownRow {
  const behind = behindOf(row.base, rules)
  const { base, frequencies } = isMultiple
    ? showChoices(row.frequencies, behind)
    : showDistribution(row.frequencies, behind, [DONT_KNOW])
  return { label: row.label, base, shown: frequencies }
}

/** A row says something when at most half of its cells are withheld. */
function isTelling({ base, shown }: ShownRow): boolean {
  return base !== null && shown.filter(({ share }) => share === null).length * 2 <= shown.length
}

/** Rows of a matrix as stacked bars (one choice per row) and a table of percentages. */
export function matrixBlocks(summary: MatrixSummary, view: PairView): readonly ReportBlock[] {
  const all = summary.rows.map((row) => showMatrixRow(row, summary.isMultiple, view.rules))
  const rows = all.filter(isTelling)
  if (rows.length === 0) return [{ kind: 'paragraph', text: tooFewText(summary.text, view.rules) }]
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
  const drawn = rows.filter(({ base }) => base !== null)
  const levels = drawn[0]?.shown ?? []
  const scale = tonesOf(levels.map(({ code }) => code))
  const hasGap = drawn.some(({ shown }) => shown.some(({ share }) => share === null))
  return {
    kind: 'chart',
    caption: chartCaption,
    shape: 'stackedBars',
    categories: drawn.map(({ label }) => label),
    series: levels.map(({ label, code }, level) => ({
      label,
      ...withTone(tones?.[code] ?? scale[level]),
      values: drawn.map(({ shown }) => shown[level]?.share?.percent ?? null),
    })),
    unit: '%',
    alternativeText: `Wykres słupkowy skumulowany do 100%. ${drawn.map(describeRow).join(' ')} Wszystkie wartości podaje tabela pod wykresem.`,
    notes: hasGap ? ['Pole zakreskowane – wartości ukryte, aby chronić anonimowość osób badanych.'] : [],
    source,
  }
}

function describeRow({ label, base, shown }: ShownRow): string {
  const parts = shown.flatMap((level) =>
    level.share === null || level.share.percent === 0 ? [] : [`${level.label} ${formatShare(level.share)}`],
  )
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
    ...shown.map(({ share }) => shareCell(share)),
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
      'n – przybliżona liczba osób, które udzieliły odpowiedzi w danym wierszu; wartości w % tych osób.',
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
    ...rows.map(({ shown }) => shareCell(shown[level]?.share ?? null)),
  ])
  const hasCaution = rows.some(({ base }) => base === null || base < CAUTION_BASE)
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

/** Notes about rows of few people, where there are any. */
export function baseNotes(rows: readonly Pick<ShownRow, 'base'>[]): readonly string[] {
  const hasCaution = rows.some(({ base }) => base !== null && base < CAUTION_BASE)
  return hasCaution ? [`Wiersze z n mniejszym niż ${CAUTION_BASE}: dane orientacyjne.`] : []
}
