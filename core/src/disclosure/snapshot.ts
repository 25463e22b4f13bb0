import { CHANGES_BEFORE_SNAPSHOT, SMALLEST_BASE, SMALLEST_SHOWN } from './rules.ts'

/** In large surveys one response in so many must have changed. */
const SHARE_OF_CHANGES = 100

interface SnapshotState {
  /** Responses that count now. */
  readonly countedCount: number
  /** Is the survey over with its days of grace? */
  readonly isOver: boolean
  /** `null`: there is none yet. */
  readonly previous: {
    readonly presentCount: number
    readonly isFinal: boolean
    /** Responses that came, went or were corrected since. */
    readonly changeCount: number
  } | null
}

/**
 * Whether the answers are to be frozen anew for everybody but their owner: at the end, and before only when at least
 * ten responses, and one in a hundred, have changed, so that nobody can subtract one state from the next. What came
 * between the last state and the end is taken in when it is five responses or more.
 */
export function isSnapshotDue({ countedCount, isOver, previous }: SnapshotState): boolean {
  if (previous === null) return isOver || countedCount >= SMALLEST_BASE
  const { presentCount, isFinal, changeCount } = previous
  const usual = Math.max(CHANGES_BEFORE_SNAPSHOT, Math.ceil(presentCount / SHARE_OF_CHANGES))
  return changeCount >= (isOver && !isFinal ? SMALLEST_SHOWN : usual)
}
