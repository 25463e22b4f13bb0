import { describe, expect, it } from 'vitest'
import { crosstabEstimates } from '../tests/crosstab-estimates.ts'
import { raoScottTest } from '../tests/rao-scott.ts'
import { tTest } from '../tests/t-test.ts'
import { waldTests } from '../tests/wald.ts'
import { calibrateLinearly } from '../weighting/calibrate.ts'
import { basisOf, prepareMargins, type Margin } from '../weighting/margins.ts'
import { postStratify } from '../weighting/post-stratify.ts'
import { rake } from '../weighting/rake.ts'
import { trimWeights } from '../weighting/trim.ts'
import { withWeights } from './calibration.ts'
import { designEffect } from './design-effect.ts'
import { estimateOf } from './estimate.ts'
import { differenceOf, meanOf, ratioOf, totalOf } from './linearised.ts'
import { kornGraubardInterval, logitInterval } from './proportion-interval.ts'
import { createDesign, type SampleDesign } from './sample-design.ts'
import { ANSWERS, ONE_VILLAGE, smallDesign, TWO_STAGES, WITH_POPULATION } from './small-survey.ts'
import { quantileOf } from './weighted-quantile.ts'

// Every number on the right was computed by R 4.2.2 with survey 4.1.1; the test names the functions.

const { need, household, sex, age, club } = ANSWERS

function expectClose(found: readonly (number | null)[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length)
  expected.forEach((value, at) =>
    expect(Math.abs(found[at]! / value - 1), `number ${at + 1}: ${found[at]}`).toBeLessThan(1e-10),
  )
}

/** Mean, total and ratio with their errors. */
function estimatesIn(design: SampleDesign, domain: Uint8Array | null = null): (number | null)[] {
  return [
    meanOf(design, need, domain),
    totalOf(design, need, domain),
    ratioOf(design, need, household, domain),
  ].flatMap((linearised) => {
    const { estimate, standardError } = estimateOf(design, linearised)
    return [estimate, standardError]
  })
}

const errorsIn = (design: SampleDesign) => estimatesIn(design).filter((_, at) => at % 2 === 1)

describe('svymean, svytotal and svyratio', () => {
  it.each([
    {
      name: 'strata and clusters',
      design: smallDesign(),
      expected: [
        3.07491486946652, 0.155434553562735, 2709, 364.193629817986, 0.924257932446264, 0.0776156473214134,
      ],
    },
    {
      name: 'a known number of clusters',
      design: createDesign(WITH_POPULATION),
      expected: [
        3.07491486946652, 0.140917462305658, 2709, 330.013471947232, 0.924257932446264, 0.0692859484525425,
      ],
    },
    {
      name: 'known sizes at two stages',
      design: createDesign(TWO_STAGES),
      expected: [
        3.07491486946652, 0.165545697340015, 2709, 342.16764001884, 0.924257932446264, 0.0780361988102437,
      ],
    },
  ])('with $name are met', ({ design, expected }) => {
    expectClose(estimatesIn(design), expected)
  })

  it('of subset(design, sex == "M") are met, degrees of freedom included', () => {
    const design = smallDesign()
    const men = Uint8Array.from(sex)

    expectClose(
      estimatesIn(design, men),
      [3.29569892473118, 0.340293293566261, 1226, 431.989197395799, 0.885838150289017, 0.127455991745511],
    )
    expect(estimateOf(design, meanOf(design, need, men)).degreesOfFreedom).toBe(5)
  })

  it('with options(survey.lonely.psu) certainty, adjust and average are met', () => {
    const errors = (singlePsu: 'certainty' | 'adjust-at-zero' | 'average') =>
      errorsIn(createDesign({ ...ONE_VILLAGE, singlePsu }))

    expectClose(errors('certainty'), [0.151275474784421, 340.58185506571, 0.0683875876777816])
    expectClose(errors('adjust-at-zero'), [0.152685420193938, 605.802773186125, 0.068413265230006])
    expectClose(errors('average'), [0.185273861909548, 417.125880280761, 0.0837573472752056])
  })

  it('has the design effects of deff = TRUE and "replace"', () => {
    const design = createDesign(TWO_STAGES)
    const mean = meanOf(design, need)

    expectClose(
      [designEffect(design, need, mean, 'wor'), designEffect(design, need, mean, 'replace')],
      [0.592358489147937, 0.570170259701987],
    )
  })
})

describe('svyciprop and svyquantile', () => {
  it('are met: methods logit and beta', () => {
    const design = smallDesign()
    const isHigh = need.map((answer) => (Number.isNaN(answer) ? answer : Number(answer >= 4)))
    const share = estimateOf(design, meanOf(design, isHigh))
    const logit = logitInterval(share)!
    const beta = kornGraubardInterval(share, share.n)!

    // R's logit goes through a fitted model and ends at seven digits.
    expect(logit.low).toBeCloseTo(0.275251208622405, 7)
    expect(logit.high).toBeCloseTo(0.604565172637803, 7)
    expectClose([beta.low, beta.high], [0.266295965863405, 0.610544978776083])
  })

  it('are met: quantiles with interval.type = "mean"', () => {
    const design = smallDesign()
    const found = [0.25, 0.5].map((probability) => quantileOf(design, household, probability))

    expect(found.map(({ estimate, low, high }) => [estimate, low, high])).toEqual([
      [2, 1, 4],
      [3, 3, 4],
    ])
    expectClose(
      found.map(({ standardError }) => standardError),
      [0.634350256278399, 0.211450085426133],
    )
  })
})

