import type { ChartKind } from '@rozeznanie/core/analysis'
import { tonesOf } from '@rozeznanie/core/report'
import type { Tone } from '../../charts/chart-colours.ts'
import type { Grid } from './grid.ts'

/** Steps of the scale with their colours; `null` where the answers are no scale of a few steps. */
export function tonesOfScale({ answers, isOrdered, isMultiple, isNumber }: Grid): readonly Tone[] | null {
  if (!isOrdered || isMultiple || isNumber) return null
  const tones = tonesOf(answers.map(({ code }) => code))
  const known = tones.filter((tone) => tone !== undefined)
  return known.length === tones.length && known.length > 2 ? known : null
}

const MOST_COLOURS = 6
const FEW_ANSWERS = 3

/** The charts that can show this, the one that suits best first. A table alone always can. */
export function chartsFor(grid: Grid): readonly ChartKind[] {
  const { answers, groups, isMultiple, isNumber, percentOf } = grid
  const isScale = tonesOfScale(grid) !== null
  if (groups.length < 2) return isScale ? ['DIVERGING', 'BARS', 'TABLE'] : ['BARS', 'TABLE']
  if (percentOf !== 'COLUMN') return ['HEAT_MAP', 'TABLE']
  if (isScale) return ['DIVERGING', 'HEAT_MAP', 'DOTS', 'TABLE']
  if (isNumber) return ['DOTS', 'HEAT_MAP', 'TABLE']
  const canStack = !isMultiple && answers.length <= MOST_COLOURS
  if (answers.length <= FEW_ANSWERS)
    return ['DOTS', ...(canStack ? (['STACKED'] as const) : []), 'HEAT_MAP', 'TABLE']
  return ['HEAT_MAP', 'DOTS', ...(canStack ? (['STACKED'] as const) : []), 'TABLE']
}

/** The chart to be drawn: the chosen one where it can show this, else what suits best. */
export function chartOf(grid: Grid, chosen: ChartKind | null): ChartKind {
  const able = chartsFor(grid)
  return able.find((kind) => kind === chosen) ?? able[0] ?? 'TABLE'
}
