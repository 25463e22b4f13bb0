import type { AppliedWeights, CodeLabel, WeightingMethod } from '../analysis/index.ts'
import type { WeightBounds } from '../statistics/design/index.ts'
import type { WeightCost } from './cost.ts'

export type { WeightingMethod } from '../analysis/index.ts'

/** A group of people of a margin: „Kobiety, 18–34 lata”. */
export interface MarginCategory {
  readonly label: string
  /** Answers that belong to it: one code for each trait of the margin. */
  readonly members: readonly (readonly string[])[]
  /** How many people of the population, or percent of it. */
  readonly people: number
}

/** What the numbers of a margin are: people, or percent that make 100 together. */
export const MARGIN_UNITS = ['PEOPLE', 'PERCENT'] as const
export type MarginUnit = (typeof MARGIN_UNITS)[number]

/** One known distribution of the population, by one trait or by two crossed. */
export interface RecipeMargin {
  readonly name: string
  /** `@LOCALITY` or keys of questions with one answer; one or two. */
  readonly traits: readonly string[]
  readonly unit: MarginUnit
  readonly categories: readonly MarginCategory[]
  readonly source: string
  readonly table: string | null
  /** Local day that the numbers describe. */
  readonly day: string
}

/** Weights as data: applied to the responses that there are, whenever they are needed. */
export interface WeightRecipe {
  readonly name: string
  readonly method: WeightingMethod
  /** Of raking; `null` for post-stratification. */
  readonly bounds: WeightBounds | null
  /** People in the population; `null`: the sum of the first margin that counts people. */
  readonly populationSize: number | null
  readonly margins: readonly RecipeMargin[]
}

/** Something that people can be divided by: a question with one answer, or where they live. */
export interface Trait {
  readonly key: string
  readonly label: string
  readonly codes: readonly CodeLabel[]
}

/** Two categories that belong together better than apart, by their places in the margin. */
export interface ProposedMerge {
  readonly from: number
  readonly into: number
}

/** Something an organiser should know of weights, or must mend first. */
export interface WeightProblem {
  readonly kind: WeightProblemKind
  /** Weights cannot be made before it is mended. */
  readonly isBlocking: boolean
  /** Polish: where, and what to do. */
  readonly message: string
  /** Place of the margin in the recipe; `null` where it concerns all. */
  readonly margin: number | null
  /** What would mend it: joining two categories, or wider bounds. */
  readonly merge: ProposedMerge | null
  readonly bounds: WeightBounds | null
}

export const WEIGHT_PROBLEM_KINDS = [
  'UNKNOWN_TRAIT',
  'NO_ANSWERS',
  'NOBODY_ANSWERED',
  'EMPTY',
  'NOBODY_LIVES',
  'MORE_ANSWERS_THAN_PEOPLE',
  'THIN',
  'TOTALS_DIFFER',
  'YEARS_DIFFER',
  'MISSING_ANSWERS',
  'FEW_ANSWERS',
  'UNREACHABLE',
  'INEFFICIENT',
] as const
export type WeightProblemKind = (typeof WEIGHT_PROBLEM_KINDS)[number]

/** A category before and after; shares in percent, 0 to 100, of those who belong to some category. */
export interface ComparedCategory {
  readonly label: string
  readonly count: number
  readonly samplePercent: number
  readonly populationPercent: number
  /** `null` where no weights could be made. */
  readonly weightedPercent: number | null
}

export interface ComparedMargin {
  readonly name: string
  readonly categories: readonly ComparedCategory[]
}

/** An answer whose share weighting moves. */
export interface WeightEffect {
  readonly questionText: string
  readonly answer: string
  /** 0 to 100. */
  readonly unweightedPercent: number
  readonly weightedPercent: number
}

/** What weights would be: a recipe tried on the responses that there are, nothing stored. */
export interface WeightPlan {
  readonly responseCount: number
  readonly populationSize: number
  /** Those that block come first. */
  readonly problems: readonly WeightProblem[]
  readonly margins: readonly ComparedMargin[]
  /** Questions whose most frequent answer moves the most, at most three. */
  readonly effects: readonly WeightEffect[]
  readonly cost: WeightCost | null
  /** Polish: what the weights cost; none where there are no weights. */
  readonly sentences: readonly string[]
}

/** What a recipe is applied as. */
export type VersionFacts = Pick<AppliedWeights, 'number' | 'createdOn'>
