import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateOf } from '../design/estimate.ts'
import { differenceOf, meanOf } from '../design/linearised.ts'
import { createDesign, simpleRandomSample, type SampleDesign } from '../design/sample-design.ts'
import { ArgumentRefusedError, NothingToEstimateError, TestNotPossibleError } from '../errors.ts'
import { benjaminiHochberg, holm } from './adjust-p-values.ts'
import { chiSquareTest } from './chi-square.ts'
import type { CrossedQuestions } from './design-table.ts'
import { raoScottTest } from './rao-scott.ts'
import { tTest } from './t-test.ts'
import { designResiduals, waldTests } from './wald.ts'

/** A table of people written out one by one. */
function written(table: readonly (readonly number[])[]): { crossed: CrossedQuestions; size: number } {
  const cells = table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [i, j] as const)),
  )
  return {
    size: cells.length,
    crossed: {
      rowCodes: Int32Array.from(cells, ([i]) => i),
      rowCount: table.length,
      columnCodes: Int32Array.from(cells, ([, j]) => j),
      columnCount: table[0]!.length,
    },
  }
}

const aTable = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }), {
  minLength: 2,
  maxLength: 4,
})
const runs = { numRuns: 60 }

describe("Pearson's test", () => {
  // R 4.2.2: chisq.test(correct = FALSE), vcd::assocstats. Bickel et al. (1975); Koch and Edwards (1988).
  it.each([
    {
      name: 'admissions of Berkeley',
      table: [
        [1198, 557],
        [1493, 1278],
      ],
      expected: {
        pearson: 92.2052804115276,
        pValue: 7.81360038899464e-22,
        likelihoodRatio: 93.4494071957306,
        cramersV: 0.142731760206081,
      },
    },
    {
      name: 'a trial on arthritis',
      table: [
        [29, 7, 7],
        [13, 7, 21],
      ],
      expected: {
        pearson: 13.0550198525241,
        pValue: 0.00146264340895265,
        likelihoodRatio: 13.5298071293579,
        cramersV: 0.394229505499321,
      },
    },
  ])('of $name is that of R', ({ table, expected }) => {
    const found = chiSquareTest(table)

    for (const [name, value] of Object.entries(expected))
      expect(found[name as keyof typeof expected] / value).toBeCloseTo(1, 10)
  })

  it('leaves empty rows and columns out', () => {
    expect(
      chiSquareTest([
        [5, 0, 3],
        [0, 0, 0],
        [2, 0, 9],
      ]),
    ).toEqual(
      chiSquareTest([
        [5, 3],
        [2, 9],
      ]),
    )
  })

  it('of a 2×2 table is the square of any adjusted residual', () => {
    const { pearson, residuals } = chiSquareTest([
      [12, 5],
      [7, 20],
    ])

    residuals.flat().forEach((residual) => expect(residual ** 2).toBeCloseTo(pearson, 10))
  })

  it.each([
    { name: 'one category', table: [[3, 4]] },
    {
      name: 'one category with answers',
      table: [
        [3, 4],
        [0, 0],
      ],
    },
    { name: 'nothing', table: [] },
    {
      name: 'a count below 0',
      table: [
        [3, -4],
        [1, 1],
      ],
    },
    {
      name: 'a missing count',
      table: [
        [3, Number.NaN],
        [1, 1],
      ],
    },
    { name: 'rows of different length', table: [[3, 4], [1]] },
  ])('of $name is refused', ({ table }) => {
    expect(() => chiSquareTest(table)).toThrow(TestNotPossibleError)
  })
})

