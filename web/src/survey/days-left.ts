const DAY = 86_400_000

/** Days in which one may still answer, the last day included; 0 once it is over. Days are local, `2026-11-22`. */
export function daysLeft(closesOn: string, today: string): number {
  const days = Math.round((Date.parse(`${closesOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY) + 1
  return Math.max(0, days)
}
