import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  basisOf,
  chiSquareTest,
  createDesign,
  designResiduals,
  differenceOf,
  raoScottTest,
  crosstabEstimates,
  meanOf,
  estimateOf,
  prepareMargins,
  proportionInterval,
  rake,
  weightSpread,
  withWeights,
  type SampleDesign,
} from '../statistics/design/index.ts'
import { VALID } from './column.ts'
import { testIndependence } from './estimate-independence.ts'
import { estimateMean } from './estimate-mean.ts'
import { profilesOf, unweightedProfiles, type Profiles } from './estimate-profiles.ts'
import { estimateShare } from './estimate-share.ts'
import { tallyOf } from './estimate-tally.ts'
import { sampleOf, varianceOf } from './estimate-variance.ts'
import type { Axis } from './table-axis.ts'
import { groupsOf } from './table-cells.ts'
import { differenceScores } from './table-means.ts'
import { numbersOf } from './table-numbers.ts'
import type { AppliedWeights } from './weights.ts'

const ROWS = 3
const COLUMNS = 2

const somebody = fc.record({
  row: fc.integer({ min: -1, max: ROWS - 1 }),
  column: fc.integer({ min: -1, max: COLUMNS - 1 }),
  sex: fc.integer({ min: 0, max: 1 }),
  age: fc.integer({ min: 0, max: 2 }),
  isLetThrough: fc.boolean(),
})
const somePeople = fc
  .array(somebody, { minLength: 12, maxLength: 60 })
  .map((people) => people.map((person, at) => (at < 6 ? { ...person, sex: at % 2, age: at % 3 } : person)))
/** Enough for a test to be allowed. */
const manyPeople = fc.array(somebody, { minLength: 150, maxLength: 200 })
type People = typeof somePeople extends fc.Arbitrary<infer Some> ? Some : never

const axis = (key: string, optionCount: number, codes: readonly number[]): Axis => ({
  key,
  text: key,
  type: 'SINGLE',
  options: Array.from({ length: optionCount }, (_, at) => ({ code: `${at}`, label: `${at}` })),
  source: {
    kind: 'code',
    cells: Uint8Array.from(codes, (code) => (code < 0 ? 1 : VALID + code)),
    origin: VALID,
    largestCell: VALID + optionCount - 1,
  },
  isOrdered: false,
  scores: null,
  numbers: null,
  retired: new Set(),
  questionKey: key,
})

function rakedWeights(people: People): AppliedWeights {
  const margin = (name: string, codes: readonly number[], targets: readonly number[]) => ({
    name,
    codes: Int32Array.from(codes),
    targets,
    categories: targets.map((_, at) => `${at}`),
  })
  const prepared = prepareMargins(new Float64Array(people.length).fill(1), [
    margin(
      'płeć',
      people.map(({ sex }) => sex),
      [520, 480],
    ),
    margin(
      'wiek',
      people.map(({ age }) => age),
      [300, 450, 250],
    ),
  ])
  const weights = rake(prepared).weights
  return { weights, basis: basisOf(prepared), responseCount: people.length } as unknown as AppliedWeights
}

interface Both {
  readonly profiles: Profiles
  readonly design: SampleDesign
  readonly isWeighted: boolean
  readonly population: number | null
}

const KINDS: Readonly<Record<string, (people: People) => Both>> = {
  unweighted: (people) => ({
    profiles: unweightedProfiles(people.length),
    design: createDesign({ weights: people.map(() => 1) }),
    isWeighted: false,
    population: null,
  }),
  'from a known population': (people) => ({
    profiles: unweightedProfiles(people.length),
    design: createDesign({ weights: people.map(() => 1), psuPopulation: people.map(() => 200) }),
    isWeighted: false,
    population: 200,
  }),
  raked: (people) => {
    const applied = rakedWeights(people)
    const initial = createDesign({ weights: people.map(() => 1000 / people.length) })
    return {
      profiles: profilesOf(applied),
      design: withWeights(initial, applied.weights, applied.basis),
      isWeighted: true,
      population: null,
    }
  },
  'of fixed weights': (people) => {
    const { weights } = rakedWeights(people)
    const uneven = weights.map((weight, at) => weight * (1 + (at % 3)))
    const applied = {
      weights: uneven,
      basis: null,
      responseCount: people.length,
    } as unknown as AppliedWeights
    return {
      profiles: profilesOf(applied),
      design: createDesign({ weights: uneven }),
      isWeighted: true,
      population: null,
    }
  },
}

function groupsFor(people: People, profiles: Profiles) {
  const rows = axis(
    'row',
    ROWS,
    people.map(({ row }) => row),
  )
  const columns = axis(
    'column',
    COLUMNS,
    people.map(({ column }) => column),
  )
  const bytes = Uint8Array.from(people, ({ isLetThrough }) => (isLetThrough ? 1 : 0))
  return groupsOf(tallyOf(rows, columns, profiles, { bytes, count: 0 }), [0, 1, 2], [0, 1])
}

function numbersFor(people: People, profiles: Profiles) {
  const rows = {
    ...axis(
      'row',
      ROWS,
      people.map(({ row }) => row),
    ),
    scores: [1, 2, 3],
  }
  const columns = axis(
    'column',
    COLUMNS,
    people.map(({ column }) => column),
  )
  const bytes = Uint8Array.from(people, ({ isLetThrough }) => (isLetThrough ? 1 : 0))
  const mask = { bytes, count: 0 }
  return numbersOf({ rows, columns, mask, tally: tallyOf(rows, columns, profiles, mask) })!
}

