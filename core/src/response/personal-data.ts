import { identifiersIn, type Identifier } from './identifiers.ts'

export const OWN_NAME =
  /(?:mam na imi[eę]|nazywam si[eę]|na nazwisko|moje (?:imi[eę]|nazwisko)|imi[eę] i nazwisko)/iu
export const OTHER_NAME =
  /(?<!\p{L})(?:[Pp]an(?:i|u|a|ią|em)?|[Pp]aństwo|[Pp]aństwa)\s+(?!(?:Burmistrz|Wójt|Dyrektor|Prezydent|Sołtys|Starost|Doktor|Kierowni|Radn|Minist|Premier|Prezes|Ksi)\p{L}*)\p{Lu}\p{Ll}{2,}/u
export const STREET_WITH_NUMBER =
  /(?<!\p{L})(?:ul\.|ulic[ayąę]|al\.|alej[aieę]+|pl\.|os\.|osiedl[ueam]+)\s*\p{Lu}[\p{L}\s.]{1,40}?\s\d{1,4}/u
export const POSTCODE = /(?<![\d-])\d{2}-\d{3}(?![\d-])/u

const WARNINGS: Readonly<Record<Identifier, string>> = {
  E_MAIL: 'Tekst zawiera adres e-mail.',
  PESEL: 'Tekst zawiera numer PESEL.',
  PHONE: 'Tekst zawiera długi numer, na przykład numer telefonu.',
}

/**
 * What in an open answer may tell who wrote it or whom it is about, as Polish sentences for the person who
 * decides whether the answer goes into a report; empty when nothing was found.
 * It finds patterns, not meaning: an empty list is no proof.
 */
export function personalDataWarnings(text: string): readonly string[] {
  const warnings = identifiersIn(text).map((identifier) => WARNINGS[identifier])
  if (OWN_NAME.test(text) || OTHER_NAME.test(text)) warnings.push('Tekst może zawierać imię lub nazwisko.')
  if (STREET_WITH_NUMBER.test(text) || POSTCODE.test(text)) warnings.push('Tekst może zawierać adres.')
  return warnings
}
