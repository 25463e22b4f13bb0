import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateOf, meanOf, simpleRandomSample, withWeights } from '../statistics/design/index.ts'
import { aQuestionnaire } from '../testing/index.ts'
import { buildColumns } from './columns.ts'
import { countPeople, type People } from './indicators-count.ts'
import { differenceOfGroups } from './indicators-difference.ts'
import { estimateShareOf, estimateValues } from './indicators-figure.ts'
import { estimateNumbers } from './indicators-number.ts'
import type { AppliedWeights } from './weights.ts'

/** People of two groups whose weights reproduce a population of 1000 and 3000, and the answer of each. */
const sampled = fc.record({
  groups: fc.array(fc.boolean(), { minLength: 12, maxLength: 60 }),
  cells: fc.infiniteStream(fc.integer({ min: -1, max: 4 })),
})

function weighted(groups: readonly boolean[]): AppliedWeights {
  const codes = Int32Array.from(groups, (isSecond) => (isSecond ? 1 : 0))
  const size = [0, 1].map((code) => codes.filter((one) => one === code).length)
  const weights = Float64Array.from(codes, (code) => [1000, 3000][code]! / size[code]!)
  return {
    number: 1,
    name: 'płeć',
    weights,
    basis: { factors: [{ codes, categoryCount: 2 }], numbers: [] },
    responseCount: groups.length,
    populationSize: 4000,
    method: 'POST_STRATIFICATION',
    bounds: null,
    sources: [],
    createdOn: '2026-11-22',
    diagnostics: {} as never,
    notes: [],
  }
}

const VALUES = [0, 25, 50, 75, 100]

function peopleOf(groups: readonly boolean[], weights: AppliedWeights | null): People {
  const columns = buildColumns(aQuestionnaire([]))
  columns.responseCount = groups.length
  return { columns, mask: null, weights, drawnFrom: null }
}

describe('figures from cells', () => {
  it('have the estimate and the error of the design, margins of the weights taken out', () => {
    fc.assert(
      fc.property(sampled, ({ groups, cells }) => {
        fc.pre(groups.includes(true) && groups.includes(false))
        const given = groups.map(() => cells.next().value!)
        fc.pre(given.filter((cell) => cell >= 0).length > 1)
        const weights = weighted(groups)
        const design = withWeights(simpleRandomSample(groups.length), weights.weights, weights.basis)
        const numbers = Float64Array.from(given, (cell) => VALUES[cell] ?? Number.NaN)
        const expected = estimateOf(design, meanOf(design, numbers))
        const people = peopleOf(groups, weights)

        const counted = countPeople({ cellOf: (at) => given[at]!, cellCount: 5 }, people)
        for (const found of [
          estimateValues(counted, VALUES),
          estimateNumbers(people, (at) => numbers[at]!),
        ]) {
          expect(found?.estimate).toBeCloseTo(expected.estimate, 9)
          expect(found?.standardError).toBeCloseTo(expected.standardError!, 7)
          expect(found?.n).toBe(expected.n)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('add up: shares of all cells make one, and a share is the mean of ones and zeros', () => {
    fc.assert(
      fc.property(sampled, fc.boolean(), ({ groups, cells }, isWeighted) => {
        fc.pre(groups.includes(true) && groups.includes(false))
        const given = groups.map(() => cells.next().value!)
        fc.pre(given.filter((cell) => cell >= 0).length > 1)
        const people = peopleOf(groups, isWeighted ? weighted(groups) : null)
        const counted = countPeople({ cellOf: (at) => given[at]!, cellCount: 5 }, people)
        const onlyOf = (cell: number) => VALUES.map((_, at) => (at === cell ? 1 : 0))
        const shares = VALUES.map((_, cell) => estimateShareOf(counted, onlyOf(cell))!)

        expect(shares.reduce((sum, { estimate }) => sum + estimate, 0)).toBeCloseTo(1, 12)
        shares.forEach((share, cell) => {
          const mean = estimateValues(counted, onlyOf(cell))!
          expect(mean.estimate).toBeCloseTo(share.estimate, 12)
          expect(mean.standardError).toBeCloseTo(share.standardError!, 12)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('tell groups apart by one score vector, so that a group does not differ from itself', () => {
    const groups = Array.from({ length: 40 }, (_, at) => at % 3 === 0)
    const people = peopleOf(groups, weighted(groups))
    const counted = countPeople({ cellOf: (at) => at % 5, cellCount: 5 }, people)
    const own = estimateValues(counted, VALUES)!

    expect(differenceOfGroups(counted, [VALUES, VALUES], [own, own])).toMatchObject({ difference: 0, p: 1 })
  })
})
