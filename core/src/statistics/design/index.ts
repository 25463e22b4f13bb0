/** Design-based estimation, weighting and tests. It knows no questionnaire: columns of numbers and codes go in. */
export {
  createDesign,
  simpleRandomSample,
  singlePsuWarning,
  type DesignColumns,
  type Domain,
  type SampleDesign,
  type SinglePsuRule,
} from './sample-design.ts'
export { codeLabels, type Coding, type Label, type Labels } from './codes.ts'
export { withWeights, type CalibrationBasis } from './calibration.ts'
export { covarianceOfScores, degreesOfFreedom, varianceOfScores } from './variance.ts'
export { differenceOf, indicatorOf, meanOf, ratioOf, scaled, totalOf, type Linearised } from './linearised.ts'
export { estimateOf, type Estimate } from './estimate.ts'
export { designEffect, weightSpread, type DesignEffectForm, type WeightSpread } from './design-effect.ts'
export { quantileOf, type QuantileEstimate, type QuantileRule } from './weighted-quantile.ts'
export {
  kornGraubardInterval,
  logitInterval,
  proportionInterval,
  type ProportionInterval,
} from './proportion-interval.ts'
export {
  chiSquareUpperTail,
  fUpperTail,
  normalMultiplier,
  normalTwoSidedTail,
  tMultiplier,
  tTwoSidedTail,
} from '../distributions.ts'
export { clopperPearsonInterval } from '../clopper-pearson-interval.ts'
export { newcombeInterval, type Count } from '../newcombe-interval.ts'
export { wilsonInterval } from '../wilson-interval.ts'
export { sampleSize, type SampleSizeGoal } from '../sample-size.ts'
export { cronbachAlpha, type Reliability, type ScaleItem } from '../cronbach-alpha.ts'
export {
  basisOf,
  mergeCategories,
  prepareMargins,
  type Margin,
  type MarginNote,
  type PreparedMargins,
} from '../weighting/margins.ts'
export {
  DEFAULT_BOUNDS,
  rake,
  type RakingOptions,
  type RakingResult,
  type WeightBounds,
} from '../weighting/rake.ts'
export { postStratify } from '../weighting/post-stratify.ts'
export { calibrateLinearly, type KnownTotal, type LinearCalibration } from '../weighting/calibrate.ts'
export { trimWeights, type TrimmingLimits } from '../weighting/trim.ts'
export {
  diagnoseWeights,
  verdictOf,
  type WeightDiagnostics,
  type WeightVerdict,
} from '../weighting/weight-diagnostics.ts'
export { chiSquareTest, type ChiSquareTest } from '../tests/chi-square.ts'
export {
  raoScottOf,
  raoScottTest,
  type CellErrors,
  type RaoScottTest,
  type WeightedCells,
} from '../tests/rao-scott.ts'
export { designResiduals, waldTests, type CellResidual, type FTest, type WaldTests } from '../tests/wald.ts'
export { crosstabEstimates, type CellEstimate, type Share } from '../tests/crosstab-estimates.ts'
export { weightedCounts, type CrossedQuestions } from '../tests/design-table.ts'
export { type Table } from '../tests/table.ts'
export { tTest, type TTest } from '../tests/t-test.ts'
export { benjaminiHochberg, holm } from '../tests/adjust-p-values.ts'
export * from '../errors.ts'
