import type { AppliedWeights } from '@rozeznanie/core/analysis'
import type { FileWeight } from '@rozeznanie/core/microdata'
import type { Context } from '../context.ts'
import { badInput } from '../kernel/refusals.ts'
import { usualWeightNumber, weightsOf, weightNumbers } from '../weighting/weights.access.ts'

/** The weights that go into a file. */
export interface FileWeights {
  readonly versions: readonly FileWeight[]
  /** Whether they were worked out for so many responses. */
  isOf(responseCount: number): boolean
  /** Those of the response with this number, one for each version. */
  of(sequence: number): readonly number[]
}

const NONE: readonly number[] = []
const WITHOUT: FileWeights = { versions: [], isOf: () => true, of: () => NONE }

const CAME_MEANWHILE =
  'Podczas przygotowywania pliku wciąż przychodzą nowe odpowiedzi i nie da się policzyć do nich wag. Proszę spróbować za chwilę albo pobrać plik bez wag.'

/** Places of numbers in a list, found by halving. */
function placesBySequence(sequences: ArrayLike<number>, count: number): (sequence: number) => number | null {
  const order = Uint32Array.from({ length: count }, (_, place) => place)
  let isSorted = true
  for (let place = 1; place < count; place += 1)
    if ((sequences[place] ?? 0) < (sequences[place - 1] ?? 0)) isSorted = false
  if (!isSorted) order.sort((one, other) => (sequences[one] ?? 0) - (sequences[other] ?? 0))
  return (sequence) => {
    let low = 0
    let high = count - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const place = order[middle] ?? 0
      const found = sequences[place] ?? 0
      if (found === sequence) return place
      if (found < sequence) low = middle + 1
      else high = middle - 1
    }
    return null
  }
}

/**
 * All weight versions in use, applied to the responses as they are now.
 *
 * @throws RefusedRequest when one can no longer be applied
 */
export async function readFileWeights(
  context: Pick<Context, 'db' | 'surveyColumns'>,
  surveyId: string,
  isWanted: boolean,
): Promise<FileWeights> {
  const numbers = isWanted ? await weightNumbers(context, surveyId) : []
  if (numbers.length === 0) return WITHOUT
  const usual = await usualWeightNumber(context, surveyId)
  const state = await context.surveyColumns.read(surveyId)
  if (state === null) return WITHOUT
  const applied: AppliedWeights[] = []
  for (const number of numbers) applied.push(await weightsOf(context, surveyId, state, number))
  const count = applied[0]?.responseCount ?? 0
  const { sequences } = state.columns
  const placeOf = placesBySequence(sequences.slice(0, count), count)
  const weights = applied.map((one) => one.weights)
  return {
    versions: applied.map(({ number, name }) => ({ number, name, isUsual: number === usual })),
    isOf: (responseCount) =>
      responseCount === count && applied.every((one) => one.responseCount === responseCount),
    of: (sequence) => {
      const place = placeOf(sequence)
      if (place === null) throw badInput(CAME_MEANWHILE)
      return weights.map((values) => values[place] ?? NaN)
    },
  }
}
