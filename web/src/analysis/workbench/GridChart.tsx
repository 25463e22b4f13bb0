import type { ChartKind } from '@rozeznanie/core/analysis'
import { useTranslation } from 'react-i18next'
import { BarsChart } from '../../charts/BarsChart.tsx'
import type { LegendEntry } from '../../charts/ChartLegend.tsx'
import type { PointListener } from '../../charts/chart-point.ts'
import { DivergingBarsChart } from '../../charts/DivergingBarsChart.tsx'
import { DotsChart } from '../../charts/DotsChart.tsx'
import { HeatMapChart } from '../../charts/HeatMapChart.tsx'
import { StackedBarsChart } from '../../charts/StackedBarsChart.tsx'
import { barValues, dotValues, heatMap, scaleSeries, stackedSeries, tickWords } from './chart-values.ts'
import { SIGNS } from './figure-words.ts'
import type { Grid } from './grid.ts'
import type { GridPlace } from './reading.ts'

interface GridChartProps {
  readonly grid: Grid
  readonly kind: ChartKind
  /** What a person who cannot see the chart is told. */
  readonly name: string
  /** What dots compare. */
  readonly compared: string
  readonly onPlace: (place: GridPlace | null) => void
}

/** The chart of a table, of the kind that was chosen. */
export function GridChart({ grid, kind, name, compared, onPlace }: GridChartProps) {
  const { t } = useTranslation('workbench')
  const words = { careful: t('value.careful'), tooFew: t('value.tooFew') }
  const categories = grid.groups.map(({ label }) => label)
  const at =
    (placeOf: (category: number, series: number) => GridPlace): PointListener =>
    (point) =>
      onPlace(point && placeOf(point.category, point.series))
  const groupFirst = at((group, answer) => ({ answer, group }))
  switch (kind) {
    case 'BARS':
      return (
        <BarsChart name={name} {...barValues(grid, words)} onPoint={at((answer) => ({ answer, group: 0 }))} />
      )
    case 'DIVERGING':
      return (
        <DivergingBarsChart
          {...{ name, categories }}
          series={scaleSeries(grid)}
          missing={words.tooFew}
          onPoint={groupFirst}
        />
      )
    case 'STACKED':
      return <StackedBarsChart {...{ name, categories }} series={stackedSeries(grid)} onPoint={groupFirst} />
    case 'HEAT_MAP':
      return (
        <HeatMapChart
          name={name}
          {...heatMap(grid)}
          signs={signsOf(grid, { above: t('signs.ABOVE'), below: t('signs.BELOW') })}
          onPoint={grid.areGroupsQuestions ? groupFirst : at((answer, group) => ({ answer, group }))}
        />
      )
    case 'DOTS':
      return <Dots {...{ grid, name, compared, onPlace, words }} />
    case 'TABLE':
      return null
  }
}

/** The signs that occur, with their meaning. */
function signsOf(
  { cells }: Grid,
  words: { readonly above: string; readonly below: string },
): readonly LegendEntry[] {
  const marks = new Set(cells.flat().map(({ mark }) => mark))
  return [
    ...(marks.has('ABOVE') ? [{ label: words.above, sign: SIGNS.ABOVE }] : []),
    ...(marks.has('BELOW') ? [{ label: words.below, sign: SIGNS.BELOW }] : []),
  ]
}

interface DotsProps extends Omit<GridChartProps, 'kind'> {
  readonly words: { readonly careful: string; readonly tooFew: string }
}

function Dots({ grid, name, compared, onPlace, words }: DotsProps) {
  const { t } = useTranslation('workbench')
  const { dots, axis, isMean } = dotValues(grid, compared, words)
  const whole = grid.groups.findIndex(({ isWhole }) => isWhole)
  const value = dots[whole]?.value ?? null
  const answer = grid.answers.findIndex(({ code }) => code === compared)
  const reference =
    value === null ? undefined : { value, label: t('chart.whole', { value: tickWords(value, isMean) }) }
  const groups = dots.map((dot, group) => ({ dot, group })).filter(({ group }) => group !== whole)
  return (
    <DotsChart
      name={name}
      dots={groups.map(({ dot }) => dot)}
      axis={axis}
      tickLabel={(tick) => tickWords(tick, isMean)}
      reference={reference}
      onPoint={(point) => {
        const group = point === null ? undefined : groups[point.category]?.group
        onPlace(group === undefined ? null : { answer, group })
      }}
    />
  )
}
