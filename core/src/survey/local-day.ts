import { MONTHS_OF } from '../text.ts'

const MS_PER_DAY = 86_400_000
const MS_PER_HOUR = 3_600_000
const LOCAL_DAY = /^(\d{4})-(\d{2})-(\d{2})$/

const POLISH_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Warsaw',
  calendar: 'iso8601',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

function formattedDay(instant: Date): string {
  const parts: Record<string, string> = {}
  for (const { type, value } of POLISH_DAY.formatToParts(instant)) parts[type] = value
  return `${(parts.year ?? '').padStart(4, '0')}-${parts.month}-${parts.day}`
}

// Formatting is slow beside everything else a submission takes, and the day changes on a whole hour of UTC only:
// Poland has been whole hours away from it since before computers.
let latest = { hour: Number.NaN, day: '' }

/** The day on the calendar in Poland at an instant, `2026-11-22`; it begins at midnight in Europe/Warsaw. */
export function localDayOf(instant: Date): string {
  const hour = Math.floor(instant.getTime() / MS_PER_HOUR)
  if (hour !== latest.hour) latest = { hour, day: formattedDay(instant) }
  return latest.day
}

/** Days since 1970-01-01 of a local day, or `null` when the calendar has no such day (`2026-02-30`). */
function dayNumber(day: string): number | null {
  const match = LOCAL_DAY.exec(day)
  if (!match) return null
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : time / MS_PER_DAY
}

/** True for a day that the calendar has, between 2000 and 2100, written `2026-11-22`. */
export function isLocalDay(day: string): boolean {
  return dayNumber(day) !== null && day >= '2000-01-01' && day <= '2100-12-31'
}

/** How many days lie from one day to another, both counted: the same day is 1. Negative or 0 when `to` is earlier. */
export function inclusiveDayCount(from: string, to: string): number {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  if (first === null || last === null) throw new RangeError('not a local day')
  return last - first + 1
}

/** The local day that comes so many days after another. */
export function dayAfter(day: string, days: number): string {
  const number = dayNumber(day)
  if (number === null) throw new RangeError('not a local day')
  return new Date((number + days) * MS_PER_DAY).toISOString().slice(0, 10)
}

/** A local day in Polish words: „22 listopada 2026 r.”. */
export function polishDay(day: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return `${dayOfMonth} ${MONTHS_OF[(month ?? 1) - 1]} ${year} r.`
}
