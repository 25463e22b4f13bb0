// Weights and errors of a large survey: raking 100,000 people on four margins, plain and with bounds, and 50 weighted
// crosstabs with errors that know of the raking. `PEOPLE=20000` measures a smaller survey.
import {
  basisOf,
  createDesign,
  crosstabEstimates,
  DEFAULT_BOUNDS,
  estimateOf,
  meanOf,
  prepareMargins,
  rake,
  raoScottTest,
  withWeights,
  type Margin,
} from '@rozeznanie/core/statistics/design'
import { say, time } from './timing.ts'

const PEOPLE = Number(process.env.PEOPLE ?? 100_000)
const RAKING_LIMIT_MS = 60
const CROSSTABS_LIMIT_MS = 500
const CROSSTABS = 50

/** Numbers that look random and are the same every time. */
function randomCodes(seed: number, shares: readonly number[]): Int32Array {
  let state = seed
  return Int32Array.from({ length: PEOPLE }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    let left = ((state >>> 8) / 16_777_216) * shares.reduce((sum, share) => sum + share, 0)
    const code = shares.findIndex((share) => (left -= share) < 0)
    return Math.max(code, 0)
  })
}

const SHARES = {
  gmina: { sample: [5, 6, 8, 9, 12, 20, 10, 10, 10, 10], population: [4, 7, 9, 8, 14, 22, 9, 9, 9, 9] },
  'płeć i wiek': { sample: [8, 14, 30, 9, 17, 22], population: [13, 21, 16, 14, 21, 15] },
  miejsce: { sample: [55, 45], population: [60, 40] },
  wykształcenie: { sample: [45, 35, 20], population: [25, 45, 30] },
}

const margins: Margin[] = Object.entries(SHARES).map(([name, { sample, population }], at) => ({
  name,
  categories: population.map((_, category) => String(category)),
  targets: population.map((share) => share * 10_000),
  codes: randomCodes(17 + at, sample),
}))
const weights = Float64Array.from({ length: PEOPLE }, (_, row) => 1 + (row % 7) / 7)

say(
  `rake ${PEOPLE} people on 4 margins (at most ${RAKING_LIMIT_MS} ms)`,
  await time(15, () => rake(prepareMargins(weights, margins))),
)
say(
  '  with bounds 0.3 to 3',
  await time(15, () => rake(prepareMargins(weights, margins), { bounds: DEFAULT_BOUNDS })),
)

const design = createDesign({ weights })
const prepared = prepareMargins(weights, margins)
const raked = rake(prepared)
say('  converged, sweeps', `${raked.converged}, ${raked.sweepCount}`)
const calibrated = withWeights(design, raked.weights, basisOf(prepared))
const rowCodes = randomCodes(5, [30, 25, 20, 15, 10])
const questions = Array.from({ length: CROSSTABS }, (_, at) => ({
  rowCodes,
  rowCount: 5,
  columnCodes: randomCodes(100 + at, [40, 35, 25]),
  columnCount: 3,
}))
say(
  `${CROSSTABS} weighted crosstabs 5 × 3 with errors (at most ${CROSSTABS_LIMIT_MS} ms)`,
  await time(5, () => questions.map((crossed) => crosstabEstimates(calibrated, crossed))),
)
say('one Rao–Scott test 5 × 3', await time(9, () => raoScottTest(calibrated, questions[0]!)))
const answers = Float64Array.from(rowCodes)
say(
  'one mean with calibrated error',
  await time(9, () => estimateOf(calibrated, meanOf(calibrated, answers))),
)
const clustered = withWeights(
  createDesign({
    weights,
    strata: margins[0]!.codes,
    psus: Int32Array.from({ length: PEOPLE }, (_, row) => row % 400),
  }),
  raked.weights,
  basisOf(prepared),
)
say(
  'one crosstab 5 × 3 with 4,000 clusters',
  await time(5, () => crosstabEstimates(clustered, questions[0]!)),
)
