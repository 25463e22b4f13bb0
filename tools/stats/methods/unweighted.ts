import {
  ArgumentRefusedError,
  benjaminiHochberg,
  chiSquareTest,
  clopperPearsonInterval,
  cronbachAlpha,
  holm,
  newcombeInterval,
  sampleSize,
  wilsonInterval,
} from '@rozeznanie/core/statistics/design'
import { listOf, type CaseTask, type Results } from '../case.ts'
import { numericOf } from '../expressions.ts'
import type { Frame } from '../frame.ts'
import { ends } from '../output.ts'

/** `chi_square_plain`: Pearson's and likelihood-ratio test of each table. */
export function plainChiSquare({ tables = {} }: CaseTask): Results {
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => {
      const test = chiSquareTest(table)
      return [
        name,
        {
          x2: test.pearson,
          df: test.degreesOfFreedom,
          p: test.pValue,
          g2: test.likelihoodRatio,
          pG2: test.likelihoodRatioPValue,
          cramersV: test.cramersV,
          minExpected: test.smallestExpected,
          residuals: test.residuals,
        },
      ]
    }),
  )
}

/** `p_adjust`: Holm and Benjamini–Hochberg. */
export function adjusted({ p = [] }: CaseTask): Results {
  return { holm: holm(p), BH: benjaminiHochberg(p) }
}

/** `binomial_ci`: Wilson and Clopper–Pearson of each pair, Newcombe of a difference. */
export function binomial({ pairs = [], difference, level }: CaseTask): Results {
  const ci = pairs.map(([x, n]) => ({
    x,
    n,
    wilson: ends(wilsonInterval(x!, n!, level)),
    clopperPearson: ends(clopperPearsonInterval(x!, n!, level)),
  }))
  if (!difference) return { ci }
  const [x1, n1, x2, n2] = difference
  const found = newcombeInterval(
    { successCount: x1!, trialCount: n1! },
    { successCount: x2!, trialCount: n2! },
    level,
  )
  return { ci, difference: found && { difference: found.difference, ...ends(found) } }
}

/** `sample_size`: people needed, for each population. */
export function sampleSizes({ sampleSize: asked }: CaseTask): Results {
  if (!asked) throw new ArgumentRefusedError('liczebność próby wymaga populacji i dokładności.')
  const sizes = listOf(asked.N).map((N) => ({
    N,
    n: sampleSize({
      populationSize: N,
      margin: asked.e,
      share: asked.p,
      designEffect: asked.deff,
      confidence: asked.level,
    }),
  }))
  return { sampleSize: sizes }
}

/** `cronbach_alpha`: reliability of a scale, listwise. */
export function alpha({ items = [], level }: CaseTask, frame: Frame, weights: Float64Array | null): Results {
  const found = cronbachAlpha(
    items.map((item) => numericOf(frame, item)),
    { ...(level === undefined ? {} : { confidence: level }), ...(weights ? { weights } : {}) },
  )
  const ofItems = (valueOf: (at: number) => number | null) =>
    Object.fromEntries(items.map((item, at) => [item, valueOf(at)]))
  return {
    k: items.length,
    n: found?.n ?? null,
    alpha: found?.alpha ?? null,
    standardized: found?.standardisedAlpha ?? null,
    ci: ends(found?.interval ?? null),
    alphaIfDeleted: found && ofItems((at) => found.items[at]!.alphaIfDeleted),
    itemRest: found && ofItems((at) => found.items[at]!.itemRestCorrelation),
    mayHaveReversedItems: found?.mayHaveReversedItems ?? null,
  }
}
