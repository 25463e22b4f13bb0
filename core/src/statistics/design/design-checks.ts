import { ArgumentRefusedError } from '../errors.ts'
import type { Label } from './codes.ts'
import type { DesignColumns, Stage } from './sample-design.ts'

const MOST_TOLD = 5

/** Every column has a value for every row. */
export function checkColumns(columns: DesignColumns): string[] {
  const { weights, strata, psus, ssus, psuPopulation, ssuPopulation } = columns
  const named = {
    warstwa: strata,
    zespół: psus,
    'jednostka drugiego stopnia': ssus,
    'wielkość warstwy': psuPopulation,
    'wielkość zespołu': ssuPopulation,
  }
  const problems = Object.entries(named)
    .filter(([, column]) => column !== undefined && column.length !== weights.length)
    .map(
      ([name, column]) =>
        `Kolumna „${name}” ma inną liczbę wierszy (${column!.length}) niż wagi (${weights.length}).`,
    )
  if (ssuPopulation && !psuPopulation)
    problems.push('Wielkości zespołów wymagają podania także liczby zespołów w warstwie.')
  return problems
}

/**
 * A column that is counted row by row must have a value for each row of the design.
 *
 * @throws ArgumentRefusedError otherwise
 */
export function checkLength(column: ArrayLike<unknown>, rowCount: number, name: string): void {
  if (column.length !== rowCount)
    throw new ArgumentRefusedError(
      `${name} ma inną liczbę wierszy (${column.length}) niż próba (${rowCount}).`,
    )
}

/** Weights are finite, not negative, and somebody has one. */
export function checkWeights(weights: ArrayLike<number>): string[] {
  let sum = 0
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!
    if (!Number.isFinite(weight) || weight < 0)
      return [`Waga w wierszu ${row + 1} nie jest liczbą od zera w górę.`]
    sum += weight
  }
  return sum > 0 ? [] : ['Żaden wiersz nie ma wagi większej od zera.']
}

/** Populations are the same inside a group and not smaller than what was drawn from them. */
export function checkPopulation(
  stage: Stage,
  groups: Int32Array,
  values: ArrayLike<number> | undefined,
  labels: readonly Label[] | null,
  groupWord: string,
): string[] {
  if (!values) return []
  const problems = new Set<string>()
  for (let row = 0; row < groups.length && problems.size < MOST_TOLD; row++) {
    const group = groups[row]!
    const name = labels ? String(labels[group]) : `nr ${group + 1}`
    const size = values[row]!
    const drawn = stage.unitsInGroup[group]!
    if (Number.isNaN(size)) problems.add(`W ${groupWord} „${name}” brakuje wielkości populacji.`)
    else if (size < drawn)
      problems.add(
        `W ${groupWord} „${name}” wylosowano więcej jednostek (${drawn}), niż liczy populacja (${size}).`,
      )
    else if (size !== stage.population[group])
      problems.add(`W ${groupWord} „${name}” podano różne wielkości populacji.`)
  }
  return [...problems]
}
