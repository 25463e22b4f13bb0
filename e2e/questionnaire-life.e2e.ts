import type { Page } from 'playwright-core'
import { everyQuestion, parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedIn } from '../server/testing/test-app.ts'
import * as author from './author.ts'
import { openHouse, type House, type Visit } from './harness.ts'
import { answerScreens, send, type Screen } from './resident.ts'
import * as stopnica from './stopnica.ts'
import { arriveAt, PHONE, tabTo, WIDE } from './workspace.ts'

const { PERSON, SERVICES, HOME, SINCE, COUNT, PEOPLE, USES, RIDES, FIRST, LIFE, WISH, CONSENT } = stopnica
const { ANNA, JAN, ZOFIA_BEFORE, ZOFIA_AFTER, EWA } = stopnica

let house: House
let organiser: SignedIn
beforeAll(async () => {
  house = await openHouse()
  await house.app.anAccount({ isAdministrator: true })
  const organisationId = await house.app.anOrganisation({
    name: 'Centrum Usług Społecznych w Stopnicy',
    municipalityCodes: ['260106'],
  })
  organiser = await house.app.signInAs('organiser', { organisationId })
})
afterAll(() => house.close())

async function create(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Nowy kwestionariusz' }).waitFor()
  await author.fillIn(page, 'Tytuł kwestionariusza', 'Życie w Stopnicy')
  await author.press(page, 'Utwórz i przejdź do edycji')
  await arriveAt(page, 'Edycja: Życie w Stopnicy')
}

