import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withWeights } from '../design/calibration.ts'
import { estimateOf } from '../design/estimate.ts'
import { meanOf } from '../design/linearised.ts'
import { createDesign, type SampleDesign } from '../design/sample-design.ts'
import { basisOf, prepareMargins } from '../weighting/margins.ts'
import { rake } from '../weighting/rake.ts'
import { crosstabEstimates } from './crosstab-estimates.ts'

const aSample = fc
  .array(
    fc.record({
      row: fc.integer({ min: -1, max: 2 }),
      column: fc.integer({ min: -1, max: 1 }),
      sex: fc.integer({ min: 0, max: 1 }),
      age: fc.integer({ min: 0, max: 2 }),
      stratum: fc.integer({ min: 0, max: 1 }),
      psu: fc.integer({ min: 0, max: 4 }),
      isInDomain: fc.boolean(),
      weight: fc.double({ min: 0.5, max: 4, noNaN: true }),
    }),
    { minLength: 12, maxLength: 50 },
  )
  .map((people) =>
    people.map((person, at) => (at < 6 ? { ...person, sex: at % 2, age: at % 3, stratum: at % 2 } : person)),
  )

type People = typeof aSample extends fc.Arbitrary<infer Some> ? Some : never

function designsOf(people: People): Record<string, SampleDesign> {
  const weights = people.map(({ weight }) => weight)
  const strata = people.map(({ stratum }) => stratum)
  const alone = createDesign({ weights, strata, psuPopulation: weights.map(() => 80) })
  const clustered = createDesign({ weights, strata, psus: people.map(({ psu }) => psu) })
  const margin = (name: string, codes: readonly number[], targets: readonly number[]) => ({
    name,
    codes: Int32Array.from(codes),
    targets,
    categories: targets.map((_, at) => `${at}`),
  })
  const prepared = prepareMargins(alone.weights, [
    margin(
      'płeć',
      people.map(({ sex }) => sex),
      [52, 48],
    ),
    margin(
      'wiek',
      people.map(({ age }) => age),
      [30, 45, 25],
    ),
  ])
  const raked = rake(prepared).weights
  return {
    alone,
    clustered,
    raked: withWeights(alone, raked, basisOf(prepared)),
    rakedClusters: withWeights(clustered, raked, basisOf(prepared)),
  }
}

describe('errors of a crosstab', () => {
  it.each(['alone', 'clustered', 'raked', 'rakedClusters'])(
    'of people %s are those of the means of each cell',
    (name) => {
      fc.assert(
        fc.property(aSample, (people) => {
          const design = designsOf(people)[name]!
          const domain = Uint8Array.from(people, ({ isInDomain }) => (isInDomain ? 1 : 0))
          const crossed = {
            rowCodes: Int32Array.from(people, ({ row }) => row),
            rowCount: 3,
            columnCodes: Int32Array.from(people, ({ column }) => column),
            columnCount: 2,
            domain,
          }

          for (const cell of crosstabEstimates(design, crossed)) {
            if (!cell.ofColumn) continue
            const inColumn = Uint8Array.from(people, ({ row, column, isInDomain }) =>
              isInDomain && row >= 0 && column === cell.column ? 1 : 0,
            )
            const isInRow = Float64Array.from(people, ({ row }) => (row === cell.row ? 1 : 0))
            const expected = estimateOf(design, meanOf(design, isInRow, inColumn))

            expect(cell.ofColumn.estimate).toBeCloseTo(expected.estimate, 10)
            if (expected.standardError !== null)
              expect(Math.abs(cell.ofColumn.standardError - expected.standardError)).toBeLessThan(1e-7)
          }
        }),
        { numRuns: 40 },
      )
    },
  )

  it('of an empty column do not exist, and an empty cell has 0 of 0', () => {
    const design = createDesign({ weights: [1, 1, 1, 1] })
    const crossed = {
      rowCodes: Int32Array.from([0, 0, 1, 1]),
      rowCount: 2,
      columnCodes: Int32Array.from([0, 0, 0, 0]),
      columnCount: 2,
    }

    const cells = crosstabEstimates(design, crossed)

    expect(cells[0]).toMatchObject({
      n: 2,
      ofColumn: { estimate: 0.5 },
      ofRow: { estimate: 1, standardError: 0 },
    })
    expect(cells[1]).toMatchObject({ n: 0, weighted: 0, ofColumn: null, ofRow: { estimate: 0 } })
    expect(JSON.stringify(cells)).not.toContain('NaN')
  })
})
