import { type FieldProblem, InvalidInputError } from '../errors.ts'

const LARGEST_TARGET = 100_000
const LARGEST_POPULATION = 5_000_000

/** What an organiser wants to reach. */
export interface SurveyPlan {
  /** Responses in all; `null`: nobody said. */
  readonly target: number | null
  /** People the survey is about. */
  readonly population: number | null
  readonly localityTargets: readonly { readonly localityId: string; readonly target: number }[]
}

const isBetween = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most

/**
 * Checks the targets of a survey.
 *
 * @param localityIds - of the municipality
 * @throws InvalidInputError
 */
export function checkPlan(plan: SurveyPlan, localityIds: readonly string[]): SurveyPlan {
  const problems: FieldProblem[] = []
  const { target, population, localityTargets } = plan
  if (target !== null && !isBetween(target, 1, LARGEST_TARGET)) {
    problems.push({ path: 'target', message: 'Cel to liczba ankiet, od 1 do 100 000.' })
  }
  if (population !== null && !isBetween(population, 1, LARGEST_POPULATION)) {
    problems.push({ path: 'population', message: 'Liczba mieszkańców musi być całkowita, od 1.' })
  }
  for (const [index, one] of localityTargets.entries()) {
    const path = `localityTargets.${index}`
    if (!localityIds.includes(one.localityId)) {
      problems.push({ path, message: 'Tej miejscowości nie ma na liście tej gminy.' })
    } else if (!isBetween(one.target, 0, LARGEST_TARGET)) {
      problems.push({ path, message: 'Cel miejscowości to liczba ankiet, od 0.' })
    }
  }
  if (problems.length > 0) throw new InvalidInputError(problems)
  return plan
}
