const E_MAIL = /[^\s@,;<>()]+@[^\s@,;<>()]+\.[a-z]{2,}/iu
/** Three groups of digits split by dots, or digits with at most two spaces or dashes between them. */
const DIGIT_RUN = /(?<!\d)\d{3}\.\d{3}\.\d{3}(?!\d)|(?<!\d)\+?\(?\d(?:[)\s\-–]{0,2}\d)*/gu
const YEARS_ONLY = /^(?:(?:19|20)\d{2}[\s\-–]*)+$/u
const OWN_NAME =
  /(?:mam na imi[eę]|nazywam si[eę]|na nazwisko|moje (?:imi[eę]|nazwisko)|imi[eę] i nazwisko)/iu
const OTHER_NAME =
  /(?<!\p{L})(?:[Pp]an(?:i|u|a|ią|em)?|[Pp]aństwo|[Pp]aństwa)\s+(?!(?:Burmistrz|Wójt|Dyrektor|Prezydent|Sołtys|Starost|Doktor|Kierowni|Radn|Minist|Premier|Prezes|Ksi)\p{L}*)\p{Lu}\p{Ll}{2,}/u
const STREET_WITH_NUMBER =
  /(?<!\p{L})(?:ul\.|ulic[ayąę]|al\.|alej[aieę]+|pl\.|os\.|osiedl[ueam]+)\s*\p{Lu}[\p{L}\s.]{1,40}?\s\d{1,4}/u
const POSTCODE = /(?<![\d-])\d{2}-\d{3}(?![\d-])/u

const PESEL_WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3] as const

/** True for 11 digits whose last one is the check digit of a PESEL number. */
function isPesel(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false
  const sum = PESEL_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return (10 - (sum % 10)) % 10 === Number(digits[10])
}

/**
 * What in an open answer may tell who wrote it or whom it is about, as Polish sentences for the person who
 * decides whether the answer goes into a report; empty when nothing was found.
 * It finds patterns, not meaning: an empty list is no proof.
 */
export function personalDataWarnings(text: string): readonly string[] {
  const runs = [...text.matchAll(DIGIT_RUN)].map(([run]) => run).filter((run) => !YEARS_ONLY.test(run))
  const longRuns = runs.map((run) => run.replace(/\D/g, '')).filter((digits) => digits.length >= 9)
  const warnings: string[] = []
  if (E_MAIL.test(text)) warnings.push('Tekst zawiera adres e-mail.')
  if (longRuns.some(isPesel)) warnings.push('Tekst zawiera numer PESEL.')
  if (longRuns.some((digits) => !isPesel(digits))) {
    warnings.push('Tekst zawiera długi numer, na przykład numer telefonu.')
  }
  if (OWN_NAME.test(text) || OTHER_NAME.test(text)) warnings.push('Tekst może zawierać imię lub nazwisko.')
  if (STREET_WITH_NUMBER.test(text) || POSTCODE.test(text)) warnings.push('Tekst może zawierać adres.')
  return warnings
}