/** The person and those they live with; the last question but two stands too early, it belongs to the services. */
async function writeFirstPart(page: Page): Promise<void> {
  await tabTo(page, 'Tytuł, wstęp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await author.focusOn(page, 'Tytuł części')
  await author.write(page, PERSON)
  await author.addBelow(page, 'Informacja', 'Na początek kilka pytań o dom.')
  await author.addFromBank(page, 'lat', 'Ile ma Pan/Pani lat?')
  await author.addBelow(page, 'Jedna odpowiedź', HOME)
  const places = '1. w centrum\n2. na skraju wsi\n3) w kolonii\nnie chcę powiedzieć'
  await author.pasteLines(page, 'odpowiedzi', places)
  await author.addBelow(page, 'Rok', SINCE)
  await author.addBelow(page, 'Dłuższy tekst', WISH)
  await author.addBelow(page, 'Liczba', COUNT)
  await author.fillIn(page, 'Największa liczba', '15')
  await author.addBelow(page, 'Grupa powtarzana', PEOPLE)
  await author.fillIn(page, 'Najwyżej tyle pozycji', '5')
  await author.showIf(page, 'Ile osób')
  await author.choose(page, 'Co ma się zgadzać', 'co najmniej')
  await author.fillIn(page, 'Liczba', '1')
  await author.openQuestion(page, 'Nowe pytanie')
  await author.write(page, 'Kim jest dla Pana/Pani ta osoba?')
  await author.addBelow(page, 'Jedna odpowiedź', 'Czy ta osoba potrzebuje pomocy na co dzień?')
}

async function writeSecondPart(page: Page): Promise<void> {
  await author.press(page, 'Dodaj część')
  await author.focusOn(page, 'Tytuł części')
  await author.write(page, SERVICES)
  await author.addBelow(page, 'Kilka odpowiedzi', USES)
  const services = '- klub seniora\n- obiady w klubie\n- obiady w domu\n- dowóz do lekarza'
  await author.pasteLines(page, 'odpowiedzi', services)
  await author.press(page, '+ Żadne z powyższych')
  await author.announced(page, 'Dodano odpowiedź „Żadne z powyższych”.')
  await author.addBelow(page, 'Tabela, jedna', RIDES)
  await author.pasteLines(page, 'wierszy', 'punktualność\nwygoda')
  await author.showIf(page, 'Z czego')
  await author.tick(page, 'dowóz do lekarza')
  await author.addBelow(page, 'Wybór i kolejność', FIRST)
  await author.pasteLines(page, 'odpowiedzi', 'autobusy\nlekarz\nspotkania')
  await author.fillIn(page, 'Ile odpowiedzi wybrać', '2')
  await author.addBelow(page, 'Ocena od 0 do 10', LIFE)
  await author.addBelow(page, 'Zgoda', CONSENT)
}

/** Takes the question that stands too early over the border between the parts; every step is said aloud. */
async function moveWish(page: Page): Promise<void> {
  const step = async (key: 'Up' | 'Down', place: string) => {
    await page.keyboard.press(`Alt+Arrow${key}`)
    await author.announced(page, `Pytanie „${WISH}” jest teraz ${place}”.`)
  }
  await author.goToLine(page, WISH)
  for (const place of [6, 7]) await step('Down', `${place}. z 7 w części „${PERSON}`)
  for (const place of [1, 2, 3, 4, 5, 6]) await step('Down', `${place}. z 6 w części „${SERVICES}`)
  await page.keyboard.press('Alt+ArrowDown')
  await author.announced(page, 'To już ostatnie pytanie.')
  await step('Up', `5. z 6 w części „${SERVICES}`)
  await author.openQuestion(page, WISH)
  await author.showIf(page, 'Jak dobrze')
  await author.choose(page, 'Co ma się zgadzać', 'najwyżej')
  await author.choose(page, 'Odpowiedź', '5')
}

/** @returns the code in the address that residents get */
async function openSurvey(page: Page): Promise<string> {
  await author.press(page, 'Otwórz ankietę')
  await arriveAt(page, 'Otwórz ankietę')
  await author.press(page, 'Otwórz ankietę')
  await arriveAt(page, 'Życie w Stopnicy')
  const address = await page.getByRole('link', { name: /\/a\/[a-z0-9]{8} / }).innerText()
  return /\/a\/([a-z0-9]{8})/.exec(address)?.[1] ?? ''
}

async function begin(code: string): Promise<Visit> {
  const visit = await house.visit(`/a/${code}`, PHONE)
  await visit.page.getByRole('button', { name: 'Rozpocznij' }).click()
  return visit
}

async function answer(code: string, screens: readonly Screen[]): Promise<void> {
  const { page, complaints, close } = await begin(code)
  await answerScreens(page, screens)
  await send(page)
  expect(complaints).toEqual([])
  await close()
}

/** Other words for an answer, and an answer taken out that people have given. */
async function change(page: Page): Promise<void> {
  await author.press(page, 'Kwestionariusze')
  await arriveAt(page, 'Kwestionariusze')
  await author.press(page, 'Edytuj: Życie w Stopnicy')
  await arriveAt(page, 'Edycja: Życie w Stopnicy')
  await author.openQuestion(page, HOME)
  await author.fillIn(page, 'Odpowiedź 1', 'w centrum Stopnicy')
  await author.openQuestion(page, USES)
  await author.press(page, 'Usuń: obiady w klubie')
  await author.announced(page, 'Usunięto: obiady w klubie.')
  await author.fillIn(page, 'Odpowiedź 2', 'obiady')
}

async function goToChanges(page: Page): Promise<void> {
  await author.press(page, 'Zmiany i publikacja', 'Shift+Tab')
  await arriveAt(page, 'Zmiany i publikacja')
}

/** The removed answer stays counted: the question becomes a new one that says what each old answer is now. */
async function settle(page: Page): Promise<void> {
  await author.press(page, `Potraktuj jako nowe pytanie: ${USES}`)
  await page.getByRole('dialog', { name: 'Nowe pytanie zamiast dawnego' }).waitFor()
  await tabTo(page, 'Liczymy je osobno')
  await page.keyboard.press('ArrowDown')
  await author.press(page, 'Zrób z tego nowe pytanie')
  await author.focusOn(page, 'Pytanie jest teraz nowym pytaniem.')
  await page.getByText('Czym stała się każda dawna odpowiedź').waitFor()
  await author.choose(page, 'obiady w klubie', 'obiady')
  await page.getByText('Wyniki będzie można połączyć.').waitFor()
}

/** @returns what the dialog says becomes of the results */
async function moveSurvey(page: Page): Promise<string> {
  await author.press(page, 'Życie w Stopnicy')
  await page.getByRole('button', { name: 'Zobacz zmiany' }).waitFor()
  await author.press(page, 'Zobacz zmiany')
  const dialog = page.getByRole('dialog', { name: 'Przejście na wersję 2' })
  await dialog.getByText('wyniki osobno').first().waitFor()
  const told = await dialog.innerText()
  await author.press(page, 'Przejdź na wersję 2')
  await page.getByText('Ankieta korzysta teraz z wersji 2').waitFor()
  return told
}

const resultsOf = (page: Page, title: string) =>
  page.locator('section.card').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

/** First cells of the rows in the table under a question: the label, then as many numbers as are asked for. */
async function numbersOf(page: Page, title: string, columns = 1): Promise<Readonly<Record<string, string>>> {
  const rows = await resultsOf(page, title).locator('tbody tr').all()
  const cells = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()))
  return Object.fromEntries(cells.map(([label = '', ...rest]) => [label, rest.slice(0, columns).join(' ')]))
}

