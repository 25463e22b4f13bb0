import { HIDDEN_FIGURE, type ColumnMean, type Figure, type MeanFigure } from '../analysis/table.ts'
import { displayBase, displayNumber, displayShare } from './display.ts'
import type { DisclosureRules } from './rules.ts'

/** People behind a share, and what their question demands. */
interface Behind {
  readonly base: number
  readonly rules: DisclosureRules
}

/**
 * A share in whole percent with its interval in whole percent. What may only be told as a bound stands as the bound
 * itself, with an interval that says no more.
 */
export function displayFigure(figure: Figure, { base, rules }: Behind): Figure {
  if (figure.percent === null) return HIDDEN_FIGURE
  const { percent, limit } = displayShare(figure.percent, base, rules)
  const whole = (value: number | null) => (value === null ? null : Math.round(value))
  const interval =
    limit === 'BELOW'
      ? { low: 0, high: percent }
      : limit === 'ABOVE'
        ? { low: percent, high: 100 }
        : { low: whole(figure.low), high: whole(figure.high) }
  return { ...figure, ...interval, percent, effectiveCount: displayBase(figure.effectiveCount ?? 0) }
}

const HIDDEN_MEAN: ColumnMean = {
  mean: null,
  low: null,
  high: null,
  standardDeviation: null,
  count: null,
  effectiveCount: null,
  reliability: 'D',
  pomp: null,
  pompLow: null,
  pompHigh: null,
  topTwo: null,
  bottomTwo: null,
  net: null,
  mark: null,
  median: null,
  lowerQuartile: null,
  upperQuartile: null,
}

const short = (value: number | null) => (value === null ? null : displayNumber(value))
const whole = (value: number | null) => (value === null ? null : Math.round(value))

function displayMeanFigure(mean: ColumnMean, minimumBase: number): MeanFigure {
  return {
    mean: short(mean.mean),
    low: short(mean.low),
    high: short(mean.high),
    standardDeviation: mean.standardDeviation === null ? null : displayNumber(mean.standardDeviation, 2),
    count: displayBase(mean.count ?? 0, minimumBase),
    effectiveCount: displayBase(mean.effectiveCount ?? 0),
    reliability: mean.reliability,
  }
}

interface MeanProtection {
  /** Nothing of the column is withheld. */
  readonly isTold: boolean
  /** Nor of the table. */
  readonly isTableWhole: boolean
  readonly rules: DisclosureRules
}

/**
 * Means to three digits, shares and points whole. Where an option of the column is withheld all of it is: a mean says
 * what the options that are shown leave open.
 */
export function protectMean(mean: ColumnMean, { isTold, isTableWhole, rules }: MeanProtection): ColumnMean {
  const base = mean.count ?? 0
  if (!isTold || base < rules.minimumBase || mean.mean === null) return HIDDEN_MEAN
  const share = (figure: Figure | null) => figure && displayFigure(figure, { base, rules })
  return {
    ...displayMeanFigure(mean, rules.minimumBase),
    pomp: whole(mean.pomp),
    pompLow: whole(mean.pompLow),
    pompHigh: whole(mean.pompHigh),
    topTwo: share(mean.topTwo),
    bottomTwo: share(mean.bottomTwo),
    net: mean.net && {
      points: whole(mean.net.points),
      low: whole(mean.net.low),
      high: whole(mean.net.high),
    },
    mark: isTableWhole ? mean.mark : null,
    median: short(mean.median),
    lowerQuartile: short(mean.lowerQuartile),
    upperQuartile: short(mean.upperQuartile),
  }
}
