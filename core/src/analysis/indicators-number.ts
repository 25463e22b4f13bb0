import { rowCount } from './count-cells.ts'
import { multiplierOf } from './estimate-share.ts'
import { groupOf, varianceOf } from './estimate-variance.ts'
import { sampleFor, type People } from './indicators-count.ts'
import type { LinearEstimate } from './indicators-figure.ts'

/** What one person's number is; NaN for people who do not stand behind the figure. */
export type NumberOf = (at: number) => number

/** A mean of numbers that are not few enough to be cells, with its t interval; `null` where nobody has one. */
export function estimateNumbers(people: People, numberOf: NumberOf): LinearEstimate | null {
  const length = rowCount(people.columns, people.mask)
  const sample = sampleFor(people)
  const { count, ofResponse, weights } = sample.profiles
  const isOut = (at: number) => people.mask !== null && people.mask.bytes[at] === 0
  const here = new Float64Array(count)
  let total = 0
  for (let at = 0; at < length; at++) {
    const number = isOut(at) ? Number.NaN : numberOf(at)
    if (Number.isNaN(number)) continue
    const profile = ofResponse === null ? 0 : ofResponse[at]!
    here[profile]!++
    total += weights[profile]! * number
  }
  const { n, weighted, effective } = groupOf(sample.profiles, here)
  if (n === 0) return null
  const estimate = total / weighted
  const [sum, squares] = [new Float64Array(count), new Float64Array(count)]
  for (let at = 0; at < length; at++) {
    const number = isOut(at) ? Number.NaN : numberOf(at)
    if (Number.isNaN(number)) continue
    const profile = ofResponse === null ? 0 : ofResponse[at]!
    const score = (number - estimate) / weighted
    sum[profile]! += score
    squares[profile]! += score * score
  }
  const variance = n < 2 ? null : varianceOf(sample, { sum, squares })
  const base = { n, weighted, effective, estimate }
  if (variance === null) return { ...base, standardError: null, low: null, high: null }
  const half = multiplierOf(n - 1) * Math.sqrt(variance)
  return { ...base, standardError: Math.sqrt(variance), low: estimate - half, high: estimate + half }
}
