export * from './model.ts'
export { buildColumns, nameLocalities, type Columns, type LocalityName } from './columns.ts'
export { buildPooledColumns } from './pooled-columns.ts'
export {
  poolVersions,
  type AnalysedVersion,
  type Pool,
  type PooledSeries,
  type SurveyVersions,
} from './pool.ts'
export { pooledKeyOf, storedKeysOf, type StoredKey } from './stored-keys.ts'
export { columnBytes, reserve, reserving, withSlack } from './grow-columns.ts'
export { CHUNK_SIZE, layoutOf, readChunk, writeChunk } from './column-chunks.ts'
export { appendResponse, type CountedResponse } from './append-response.ts'
export { placesOf, removeResponse, replaceResponse } from './correct-columns.ts'
export {
  keysOfScope,
  pairCells,
  questionCells,
  type CategoryWeights,
  type CellScope,
  type CellSource,
  type OptionCells,
  type PairCells,
} from './cell-source.ts'
export { groupPlans, type AnswerPlace, type GroupPlan, type RuledBy } from './group-plan.ts'
export * from './filter.ts'
export { dimensionsOf, type Dimension } from './dimensions.ts'
export { maskedCount, maskOf, type Mask } from './mask.ts'
export { summarise, summariseQuestion, surveyResults } from './summarise.ts'
export { crosstab } from './crosstab.ts'
export { netAny, type Share } from './net-any.ts'
export { proportion } from './proportion.ts'
export {
  groupSizeOf,
  INDICATOR_KEYS,
  netAnyIndicator,
  surveyIndicators,
  type Indicator,
  type IndicatorKey,
  type IndicatorUnit,
} from './indicators.ts'
export { type People } from './indicators-count.ts'
export { appendItems, emptyRosters, type RosterTable } from './roster.ts'
export {
  summariseRosters,
  type RosterEstimate,
  type RosterOption,
  type RosterQuestionSummary,
  type RosterSummary,
} from './roster-summary.ts'
export { differenceInWords, estimateInWords, numberInWords } from './indicators-words.ts'
export { indicatorsFooter } from './indicators-footer.ts'
export {
  needsIndex,
  overallNeed,
  type NeedFigure,
  type NeedsBasis,
  type NeedsIndex,
  type NeedsQuestions,
  type OverallNeed,
  type PeopleRange,
  type ServiceNeed,
} from './needs-index.ts'
export { modeEffects, type ModeComparison, type ModeEffects, type ModeEstimate } from './mode-effects.ts'
export {
  questionTrend,
  type NotComparable,
  type Trend,
  type TrendChange,
  type TrendFigure,
  type TrendItem,
  type TrendWave,
  type Wave,
} from './trend.ts'
export { checkFilter } from './check-filter.ts'
export { weightsFooter, type AppliedWeights, type WeightingMethod, type WeightSource } from './weights.ts'
export * from './view-request.ts'
export * from './table.ts'
export { analysisTable } from './table-analysis.ts'
export { tableFooter } from './table-footer.ts'
export { tableSentences } from './sentences/index.ts'
export { shareInWords } from './sentences/figure-words.ts'
export { shareReliability } from './reliability.ts'
export { answersDifferBy, groupsDifferBy, holm, shareInterval, type ShareOfBase } from './compare-shares.ts'
