import type { WeightChoice } from '@rozeznanie/core/analysis'

interface Named {
  readonly number: number
  readonly name: string
}

/** The weight versions of a survey, as far as one may choose among them. */
export interface WeightsKnown {
  readonly versions: readonly Named[]
  /** What results use unless told otherwise; `null`: none. */
  readonly usual: Named | null
}

/** Number of the weight version that a choice means; `null`: without weights. */
export function weightVersionOf({ usual }: WeightsKnown, choice: WeightChoice): number | null {
  if (choice === 'NONE') return null
  return choice === 'USUAL' ? (usual?.number ?? null) : choice
}
