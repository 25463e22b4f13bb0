/** Languages offered first: of neighbours and of the larger groups of newcomers. */
export const OFFERED_LANGUAGES = [
  ...['uk', 'en', 'be', 'ru', 'de', 'cs', 'sk', 'lt', 'fr', 'es', 'it', 'ro'],
  ...['ka', 'hy', 'az', 'vi', 'hi', 'ne', 'bn', 'tr', 'ar'],
] as const

/** What speakers call their language: „українська”. */
export function autonymOf(code: string): string {
  const name = new Intl.DisplayNames([code, 'en'], { type: 'language', fallback: 'code' }).of(code)
  return name ?? code
}

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur']

export function directionOf(code: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(code.split('-')[0] ?? code) ? 'rtl' : 'ltr'
}
