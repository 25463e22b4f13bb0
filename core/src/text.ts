/** Written without a look-behind: phones from before 2023 refuse a whole script that holds one. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:^|[^\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** What PostgreSQL cannot store in `text` or `jsonb`: NUL characters and lone surrogates. */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && !LONE_SURROGATE.test(text)
}

/** Names of the months as they follow a day: „22 listopada”. */
export const MONTHS_OF: readonly string[] = [
  'stycznia',
  'lutego',
  'marca',
  'kwietnia',
  'maja',
  'czerwca',
  'lipca',
  'sierpnia',
  'września',
  'października',
  'listopada',
  'grudnia',
]

/** „1”, „1 i 2”, „1, 2 i 4” */
export function listNumbers(numbers: readonly number[]): string {
  const last = String(numbers.at(-1) ?? '')
  return numbers.length < 2 ? last : `${numbers.slice(0, -1).join(', ')} i ${last}`
}

/** The form of a Polish noun beside a whole number: 1 ankieta, 2 ankiety, 5 ankiet, 12 ankiet, 22 ankiety. */
export function pluralForm(count: number, one: string, few: string, many: string): string {
  if (count === 1) return one
  const tens = Math.abs(count) % 100
  const units = tens % 10
  return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? few : many
}
