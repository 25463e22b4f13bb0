/** What is known of the device at a moment. */
export interface DeviceFacts {
  /** The device's clock, in milliseconds. */
  readonly now: number
  /** When the oldest of what waits was finished, by the same clock; `null` when nothing waits. */
  readonly oldestWaitingAt: number | null
  /** The browser promised not to clear the storage by itself. */
  readonly isPersistent: boolean
  /** Safari clears what a page stored after seven days without a visit, unless the page was added to the screen. */
  readonly isIos: boolean
  readonly isInstalled: boolean
  readonly isOnline: boolean
  /** Room for data, in bytes; `null` when the browser does not say. */
  readonly freeBytes: number | null
  /** How far the clock of the server was ahead at the last contact; `null` before the first. */
  readonly serverAheadMs: number | null
}

export type DeviceWarning =
  | { readonly kind: 'UNSENT_LONG' | 'UNSENT_SOON'; readonly days: number }
  | { readonly kind: 'NOT_PERSISTENT' | 'NOT_INSTALLED' | 'NO_ROOM' | 'LITTLE_ROOM' | 'WRONG_CLOCK' }

/** Why an interview cannot be begun now. */
export type BeginRefusal = 'NO_ROOM' | 'NOT_PERSISTENT' | 'NOT_INSTALLED'

const DAY_MS = 86_400_000
const WARN_AFTER_DAYS = 5
const ALARM_AFTER_DAYS = 7
const LEAST_ROOM = 3 * 1024 * 1024
const LITTLE_ROOM = 25 * 1024 * 1024
const MOST_CLOCK_ERROR_MS = 12 * 3_600_000

function roomOf({ freeBytes }: DeviceFacts): 'NO_ROOM' | 'LITTLE_ROOM' | null {
  if (freeBytes === null || freeBytes >= LITTLE_ROOM) return null
  return freeBytes < LEAST_ROOM ? 'NO_ROOM' : 'LITTLE_ROOM'
}

/** What the person is to know, the gravest first. */
export function deviceWarnings(facts: DeviceFacts): readonly DeviceWarning[] {
  const { now, oldestWaitingAt, isPersistent, isIos, isInstalled, serverAheadMs } = facts
  const days = oldestWaitingAt === null ? 0 : Math.floor(Math.max(0, now - oldestWaitingAt) / DAY_MS)
  const room = roomOf(facts)
  const isClockWrong = serverAheadMs !== null && Math.abs(serverAheadMs) > MOST_CLOCK_ERROR_MS
  const warnings: (DeviceWarning | false)[] = [
    room === 'NO_ROOM' && { kind: 'NO_ROOM' },
    days >= ALARM_AFTER_DAYS && { kind: 'UNSENT_LONG', days },
    days >= WARN_AFTER_DAYS && days < ALARM_AFTER_DAYS && { kind: 'UNSENT_SOON', days },
    isIos && !isInstalled && { kind: 'NOT_INSTALLED' },
    !isPersistent && !(isIos && !isInstalled) && { kind: 'NOT_PERSISTENT' },
    isClockWrong && { kind: 'WRONG_CLOCK' },
    room === 'LITTLE_ROOM' && { kind: 'LITTLE_ROOM' },
  ]
  return warnings.filter((warning) => warning !== false)
}

/**
 * May an interview be begun? Never without room for it; without a connection only where the browser keeps what it
 * was given, because nobody could send it in time.
 */
export function beginRefusal(facts: DeviceFacts): BeginRefusal | null {
  if (roomOf(facts) === 'NO_ROOM') return 'NO_ROOM'
  if (facts.isOnline) return null
  if (facts.isIos && !facts.isInstalled) return 'NOT_INSTALLED'
  return facts.isPersistent ? null : 'NOT_PERSISTENT'
}
