/**
 * Our columns in exported forms: what an XLSForm cannot carry. Other programs pass them over.
 * Columns of options are plain words, because the names of extra columns there become names of elements.
 */
export const OWN_ROLE = 'rozeznanie::rola'
export const OWN_RECORD = 'rozeznanie::zapis'
export const OPTION_COLUMNS = {
  value: 'rozeznanie_wartosc',
  exclusive: 'rozeznanie_wylacza_inne',
  allowsText: 'rozeznanie_pole_tekstowe',
} as const

/** What a row is that stands in an exported form only to make it work there. */
export const ROLES = {
  table: 'tabela',
  otherText: 'inne',
  description: 'opis części',
  intro: 'wstęp',
  thanks: 'podziękowanie',
  aside: 'pomocnicze',
} as const
export const OWN_COLUMNS: ReadonlySet<string> = new Set([
  OWN_ROLE,
  OWN_RECORD,
  'disabled',
  ...Object.values(OPTION_COLUMNS),
])
