import { MONTHS_OF } from '@rozeznanie/core/text'

/** `2026-12-01` → „1 grudnia 2026 r.”; written out here because old phones have no Polish of their own. */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-')
  const name = MONTHS_OF[Number(month) - 1]
  return name === undefined ? day : `${Number(date)} ${name} ${year} r.`
}

/** The Polish form that goes with a number: 1 znak, 2 znaki, 5 znaków, 22 znaki. */
export function plural(count: number, one: string, few: string, many: string): string {
  if (count === 1) return `${count} ${one}`
  const tens = count % 100
  const ones = count % 10
  const isFew = ones >= 2 && ones <= 4 && !(tens >= 12 && tens <= 14)
  return `${count} ${isFew ? few : many}`
}

/** A number as typed in Poland: comma or point, spaces allowed. `null` when it is not a number. */
export function parseNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.')
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** A number as shown back: decimal comma. */
export function formatNumber(value: number): string {
  return String(value).replace('.', ',')
}

/** `tel:` address of a phone number written for people. */
export function telephoneLink(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`
}
