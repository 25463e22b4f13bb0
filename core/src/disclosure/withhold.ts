import { cheapestCycle, intervalWidth, type Edge } from './circulation.ts'

/** Counts of 1 to 4 people are withheld from whatever leaves the organisation. */
export const SMALLEST_SHOWN = 5

/** Whoever subtracts must be left with a range at least this wide. */
const MINIMUM_WIDTH = SMALLEST_SHOWN - 1

/** Is it a count of so few people that they could be recognised? Nobody at all is no secret. */
export const isSmall = (count: number): boolean => count > 0 && count < SMALLEST_SHOWN

const isGuarded = (edges: readonly Edge[], index: number): boolean =>
  intervalWidth(edges, index, MINIMUM_WIDTH) >= MINIMUM_WIDTH

/** Whether none of the hidden numbers can be computed to within a range of four. */
export function isSafe(edges: readonly Edge[]): boolean {
  return edges.every(({ isHidden }, index) => !isHidden || isGuarded(edges, index))
}

/** Hides one more set of numbers so that this one becomes less certain; `false` when there is nothing left. */
function hideMore(edges: readonly Edge[], index: number, isLocked: (index: number) => boolean): boolean {
  const way = cheapestCycle(edges, index, isLocked)
  const extra = way !== null && way.length > 0 ? way : nearestShown(edges, index, isLocked)
  for (const at of extra) edges[at]!.isHidden = true
  return extra.length > 0
}

/** The smallest shown number beside this one; otherwise the smallest shown anywhere. */
function nearestShown(edges: readonly Edge[], index: number, isLocked: (index: number) => boolean): number[] {
  const { from, to } = edges[index]!
  const shown = edges.flatMap((edge, at) => (edge.isHidden || isLocked(at) || edge.value === 0 ? [] : [at]))
  const beside = shown.filter((at) => edges[at]!.from === from || edges[at]!.to === to)
  const candidates = beside.length > 0 ? beside : shown
  return candidates.sort((a, b) => edges[a]!.value - edges[b]!.value).slice(0, 1)
}

/**
 * Hides further numbers until none of the hidden ones can be computed to within a range of four: the smallest that
 * do, one cycle of the table at a time. Where that fails everything but the locked numbers is hidden.
 *
 * @param edges - the table as a network; `isHidden` holds the small counts and is added to
 * @param isLocked - numbers that stay shown in any case
 */
export function complete(edges: readonly Edge[], isLocked: (index: number) => boolean): void {
  const secrets = edges.flatMap((edge, index) => (edge.isHidden ? [index] : []))
  for (const secret of secrets) {
    while (!isGuarded(edges, secret)) if (!hideMore(edges, secret, isLocked)) break
  }
  if (secrets.every((secret) => isGuarded(edges, secret))) return
  edges.forEach((edge, index) => {
    edge.isHidden ||= !isLocked(index)
  })
}
