import { isSpecialCode } from '../questionnaire/index.ts'
import { cronbachAlpha, NothingToEstimateError, type Reliability } from '../statistics/design/index.ts'
import type { CodeColumn } from './column.ts'
import { rowCount } from './count-cells.ts'
import type { Coding, People } from './indicators-count.ts'
import type { CellValues } from './indicators-figure.ts'
import { ANSWERED_SHARE } from './indicators-rules.ts'

/** Points of a scale without „nie wiem”: what each option is worth, `null` for what is no point. */
export function pointsOf({ dictionary }: CodeColumn): CellValues {
  return dictionary.options.map(({ code, value }) =>
    value === undefined || isSpecialCode(code) ? null : value,
  )
}

/** 1 for the two highest points (or the two lowest), 0 for the others. */
export function ofTwo(points: CellValues, which: 'HIGHEST' | 'LOWEST'): CellValues {
  const known = points.filter((point) => point !== null).sort((one, other) => one - other)
  const two = which === 'HIGHEST' ? known.slice(-2) : known.slice(0, 2)
  return points.map((point) => (point === null ? null : two.includes(point) ? 1 : 0))
}

/** 100 for the two highest points, −100 for the two lowest. */
export function netOf(points: CellValues): CellValues {
  const [high, low] = [ofTwo(points, 'HIGHEST'), ofTwo(points, 'LOWEST')]
  return points.map((point, cell) => (point === null ? null : 100 * (high[cell]! - low[cell]!)))
}

/** Points on 0 to 100 of what the scale allows, never of what was observed. */
export function pompOf(points: CellValues): CellValues {
  const known = points.filter((point) => point !== null)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  return points.map((point) => (point === null ? null : (100 * (point - least)) / (most - least)))
}

/** Items of a scale as numbers, NaN where a person did not answer or does not count. */
export function itemsOf(
  codings: readonly { coding: Coding; values: CellValues }[],
  people: People,
): Float64Array[] {
  const length = rowCount(people.columns, people.mask)
  return codings.map(({ coding, values }) =>
    Float64Array.from({ length }, (_, at) => {
      if (people.mask !== null && people.mask.bytes[at] === 0) return Number.NaN
      const cell = coding.cellOf(at)
      return cell < 0 ? Number.NaN : (values[cell] ?? Number.NaN)
    }),
  )
}

/** Mean of a person's items when at least 60 % of them are answered; NaN otherwise. */
export function meanOfItems(items: readonly Float64Array[]): (at: number) => number {
  const needed = items.length * ANSWERED_SHARE
  return (at) => {
    let sum = 0
    let answered = 0
    for (const item of items) {
      const value = item[at]!
      if (Number.isNaN(value)) continue
      sum += value
      answered++
    }
    return answered > 0 && answered >= needed ? sum / answered : Number.NaN
  }
}

/** How well the items of a scale go together. */
export type ScaleReliability = Pick<
  Reliability,
  'alpha' | 'interval' | 'n' | 'itemCount' | 'mayHaveReversedItems'
>

/** Cronbach's alpha of items; `null` for a single item and where answers do not differ. */
export function alphaOfItems(items: readonly Float64Array[], { weights }: People): ScaleReliability | null {
  try {
    return cronbachAlpha(items, weights === null ? {} : { weights: weights.weights })
  } catch (error) {
    if (error instanceof NothingToEstimateError) return null
    throw error
  }
}
