import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DesignRefusedError, NothingToEstimateError, SinglePsuError } from '../errors.ts'
import { meanInterval } from '../mean-interval.ts'
import { moments } from '../moments.ts'
import { estimateOf } from './estimate.ts'
import { differenceOf, meanOf, ratioOf, totalOf } from './linearised.ts'
import { createDesign, simpleRandomSample, singlePsuWarning, type SampleDesign } from './sample-design.ts'
import { covarianceOfScores, degreesOfFreedom, varianceOfScores } from './variance.ts'

const numbers = (...values: number[]) => Float64Array.from(values)
const closeTo = (found: number, expected: number) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)))
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const meanAndVariance = (values: readonly number[]) => {
  const mean = sumOf(values) / values.length
  return { mean, variance: sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1) }
}

/** A sample of strata, clusters and people with unequal weights. */
const aSample = fc
  .array(
    fc.record({
      stratum: fc.integer({ min: 1, max: 3 }),
      psu: fc.integer({ min: 1, max: 4 }),
      weight: fc.double({ min: 0.5, max: 20, noNaN: true }),
      y: fc.integer({ min: 0, max: 10 }),
      x: fc.integer({ min: 1, max: 10 }),
    }),
    { minLength: 8, maxLength: 60 },
  )
  .map((people) => ({
    people,
    design: createDesign({
      weights: people.map((person) => person.weight),
      strata: people.map((person) => person.stratum),
      psus: people.map((person) => person.psu),
    }),
    y: Float64Array.from(people, (person) => person.y),
    x: Float64Array.from(people, (person) => person.x),
  }))
const runs = { numRuns: 60 }

describe('a simple random sample', () => {
  it('has the mean, error and interval of Student', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 40 }), (values) => {
        const design = simpleRandomSample(values.length)
        const found = estimateOf(design, meanOf(design, Float64Array.from(values)))
        const interval = meanInterval(moments(values)!)!

        closeTo(found.estimate, moments(values)!.mean)
        closeTo(found.tInterval!.low, interval.low)
        closeTo(found.tInterval!.high, interval.high)
        expect(found.degreesOfFreedom).toBe(values.length - 1)
      }),
      runs,
    )
  })

  it('with a known population has the finite population correction', () => {
    const values = [3, 5, 8, 1, 9]
    const design = createDesign({ weights: values.map(() => 4), psuPopulation: values.map(() => 20) })
    const found = estimateOf(design, meanOf(design, Float64Array.from(values)))

    closeTo(found.standardError! ** 2, ((1 - 5 / 20) * meanAndVariance(values).variance) / 5)
  })
})

describe('strata', () => {
  it('add their variances (Cochran 1977, eq. 5.7)', () => {
    const groups = [
      { size: 40, values: [2, 4, 4, 5] },
      { size: 10, values: [10, 13, 20] },
    ]
    const rows = groups.flatMap(({ size, values }, stratum) =>
      values.map((y) => ({ y, stratum, size, n: values.length })),
    )
    const design = createDesign({
      weights: rows.map(({ size, n }) => size / n),
      strata: rows.map(({ stratum }) => stratum),
      psuPopulation: rows.map(({ size }) => size),
    })

    const found = estimateOf(
      design,
      meanOf(
        design,
        Float64Array.from(rows, ({ y }) => y),
      ),
    )

    const expected = groups.map(({ size, values }) => {
      const { mean, variance } = meanAndVariance(values)
      const share = size / 50
      return {
        mean: share * mean,
        variance: (share ** 2 * (1 - values.length / size) * variance) / values.length,
      }
    })
    closeTo(found.estimate, sumOf(expected.map(({ mean }) => mean)))
    closeTo(found.standardError! ** 2, sumOf(expected.map(({ variance }) => variance)))
    expect(found.degreesOfFreedom).toBe(5)
  })

  it('keep clusters apart that carry the same number', () => {
    const columns = { weights: [1, 1, 1, 1], psus: [1, 2, 1, 2] }

    expect(degreesOfFreedom(createDesign({ ...columns, strata: ['a', 'a', 'b', 'b'] }))).toBe(2)
    expect(degreesOfFreedom(createDesign(columns))).toBe(1)
  })
})

