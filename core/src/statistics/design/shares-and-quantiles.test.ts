import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clopperPearsonInterval } from '../clopper-pearson-interval.ts'
import { ArgumentRefusedError, NothingToEstimateError } from '../errors.ts'
import { quantile } from '../quantile.ts'
import { designEffect } from './design-effect.ts'
import { estimateOf } from './estimate.ts'
import { indicatorOf, meanOf, scaled } from './linearised.ts'
import { kornGraubardInterval, logitInterval, proportionInterval } from './proportion-interval.ts'
import { createDesign, simpleRandomSample } from './sample-design.ts'
import { quantileOf } from './weighted-quantile.ts'

const share = (design: Parameters<typeof estimateOf>[0], answers: readonly (string | null)[]) =>
  estimateOf(
    design,
    meanOf(
      design,
      indicatorOf(answers, (label) => label === 'tak'),
    ),
  )
const answers = (yes: number, no: number) => [
  ...new Array<string>(yes).fill('tak'),
  ...new Array<string>(no).fill('nie'),
]

describe('interval of a share', () => {
  it('by logit is around the share, inside 0 to 1, and wider to the middle', () => {
    const design = simpleRandomSample(20)
    const found = share(design, answers(1, 19))

    const { low, high } = logitInterval(found)!

    // SE of the logit = SE/(p(1 − p)) = √(0.05·0.95/19)/0.0475; t(19) = 2.093024.
    const half = (2.093024054408263 * Math.sqrt((0.05 * 0.95) / 19)) / 0.0475
    const middle = Math.log(0.05 / 0.95)
    expect(Math.log(low / (1 - low))).toBeCloseTo(middle - half, 9)
    expect(Math.log(high / (1 - high))).toBeCloseTo(middle + half, 9)
  })

  it('by Korn and Graubard of a simple random sample is near Clopper and Pearson of n − 1', () => {
    const found = share(simpleRandomSample(61), answers(23, 38))

    const interval = kornGraubardInterval(found, 61)!

    const exact = clopperPearsonInterval((23 / 61) * 60, 60)!
    expect(interval.low).toBeCloseTo(exact.low, 9)
    expect(interval.high).toBeCloseTo(exact.high, 9)
  })

  it('of 0 % and 100 % is exact with the effective number of people', () => {
    const design = createDesign({ weights: [1, 3, 1, 3, 1, 3, 1, 3] })

    const none = proportionInterval(design, share(design, answers(0, 8)))!
    const all = proportionInterval(design, share(design, answers(8, 0)))!

    // Kish: 8/1.25 = 6.4 people; all with the trait: low end = (α/2)^(1/6.4).
    expect(none).toMatchObject({ low: 0, method: 'korn-graubard' })
    expect(none.high).toBeCloseTo(1 - 0.025 ** (1 / 6.4), 9)
    expect(all.high).toBe(1)
    expect(all.low).toBeCloseTo(0.025 ** (1 / 6.4), 9)
  })

  it('is wider with few clusters than with many', () => {
    const labels = answers(0, 12)
    const clustered = createDesign({ weights: labels.map(() => 1), psus: labels.map((_, row) => row % 3) })
    const simple = simpleRandomSample(12)

    expect(proportionInterval(clustered, share(clustered, labels))!.high).toBeGreaterThan(
      proportionInterval(simple, share(simple, labels))!.high,
    )
  })

  it('does not exist without degrees of freedom', () => {
    const design = createDesign({ weights: [1, 1], psus: [1, 1] })

    expect(proportionInterval(design, share(design, ['tak', 'nie']))).toBeNull()
  })

  it('never leaks NaN, whatever the answers', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom('tak', 'nie', null),
            fc.integer({ min: 0, max: 3 }),
            fc.integer({ min: 0, max: 2 }),
          ),
          {
            minLength: 1,
            maxLength: 15,
          },
        ),
        (people) => {
          fc.pre(people.some(([label, weight]) => label !== null && weight > 0))
          const design = createDesign({
            weights: people.map(([, weight]) => weight),
            psus: people.map(([, , psu]) => psu),
          })
          const found = share(
            design,
            people.map(([label]) => label),
          )
          const interval = proportionInterval(design, found)

          expect(Object.values(found).filter((value) => Number.isNaN(value))).toEqual([])
          if (!interval) return
          expect(interval.low).toBeGreaterThanOrEqual(0)
          expect(interval.high).toBeLessThanOrEqual(1)
          expect(interval.low).toBeLessThanOrEqual(found.estimate + 1e-12)
          expect(interval.high).toBeGreaterThanOrEqual(found.estimate - 1e-12)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('weighted quantile', () => {
  it('of equal weights is that of Eurostat without weights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 20 }),
        (values, twentieths) => {
          const design = simpleRandomSample(values.length)
          const sorted = values.toSorted((a, b) => a - b)

          expect(quantileOf(design, Float64Array.from(values), twentieths / 20).estimate).toBe(
            quantile(sorted, twentieths / 20),
          )
        },
      ),
    )
  })

  it('of whole weights is that of people written out', () => {
    const design = createDesign({ weights: [1, 2, 3, 0] })
    const found = quantileOf(design, Float64Array.from([10, 20, 30, 5]), 0.5)

    expect(found).toMatchObject({ estimate: 25, n: 3 })
    expect(quantileOf(design, Float64Array.from([10, 20, 30, 5]), 0.5, { rule: 'smallest' }).estimate).toBe(
      20,
    )
  })

  it("has Woodruff's interval: the values at the ends of the share's interval", () => {
    const values = Float64Array.from({ length: 101 }, (_, i) => i)

    const found = quantileOf(simpleRandomSample(101), values, 0.5)

    // 51 of 101 are at or below 50: p = 0.50495, SE = √(p(1 − p)/100) = 0.0499975, t(100) = 1.98397.
    expect(found).toMatchObject({ estimate: 50, low: 40, high: 61 })
    expect(found.standardError).toBeCloseTo(21 / (2 * 1.983971518523552), 9)
  })

  it('has no end where the share leaves 0 to 1, and is refused for nobody or an impossible rank', () => {
    const design = simpleRandomSample(5)
    const values = Float64Array.from([1, 2, 3, 4, 5])

    expect(quantileOf(design, values, 0.2).low).toBeNull()
    expect(() => quantileOf(design, values, 0.5, { domain: new Uint8Array(5) })).toThrow(
      NothingToEstimateError,
    )
    expect(() => quantileOf(design, values, 1.5)).toThrow(ArgumentRefusedError)
  })
})

