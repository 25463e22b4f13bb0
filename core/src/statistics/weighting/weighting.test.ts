import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withWeights } from '../design/calibration.ts'
import { weightSpread } from '../design/design-effect.ts'
import { estimateOf } from '../design/estimate.ts'
import { meanOf, totalOf } from '../design/linearised.ts'
import { createDesign, simpleRandomSample } from '../design/sample-design.ts'
import { ArgumentRefusedError, MarginsRefusedError } from '../errors.ts'
import { calibrateLinearly } from './calibrate.ts'
import { MISSING_CATEGORY, basisOf, mergeCategories, prepareMargins, type Margin } from './margins.ts'
import { postStratify } from './post-stratify.ts'
import { rake } from './rake.ts'
import { trimWeights } from './trim.ts'
import { diagnoseWeights } from './weight-diagnostics.ts'

const ones = (count: number) => new Float64Array(count).fill(1)
const sumOf = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0)
const sumsBy = (codes: Int32Array, weights: Float64Array, count: number) =>
  Array.from({ length: count }, (_, category) => sumOf(weights.filter((_w, row) => codes[row] === category)))
const aMargin = (name: string, codes: readonly number[], targets: readonly number[]): Margin => ({
  name,
  categories: targets.map((_, category) => `${name}${category}`),
  codes: Int32Array.from(codes),
  targets,
})

/** People of two sexes and three ages, everybody met at least once, with unequal base weights. */
const aSample = fc
  .array(
    fc.record({
      sex: fc.integer({ min: 0, max: 1 }),
      age: fc.integer({ min: 0, max: 2 }),
      weight: fc.double({ min: 0.5, max: 4, noNaN: true }),
    }),
    { minLength: 10, maxLength: 60 },
  )
  .map((people) => [...people, ...[0, 1].flatMap((sex) => [0, 1, 2].map((age) => ({ sex, age, weight: 1 })))])
const sexAndAge = (people: readonly { sex: number; age: number }[]) => [
  aMargin(
    'płeć',
    people.map(({ sex }) => sex),
    [520, 480],
  ),
  aMargin(
    'wiek',
    people.map(({ age }) => age),
    [300, 450, 250],
  ),
]
const runs = { numRuns: 60 }

