const LANGUAGE = 'pl-PL'
const ZONE = 'Europe/Warsaw'

const longDay = new Intl.DateTimeFormat(LANGUAGE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const longDayHere = new Intl.DateTimeFormat(LANGUAGE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: ZONE,
})
const minutes = new Intl.DateTimeFormat(LANGUAGE, { hour: '2-digit', minute: '2-digit', timeZone: ZONE })
const seconds = new Intl.DateTimeFormat(LANGUAGE, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: ZONE,
})
const isoDayHere = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE })
const count = new Intl.NumberFormat(LANGUAGE, { useGrouping: 'always' })

/** „22 listopada 2026” from a local day `2026-11-22`. */
export function formatDay(day: string): string {
  return longDay.format(new Date(`${day}T00:00:00Z`))
}

/** „od 22 listopada” and „do 6 grudnia 2026”; the year stands once when both days are of the same year. */
export function periodParts(from: string, to: string): readonly [from: string, to: string] {
  const [start, end] = [formatDay(from), formatDay(to)]
  const year = ` ${to.slice(0, 4)}`
  const isSameYear = from.slice(0, 4) === to.slice(0, 4) && start.endsWith(year)
  return [`od ${isSameYear ? start.slice(0, -year.length) : start}`, `do ${end}`]
}

/** „od 22 listopada do 6 grudnia 2026”. */
export function formatPeriod(from: string, to: string): string {
  return periodParts(from, to).join(' ')
}

/** „22 listopada 2026, 13:05” from an instant, in Polish time. */
export function formatInstant(instant: string): string {
  const date = new Date(instant)
  return `${longDayHere.format(date)}, ${minutes.format(date)}`
}

/** „13:05:09” from an instant, in Polish time. */
export function formatClock(instant: string): string {
  return seconds.format(new Date(instant))
}

/** „12 345” with a thin break between thousands. */
export function formatCount(value: number): string {
  return count.format(value)
}

/** A telephone number that is not broken over two lines. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

/** „54,6” with exactly `digits` places and a decimal comma. */
export function formatDecimal(value: number, digits = 1): string {
  return new Intl.NumberFormat(LANGUAGE, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)
}

/** „54,6%” from a share of 0 to 1. */
export function formatShare(share: number, digits = 1): string {
  return `${formatDecimal(share * 100, digits)}%`
}

/** The local day of an instant, as `2026-11-22`. */
export function dayOf(instant: Date): string {
  return isoDayHere.format(instant)
}

/** The day `count` days after `day`. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}
