import { everyQuestion, parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedIn } from '../server/testing/test-app.ts'
import { accessibilityFaults, openHouse, sidewaysScroll, type House } from './harness.ts'
import { focusedName, NARROW, PHONE, tabTo, twoOrganisers, WIDE } from './workspace.ts'

let house: House
let anna: SignedIn
let piotr: SignedIn
beforeAll(async () => {
  house = await openHouse()
  ;[anna, piotr] = await twoOrganisers(house)
})
afterAll(() => house.close())

const CREATE = `mutation ($input: CreateQuestionnaireInput!) {
  createQuestionnaire(input: $input) { ... on Questionnaire { key } } }`
const DRAFT = `query ($key: String!) { questionnaire(key: $key) { draft { document } } }`

async function newQuestionnaire(title: string): Promise<string> {
  const input = { organisationId: anna.organisationId, title, audience: 'RESIDENT' }
  const answer = await house.app.graphql<{ createQuestionnaire: { key: string } }>(
    CREATE,
    { input },
    { as: anna },
  )
  return answer.data?.createQuestionnaire.key ?? ''
}

async function draftOf(key: string): Promise<Questionnaire> {
  const answer = await house.app.graphql<{ questionnaire: { draft: { document: unknown } } }>(
    DRAFT,
    { key },
    { as: anna },
  )
  return parseQuestionnaire(answer.data?.questionnaire.draft.document)
}

const textsOf = async (key: string) => everyQuestion(await draftOf(key)).map(({ text }) => text)

async function edit(key: string, as: SignedIn, size: object = WIDE) {
  const visit = await house.visit(`/kwestionariusze/${key}/edycja`, { ...size, as })
  await visit.page.getByRole('heading', { level: 1, name: /^Edycja/ }).waitFor()
  return visit
}

/** What a screen reader was told last. */
const announced = (page: Page, words: string) =>
  page.locator('[data-announcer]').getByText(words, { exact: false }).waitFor()

const focusOn = (page: Page, name: string) =>
  page.waitForFunction(
    (wanted) => {
      const element = document.activeElement
      const labels = element && 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
      const label = element?.getAttribute('aria-label') ?? labels.map((one) => one.innerText).join(' ')
      return (label || (element as HTMLElement).innerText).trim().startsWith(wanted)
    },
    name,
    { timeout: 10_000 },
  )

/** Waits until the pause after the last change is over and the server has everything. */
async function saved(page: Page): Promise<void> {
  await page.locator('.saved-state--saved').waitFor({ timeout: 15_000 })
}

/** Chooses a type in the window that asks for it, and types the words of the new question. */
async function addOfType(page: Page, type: string, text: string): Promise<void> {
  await page.getByRole('dialog').waitFor()
  await tabTo(page, type)
  await page.keyboard.press('Enter')
  await focusOn(page, 'Treść pytania')
  await page.keyboard.type(text)
}

describe('the editor by the keyboard alone', () => {
  it('adds questions with answers, moves, removes and brings back, and saves by itself', async () => {
    const key = await newQuestionnaire('Potrzeby mieszkańców')
    const { page, complaints, close } = await edit(key, anna)

    await tabTo(page, 'Dodaj pytanie')
    await page.keyboard.press('Enter')
    await addOfType(page, 'Jedna odpowiedź', 'Czy mieszka Pan/Pani w gminie?')
    await tabTo(page, 'Odpowiedź 1')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Tak, na stałe')
    await page.keyboard.press('Enter')
    await focusOn(page, 'Odpowiedź 2')
    await page.keyboard.type('Tak, czasami')
    await page.keyboard.press('Control+Enter')
    await addOfType(page, 'Liczba', 'Ile osób mieszka razem?')
    await page.keyboard.press('Alt+ArrowUp')
    await announced(page, 'Pytanie „Ile osób mieszka razem?” jest teraz 1. z 2 w części „Część 1”')
    await focusOn(page, 'Treść pytania')
    await saved(page)

    const [first, second] = everyQuestion(await draftOf(key))
    expect(first).toMatchObject({ type: 'NUMBER', text: 'Ile osób mieszka razem?' })
    expect(second).toMatchObject({ type: 'SINGLE', text: 'Czy mieszka Pan/Pani w gminie?' })
    const labels = second?.type === 'SINGLE' ? second.options?.map(({ label }) => label) : []
    expect(labels).toEqual(['Tak, na stałe', 'Tak, czasami', 'Nie', 'Nie wiem'])
    expect(first?.key).toMatch(/^loc_260401_/)

    await page.keyboard.press('Escape')
    await focusOn(page, '1. Ile osób')
    await page.keyboard.press('Control+Home')
    await page.locator('h1').focus()
    await tabTo(page, 'Tytuł, wstęp')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Delete')
    await page.getByText('Usunięto pytanie „Ile osób mieszka razem?”').waitFor()
    await focusOn(page, '1. Czy mieszka')
    await saved(page)
    expect(await textsOf(key)).toEqual(['Czy mieszka Pan/Pani w gminie?'])

    await page.keyboard.press('Control+z')
    await announced(page, 'Cofnięto ostatnią zmianę')
    await saved(page)
    expect(await textsOf(key)).toEqual(['Ile osób mieszka razem?', 'Czy mieszka Pan/Pani w gminie?'])
    expect(complaints).toEqual([])
    await close()
  })

  it('leads from a problem to its field', async () => {
    const key = await newQuestionnaire('Ankieta z brakiem')
    const { page, close } = await edit(key, anna)
    await tabTo(page, 'Dodaj pytanie')
    await page.keyboard.press('Enter')
    await addOfType(page, 'Krótki tekst', ' ')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')

    await page.locator('.question-card .problem-badge').waitFor()
    await tabTo(page, 'Podgląd')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { name: /Do poprawienia przed publikacją/ }).waitFor()
    await tabTo(page, 'Pytanie 1')
    await page.keyboard.press('Enter')

    await focusOn(page, 'Treść pytania')
    expect(await focusedName(page)).toBe('Treść pytania')
    await close()
  })

  it('pastes many answers at once', async () => {
    const key = await newQuestionnaire('Ankieta z listą')
    const { page, close } = await edit(key, anna)
    await tabTo(page, 'Dodaj pytanie')
    await page.keyboard.press('Enter')
    await addOfType(page, 'Kilka odpowiedzi', 'Czego brakuje?')
    await tabTo(page, 'Wklej wiele odpowiedzi')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Lista')
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('1. Lekarza\n2. Autobusu\n3. Żadne z powyższych\n4. Nie wiem')
    await page.getByText('wyklucza pozostałe').first().waitFor()
    await tabTo(page, 'Wstaw 4 pozycje')
    await page.keyboard.press('Enter')
    await focusOn(page, 'Odpowiedź 1')
    await saved(page)

    const [question] = everyQuestion(await draftOf(key))
    const options = question?.type === 'MULTI' ? question.options : []
    expect(options?.map(({ label, exclusive }) => [label, exclusive === true])).toEqual([
      ['Lekarza', false],
      ['Autobusu', false],
      ['Żadne z powyższych', true],
      ['Nie wiem', false],
    ])
    await close()
  })
})