describe('two stages with known sizes', () => {
  it('have the variance of Cochran (1977), eq. 10.15', () => {
    const clusters = [
      [4, 7, 9],
      [1, 2, 2],
      [8, 8, 11],
      [3, 9, 5],
    ]
    const [N, M, n, m] = [10, 12, 4, 3]
    const rows = clusters.flatMap((values, psu) => values.map((y) => ({ y, psu })))
    const design = createDesign({
      weights: rows.map(() => (N / n) * (M / m)),
      psus: rows.map(({ psu }) => psu),
      psuPopulation: rows.map(() => N),
      ssuPopulation: rows.map(() => M),
    })

    const found = estimateOf(
      design,
      meanOf(
        design,
        Float64Array.from(rows, ({ y }) => y),
      ),
    )

    const between = meanAndVariance(clusters.map((values) => meanAndVariance(values).mean)).variance
    const within = sumOf(clusters.map((values) => meanAndVariance(values).variance)) / n
    const expected = ((1 - n / N) * between) / n + ((n / N) * (1 - m / M) * within) / (n * m)
    closeTo(found.standardError! ** 2, expected)
    expect(found.degreesOfFreedom).toBe(3)
  })

  it('taken whole at the second stage are clusters taken whole', () => {
    const columns = { weights: [5, 5, 5, 5], psus: [1, 1, 2, 2], psuPopulation: [10, 10, 10, 10] }
    const y = numbers(1, 5, 7, 2)
    const one = createDesign(columns)
    const two = createDesign({ ...columns, ssuPopulation: [2, 2, 2, 2] })

    closeTo(varianceOfScores(two, totalOf(two, y).scores), varianceOfScores(one, totalOf(one, y).scores))
  })

  it('of which the first is a census leave only the second', () => {
    const design = createDesign({
      weights: [2, 2, 2, 2],
      psus: [1, 1, 2, 2],
      psuPopulation: [2, 2, 2, 2],
      ssuPopulation: [4, 4, 4, 4],
    })
    const y = numbers(1, 5, 7, 2)

    // Two strata of 4 people, 2 drawn from each: Σ M²(1 − m/M)s²/m.
    const expected = 16 * 0.5 * (8 / 2) + 16 * 0.5 * (12.5 / 2)
    closeTo(varianceOfScores(design, totalOf(design, y).scores), expected)
  })
})

describe('a ratio', () => {
  it('of a simple random sample has the variance of the textbooks (Cochran 1977, eq. 6.13)', () => {
    const y = [2, 5, 9, 4, 7]
    const x = [1, 4, 7, 5, 5]
    const design = simpleRandomSample(5)

    const found = estimateOf(design, ratioOf(design, Float64Array.from(y), Float64Array.from(x)))

    const R = sumOf(y) / sumOf(x)
    const squares = sumOf(y.map((value, i) => (value - R * x[i]!) ** 2)) / 4
    closeTo(found.estimate, R)
    closeTo(found.standardError! ** 2, squares / (5 * (sumOf(x) / 5) ** 2))
  })

  it('in a group is the ratio of numbers that are 0 outside of it', () => {
    fc.assert(
      fc.property(aSample, ({ design, x, y, people }) => {
        const domain = Uint8Array.from(people, ({ psu }) => (psu < 3 ? 1 : 0))
        fc.pre(domain.includes(1))
        const inside = (values: Float64Array) => values.map((value, row) => value * domain[row]!)

        const group = ratioOf(design, y, x, domain)
        const whole = ratioOf(design, inside(y), inside(x))

        closeTo(group.estimate, whole.estimate)
        closeTo(varianceOfScores(design, group.scores), varianceOfScores(design, whole.scores))
      }),
      runs,
    )
  })

  it('over nothing is refused', () => {
    const design = simpleRandomSample(3)

    expect(() => ratioOf(design, numbers(1, 2, 3), numbers(0, 0, 0))).toThrow(
      'Mianownik ilorazu wynosi zero.',
    )
  })
})

/** Delete-one-cluster jackknife of a total, exact for it: Σ (n_h − 1)/n_h·Σ (T₍hi₎ − T)². */
function jackknifeOfTotal(
  people: readonly { stratum: number; psu: number; weight: number; y: number }[],
): number {
  const strata = new Map<number, Map<number, number>>()
  for (const { stratum, psu, weight, y } of people) {
    const clusters = strata.get(stratum) ?? new Map<number, number>()
    strata.set(stratum, clusters.set(psu, (clusters.get(psu) ?? 0) + weight * y))
  }
  return sumOf(
    [...strata.values()].map((clusters) => {
      const n = clusters.size
      const all = sumOf([...clusters.values()])
      if (n === 1) return 0
      const replicates = [...clusters.values()].map((total) => ((all - total) * n) / (n - 1))
      return ((n - 1) / n) * sumOf(replicates.map((replicate) => (replicate - all) ** 2))
    }),
  )
}

