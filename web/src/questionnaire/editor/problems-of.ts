import { GRAVITIES, type DraftProblem, type Gravity } from '../draft/inspect-draft.ts'
import type { Target } from './editor-desk.ts'

export const NONE: readonly DraftProblem[] = []
const byTarget = new WeakMap<readonly DraftProblem[], ReadonlyMap<string, readonly DraftProblem[]>>()

/** What a problem is shown at. */
export function targetOf({ questionKey, sectionKey }: DraftProblem): Target {
  if (questionKey !== undefined) return `question:${questionKey}`
  return sectionKey === undefined ? 'facts' : `section:${sectionKey}`
}

/** The problems of one card, out of all. */
export function problemsOf(problems: readonly DraftProblem[], target: Target): readonly DraftProblem[] {
  const known = byTarget.get(problems)
  if (known) return known.get(target) ?? NONE
  const targets = new Map<string, readonly DraftProblem[]>()
  for (const problem of problems) {
    const own = targetOf(problem)
    targets.set(own, [...(targets.get(own) ?? NONE), problem])
  }
  byTarget.set(problems, targets)
  return targets.get(target) ?? NONE
}

/** The gravest of them. */
export function gravest(problems: readonly DraftProblem[]): Gravity | undefined {
  return GRAVITIES.find((gravity) => problems.some((problem) => problem.gravity === gravity))
}