describe('two people in one draft', () => {
  it('have their changes joined, or are asked', async () => {
    const key = await newQuestionnaire('Wspólna ankieta')
    const first = await edit(key, anna)
    await first.page.getByRole('button', { name: 'Dodaj pytanie', exact: true }).click()
    await addOfType(first.page, 'Dłuższy tekst', 'Co warto zmienić?')
    await saved(first.page)
    const second = await edit(key, piotr)
    await second.page.getByRole('treeitem', { name: /Co warto zmienić/ }).click()
    await focusOn(second.page, 'Treść pytania')

    await second.page.getByLabel('Treść pytania').fill('Co warto zmienić w gminie?')
    await saved(second.page)
    await first.page.getByRole('treeitem', { name: /Tytuł, wstęp/ }).click()
    await first.page.getByLabel('Tytuł kwestionariusza').fill('Wspólna ankieta gminy')
    await first.page.getByText('Połączyliśmy obie zmiany').waitFor()
    await saved(first.page)
    expect([(await draftOf(key)).title, ...(await textsOf(key))]).toEqual([
      'Wspólna ankieta gminy',
      'Co warto zmienić w gminie?',
    ])

    await second.page.getByLabel('Treść pytania').fill('Co zmienić najpierw?')
    await saved(second.page)
    await first.page.getByRole('treeitem', { name: /Co warto zmienić/ }).click()
    await first.page.getByLabel('Treść pytania').fill('Co zmienić od razu?')
    const dialog = first.page.getByRole('dialog', { name: 'Dwie zmiany w tym samym miejscu' })
    await dialog.waitFor()
    expect(await accessibilityFaults(first.page)).toEqual([])
    await dialog.getByRole('radio', { name: /Przyjmij zmianę/ }).check()
    await dialog.getByRole('button', { name: 'Zapisz wybór' }).click()
    await saved(first.page)
    expect(await textsOf(key)).toEqual(['Co zmienić najpierw?'])
    await first.close()
    await second.close()
  })

  it('find their unsaved words again after a crash', async () => {
    const key = await newQuestionnaire('Ankieta po awarii')
    const { page, close } = await edit(key, anna)
    await page.getByRole('treeitem', { name: /Tytuł, wstęp/ }).click()
    const context = page.context()
    await context.setOffline(true)
    await page.getByLabel('Tytuł kwestionariusza').fill('Tytuł sprzed awarii')
    await page.getByText('Zmiany są bezpieczne na tym komputerze').first().waitFor()
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(`${house.url}/kwestionariusze/${key}/edycja`)

    await again.getByText('Odzyskaliśmy zmiany').waitFor()
    await saved(again)
    expect((await draftOf(key)).title).toBe('Tytuł sprzed awarii')
    await close()
  })
})

describe('every panel of the editor', () => {
  it('is accessible and fits its window', async () => {
    const key = await newQuestionnaire('Ankieta na telefonie')
    const { page, close } = await edit(key, anna, PHONE)
    await page.getByRole('button', { name: 'Dodaj pytanie', exact: true }).click()
    await addOfType(page, 'Tabela, jedna', 'Jak ocenia Pan/Pani te sprawy?')
    const faults: string[] = []
    for (const { viewport } of [PHONE, NARROW]) {
      await page.setViewportSize(viewport)
      for (const panel of ['Spis', 'Podgląd', 'Uwagi', 'Pytania']) {
        await page.getByRole('tab', { name: panel }).click()
        await page.waitForTimeout(300)
        const wider = await sidewaysScroll(page)
        if (wider > 0) faults.push(`${panel} scrolls ${wider} px sideways at ${viewport.width} px`)
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${panel}: ${fault}`))
      }
    }
    await page.setViewportSize(WIDE.viewport)
    faults.push(...(await accessibilityFaults(page)))
    expect(faults).toEqual([])
    await close()
  })
})