describe('linearisation', () => {
  it('of a total is its jackknife', () => {
    fc.assert(
      fc.property(aSample, ({ people, design, y }) => {
        closeTo(varianceOfScores(design, totalOf(design, y).scores), jackknifeOfTotal(people))
      }),
      runs,
    )
  })

  it('does not depend on the order of people, nor a mean on the scale of weights', () => {
    fc.assert(
      fc.property(
        aSample,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        ({ people, design, y }, scale) => {
          const turned = people.toReversed()
          const other = createDesign({
            weights: turned.map(({ weight }) => weight * scale),
            strata: turned.map(({ stratum }) => `s${stratum}`),
            psus: turned.map(({ psu }) => psu),
          })

          const a = estimateOf(design, meanOf(design, y))
          const b = estimateOf(other, meanOf(other, y.toReversed()))

          closeTo(b.estimate, a.estimate)
          if (a.standardError !== null) closeTo(b.standardError!, a.standardError)
          expect(b.degreesOfFreedom).toBe(a.degreesOfFreedom)
        },
      ),
      runs,
    )
  })

  it('gives a part against the whole the variance of the mean difference, by covariance', () => {
    fc.assert(
      fc.property(aSample, ({ people, design, y }) => {
        const domain = Uint8Array.from(people, ({ x }) => (x > 5 ? 1 : 0))
        fc.pre(domain.includes(1))
        const part = meanOf(design, y, domain)
        const whole = meanOf(design, y)
        const { values } = covarianceOfScores(design, [part.scores, whole.scores])

        const difference = varianceOfScores(design, differenceOf(part, whole).scores)

        closeTo(difference, values[0]! + values[3]! - 2 * values[1]!)
      }),
      runs,
    )
  })

  it('gives a whole no difference from itself', () => {
    const design = simpleRandomSample(4)
    const mean = meanOf(design, numbers(1, 2, 3, 9))

    expect(estimateOf(design, differenceOf(mean, mean))).toMatchObject({ estimate: 0, standardError: 0 })
  })
})

describe('groups and missing answers', () => {
  it('leave every cluster in the formula: a group is not a smaller sample', () => {
    const design = simpleRandomSample(6)
    const y = numbers(1, 4, 2, 8, 5, 7)
    const domain = Uint8Array.from([1, 1, 1, 0, 0, 0])

    const found = estimateOf(design, meanOf(design, y, domain))

    // Cochran (1977), §2.11: n/(n − 1)·Σ(y − ȳ_d)²/n_d², not (n_d/(n_d − 1)).
    const { mean, variance } = meanAndVariance([1, 4, 2])
    closeTo(found.estimate, mean)
    closeTo(found.standardError! ** 2, ((6 / 5) * variance * 2) / 9)
    expect(found).toMatchObject({ n: 3, degreesOfFreedom: 2 })
  })

  it('count as answers outside of the group, but for the degrees of freedom', () => {
    const design = simpleRandomSample(4)
    const group = estimateOf(design, meanOf(design, numbers(1, 4, 6, 9), Uint8Array.from([1, 1, 1, 0])))
    const missing = estimateOf(design, meanOf(design, numbers(1, 4, 6, Number.NaN)))

    expect(missing.standardError).toBe(group.standardError)
    expect([group.degreesOfFreedom, missing.degreesOfFreedom]).toEqual([2, 3])
  })

  it('of weight 0 are in no n and no degree of freedom', () => {
    const design = createDesign({ weights: [1, 1, 1, 0] })
    const found = estimateOf(design, meanOf(design, numbers(1, 2, 3, 100)))

    expect(found).toMatchObject({ estimate: 2, n: 3, degreesOfFreedom: 2, weightSum: 3 })
  })

  it('without anybody are refused', () => {
    const design = simpleRandomSample(2)

    expect(() => meanOf(design, numbers(1, 2), Uint8Array.from([0, 0]))).toThrow(NothingToEstimateError)
    expect(() => totalOf(design, numbers(Number.NaN, Number.NaN))).toThrow(
      'Nie ma ani jednej ważnej odpowiedzi w wybranej grupie. Proszę zmienić filtr albo pytanie.',
    )
  })

  it('with one cluster have an error and no interval', () => {
    const design = createDesign({ weights: [1, 1, 1, 1], psus: [1, 1, 2, 3] })
    const found = estimateOf(design, meanOf(design, numbers(1, 2, 5, 9), Uint8Array.from([1, 1, 0, 0])))

    expect(found.degreesOfFreedom).toBe(0)
    expect(found.tInterval).toBeNull()
    expect(found.standardError).toBeGreaterThanOrEqual(0)
  })
})

