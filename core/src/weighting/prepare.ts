import type { Columns } from '../analysis/columns.ts'
import { BY_LOCALITY } from '../analysis/filter.ts'
import { prepareMargins, type PreparedMargins } from '../statistics/design/index.ts'
import { marginCodes } from './margin-codes.ts'
import type { RecipeMargin, WeightRecipe } from './model.ts'

/** A margin beside the responses that there are. */
export interface MetMargin {
  readonly margin: RecipeMargin
  /** The category of each response, −1 for none. */
  readonly codes: Int32Array
  /** Responses of each category. */
  readonly counts: readonly number[]
  readonly missingCount: number
  /** People of each category, adding up to the population. */
  readonly targets: readonly number[]
  /** Whether categories that stand beside each other are alike; localities are not. */
  readonly isOrdered: boolean
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** People in the population of a recipe; 0 where it only has percent and names no number. */
export function populationOf({ populationSize, margins }: WeightRecipe): number {
  if (populationSize !== null) return populationSize
  const first = margins.find(({ unit }) => unit === 'PEOPLE')
  return sumOf(first?.categories.map(({ people }) => people) ?? [])
}

/** The margins of a recipe met by the responses of columns; `null` for those whose trait the survey does not have. */
export function meetMargins(columns: Columns, recipe: WeightRecipe): readonly (MetMargin | null)[] {
  const size = populationOf(recipe)
  return recipe.margins.map((margin) => {
    const codes = marginCodes(columns, margin)
    if (codes === null) return null
    const counts = new Array<number>(margin.categories.length).fill(0)
    let missingCount = 0
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row]!
      if (code < 0) missingCount++
      else counts[code]!++
    }
    const sum = sumOf(margin.categories.map(({ people }) => people))
    const targets = margin.categories.map(({ people }) => (people * size) / sum)
    return { margin, codes, counts, missingCount, targets, isOrdered: !margin.traits.includes(BY_LOCALITY) }
  })
}

/** Margins for the numeric part, each person with the same weight at first. */
export function preparedOf(met: readonly MetMargin[], responseCount: number, size: number): PreparedMargins {
  const margins = met.map(({ margin: { name, categories }, codes, targets }) => ({
    name,
    categories: categories.map(({ label }) => label),
    targets,
    codes,
  }))
  return prepareMargins(new Float64Array(responseCount).fill(1), margins, size)
}