describe('design effect', () => {
  it('of a simple random sample is 1 in the form that suits it', () => {
    const values = Float64Array.from([1, 5, 2, 8, 9])
    const replaced = createDesign({ weights: [4, 4, 4, 4, 4] })
    const drawn = createDesign({ weights: [4, 4, 4, 4, 4], psuPopulation: [20, 20, 20, 20, 20] })

    expect(designEffect(replaced, values, meanOf(replaced, values), 'replace')).toBeCloseTo(1, 12)
    expect(designEffect(drawn, values, meanOf(drawn, values), 'wor')).toBeCloseTo(1, 12)
  })

  it('of clusters that answer alike is their size', () => {
    const values = Float64Array.from([1, 1, 1, 5, 5, 5, 9, 9, 9, 2, 2, 2])
    const design = createDesign({
      weights: values.map(() => 1),
      psus: values.map((_, row) => Math.floor(row / 3)),
    })

    // (n − 1)/n of people against that of clusters: 3·(11/12)/(3/4).
    expect(designEffect(design, values, meanOf(design, values), 'replace')).toBeCloseTo(
      (3 * 11) / 12 / (3 / 4),
      10,
    )
  })

  it('does not exist for equal answers, for one, nor for weights that are no numbers of people', () => {
    const design = createDesign({ weights: [1, 1, 1] })
    const equal = Float64Array.from([0.3, 0.3, 0.3])
    const other = Float64Array.from([1, 2, 3])

    expect(designEffect(design, equal, meanOf(design, equal), 'replace')).toBeNull()
    expect(designEffect(design, other, meanOf(design, other), 'wor')).toBeNull()
  })
})

describe('another unit', () => {
  it('scales the estimate and its error', () => {
    const design = simpleRandomSample(4)
    const mean = meanOf(design, Float64Array.from([0, 1, 1, 1]))

    const percent = estimateOf(design, scaled(mean, 100))

    expect(percent.estimate).toBe(75)
    expect(percent.standardError).toBeCloseTo(100 * estimateOf(design, mean).standardError!, 12)
  })
})