describe("Rao and Scott's test", () => {
  it('of a simple random sample is that of Pearson, but for (n − 1)/n', () => {
    fc.assert(
      fc.property(aTable, (table) => {
        const { crossed, size } = written(table)
        const plain = chiSquareTest(table)

        const found = raoScottTest(simpleRandomSample(size), crossed)

        expect(found.pearson).toBeCloseTo(plain.pearson, 8)
        expect(found.n).toBe(size)
        expect(found.cramersV).toBeCloseTo(plain.cramersV, 10)
        // At the observed shares Δ of a 2×2 table is near 1; of any table it is positive and finite.
        expect(found.f).toBeGreaterThanOrEqual(0)
        expect(found.pValue).toBeGreaterThanOrEqual(0)
        expect(found.pValue).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })

  it('of independent answers has a design effect of n/(n − 1) exactly', () => {
    const { crossed, size } = written([
      [4, 8, 12],
      [3, 6, 9],
    ])

    const found = raoScottTest(simpleRandomSample(size), crossed)

    expect(found.pearson).toBeCloseTo(0, 10)
    expect(found.meanDesignEffect).toBeCloseTo(size / (size - 1), 10)
    expect(found.numeratorDegrees).toBeCloseTo(2, 10)
    expect(found.denominatorDegrees).toBeCloseTo(2 * (size - 1), 8)
    expect(found.pValue).toBe(1)
  })

  it('sees households of four that answer alike as one answer each', () => {
    const table = [
      [6, 2],
      [3, 7],
    ]
    const { crossed, size } = written(table)
    const repeat = (codes: Int32Array) =>
      Int32Array.from([...codes].flatMap((code) => [code, code, code, code]))
    const design = createDesign({
      weights: new Float64Array(4 * size).fill(1),
      psus: Array.from({ length: 4 * size }, (_, row) => Math.floor(row / 4)),
    })

    const single = raoScottTest(simpleRandomSample(size), crossed)
    const repeated = raoScottTest(design, {
      ...crossed,
      rowCodes: repeat(crossed.rowCodes),
      columnCodes: repeat(crossed.columnCodes),
    })

    expect(repeated.pearson).toBeCloseTo(4 * single.pearson, 9)
    expect(repeated.f).toBeCloseTo(single.f, 9)
    expect(repeated.pValue).toBeCloseTo(single.pValue, 12)
  })

  it('does not depend on the scale of weights, the order of categories or the nominal n', () => {
    const { crossed, size } = written([
      [6, 2, 4],
      [3, 7, 5],
    ])
    const weights = Float64Array.from({ length: size }, (_, row) => 1 + (row % 3))
    const flipped = { ...crossed, columnCodes: crossed.columnCodes.map((code) => 2 - code) }

    const a = raoScottTest(createDesign({ weights }), crossed)
    const b = raoScottTest(createDesign({ weights: weights.map((weight) => 7 * weight) }), flipped, 1000)

    expect(b.f).toBeCloseTo(a.f, 10)
    expect(b.pValue).toBeCloseTo(a.pValue, 12)
    expect(b.firstOrderPValue).toBeCloseTo(a.firstOrderPValue, 12)
  })

  it('leaves out people without an answer, of weight 0 and outside of the group', () => {
    const crossed = {
      rowCodes: Int32Array.from([0, 1, 0, 1, -1, 0, 1, 1]),
      rowCount: 2,
      columnCodes: Int32Array.from([0, 1, 1, 0, 1, 0, 1, 0]),
      columnCount: 2,
    }
    const design = createDesign({ weights: [1, 1, 1, 1, 1, 1, 1, 0] })
    const domain = Uint8Array.from([1, 1, 1, 1, 1, 1, 0, 1])

    expect(raoScottTest(design, { ...crossed, domain }).n).toBe(5)
  })

  it('is refused for one category, for nobody and for a single cluster', () => {
    const { crossed, size } = written([
      [3, 4],
      [5, 6],
    ])
    const nobody = new Uint8Array(size)
    const oneCluster = createDesign({
      weights: new Float64Array(size).fill(1),
      psus: new Array<number>(size).fill(1),
    })

    expect(() => raoScottTest(simpleRandomSample(7), written([[3, 4]]).crossed)).toThrow(TestNotPossibleError)
    expect(() => raoScottTest(simpleRandomSample(size), { ...crossed, domain: nobody })).toThrow(
      NothingToEstimateError,
    )
    expect(() => raoScottTest(oneCluster, crossed)).toThrow(TestNotPossibleError)
  })
})

describe("Wald's tests", () => {
  it('do not depend on which row and column is left out', () => {
    const { crossed, size } = written([
      [6, 2, 4],
      [3, 7, 5],
      [8, 1, 1],
    ])
    const design = createDesign({ weights: Float64Array.from({ length: size }, (_, row) => 1 + (row % 4)) })
    const turned = {
      ...crossed,
      rowCodes: crossed.rowCodes.map((code) => (code + 1) % 3),
      columnCodes: crossed.columnCodes.map((code) => 2 - code),
    }

    expect(waldTests(design, turned).wald.f).toBeCloseTo(waldTests(design, crossed).wald.f, 9)
  })

  it('of a 2×2 table are the square of the design-based residual', () => {
    const { crossed, size } = written([
      [6, 2],
      [3, 7],
    ])
    const design = simpleRandomSample(size)

    const { wald, adjusted } = waldTests(design, crossed)

    designResiduals(design, crossed).forEach(({ residual, pValue }) => {
      expect(residual ** 2).toBeCloseTo(wald.f, 10)
      expect(pValue).toBeCloseTo(wald.pValue, 12)
    })
    expect(adjusted!.f).toBeCloseTo(wald.f, 12)
  })

  it('are refused where clusters are fewer than the table needs', () => {
    const { crossed, size } = written([
      [6, 2, 4],
      [3, 7, 5],
      [8, 1, 1],
    ])
    const design = createDesign({
      weights: new Float64Array(size).fill(1),
      psus: Array.from({ length: size }, (_, row) => row % 3),
    })

    expect(() => waldTests(design, crossed)).toThrow(TestNotPossibleError)
  })
})

describe('design-based t test', () => {
  /** Gosset's sleep data: `datasets::sleep` of R. R: t.test(extra), group 1: t = 1.3257, df = 9, p = 0.2176. */
  const SLEEP = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
  const of = (design: SampleDesign, values: readonly number[]) =>
    estimateOf(design, meanOf(design, Float64Array.from(values)))

  it('of one mean is that of Student', () => {
    const { t, degreesOfFreedom, pValue } = tTest(of(simpleRandomSample(10), SLEEP))

    expect(t).toBeCloseTo(1.3257, 4)
    expect(degreesOfFreedom).toBe(9)
    expect(pValue).toBeCloseTo(0.2176, 4)
  })

  it('of two groups loses a degree of freedom', () => {
    const design = simpleRandomSample(6)
    const y = Float64Array.from([1, 2, 3, 7, 8, 9])
    const inFirst = Uint8Array.from([1, 1, 1, 0, 0, 0])
    const difference = differenceOf(
      meanOf(design, y, inFirst),
      meanOf(
        design,
        y,
        inFirst.map((is) => 1 - is),
      ),
    )

    const { t, degreesOfFreedom } = tTest(estimateOf(design, difference), 0, 1)

    // Two scores of n/(n − 1)·Σ(y − ȳ_g)²/n_g² each: 6/5·(2/9 + 2/9).
    expect(t).toBeCloseTo(-6 / Math.sqrt((6 / 5) * (4 / 9)), 10)
    expect(degreesOfFreedom).toBe(4)
  })

  it('is refused when all answer the same or nothing is known of the error', () => {
    expect(() => tTest(of(simpleRandomSample(3), [0.1, 0.1, 0.1]))).toThrow('jednakowe')
    expect(() => tTest(of(createDesign({ weights: [1, 1], psus: [1, 1] }), [1, 2]))).toThrow(
      TestNotPossibleError,
    )
  })
})

describe('many tests', () => {
  // Benjamini and Hochberg (1995), §3: 15 p-values, Bonferroni-like rules find three, theirs four.
  const PUBLISHED = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]

  it('find what Benjamini and Hochberg found', () => {
    expect(benjaminiHochberg(PUBLISHED).filter((p) => p <= 0.05)).toHaveLength(4)
    expect(holm(PUBLISHED).filter((p) => p <= 0.05)).toHaveLength(3)
  })

  it('keep the order given, never fall below the p-value and never pass 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (pValues) => {
        const strict = holm(pValues)
        const mild = benjaminiHochberg(pValues)

        pValues.forEach((p, at) => {
          expect(mild[at]).toBeGreaterThanOrEqual(p * (1 - 1e-12))
          expect(strict[at]).toBeGreaterThanOrEqual(mild[at]! * (1 - 1e-12))
          expect(strict[at]).toBeLessThanOrEqual(1)
        })
      }),
      runs,
    )
  })

  it('refuse what is no p-value', () => {
    expect(() => holm([0.5, Number.NaN])).toThrow(ArgumentRefusedError)
    expect(() => benjaminiHochberg([1.2])).toThrow(ArgumentRefusedError)
  })
})
