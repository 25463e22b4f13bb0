import { MONTHS_OF } from '../text.ts'

const HOUR = 3_600_000

/** The last Sunday of a month at 01:00 UTC: when summer time begins (March) and ends (October) in the Union. */
function clockChange(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0))
  return Date.UTC(year, month, lastDay.getUTCDate() - lastDay.getUTCDay(), 1)
}

function toWarsaw(instant: string): Date {
  const time = Date.parse(instant)
  const year = new Date(time).getUTCFullYear()
  const isSummer = time >= clockChange(year, 2) && time < clockChange(year, 9)
  return new Date(time + (isSummer ? 2 : 1) * HOUR)
}

/** @param day - a local day, `2026-11-22` */
export function formatDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)}\u00a0${MONTHS_OF[Number(month) - 1] ?? ''}\u00a0${Number(year)}\u00a0r.`
}

/** Day and time of an instant (ISO 8601, UTC) on a Polish clock: „22 listopada 2026 r., godz. 14.05”. */
export function formatInstant(instant: string): string {
  const local = toWarsaw(instant).toISOString()
  return `${formatDay(local.slice(0, 10))}, godz.\u00a0${Number(local.slice(11, 13))}.${local.slice(14, 16)}`
}

/** The Polish day of an instant, `2026-11-22`. */
export function localDay(instant: string): string {
  return toWarsaw(instant).toISOString().slice(0, 10)
}
