import { E_MAIL, longNumbers } from './identifiers.ts'
import { OTHER_NAME, OWN_NAME, POSTCODE, STREET_WITH_NUMBER } from './personal-data.ts'

const each = (pattern: RegExp) => new RegExp(pattern.source, `g${pattern.flags}`)

const NAME_BEFORE_SIGN = /[\p{L}\d._%+-]*$/u
/** The words after „nazywam się”: names, at most three, small letters too when nothing says otherwise. */
const NAMES_AFTER = /^\s*(?:to|jest|:|-|–)?\s*\p{L}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+){0,2}/u

function withoutAddresses(text: string): string {
  let rest = text
  let done = ''
  for (let found = E_MAIL.exec(rest); found !== null; found = E_MAIL.exec(rest)) {
    done += `${rest.slice(0, found.index).replace(NAME_BEFORE_SIGN, '')}[adres e-mail]`
    rest = rest.slice(found.index + found[0].length)
  }
  return done + rest
}

function withoutNumbers(text: string): string {
  let masked = text.replace(/(?<!\d)\d{11}(?!\d)/gu, '[numer]')
  for (const { from, to } of [...longNumbers(masked)].reverse()) {
    masked = `${masked.slice(0, from)}[numer]${masked.slice(to)}`
  }
  return masked
}

function withoutNames(text: string): string {
  const titled = text.replace(each(OTHER_NAME), (found) => found.replace(/\p{Lu}[\p{L}-]+$/u, '[nazwisko]'))
  let rest = titled
  let done = ''
  for (let found = OWN_NAME.exec(rest); found !== null; found = OWN_NAME.exec(rest)) {
    const end = found.index + found[0].length
    const after = rest.slice(end)
    done += `${rest.slice(0, found.index)}[imię i nazwisko]`
    rest = after.replace(NAMES_AFTER, '')
  }
  return done + rest
}

/**
 * A text in which whatever the check for personal data finds is replaced by words in brackets: e-mail addresses, long
 * numbers, names after „nazywam się” and „pani”, addresses. Nothing that the check finds is left; what it does not
 * find stays, so that somebody must read the text all the same.
 */
export function maskedText(text: string): string {
  const places = text.replace(each(STREET_WITH_NUMBER), '[adres]').replace(each(POSTCODE), '[kod pocztowy]')
  return withoutNames(withoutNumbers(withoutAddresses(places)))
}
