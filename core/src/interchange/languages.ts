const KNOWN: Readonly<Record<string, string>> = {
  polski: 'pl',
  polish: 'pl',
  english: 'en',
  angielski: 'en',
  українська: 'uk',
  ukrainian: 'uk',
  ukraiński: 'uk',
  русский: 'ru',
  russian: 'ru',
  rosyjski: 'ru',
  deutsch: 'de',
  german: 'de',
  niemiecki: 'de',
  français: 'fr',
  french: 'fr',
  francuski: 'fr',
  español: 'es',
  spanish: 'es',
  беларуская: 'be',
  belarusian: 'be',
  arabic: 'ar',
}
const NAMES: Readonly<Record<string, string>> = {
  pl: 'Polski',
  en: 'English',
  uk: 'Українська',
  ru: 'Русский',
  de: 'Deutsch',
  fr: 'Français',
  be: 'Беларуская',
}
const CODE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/

/** The code of a language as forms write it: `Polski (pl)`, `pl`, `English`; `null` when it cannot be told. */
export function languageCode(name: string): string | null {
  const inside = /\(([^()]*)\)\s*$/.exec(name)?.[1]?.trim()
  if (inside !== undefined && CODE.test(inside)) return inside
  const word = name.trim()
  if (CODE.test(word)) return word
  return KNOWN[word.toLowerCase()] ?? null
}

/** How a form names a language: `Polski (pl)`. */
export const languageName = (code: string): string => `${NAMES[code] ?? code} (${code})`
