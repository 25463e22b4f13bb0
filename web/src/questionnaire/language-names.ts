const NAMES = new Intl.DisplayNames(['pl'], { type: 'language', fallback: 'code' })

/** The Polish name of a language: „ukraiński”. */
export function nameOfLanguage(code: string): string {
  try {
    return NAMES.of(code) ?? code
  } catch {
    return code
  }
}
