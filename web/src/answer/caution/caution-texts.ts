import type { Identifier } from '@rozeznanie/core/response'

/** What is said of a text that leads to one person. */
interface CautionTexts {
  readonly found: (identifiers: readonly Identifier[]) => string
  readonly advice: string
}

type Names = Readonly<Record<Identifier, string>>

function listed(names: Names, and: string, found: readonly Identifier[]): string {
  const named = found.map((identifier) => names[identifier])
  const last = named[named.length - 1] ?? ''
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} ${and} ${last}`
}

const POLISH: Names = {
  E_MAIL: 'adres e-mail',
  PESEL: 'numer PESEL',
  PHONE: 'numer telefonu lub inny długi numer',
}
const ENGLISH: Names = {
  E_MAIL: 'an e-mail address',
  PESEL: 'a PESEL number',
  PHONE: 'a telephone or other long number',
}
const UKRAINIAN: Names = {
  E_MAIL: 'адресу електронної пошти',
  PESEL: 'номер PESEL',
  PHONE: 'номер телефону або інший довгий номер',
}

const polish: CautionTexts = {
  found: (found) => `W tej odpowiedzi widzimy: ${listed(POLISH, 'i', found)}.`,
  advice:
    'Ankieta jest anonimowa, a po tym można by rozpoznać osobę. Prosimy to usunąć, jeśli nie jest potrzebne. Wysłać można i tak.',
}
const english: CautionTexts = {
  found: (found) => `In this answer we see ${listed(ENGLISH, 'and', found)}.`,
  advice:
    'The survey is anonymous, and a person could be recognised by this. Please remove it unless it is needed. You can send it all the same.',
}
const ukrainian: CautionTexts = {
  found: (found) => `У цій відповіді ми бачимо: ${listed(UKRAINIAN, 'і', found)}.`,
  advice:
    'Опитування анонімне, а за цим можна впізнати людину. Просимо це вилучити, якщо воно не потрібне. Надіслати можна й так.',
}

/** The texts of a language; Polish where there are none. */
export const cautionsIn = (code: string): CautionTexts =>
  code === 'en' ? english : code === 'uk' ? ukrainian : polish