describe('raking', () => {
  it('meets every margin and keeps the proportions of people who are alike', () => {
    fc.assert(
      fc.property(aSample, (people) => {
        const base = Float64Array.from(people, ({ weight }) => weight)
        const prepared = prepareMargins(base, sexAndAge(people))

        const { weights, converged } = rake(prepared)

        expect(converged).toBe(true)
        for (const { codes, targets, categories } of prepared.margins)
          sumsBy(codes, weights, categories.length).forEach((sum, at) =>
            expect(sum).toBeCloseTo(targets[at]!, 5),
          )
        expect(weights.every((weight) => weight > 0)).toBe(true)
        const alike = people.flatMap(({ sex, age }, row) =>
          sex === 0 && age === 0 ? [weights[row]! / base[row]!] : [],
        )
        alike.forEach((ratio) => expect(ratio).toBeCloseTo(alike[0]!, 9))
      }),
      runs,
    )
  })

  it('changes nothing where the margins are those of the sample', () => {
    const people = [0, 1, 2].flatMap((age) => [0, 1].map((sex) => ({ sex, age })))
    const prepared = prepareMargins(ones(6), [
      aMargin(
        'płeć',
        people.map(({ sex }) => sex),
        [30, 30],
      ),
      aMargin(
        'wiek',
        people.map(({ age }) => age),
        [20, 20, 20],
      ),
    ])

    const { weights, sweepCount } = rake(prepared)

    weights.forEach((weight) => expect(weight).toBeCloseTo(10, 10))
    expect(sweepCount).toBe(1)
  })

  // Deming and Stephan's method by hand: one sweep of a 2×2 table whose margins are independent is exact.
  it('of independent margins is the product of shares', () => {
    const people = [0, 0, 1, 1].map((sex, i) => ({ sex, age: i % 2 }))
    const prepared = prepareMargins(ones(4), [
      aMargin(
        'płeć',
        people.map(({ sex }) => sex),
        [60, 40],
      ),
      aMargin(
        'wiek',
        people.map(({ age }) => age),
        [70, 30],
      ),
    ])

    expect([...rake(prepared).weights].map((weight) => Math.round(weight * 1e6) / 1e6)).toEqual([
      42, 18, 28, 12,
    ])
  })

  it('keeps the bounds when it can and still meets the margins', () => {
    const codes = [...Array<number>(80).fill(0), ...Array<number>(20).fill(1)]
    const ages = codes.map((_, row) => row % 2)
    const prepared = prepareMargins(ones(100), [
      aMargin('płeć', codes, [500, 500]),
      aMargin('wiek', ages, [450, 550]),
    ])

    const result = rake(prepared, { bounds: { low: 0.5, high: 2.8 } })

    expect(result.converged).toBe(true)
    expect(result.ratioRange.low).toBeGreaterThanOrEqual(0.5 - 1e-6)
    expect(result.ratioRange.high).toBeLessThanOrEqual(2.8 + 1e-6)
    expect(diagnoseWeights(result.weights, prepared)!.problems).toEqual([])
  })

  it('says which category cannot be reached within the bounds, and by how much', () => {
    const codes = [...Array<number>(90).fill(0), ...Array<number>(10).fill(1)]
    const prepared = prepareMargins(ones(100), [aMargin('płeć', codes, [500, 500])])

    const result = rake(prepared, { bounds: { low: 0.3, high: 3 } })

    expect(result.converged).toBe(false)
    expect(Math.max(...result.weights)).toBeLessThanOrEqual(30 + 1e-9)
    // Ten people at three times their weight are 30 % and not 50 %.
    expect(result.worst).toMatchObject({ margin: 'płeć', category: 'płeć1' })
    expect(result.worst.gapPercentagePoints).toBeCloseTo(-20, 6)
    expect(diagnoseWeights(result.weights, prepared)!.problems).not.toEqual([])
  })

  it('does not pretend when the sample has no such people', () => {
    // Every woman is young and every man old, but the population says otherwise.
    const prepared = prepareMargins(ones(40), [
      aMargin(
        'płeć',
        Array.from({ length: 40 }, (_, row) => row % 2),
        [50, 50],
      ),
      aMargin(
        'wiek',
        Array.from({ length: 40 }, (_, row) => row % 2),
        [30, 70],
      ),
    ])

    const result = rake(prepared)

    expect(result.converged).toBe(false)
    expect(Math.abs(result.worst.gapPercentagePoints)).toBeCloseTo(20, 6)
  })

  it('refuses bounds that do not embrace 1', () => {
    const prepared = prepareMargins(ones(2), [aMargin('płeć', [0, 1], [1, 1])])

    expect(() => rake(prepared, { bounds: { low: 1.2, high: 3 } })).toThrow(ArgumentRefusedError)
  })

  it('leaves people of weight 0 at 0', () => {
    const prepared = prepareMargins(Float64Array.from([1, 0, 1, 1]), [
      aMargin('płeć', [0, 0, 1, 1], [10, 30]),
    ])

    expect([...rake(prepared).weights]).toEqual([10, 0, 15, 15])
  })
})