describe('a stratum with one unit', () => {
  const columns = { weights: [1, 1, 1], strata: ['Dolna', 'Dolna', 'Górna'] }
  const y = numbers(2, 4, 9)
  const varianceOf = (design: SampleDesign, of = meanOf) => varianceOfScores(design, of(design, y).scores)

  it('adds nothing when it counts as certain, and is named', () => {
    const design = createDesign(columns)

    // Scores (y − 5)/3: −1, −1/3 | 4/3; only the first stratum varies: 2·(1/3)²·2/1.
    closeTo(varianceOf(design), 2 * (1 / 3) ** 2 * 2)
    expect(singlePsuWarning(design)).toBe(
      'Warstwy z jedną wylosowaną jednostką („Górna”) nie wchodzą do błędu, więc jest on zaniżony.',
    )
  })

  it('adds its deviation from the mean of all units when adjusted', () => {
    const design = createDesign({ ...columns, singlePsu: 'adjust' })
    const atZero = createDesign({ ...columns, singlePsu: 'adjust-at-zero' })

    closeTo(varianceOf(design), 2 * (1 / 3) ** 2 * 2 + (4 / 3) ** 2)
    closeTo(varianceOf(atZero), varianceOf(design))
    closeTo(varianceOf(design, totalOf), 4 + (9 - 5) ** 2)
    closeTo(varianceOf(atZero, totalOf), 4 + 9 ** 2)
  })

  it('is refused when it must not be', () => {
    const design = createDesign({ ...columns, singlePsu: 'fail' })

    expect(() => varianceOf(design)).toThrow(SinglePsuError)
    expect(() => varianceOf(design)).toThrow('„Górna”')
  })

  it('is no such stratum when the population has no more, or when a filter leaves one', () => {
    const census = createDesign({ ...columns, psuPopulation: [5, 5, 1], singlePsu: 'fail' })
    const filtered = createDesign({ weights: [1, 1, 1], singlePsu: 'fail' })

    expect(varianceOf(census)).toBeGreaterThan(0)
    expect(
      estimateOf(filtered, meanOf(filtered, y, Uint8Array.from([1, 0, 0]))).standardError,
    ).toBeGreaterThanOrEqual(0)
  })

  it('as the whole sample gives a number without an error', () => {
    const design = createDesign({ weights: [3, 3], psus: ['a', 'a'] })

    expect(estimateOf(design, meanOf(design, numbers(1, 2)))).toMatchObject({
      estimate: 1.5,
      standardError: null,
      tInterval: null,
      zInterval: null,
    })
  })
})

describe('a description of a sample', () => {
  it.each([
    { name: 'a weight below 0', columns: { weights: [1, -1] }, says: 'Waga w wierszu 2' },
    { name: 'a missing weight', columns: { weights: [Number.NaN] }, says: 'Waga w wierszu 1' },
    { name: 'no weight at all', columns: { weights: [0, 0] }, says: 'Żaden wiersz nie ma wagi' },
    { name: 'nobody', columns: { weights: [] }, says: 'Żaden wiersz nie ma wagi' },
    {
      name: 'a short column',
      columns: { weights: [1, 1], strata: ['a'] },
      says: 'inną liczbę wierszy (1) niż wagi (2)',
    },
    {
      name: 'a population smaller than its sample',
      columns: { weights: [1, 1], psuPopulation: [1, 1] },
      says: 'wylosowano więcej jednostek (2), niż liczy populacja (1)',
    },
    {
      name: 'two populations of a stratum',
      columns: { weights: [1, 1], psuPopulation: [9, 8] },
      says: 'różne wielkości',
    },
    {
      name: 'an unknown population',
      columns: { weights: [1, 1], psuPopulation: [9, Number.NaN] },
      says: 'brakuje wielkości populacji',
    },
    {
      name: 'a second stage without the first',
      columns: { weights: [1], ssuPopulation: [4] },
      says: 'liczby zespołów',
    },
  ])('with $name is refused', ({ columns, says }) => {
    expect(() => createDesign(columns)).toThrow(DesignRefusedError)
    expect(() => createDesign(columns)).toThrow(says)
  })
})
