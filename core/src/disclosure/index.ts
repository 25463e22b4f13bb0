export { toldBy, type Protected } from './brand.ts'
export {
  CHANGES_BEFORE_SNAPSHOT,
  REFUSALS_BEFORE_ALERT,
  rulesOf,
  SMALLEST_BASE,
  SMALLEST_SENSITIVE_BASE,
  SMALLEST_SHOWN,
  type DisclosureRules,
} from './rules.ts'
export { displayBase, displayMean, displayShare, displayWeighted, type DisplayedShare } from './display.ts'
export {
  protectFrequencies,
  type CountedOption,
  type ProtectedDistribution,
  type ProtectedFrequency,
  type ProtectedShare,
  type WeightedBase,
} from './protect.ts'
export { hiddenTable, protectTable, TOO_FEW } from './protect-table.ts'
export { suppress, type CountTable, type Hidden } from './suppression.ts'
export { QueryAudit, type Members, type Verdict } from './query-audit.ts'
export { answeredBy, membersOf, setsOfTable, standardSets, type QuerySets } from './query-sets.ts'
export { releaseStandard, releaseTable, type ColumnVerdict, type TableAudits } from './release-table.ts'
export { outsiderProblem } from './outsider-request.ts'
export { isSnapshotDue } from './snapshot.ts'
export { regionFigure, type RegionFigure, type RegionPart } from './region-figure.ts'
export { perturbCount, uniformOf } from './perturb.ts'