describe('margins', () => {
  it('rescale to the first total and say so', () => {
    const prepared = prepareMargins(ones(40), [
      aMargin(
        'płeć',
        Array.from({ length: 40 }, (_, row) => row % 2),
        [100, 100],
      ),
      aMargin(
        'wiek',
        Array.from({ length: 40 }, (_, row) => row % 2),
        [10, 30],
      ),
    ])

    expect([...Array.from(prepared.margins[1]!.targets)]).toEqual([50, 150])
    expect(prepared.notes.map(({ message }) => message)).toEqual([
      'Liczby w zmiennej „wiek” sumują się do 40, a populacja liczy 200; przeliczono je proporcjonalnie.',
    ])
  })

  it('give missing answers a category of their own with the share of the sample', () => {
    const prepared = prepareMargins(ones(4), [aMargin('płeć', [0, 1, 1, -1], [40, 60])])

    const [margin] = prepared.margins
    expect(margin!.categories.at(-1)).toBe(MISSING_CATEGORY)
    expect(Array.from(margin!.targets)).toEqual([30, 45, 25])
    expect(sumOf(rake(prepared).weights)).toBeCloseTo(100, 9)
    expect(prepared.notes.some(({ kind }) => kind === 'missing')).toBe(true)
  })

  it('propose to merge a thin category with the smaller neighbour', () => {
    const codes = [...Array<number>(60).fill(0), ...Array<number>(10).fill(1), ...Array<number>(30).fill(2)]
    const { notes } = prepareMargins(ones(100), [aMargin('wiek', codes, [10, 10, 10])])

    expect(notes.map(({ message }) => message)).toEqual([
      'Kategoria „wiek1” w „wiek” ma za mało odpowiedzi (10, czyli 10% próby). Proponujemy połączyć ją z kategorią „wiek2”.',
    ])
  })

  it('merge categories with their targets', () => {
    const merged = mergeCategories(aMargin('wiek', [0, 1, 2, -1], [10, 20, 30]), [1], 2)

    expect(merged).toMatchObject({ categories: ['wiek0', 'wiek1 / wiek2'], targets: [10, 50] })
    expect([...merged.codes]).toEqual([0, 1, 1, -1])
  })

  it.each([
    { name: 'an empty category', margins: [aMargin('płeć', [0, 0], [5, 5])], says: 'Nikt nie odpowiedział' },
    {
      name: 'answers of nobody',
      margins: [aMargin('płeć', [0, 1], [5, 0])],
      says: 'w populacji nie ma nikogo',
    },
    {
      name: 'an unknown category',
      margins: [aMargin('płeć', [0, 7], [5, 5])],
      says: 'spoza podanych kategorii',
    },
    {
      name: 'a number below 0',
      margins: [aMargin('płeć', [0, 1], [5, -5])],
      says: 'nie jest liczbą od zera',
    },
    {
      name: 'a missing number',
      margins: [aMargin('płeć', [0, 1], [5, Number.NaN])],
      says: 'nie jest liczbą od zera',
    },
    {
      name: 'no people at all',
      margins: [aMargin('płeć', [0, 1], [0, 0])],
      says: 'nie ma w populacji nikogo',
    },
    {
      name: 'too few answers',
      margins: [aMargin('płeć', [0], [5, 5])],
      says: 'inną liczbę odpowiedzi (1) niż osób w próbie (2)',
    },
    { name: 'no margin', margins: [], says: 'przynajmniej jeden rozkład' },
  ])('with $name are refused', ({ margins, says }) => {
    expect(() => prepareMargins(ones(2), margins)).toThrow(MarginsRefusedError)
    expect(() => prepareMargins(ones(2), margins)).toThrow(says)
  })
})

describe('post-stratification', () => {
  const y = Float64Array.from([1, 4, 4, 8, 3, 5])
  const cells = [0, 0, 0, 1, 1, 1]
  const prepared = prepareMargins(ones(6), [aMargin('komórka', cells, [80, 20])])

  it('is raking to one margin', () => {
    const raked = rake(prepared).weights

    postStratify(prepared).forEach((weight, row) => expect(weight).toBeCloseTo(raked[row]!, 10))
  })

  it('has the error of deviations inside cells', () => {
    const weights = postStratify(prepared)
    const design = withWeights(simpleRandomSample(6), weights, basisOf(prepared))

    const found = estimateOf(design, meanOf(design, y))

    // ȳ = Σ W_h ȳ_h; residuals y − ȳ_h weighted W_h/n_h, around their mean 0, times n/(n − 1).
    const squares = (0.8 / 3) ** 2 * 6 + (0.2 / 3) ** 2 * (38 / 3)
    expect(found.estimate).toBeCloseTo(0.8 * 3 + 0.2 * (16 / 3), 12)
    expect(found.standardError! ** 2).toBeCloseTo((6 / 5) * squares, 12)
  })
})

describe('calibrated errors', () => {
  it('of what the margins fix are 0', () => {
    fc.assert(
      fc.property(aSample, (people) => {
        const design = createDesign({ weights: people.map(({ weight }) => weight) })
        const prepared = prepareMargins(design.weights, sexAndAge(people))
        const calibrated = withWeights(design, rake(prepared).weights, basisOf(prepared))
        const women = Float64Array.from(people, ({ sex }) => sex)

        const found = estimateOf(calibrated, meanOf(calibrated, women))

        expect(found.estimate).toBeCloseTo(0.48, 8)
        expect(found.standardError).toBeLessThan(1e-9)
      }),
      runs,
    )
  })
})

