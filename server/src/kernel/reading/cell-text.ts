const DAY_MS = 86_400_000
/** Day 0 of the two calendars of spreadsheets; the first has a 29 February 1900 that never was. */
const FIRST_DAY = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const
const LAST_DAY = 2_958_466

/** What a number format makes of a number. */
export type NumberLook = 'number' | 'date' | 'time' | 'date-time'

/** Built-in formats of dates and times. */
const BUILT_IN: Readonly<Record<number, NumberLook>> = {
  14: 'date', 15: 'date', 16: 'date', 17: 'date', 18: 'time', 19: 'time', 20: 'time', 21: 'time', 22: 'date-time',
  45: 'time', 46: 'time', 47: 'time',
} // prettier-ignore

/** How numbers of a format look: its built-in number, or its code (`dd.mm.yyyy`). */
export function lookOf(formatId: number, code: string | undefined): NumberLook {
  if (code === undefined) {
    const isEastern = (formatId >= 27 && formatId <= 36) || (formatId >= 50 && formatId <= 58)
    return BUILT_IN[formatId] ?? (isEastern ? 'date' : 'number')
  }
  const first = code.split(';')[0] ?? ''
  const bare = first
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '')
  const hasTime = /[hs]/i.test(bare)
  const hasDay = /[yd]/i.test(bare) || (/m/i.test(bare) && !hasTime)
  if (hasDay && hasTime) return 'date-time'
  return hasDay ? 'date' : hasTime ? 'time' : 'number'
}

/** A number of a cell as a person sees it: without the tail of binary fractions, dates as `2026-01-31`. */
export function numberText(written: string, look: NumberLook, calendar: keyof typeof FIRST_DAY): string {
  const number = Number(written)
  if (written.trim() === '' || !Number.isFinite(number)) return written
  if (look === 'number' || number < 0 || number >= LAST_DAY) return String(Number(number.toPrecision(15)))
  const moment = new Date(Math.round((FIRST_DAY[calendar] + number * DAY_MS) / 1000) * 1000).toISOString()
  const [day, time] = [moment.slice(0, 10), moment.slice(11, 19)]
  if (look === 'time') return time
  return look === 'date' || number % 1 === 0 ? day : `${day} ${time}`
}

const isStorable = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 32 && (code < 0xd800 || code > 0xdfff) && code < 0xfffe)

/** Undoes the way of workbooks to write signs that XML cannot hold: `_x000D_`; signs nobody sees are left out. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, digits: string) => {
    const code = parseInt(digits, 16)
    return isStorable(code) ? String.fromCharCode(code) : ''
  })

/** Index from 0 of the column of an address: `AB12` is 27. */
export function columnOf(address: string): number {
  let column = 0
  for (const letter of address) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}
