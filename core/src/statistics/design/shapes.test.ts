import { describe, expect, it } from 'vitest'
import { ArgumentRefusedError } from '../errors.ts'
import { crosstabEstimates } from '../tests/crosstab-estimates.ts'
import { raoScottTest } from '../tests/rao-scott.ts'
import { mergeCategories } from '../weighting/margins.ts'
import { trimWeights } from '../weighting/trim.ts'
import { withWeights } from './calibration.ts'
import { meanOf } from './linearised.ts'
import { createDesign, simpleRandomSample } from './sample-design.ts'
import { degreesOfFreedom } from './variance.ts'

const design = simpleRandomSample(3)
const crossed = (rowCodes: readonly number[], columnCodes: readonly number[]) => ({
  rowCodes: Int32Array.from(rowCodes),
  rowCount: 2,
  columnCodes: Int32Array.from(columnCodes),
  columnCount: 2,
})

describe('what does not fit the sample is refused, not counted in part', () => {
  it.each([
    {
      name: 'answers of fewer people',
      work: () => meanOf(design, Float64Array.of(1, 2)),
      says: 'kolumna odpowiedzi ma inną liczbę wierszy (2) niż próba (3)',
    },
    {
      name: 'a group of more people',
      work: () => meanOf(design, Float64Array.of(1, 2, 3), Uint8Array.of(1, 1, 1, 1)),
      says: 'grupa ma inną liczbę wierszy (4)',
    },
    {
      name: 'weights of fewer people',
      work: () => withWeights(design, Float64Array.of(1, 2), null),
      says: 'kolumna wag ma inną liczbę wierszy (2)',
    },
    {
      name: 'a weight that is no number',
      work: () => withWeights(design, Float64Array.of(1, Number.NaN, 1), null),
      says: 'waga w wierszu 2 nie jest liczbą',
    },
    {
      name: 'a question of fewer people in a crosstab',
      work: () => crosstabEstimates(design, crossed([0, 1, 0], [0, 1])),
      says: 'pytanie w kolumnach tabeli ma inną liczbę wierszy (2)',
    },
    {
      name: 'a category a test does not know',
      work: () => raoScottTest(design, crossed([0, 2, 1], [0, 1, 1])),
      says: 'ma w wierszu 2 kategorię nr 3, a jest ich 2',
    },
    {
      name: 'a weight below 0 to be trimmed',
      work: () => trimWeights(Float64Array.of(1, -2, 3), { high: 2 }),
      says: 'waga w wierszu 2 nie jest liczbą od zera w górę',
    },
    {
      name: 'a category that a margin has not',
      work: () =>
        mergeCategories({ name: 'wiek', categories: ['a'], targets: [1], codes: Int32Array.of(0) }, [0], 1),
      says: 'zmienna „wiek” nie ma kategorii nr 2',
    },
  ])('$name', ({ work, says }) => {
    expect(work).toThrow(ArgumentRefusedError)
    expect(work).toThrow(says)
  })
})

describe('a sample', () => {
  it('may name its strata by truths, and 1 is not "1"', () => {
    const strata = [true, false, 1, '1']

    expect(degreesOfFreedom(createDesign({ weights: [1, 1, 1, 1], strata }))).toBe(0)
    expect(degreesOfFreedom(createDesign({ weights: [1, 1, 1], strata: [true, true, false] }))).toBe(1)
  })

  it('keeps people of a weight below 0, as linear calibration may give, in its degrees of freedom', () => {
    const calibrated = withWeights(design, Float64Array.of(2, -0.1, 0), null)

    expect(degreesOfFreedom(calibrated)).toBe(1)
  })
})
