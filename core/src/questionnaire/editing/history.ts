/** How many steps back a history goes. */
const MOST_STEPS = 200

/** What is, what was before it and what undoing took away, nearest steps last and first. */
export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** What the newest step belongs to; the next one of the same is no step of its own. */
  readonly mergeKey?: string
}

/** A history with nothing behind it. */
export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [] }
}

/**
 * Takes a step; what had been undone is gone. A thing that is the same object is no step.
 *
 * @param mergeKey - typing in one field under one key is one step: it is undone at once
 */
export function record<T>(history: History<T>, present: T, mergeKey?: string): History<T> {
  if (present === history.present) return history
  const isSameStep = mergeKey !== undefined && mergeKey === history.mergeKey
  const past = isSameStep ? history.past : [...history.past, history.present].slice(-MOST_STEPS)
  return { past, present, future: [], ...(mergeKey !== undefined && { mergeKey }) }
}

/** One step back; the same history when there is none. */
export function undo<T>(history: History<T>): History<T> {
  const { past, present, future } = history
  if (past.length === 0) return history
  return { past: past.slice(0, -1), present: past[past.length - 1] as T, future: [present, ...future] }
}

/** One step forward again; the same history when there is none. */
export function redo<T>(history: History<T>): History<T> {
  const { past, present, future } = history
  if (future.length === 0) return history
  return { past: [...past, present], present: future[0] as T, future: future.slice(1) }
}
