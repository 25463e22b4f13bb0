import { pluralForm } from '../text.ts'

/** „p < 0,001”, „p = 0,034” */
export function pInWords(p: number): string {
  if (p < 0.001) return 'p < 0,001'
  const rounded = p.toFixed(p < 0.1 ? 3 : 2)
  return `p = ${rounded.replace('.', ',')}`
}

/** A number with a decimal comma and a real minus sign; never „−0”. */
export function decimal(value: number, digits: number): string {
  const written = Math.abs(value).toFixed(digits).replace('.', ',')
  const isNegative = value < 0 && Number(Math.abs(value).toFixed(digits)) !== 0
  return `${isNegative ? '−' : ''}${written}`
}

const NO_BREAK = '\u00a0'

/** A whole number with spaces between thousands. */
export function whole(value: number): string {
  const rounded = Math.round(Math.abs(value))
  const grouped = String(rounded).replace(/\B(?=(\d{3})+$)/g, NO_BREAK)
  return `${value < 0 && rounded !== 0 ? '−' : ''}${grouped}`
}

/** Percent without decimals: „42%”. */
export const percent = (value: number): string => `${whole(value)}%`

/** Who answered: people, or institutions in their own name. */
export interface Respondents {
  /** After a number: „osoba”, „osoby”, „osób”. */
  readonly counted: (count: number) => string
  /** „osób”, after a percentage. */
  readonly many: string
  /** „osoby, które wypełniły ankietę”, after „wśród”. */
  readonly amongThose: string
  /** „wśród pozostałych osób” */
  readonly amongOthers: string
}

const PEOPLE: Respondents = {
  counted: (count) => `${whole(count)}${NO_BREAK}${pluralForm(count, 'osoba', 'osoby', 'osób')}`,
  many: 'osób',
  amongThose: 'wśród osób, które wypełniły ankietę',
  amongOthers: 'wśród pozostałych osób',
}

const INSTITUTIONS: Respondents = {
  counted: (count) =>
    `${whole(count)}${NO_BREAK}${pluralForm(count, 'instytucja', 'instytucje', 'instytucji')}`,
  many: 'instytucji',
  amongThose: 'wśród instytucji, które wypełniły formularz',
  amongOthers: 'wśród pozostałych instytucji',
}

export const respondents = (areInstitutions: boolean): Respondents =>
  areInstitutions ? INSTITUTIONS : PEOPLE

/** „a”, „a i b”, „a, b i c” */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} i ${last}`
}

export const quoted = (label: string): string => `„${label}”`

/** The first letter of a sentence. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('pl') + text.slice(1)
