/** What in a text leads to one person by itself. PHONE is any long number that is no sum, date or list. */
export type Identifier = 'E_MAIL' | 'PESEL' | 'PHONE'

const OPEN = `["„'\\[({</_-]`
const CLOSE = `["”'\\])}>/_-]`
const LABEL = '[\\p{L}\\d_-]{1,40}'
const SPELLED_DOT = '\\s{0,2}[\\[(]?\\s?(?:kropka|dot)\\s?[\\])]?\\s{0,2}'
const SPELLED_AT = `\\s?${OPEN}\\s?(?:at|małpk?a|malpk?a)\\s?${CLOSE}\\s?|\\s?[\\[(]a[\\])]\\s?|\\s{1,2}(?:at|małpk?a|malpk?a)\\s{1,2}`

const domain = (dot: string): string => `${LABEL}(?:(?:${dot})${LABEL}){0,4}(?:${dot})\\p{L}{2,}`
/** The sign itself, perhaps in brackets or with spaces; then a dot may have spaces as well. */
const SIGN = `\\s{0,2}${OPEN}?\\s?@\\s?${CLOSE}?\\s{0,2}${domain(`\\s?\\.\\s?|${SPELLED_DOT}`)}`
/** „jan małpa poczta kropka pl”: a word for the sign; then a dot has no spaces, or a sentence would look like it. */
const WORDS = `(?:${SPELLED_AT})${domain(`\\.|${SPELLED_DOT}`)}`
/** From the sign to the end; what stands before it is the name. */
export const E_MAIL = new RegExp(`(?<=[\\p{L}\\d])(?:${SIGN}|${WORDS})`, 'iu')

const DATES = /(?:19|20)\d{2}-\d{2}-\d{2}|(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\d)/gu
const TIMES = /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/gu
/** „8-10 12-14 16-18”: from hour to hour, two and more of them. */
const HOURS = /(?<![\d\-–])\d{1,2}\s?[-–]\s?\d{1,2}(?:,?\s+\d{1,2}\s?[-–]\s?\d{1,2})+(?![\d\-–])/gu
/** Three groups of digits split by dots, strokes or underscores, or digits with at most three spaces or dashes between. */
const DIGIT_RUN =
  /(?<!\d)\d{3}([./_])\d{3}\1\d{3}(?!\d)|(?<!\d)\+48(?:\.\d{3}){3}(?!\d)|(?<!\d)\+?\(?\d(?:[)\s\-–/]?[)\s\-–]{0,2}\d)*/gu
const SUM =
  /^(?:[.,]\d{1,2})?\s*(?:zł|pln|eur|euro|€|\$|mln|mld|tys|%|(?:mieszka|osób|ludzi|drzew|sztuk)\p{L}*)/iu
const YEARS_ONLY = /^(?:(?:19|20)\d{2}[\s\-–/]*)+$/u
const ROUND = /0{6,}$/
const SHORTEST_PHONE = 9

const PESEL_WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3] as const

/** True for 11 digits whose last one is the check digit of a PESEL number. */
function isPesel(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false
  const sum = PESEL_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return (10 - (sum % 10)) % 10 === Number(digits[10])
}

/** „1 2 3 4 5 6 7 8 9”: five and more numbers, each greater than the one before. */
function isCounting(run: string): boolean {
  const numbers = run.split(/\D+/).filter(Boolean).map(Number)
  return (
    numbers.length >= 5 && numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))
  )
}

/** A number in a text and where it stands. */
interface FoundNumber {
  readonly digits: string
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

const blank = (found: string): string => '·'.repeat(found.length)

/** Every number that is long enough to be a telephone's and is nothing else. */
export function longNumbers(text: string): readonly FoundNumber[] {
  const bare = text.replace(DATES, blank).replace(TIMES, blank).replace(HOURS, blank)
  return [...bare.matchAll(DIGIT_RUN)].flatMap(({ 0: run, index }) => {
    const digits = run.replace(/\D/g, '')
    const to = index + run.length
    const isOther = YEARS_ONLY.test(run) || isCounting(run) || SUM.test(bare.slice(to))
    return digits.length < SHORTEST_PHONE || isOther || ROUND.test(digits)
      ? []
      : [{ digits, from: index, to }]
  })
}

/**
 * Finds what leads to one person: an e-mail address (also spelled „małpa”, „(at)”, „kropka”), a PESEL number with a
 * right check digit, a telephone number in any Polish spelling. It finds patterns, not meaning: an empty list is no
 * proof. Measured on examples of `testing/personal-data-examples.json`.
 */
export function identifiersIn(text: string): readonly Identifier[] {
  const unbroken = text.match(/(?<!\d)\d{11}(?!\d)/gu) ?? []
  const numbers = longNumbers(text).map(({ digits }) => digits)
  const found: Identifier[] = []
  if (E_MAIL.test(text)) found.push('E_MAIL')
  if ([...unbroken, ...numbers].some(isPesel)) found.push('PESEL')
  if (numbers.some((digits) => !isPesel(digits))) found.push('PHONE')
  return found
}
