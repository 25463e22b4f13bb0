import type { TerrainTarget } from './bundle.ts'

/** Interviews of one interviewer in one place, against what was asked for. */
export interface OwnProgress {
  readonly localityId: string | null
  readonly done: number
  readonly target: number | null
}

interface Done {
  readonly surveyId: string
  readonly localityId: string | null
}

/**
 * Own interviews by locality, whether sent or not. Places without a target follow when something was done there; where
 * only the whole municipality has a target, everything counts towards it.
 */
export function ownProgress(
  surveyId: string,
  targets: readonly TerrainTarget[],
  done: readonly Done[],
): readonly OwnProgress[] {
  const own = done.filter((interview) => interview.surveyId === surveyId)
  const named = new Set(targets.flatMap(({ localityId }) => (localityId === null ? [] : [localityId])))
  const countIn = (localityId: string | null) =>
    own.filter((interview) =>
      localityId === null
        ? interview.localityId === null || !named.has(interview.localityId)
        : interview.localityId === localityId,
    ).length
  const known = targets.map(({ localityId, target }) => ({ localityId, target, done: countIn(localityId) }))
  if (targets.some(({ localityId }) => localityId === null)) return known
  const rest = countIn(null)
  return rest === 0 ? known : [...known, { localityId: null, target: null, done: rest }]
}
