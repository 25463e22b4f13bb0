import { canonicalFilter, MOST_CONDITIONS, type Dimension, type Filter } from '../analysis/index.ts'

/** What somebody who does not own the answers asks for. */
interface OutsiderRequest {
  readonly columnKey: string | null
  readonly filter: Filter
}

const ONLY_PUBLISHED =
  'Wyniki innych organizacji można dzielić i filtrować tylko według cech osób badanych i miejscowości, nie według ich odpowiedzi na inne pytania.'
const TOO_MANY = `Podział i filtr mogą mieć razem najwyżej ${MOST_CONDITIONS} cechy. Proszę usunąć któryś warunek.`

/**
 * Why a table cannot be asked for by others than the owner of the answers: only published features of people may
 * divide and filter, at most three in all. `null`: it can.
 */
export function outsiderProblem(
  { columnKey, filter }: OutsiderRequest,
  dimensions: readonly Dimension[],
): string | null {
  const conditions = canonicalFilter(filter).map(({ dimension }) => dimension)
  const asked = columnKey === null ? conditions : [...conditions, columnKey]
  const isPublished = (key: string) =>
    dimensions.some((dimension) => dimension.key === key && dimension.isPublished)
  if (!asked.every(isPublished)) return ONLY_PUBLISHED
  return asked.length > MOST_CONDITIONS ? TOO_MANY : null
}
