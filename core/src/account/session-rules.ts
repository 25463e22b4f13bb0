const IDLE_MS = 30 * 60 * 1000
const ABSOLUTE_MS = 12 * 60 * 60 * 1000

/** Whether a session still holds: at most 30 minutes without use and 12 hours in all. */
export function isSessionAlive(
  session: { readonly createdAt: Date; readonly lastSeenAt: Date },
  now: Date,
): boolean {
  const idle = now.getTime() - session.lastSeenAt.getTime()
  const age = now.getTime() - session.createdAt.getTime()
  return idle < IDLE_MS && age < ABSOLUTE_MS
}