/** Every number of the results after all four answered: which versions it is from, and how many people. */
async function checkResults(page: Page): Promise<void> {
  const told = (title: string) => resultsOf(page, title).innerText()
  const only = (labels: Readonly<Record<string, string>>) => expect.objectContaining(labels)

  expect(await numbersOf(page, 'Ile ma Pan/Pani lat?')).toEqual(
    only({ '35–44 lata': '2', '65–69 lat': '1', '85 lat lub więcej': '1' }),
  )
  expect(await told('Ile ma Pan/Pani lat?')).toContain('Wyniki z wersji 1 i 2 kwestionariusza.')

  expect(await numbersOf(page, HOME)).toEqual(only({ 'w centrum Stopnicy': '1', 'na skraju wsi': '0' }))
  expect(await told(HOME)).toContain('Bez odpowiedzi z wersji 1, które pokazujemy osobno')
  expect(await numbersOf(page, `${HOME} (wersja 1)`)).toEqual(
    only({ 'w centrum': '2', 'na skraju wsi': '1' }),
  )
  expect(await told(`${HOME} (wersja 1)`)).toContain('w wersji 2 zmieniono treść odpowiedzi')

  // Anna had both dinners before: read across, she is one person with dinners.
  expect(await numbersOf(page, USES)).toEqual({
    obiady: '4',
    'dowóz do lekarza': '2',
    'klub seniora': '0',
    'Żadne z powyższych': '0',
  })
  expect(await told(USES)).toContain('Odpowiedziały 4 z 4 pytanych osób.')
  expect(await told(USES)).toContain('„obiady w klubie” jako „obiady”, „obiady w domu” jako „obiady”')
  expect(await page.getByRole('heading', { name: `${USES} (wersja 1)` }).count()).toBe(0)

  expect(await told(PEOPLE)).toContain('Odpowiedziała 1 z 2 pytanych osób.')
  expect(await numbersOf(page, FIRST, 3)).toEqual({ lekarz: '2 2 4', autobusy: '1 2 3', spotkania: '1 0 1' })
  expect(await numbersOf(page, LIFE)).toEqual(only({ '3': '1', '8': '1', '9': '1', '10 – najlepiej': '1' }))
  expect(await told(WISH)).toContain('1 osoba napisała odpowiedź własnymi słowami.')
  expect(await numbersOf(page, CONSENT)).toEqual({ Tak: '2' })
}

/** The draft as it was saved last. */
async function latestDocument() {
  const { document } = await house.app.db.prisma.draftState.findFirstOrThrow({ orderBy: { savedAt: 'desc' } })
  return parseQuestionnaire(document)
}

/** Numbers of the versions that the stored answers are to, in the order in which they came. */
async function answeredVersions(): Promise<readonly (number | undefined)[]> {
  const { prisma } = house.app.db
  const versions = await prisma.questionnaireVersion.findMany()
  const responses = await prisma.response.findMany({ orderBy: { sequence: 'asc' } })
  return responses.map(
    ({ questionnaireVersionId }) => versions.find(({ id }) => id === questionnaireVersionId)?.number,
  )
}

describe('the life of a questionnaire', () => {
  it('is made by the keyboard alone, published, answered, changed and moved on; its results keep the versions apart', async () => {
    const { page, complaints, close } = await house.visit('/kwestionariusze/nowy', { ...WIDE, as: organiser })
    await create(page)
    await writeFirstPart(page)
    await writeSecondPart(page)
    await moveWish(page)
    await author.save(page)
    const made = await latestDocument()
    expect(made.sections.map(({ questions }) => questions.map(({ type }) => type))).toEqual([
      ['INFO', 'SINGLE', 'SINGLE', 'DATE_YEAR', 'NUMBER', 'ROSTER'],
      ['MULTI', 'MATRIX_SINGLE', 'RANK', 'SCALE_0_10', 'TEXT_LONG', 'CONSENT'],
    ])
    expect(everyQuestion(made).filter(({ visibleIf }) => visibleIf !== undefined)).toHaveLength(3)

    await goToChanges(page)
    await author.publish(page, 1)
    const code = await openSurvey(page)
    await answer(code, ANNA)
    await answer(code, JAN)
    const zofia = await begin(code)
    await answerScreens(zofia.page, ZOFIA_BEFORE)

    await change(page)
    await goToChanges(page)
    await page.getByText('Jeszcze nie można opublikować.').waitFor()
    const changes = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ')
    expect(changes).toContain('Odpowiedź „obiady w klubie” usunięto. 2 odpowiedzi używają tej opcji.')
    expect(changes).toContain('Odpowiedź „w centrum”: inne słowa. Na to pytanie są już 2 odpowiedzi.')
    expect(await page.getByRole('button', { name: 'Opublikuj wersję 2' }).count()).toBe(0)
    await settle(page)
    await author.publish(page, 2)

    const told = await moveSurvey(page)
    expect(told).toMatch(/Gdzie Pan\/Pani mieszka\?\s+wyniki osobno/)
    expect(told).toMatch(/Z czego Pan\/Pani korzysta\?\s+wyniki razem/)
    await answerScreens(zofia.page, ZOFIA_AFTER)
    await send(zofia.page)
    await answer(code, EWA)
    expect(await answeredVersions()).toEqual([1, 1, 1, 2])

    await author.press(page, 'Wyniki')
    await arriveAt(page, 'Wyniki')
    await page.getByText('Wypełnione ankiety: wersja 1 – 3; wersja 2 – 1.').waitFor()
    await author.press(page, 'Pokaż wszystkie tabele')
    await resultsOf(page, USES).getByRole('table').waitFor()
    await checkResults(page)
    expect([...complaints, ...zofia.complaints]).toEqual([])
    await zofia.close()
    await close()
  })
})