const crossedOf = (people: People) => ({
  rowCodes: Int32Array.from(people, ({ row }) => row),
  rowCount: ROWS,
  columnCodes: Int32Array.from(people, ({ column }) => column),
  columnCount: COLUMNS,
  domain: Uint8Array.from(people, ({ isLetThrough }) => (isLetThrough ? 1 : 0)),
})

describe.each(Object.entries(KINDS))('shares of people %s', (_, kindOf) => {
  it('and their errors are those of the general estimators', () => {
    fc.assert(
      fc.property(somePeople, (people) => {
        const { profiles, design, isWeighted, population } = kindOf(people)
        const sample = sampleOf(profiles, isWeighted, population)
        const groups = groupsFor(people, profiles)

        for (const cell of crosstabEstimates(design, crossedOf(people))) {
          const part = groups.cells[cell.row]![cell.column]!
          expect(part.n).toBe(cell.n)
          expect(part.weighted).toBeCloseTo(cell.weighted, 6)
          const bases = [
            [cell.ofColumn, groups.columns[cell.column]!],
            [cell.ofRow, groups.rows[cell.row]!],
            [cell.ofAll, groups.all],
          ] as const
          for (const [expected, whole] of bases) {
            const found = estimateShare(sample, part, whole)
            if (expected === null || found === null) continue
            expect(found.share).toBeCloseTo(expected.estimate, 10)
            expect(Math.abs(found.standardError - expected.standardError)).toBeLessThan(1e-7)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('have the interval of the design where they are weighted', () => {
    fc.assert(
      fc.property(somePeople, (people) => {
        const { profiles, design, isWeighted } = kindOf(people)
        if (!isWeighted) return
        const { cells, columns } = groupsFor(people, profiles)
        const { rowCodes, columnCodes, domain } = crossedOf(people)
        const inColumn = domain.map((inDomain, at) =>
          inDomain && rowCodes[at]! >= 0 && columnCodes[at] === 1 ? 1 : 0,
        )
        const found = estimateShare(sampleOf(profiles, true, null), cells[0]![1]!, columns[1]!)
        if (found === null) return
        const isInRow = Float64Array.from(rowCodes, (row) => (row === 0 ? 1 : 0))
        const expected = proportionInterval(
          design,
          estimateOf(design, meanOf(design, isInRow, inColumn)),
          inColumn,
        )

        expect(found.low).toBeCloseTo(expected!.low, 6)
        expect(found.high).toBeCloseTo(expected!.high, 6)
        expect(found.effective).toBeCloseTo(weightSpread(design.weights, inColumn)!.effectiveN, 6)
      }),
      { numRuns: 60 },
    )
  })

  it('are tested for independence as the general tests do', () => {
    fc.assert(
      fc.property(manyPeople, (people) => {
        const { profiles, design, isWeighted } = kindOf(people)
        const { cells } = groupsFor(people, profiles)
        const found = testIndependence(cells, sampleOf(profiles, isWeighted, null))
        if (typeof found === 'string' || found.shorterSide < 2) return
        const crossed = crossedOf(people)
        const domain = crossed.domain.map((isIn, at) =>
          isIn && crossed.rowCodes[at]! >= 0 && crossed.columnCodes[at]! >= 0 ? 1 : 0,
        )
        if (isWeighted) {
          const expected = raoScottTest(design, { ...crossed, domain })
          expect(found.statistic).toBeCloseTo(expected.f, 6)
          expect(found.df).toBeCloseTo(expected.numeratorDegrees, 6)
          expect(found.p).toBeCloseTo(expected.pValue, 8)
          const shown = found.cells.flat().filter((cell) => cell !== null)
          designResiduals(design, { ...crossed, domain }).forEach(({ residual, pValue }, at) => {
            expect(shown[at]!.residual).toBeCloseTo(residual, 5)
            expect(shown[at]!.p).toBeCloseTo(pValue, 6)
          })
        } else {
          const expected = chiSquareTest(cells.map((line) => line.map(({ n }) => n)))
          expect(found).toMatchObject({ statistic: expected.pearson, p: expected.pValue })
        }
      }),
      { numRuns: 40 },
    )
  })

  it('have means and differences of means with the errors of the design', () => {
    fc.assert(
      fc.property(somePeople, (people) => {
        const { profiles, design, isWeighted, population } = kindOf(people)
        const sample = sampleOf(profiles, isWeighted, population)
        const numbers = numbersFor(people, profiles)
        const { rowCodes, columnCodes, domain } = crossedOf(people)
        const values = Float64Array.from(rowCodes, (row) => (row < 0 ? Number.NaN : row + 1))
        const inColumn = (column: number) =>
          domain.map((isIn, at) => (isIn && columnCodes[at] === column ? 1 : 0))
        const found = numbers.columns.map((column) => estimateMean(sample, column))
        if (found.some((mean) => mean === null)) return
        const expected = [0, 1].map((column) => meanOf(design, values, inColumn(column)))
        expected.forEach((mean, column) => {
          const { estimate, standardError, tInterval } = estimateOf(design, mean)
          expect(found[column]!.mean).toBeCloseTo(estimate, 8)
          expect(found[column]!.standardError).toBeCloseTo(standardError!, 6)
          if (rowCodes.every((row, at) => row >= 0 || !domain[at]))
            expect(found[column]!.low).toBeCloseTo(tInterval!.low, 6)
        })
        const scores = differenceScores(sample, numbers.columns[0]!, numbers.columns[1]!)!
        const difference = estimateOf(design, differenceOf(expected[0]!, expected[1]!))
        expect(Math.sqrt(varianceOf(sample, scores)!)).toBeCloseTo(difference.standardError!, 6)
      }),
      { numRuns: 60 },
    )
  })
})