describe('linear calibration', () => {
  it('meets margins and known totals, whose errors are 0', () => {
    fc.assert(
      fc.property(aSample, (people) => {
        const design = createDesign({ weights: people.map(({ weight }) => weight) })
        const household = Float64Array.from(people, ({ sex, age }, row) => 1 + ((row + sex + age) % 4))
        const prepared = prepareMargins(design.weights, sexAndAge(people))

        const { weights, basis } = calibrateLinearly(prepared, [
          { name: 'osoby', values: household, total: 2600 },
        ])
        const calibrated = withWeights(design, weights, basis)

        expect(sumOf(weights)).toBeCloseTo(1000, 6)
        expect(totalOf(calibrated, household).estimate).toBeCloseTo(2600, 5)
        for (const { codes, targets, categories } of prepared.margins)
          sumsBy(codes, weights, categories.length).forEach((sum, at) =>
            expect(sum).toBeCloseTo(targets[at]!, 5),
          )
        expect(estimateOf(calibrated, totalOf(calibrated, household)).standardError).toBeLessThan(1e-5)
      }),
      runs,
    )
  })

  it('of one margin is post-stratification', () => {
    const prepared = prepareMargins(ones(5), [aMargin('płeć', [0, 0, 0, 1, 1], [30, 70])])

    const { weights, hasNegative } = calibrateLinearly(prepared)

    postStratify(prepared).forEach((weight, row) => expect(weights[row]).toBeCloseTo(weight, 9))
    expect(hasNegative).toBe(false)
  })

  it('refuses totals that contradict each other or are not known for somebody', () => {
    const prepared = prepareMargins(ones(4), [aMargin('płeć', [0, 0, 1, 1], [50, 50])])
    const total = (values: readonly number[]) => [
      { name: 'osoby', values: Float64Array.from(values), total: 300 },
    ]

    expect(() => calibrateLinearly(prepared, total([1, 1, 2, 2]))).not.toThrow(TypeError)
    expect(() => calibrateLinearly(prepared, total([1, 1, 1, 1]))).toThrow('przeczą sobie')
    expect(() => calibrateLinearly(prepared, total([1, Number.NaN, 1, 1]))).toThrow(MarginsRefusedError)
  })
})

describe('trimming', () => {
  it('gives what was cut off to the others in equal parts', () => {
    expect([...trimWeights(Float64Array.from([1, 1, 1, 9]), { high: 6 })]).toEqual([2, 2, 2, 6])
  })

  it('keeps the sum and the limits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 30, noNaN: true }), { minLength: 2, maxLength: 40 }),
        fc.double({ min: 1.01, max: 4, noNaN: true }),
        (weights, factor) => {
          const mean = sumOf(weights) / weights.length
          const limits = { low: mean / factor, high: mean * factor }

          const trimmed = trimWeights(Float64Array.from(weights), limits)

          expect(sumOf(trimmed)).toBeCloseTo(sumOf(weights), 6)
          expect(Math.min(...trimmed)).toBeGreaterThanOrEqual(limits.low - 1e-9)
          expect(Math.max(...trimmed)).toBeLessThanOrEqual(limits.high + 1e-9)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('refuses limits that no weights of this sum can keep', () => {
    expect(() => trimWeights(Float64Array.from([1, 9]), { high: 4 })).toThrow(ArgumentRefusedError)
  })
})

describe('diagnostics', () => {
  it('of equal weights cost nothing', () => {
    expect(weightSpread([2, 2, 2])).toMatchObject({
      designEffect: 1,
      effectiveN: 3,
      coefficientOfVariation: 0,
    })
    expect(weightSpread([0, 0])).toBeNull()
  })

  // Kish (1965), §11.7: weights 1 and 3 in equal numbers: 1 + (1/2)² = 1.25.
  it('of weights 1 and 3 in equal numbers are those of Kish, whatever weighs 0 beside them', () => {
    expect(weightSpread([1, 3, 1, 3, 0])).toMatchObject({
      n: 4,
      designEffect: 1.25,
      effectiveN: 3.2,
      largestOverSmallest: 3,
    })
  })

  it('count extreme weights and give a verdict', () => {
    const codes = [...Array<number>(95).fill(0), ...Array<number>(5).fill(1)]
    const prepared = prepareMargins(ones(100), [aMargin('płeć', codes, [50, 50])])

    const found = diagnoseWeights(postStratify(prepared), prepared)!

    expect(found).toMatchObject({ extremeCount: 5, verdict: 'illustrative', problems: [] })
    expect(found.efficiencyPercent).toBeCloseTo(19, 6)
  })
})