describe('svychisq and svyttest', () => {
  const crossed = { rowCodes: sex, rowCount: 2, columnCodes: age, columnCount: 3 }

  it('are met: statistics F and Chisq', () => {
    const found = raoScottTest(smallDesign(), crossed)

    expectClose(
      [found.f, found.numeratorDegrees, found.denominatorDegrees, found.pValue],
      [0.492622499512569, 1.25565822868757, 8.78960760081299, 0.542743857506889],
    )
    expectClose([found.pearson, found.firstOrderPValue], [1.25579837659507, 0.611021886594051])
  })

  it('are met: statistics Wald and adjWald', () => {
    const { wald, adjusted } = waldTests(smallDesign(), crossed)

    expectClose([wald.f, wald.pValue], [0.549372890147663, 0.600317434941315])
    expectClose([adjusted!.f, adjusted!.pValue], [0.470891048697997, 0.645714917950391])
    expect([wald.denominatorDegrees, adjusted!.denominatorDegrees]).toEqual([7, 6])
  })

  it('are met: the t test of two groups', () => {
    const design = smallDesign()
    const answered = (code: number) =>
      Uint8Array.from(sex, (own, row) => Number(own === code && !Number.isNaN(need[row]!)))
    const difference = differenceOf(meanOf(design, need, answered(1)), meanOf(design, need, answered(0)))
    const found = tTest(estimateOf(design, difference), 0, 1)

    expectClose(
      [difference.estimate, found.t, found.pValue],
      [0.382142932589729, 0.717645991645425, 0.499949622557212],
    )
    expect(found.degreesOfFreedom).toBe(6)
  })
})

const SEX: Margin = { name: 'płeć', categories: ['K', 'M'], targets: [700, 500], codes: sex }
const AGE: Margin = { name: 'wiek', categories: ['0', '1', '2'], targets: [300, 500, 400], codes: age }

describe('weights', () => {
  const design = smallDesign()

  it('of rake and errors of calibrate(calfun = "raking") are met', () => {
    const prepared = prepareMargins(design.weights, [SEX, AGE])
    const { weights } = rake(prepared, { tolerance: 1e-14 })
    const raked = withWeights(design, weights, basisOf(prepared))

    expectClose(
      [...weights.subarray(0, 4)],
      [41.0347427319036, 8.62755983793267, 11.4719550021594, 39.0807073637177],
    )
    expectClose(errorsIn(raked), [0.191132525832895, 363.081800530416, 0.10856677374345])
    const table = crosstabEstimates(raked, {
      rowCodes: sex,
      rowCount: 2,
      columnCodes: age,
      columnCount: 3,
    })
    expectClose(
      [table[2]!, table[5]!].flatMap(({ ofRow }) => [ofRow!.estimate, ofRow!.standardError]),
      [0.247871173923565, 0.107185930125739, 0.452980356507007, 0.150060302176035],
    )
    const test = raoScottTest(raked, { rowCodes: club, rowCount: 3, columnCodes: sex, columnCount: 2 })
    expectClose(
      [test.f, test.numeratorDegrees, test.denominatorDegrees, test.pValue],
      [0.406288023950702, 1.62710573268286, 11.3897401287801, 0.634694237690845],
    )
  })

  it('and errors of postStratify are met', () => {
    const prepared = prepareMargins(design.weights, [SEX])
    const weights = postStratify(prepared)

    expectClose([...weights.subarray(0, 3)], [26.8738574040219, 16.636197440585, 23.1707317073171])
    expectClose(
      errorsIn(withWeights(design, weights, basisOf(prepared))),
      [0.13335996688637, 297.354300955839, 0.0803568258704417],
    )
  })

  it('and errors of calibrate(calfun = "linear") with a known number are met', () => {
    const prepared = prepareMargins(design.weights, [SEX])
    const { weights, basis } = calibrateLinearly(prepared, [
      { name: 'osoby w domu', values: household, total: 4500 },
    ])

    expectClose([...weights.subarray(0, 3)], [26.4653532766322, 16.3833139331532, 34.803388145414])
    expectClose(
      errorsIn(withWeights(design, weights, basis)),
      [0.132784379533997, 260.573906541001, 0.0461065847977944],
    )
  })

  it('of trimWeights(strict = TRUE) are met: a weight on a limit takes part in the next round', () => {
    const trimmed = trimWeights(design.weights, { low: 15, high: 33 })

    expectClose(
      [...trimmed.subarray(0, 5), trimmed[22]!],
      [23.1857707509881, 15.1422924901186, 21.1857707509881, 22.1857707509881, 15.1422924901186, 33],
    )
  })
})
