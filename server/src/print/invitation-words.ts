import { polishDay } from '@rozeznanie/core/survey'
import type { InvitationFacts } from './print-task.ts'

/** Without `https://`, as people type it. */
export const shortAddress = (url: string): string => url.replace(/^https?:\/\//, '')

/** The address with a one-time code behind `#`, which no browser sends to a server. */
export const addressWithCode = (url: string, code: string): string => `${url}#kod=${encodeURIComponent(code)}`

/** „ABCD EFGH JKLM”: groups of four are typed with fewer mistakes. */
export function inGroups(code: string): string {
  const letters = code.replace(/[\s-]/g, '')
  return /[\s-]/.test(code)
    ? code.replace(/-/g, ' – ').toUpperCase()
    : (letters.match(/.{1,4}/g) ?? []).join(' ').toUpperCase()
}

const LANGUAGES: Readonly<Record<string, string>> = {
  uk: 'Можна відповідати українською мовою.',
  en: 'You can answer in English.',
}

/** Each language in which one may answer besides Polish, said in that language. */
export function languageLines(languages: readonly string[]): readonly { text: string; language: string }[] {
  return languages.flatMap((language) => {
    const text = LANGUAGES[language]
    return text === undefined ? [] : [{ text, language }]
  })
}

export const untilWords = ({ closesOn }: InvitationFacts): string =>
  `Na odpowiedzi czekamy do ${polishDay(closesOn)}`

/** A number that no line ends within. */
export const unbroken = (phone: string): string => phone.replace(/ /g, '\u00a0')

export const helpWords = ({ contactPhone }: InvitationFacts): string =>
  `Pomoc w wypełnieniu: tel.\u00a0${unbroken(contactPhone)}`
