import { cheapestCycle, intervalWidth, type Edge } from './circulation.ts'

import { MINIMUM_WIDTH } from './rules.ts'

const isGuarded = (edges: readonly Edge[], index: number): boolean =>
  intervalWidth(edges, index, MINIMUM_WIDTH) >= MINIMUM_WIDTH

/** Whether none of the hidden numbers can be computed to within a range of four. */
export function isSafe(edges: readonly Edge[]): boolean {
  return edges.every(({ isHidden }, index) => !isHidden || isGuarded(edges, index))
}

/** What must be kept in mind while a table is completed. */
interface Completion {
  /** Numbers that stay shown in any case. */
  readonly isLocked?: (index: number) => boolean
  /** Numbers that need no guard although they are hidden; none by default. */
  readonly isUnguarded?: (index: number) => boolean
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
 */
export function complete(
  edges: readonly Edge[],
  { isLocked = () => false, isUnguarded = () => false }: Completion = {},
): void {
  const secrets = edges.flatMap((edge, index) => (edge.isHidden && !isUnguarded(index) ? [index] : []))
  for (const secret of secrets) {
    while (!isGuarded(edges, secret)) if (!hideMore(edges, secret, isLocked)) break
  }
  if (secrets.every((secret) => isGuarded(edges, secret))) return
  edges.forEach((edge, index) => {
    edge.isHidden ||= !isLocked(index)
  })
}
