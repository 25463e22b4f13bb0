import { inOrder, pick, put, rate, type Act, type Screen } from './resident.ts'

/** The questionnaire „Życie w Stopnicy” and four people who answer it. */

export const PERSON = 'O Panu/Pani'
export const SERVICES = 'Usługi w gminie'
export const HOME = 'Gdzie Pan/Pani mieszka?'
export const SINCE = 'Od którego roku mieszka Pan/Pani w gminie?'
export const COUNT = 'Ile osób mieszka razem z Panem/Panią?'
export const PEOPLE = 'Proszę powiedzieć o każdej z tych osób.'
export const USES = 'Z czego Pan/Pani korzysta?'
export const RIDES = 'Jak ocenia Pan/Pani dowóz?'
export const FIRST = 'Co jest najważniejsze?'
export const LIFE = 'Jak dobrze mieszka się Panu/Pani w gminie?'
export const WISH = 'Co warto zmienić w naszej gminie?'
export const CONSENT = 'Zgadzam się na rozmowę o usługach.'

const twoPeople: Act = async (page) => {
  await page.getByRole('button', { name: 'Dodaj: osoba' }).click()
  const mother = page.getByRole('group', { name: 'Osoba 1' })
  await mother.getByRole('textbox').fill('mama')
  await mother.getByLabel('Tak', { exact: true }).check()
  await page.getByRole('button', { name: 'Dodaj następną pozycję: osoba' }).click()
  const son = page.getByRole('group', { name: 'Osoba 2' })
  await son.getByRole('textbox').fill('syn')
  await son.getByLabel('Nie', { exact: true }).check()
}

export const ANNA: readonly Screen[] = [
  [PERSON, pick('35–44 lata')],
  [HOME, pick('w centrum')],
  [SINCE, put(SINCE, '1990')],
  [COUNT, put(COUNT, '2')],
  [PEOPLE, twoPeople],
  [USES, pick('Żadne z powyższych', 'obiady w klubie', 'obiady w domu', 'dowóz do lekarza')],
  [RIDES, rate({ punktualność: 'Dobrze', wygoda: 'Źle' })],
  [FIRST, inOrder('lekarz', 'autobusy')],
  [LIFE, pick('3')],
  [WISH, put(WISH, 'Więcej autobusów wieczorem.')],
  [CONSENT, pick('Tak, zgadzam się')],
]

export const JAN: readonly Screen[] = [
  [PERSON, pick('65–69 lat')],
  [HOME, pick('na skraju wsi')],
  [SINCE, put(SINCE, '1970')],
  [COUNT, put(COUNT, '0')],
  [USES, pick('obiady w klubie')],
  [FIRST, inOrder('spotkania', 'lekarz')],
  [LIFE, pick('8')],
  [CONSENT],
]

/** She begins with version 1; when she comes to the services, the survey has gone on to version 2. */
export const ZOFIA_BEFORE: readonly Screen[] = [
  [PERSON, pick('85 lat lub więcej')],
  [HOME, pick('w centrum')],
]
export const ZOFIA_AFTER: readonly Screen[] = [
  [SINCE, put(SINCE, '1941')],
  [COUNT, put(COUNT, '1')],
  [PEOPLE],
  [USES, pick('obiady w domu')],
  [FIRST, inOrder('lekarz', 'autobusy')],
  [LIFE, pick('9')],
  [CONSENT],
]

export const EWA: readonly Screen[] = [
  [PERSON, pick('35–44 lata')],
  [HOME, pick('w centrum Stopnicy')],
  [SINCE, put(SINCE, '2001')],
  [COUNT, put(COUNT, '0')],
  [USES, pick('obiady', 'dowóz do lekarza')],
  [RIDES, rate({ punktualność: 'Nie wiem', wygoda: 'Dobrze' })],
  [FIRST, inOrder('autobusy', 'lekarz')],
  [LIFE, pick('10')],
  [CONSENT, pick('Tak, zgadzam się')],
]
