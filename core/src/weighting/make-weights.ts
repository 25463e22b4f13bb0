import type { Columns } from '../analysis/columns.ts'
import {
  basisOf,
  diagnoseWeights,
  postStratify,
  rake,
  weightSpread,
  type CalibrationBasis,
  type PreparedMargins,
  type RakingResult,
  type WeightBounds,
  type WeightDiagnostics,
} from '../statistics/design/index.ts'
import { neighbourOf } from './categories.ts'
import { marginProblemsOf } from './check-margins.ts'
import type { WeightProblem, WeightRecipe } from './model.ts'
import { meetMargins, populationOf, preparedOf, type MetMargin } from './prepare.ts'
import { boundsWords, decimalWords, percentWords } from './words.ts'

/** Below this share of the sample's information weights are not worth having. */
const LEAST_EFFICIENCY = 40

export interface MadeWeights {
  readonly weights: Float64Array
  readonly basis: CalibrationBasis
  readonly diagnostics: WeightDiagnostics
}

/** What came of a recipe: weights, or the problems that stood in their way. */
export interface Making {
  readonly met: readonly (MetMargin | null)[]
  readonly problems: readonly WeightProblem[]
  readonly made: MadeWeights | null
}

/** Wider bounds that are proposed where the usual ones are not enough, the narrower first. */
const WIDER: readonly WeightBounds[] = [
  { low: 0.25, high: 4 },
  { low: 0.2, high: 5 },
]

/** The narrowest of the wider bounds within which the margins can be reached at a bearable cost. */
function sufficientBounds(prepared: PreparedMargins, bounds: WeightBounds | null): WeightBounds | null {
  const wider = WIDER.filter(({ high }) => bounds !== null && high > bounds.high)
  const isEnough = (one: WeightBounds) => {
    const { weights, converged } = rake(prepared, { bounds: one })
    const spread = converged ? weightSpread(weights) : null
    return spread !== null && 100 / spread.designEffect >= LEAST_EFFICIENCY
  }
  return wider.find(isEnough) ?? null
}

function unreachable(
  recipe: WeightRecipe,
  met: readonly MetMargin[],
  prepared: PreparedMargins,
  worst: RakingResult['worst'],
): WeightProblem {
  const at = met.findIndex(({ margin }) => margin.name === worst.margin)
  const own = met[at]
  const category = own?.margin.categories.findIndex(({ label }) => label === worst.category) ?? -1
  const merge = own && category >= 0 ? neighbourOf(own.margin, category, own.counts, own.isOrdered) : null
  const other = merge && own?.margin.categories[merge.into]?.label
  const bounds = sufficientBounds(prepared, recipe.bounds)
  const side = worst.gapPercentagePoints < 0 ? 'za mało' : 'za dużo'
  const limits = recipe.bounds ? ` przy ${boundsWords(recipe.bounds)}` : ''
  const ways = [
    ...(other ? [`połączyć tę grupę z grupą „${other}”`] : []),
    ...(bounds ? [`dopuścić ${boundsWords(bounds, 'wagi')}`] : []),
    'usunąć jedną z cech',
  ]
  const message = `Tych danych nie da się pogodzić${limits}: grupy „${worst.category}” (${worst.margin}) zostaje ${side} o ${decimalWords(Math.abs(worst.gapPercentagePoints))} punktu procentowego. Można ${ways.join(' albo ')}.`
  return { kind: 'UNREACHABLE', isBlocking: true, message, margin: at < 0 ? null : at, merge, bounds }
}

function weigh(
  recipe: WeightRecipe,
  met: readonly MetMargin[],
  prepared: PreparedMargins,
): Float64Array | WeightProblem {
  if (recipe.method === 'POST_STRATIFICATION') return postStratify(prepared)
  const { weights, converged, worst } = rake(prepared, { bounds: recipe.bounds })
  return converged ? weights : unreachable(recipe, met, prepared, worst)
}

/** The problem of weights that cost too much, as long as nobody relies on them. */
export function inefficiencyOf({ efficiencyPercent }: WeightDiagnostics): WeightProblem | null {
  if (efficiencyPercent >= LEAST_EFFICIENCY) return null
  const message = `Po ważeniu zostałoby tylko ${percentWords(efficiencyPercent)} precyzji. Ankieta jest zbyt niepodobna do ludności: proszę połączyć małe grupy, usunąć jedną z cech albo zebrać więcej odpowiedzi.`
  return { kind: 'INEFFICIENT', isBlocking: true, message, margin: null, merge: null, bounds: null }
}

/** Tries a recipe on the responses of columns. */
export function makeWeights(columns: Columns, recipe: WeightRecipe): Making {
  const met = meetMargins(columns, recipe)
  const { responseCount } = columns
  const problems = marginProblemsOf(recipe, met, responseCount)
  const known = met.filter((one) => one !== null)
  if (problems.some(({ isBlocking }) => isBlocking)) return { met, problems, made: null }
  const prepared = preparedOf(known, responseCount, populationOf(recipe))
  const weights = weigh(recipe, known, prepared)
  if (!(weights instanceof Float64Array)) return { met, problems: [weights, ...problems], made: null }
  const diagnostics = diagnoseWeights(weights, prepared)
  if (diagnostics === null || diagnostics.problems.length > 0)
    throw new RangeError(
      `Weights that reached their margins fail the check: ${diagnostics?.problems.join(' ')}`,
    )
  return { met, problems, made: { weights, basis: basisOf(prepared), diagnostics } }
}
