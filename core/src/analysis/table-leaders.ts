import { holm, tTwoSidedTail } from '../statistics/design/index.ts'
import { varianceOf, type Group, type Sample, type Scores } from './estimate-variance.ts'
import type { CountedTable } from './table-counts.ts'
import { FEWEST_PEOPLE } from './reliability.ts'
import { SIGNIFICANT } from './table-tests.ts'

/**
 * Scores of the difference of two shares of the same people. Where a person may be in both this holds too much: the
 * error is then over-, never understated.
 */
function differenceOf(one: Group, other: Group, all: Group): Scores & { readonly difference: number } {
  const difference = (one.weighted - other.weighted) / all.weighted
  const sum = all.people.map(
    (people, p) => (one.people[p]! - other.people[p]! - difference * people) / all.weighted,
  )
  const squares = all.people.map((people, p) => {
    const [up, down] = [one.people[p]!, other.people[p]!]
    const neither = Math.max(0, people - up - down)
    const total = up * (1 - difference) ** 2 + down * (1 + difference) ** 2 + neither * difference ** 2
    return total / all.weighted ** 2
  })
  return { difference, sum, squares }
}

function isLess(sample: Sample, largest: Group, other: Group, all: Group): number {
  const scores = differenceOf(largest, other, all)
  const error = Math.sqrt(varianceOf(sample, scores) ?? 0)
  if (!(error > 0)) return scores.difference > 0 ? 0 : 1
  return tTwoSidedTail(scores.difference / error, all.n - 1)
}

/**
 * Rows that lead among everybody, the largest first: those of which a test, adjusted by Holm for the number of rows,
 * cannot say that they are fewer than the largest.
 *
 * @returns `null` where rows have an order of their own or too few people answered
 */
export function leadersOf({ rows, groups, sample }: CountedTable): readonly number[] | null {
  const { all } = groups
  if (rows.isOrdered || all.n < FEWEST_PEOPLE) return null
  const order = [...groups.rows.keys()].sort((a, b) => groups.rows[b]!.weighted - groups.rows[a]!.weighted)
  const [largest, ...others] = order
  if (largest === undefined || groups.rows[largest]!.n === 0) return null
  const p = holm(others.map((row) => isLess(sample, groups.rows[largest]!, groups.rows[row]!, all)))
  return [largest, ...others.filter((_, at) => p[at]! >= SIGNIFICANT)]
}
