import type { HeatCell } from '../../charts/heat-map-data.ts'
import type { MeasuredValue } from '../../charts/measured-value.ts'
import type { ScaleSeries } from '../../charts/diverging-data.ts'
import type { StackedSeries } from '../../charts/stacked-bars-data.ts'
import { percentAxisEnd } from '../../charts/chart-layout.ts'
import { formatDecimal } from '../../i18n/format.ts'
import { tonesOfScale } from './chart-choice.ts'
import { endsOf, figureWords, meanWords, percentWords, SIGNS } from './figure-words.ts'
import { type Grid, type GridCell, isKnown } from './grid.ts'
import type { Mean } from './workbench-table.ts'

/** Words that values need beside their numbers. */
export interface ValueWords {
  readonly careful: string
  readonly tooFew: string
}

/** What the dots compare instead of the share of one answer. */
export const MEAN = '@MEAN'
export const TOP_TWO = '@TOP2'

function measured(label: string, { figure, mark }: GridCell, words: ValueWords): MeasuredValue {
  const ends = figure ? endsOf(figure) : null
  return {
    label,
    value: isKnown(figure) ? figure.percent : null,
    valueLabel: figureWords(figure, words.careful) ?? words.tooFew,
    ...(isKnown(figure) && { shortLabel: percentWords(figure.percent) }),
    ...(isKnown(figure) && ends && { interval: ends }),
    ...(mark && { sign: SIGNS[mark] }),
  }
}

const NO_CELL: GridCell = { count: null, figure: null, mark: null }

const reachOf = (values: readonly MeasuredValue[]): readonly number[] =>
  values.flatMap(({ value, interval }) => [value ?? 0, interval?.high ?? 0])

/** Bars of the answers of one group. */
export function barValues(grid: Grid, words: ValueWords) {
  const bars = grid.answers.map(({ label }, place) =>
    measured(label, grid.cells[place]?.[0] ?? NO_CELL, words),
  )
  return { bars, axisEnd: percentAxisEnd(reachOf(bars)) }
}

/** The shares of each answer, group by group. */
function sharesOf(grid: Grid, answer: number): readonly (number | null)[] {
  return grid.groups.map((_, group) => {
    const figure = grid.cells[answer]?.[group]?.figure ?? null
    return isKnown(figure) ? figure.percent : null
  })
}

export function stackedSeries(grid: Grid): readonly StackedSeries[] {
  return grid.answers.map(({ label }, answer) => ({ label, values: sharesOf(grid, answer) }))
}

export function scaleSeries(grid: Grid): readonly ScaleSeries[] {
  const tones = tonesOfScale(grid) ?? []
  return grid.answers.map(({ label }, answer) => ({
    label,
    tone: tones[answer] ?? 'none',
    values: sharesOf(grid, answer),
  }))
}

function heatCell({ figure, mark }: GridCell): HeatCell {
  const isShown = isKnown(figure)
  return {
    value: isShown ? figure.percent : null,
    valueLabel: isShown ? percentWords(figure.percent) : '',
    ...(mark && { sign: SIGNS[mark] }),
  }
}

/** Fields of a heat map: answers by groups, or questions by answers, so that long names stand beside the rows. */
export function heatMap({ answers, groups, cells, areGroupsQuestions }: Grid) {
  const answerLabels = answers.map(({ label }) => label)
  const groupLabels = groups.map(({ label }) => label)
  if (!areGroupsQuestions) {
    return { rows: answerLabels, columns: groupLabels, cells: cells.map((row) => row.map(heatCell)) }
  }
  return {
    rows: groupLabels,
    columns: answerLabels,
    cells: groups.map((_, group) =>
      answers.map((_answer, answer) => heatCell(cells[answer]?.[group] ?? NO_CELL)),
    ),
  }
}

export interface Comparable {
  readonly code: string
  /** Absent for an answer, which is its own label. */
  readonly label: string | null
}

/** What can be compared between groups: the mean, the two best ratings together, or one answer. */
export function comparables({ answers, groups, isNumber }: Grid): readonly Comparable[] {
  const has = (of: (mean: Mean) => unknown) => groups.some(({ mean }) => mean !== null && of(mean) != null)
  const shares = answers.map(({ code, label }): Comparable => ({ code, label }))
  const means: Comparable[] = has(({ mean }) => mean) ? [{ code: MEAN, label: null }] : []
  if (isNumber) return [...means, ...shares]
  const topTwo: Comparable[] = has(({ topTwo: figure }) => figure?.percent)
    ? [{ code: TOP_TWO, label: null }]
    : []
  return [...topTwo, ...shares, ...means]
}

export interface Dots {
  readonly dots: readonly MeasuredValue[]
  readonly axis: { readonly from: number; readonly to: number; readonly ticks: readonly number[] }
  readonly isMean: boolean
}

const TICKS = 5

function meanAxis(values: readonly MeasuredValue[]) {
  const numbers = values.flatMap(({ value, interval }) =>
    value === null ? [] : [value, interval?.low ?? value, interval?.high ?? value],
  )
  const [low, high] = numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : [0, 1]
  const rough = Math.max((high - low) / (TICKS - 1), 0.1)
  const size = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((times) => times * size).find((one) => one >= rough) ?? rough
  const from = Math.floor(low / step) * step
  const count = Math.max(1, Math.ceil((high - from) / step - 1e-9))
  const ticks = Array.from({ length: count + 1 }, (_, place) => from + place * step)
  return { from, to: from + count * step, ticks }
}

/** Dots of each group: the share of one answer, of the two best ratings together, or the mean. */
export function dotValues(grid: Grid, code: string, words: ValueWords): Dots {
  if (code === MEAN) {
    const dots = grid.groups.map(({ label, mean }): MeasuredValue => {
      const ends = mean ? endsOf(mean) : null
      const isShown = typeof mean?.mean === 'number'
      return {
        label,
        value: mean?.mean ?? null,
        valueLabel: mean && isShown ? meanWords(mean) : words.tooFew,
        ...(typeof mean?.mean === 'number' && { shortLabel: formatDecimal(mean.mean) }),
        ...(isShown && ends && { interval: ends }),
      }
    })
    return { dots, axis: meanAxis(dots), isMean: true }
  }
  const answer = grid.answers.findIndex((one) => one.code === code)
  const dots = grid.groups.map(({ label, mean }, group) =>
    code === TOP_TWO
      ? measured(label, { ...NO_CELL, figure: mean?.topTwo ?? null }, words)
      : measured(label, grid.cells[answer]?.[group] ?? NO_CELL, words),
  )
  const to = percentAxisEnd(reachOf(dots))
  return { dots, axis: { from: 0, to, ticks: [0, to / 4, to / 2, (3 * to) / 4, to] }, isMean: false }
}

/** „25%” or „3,5” under the axis. */
export function tickWords(value: number, isMean: boolean): string {
  if (!isMean) return `${Math.round(value)}%`
  return formatDecimal(value, Number.isInteger(Math.round(value * 1e6) / 1e6) ? 0 : 1)
}
