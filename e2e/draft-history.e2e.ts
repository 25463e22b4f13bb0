import { everyQuestion, parseQuestionnaire, type Question } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, aSection, number, yesNo } from '@rozeznanie/core/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startQuestionnaire } from '../server/testing/drafts.ts'
import type { SignedIn } from '../server/testing/test-app.ts'
import { announced, focusOn, goToLine, openQuestion, press, save, write } from './author.ts'
import { openHouse, type House } from './harness.ts'
import { arriveAt, tabTo, twoOrganisers, WIDE } from './workspace.ts'

const CARE = 'Czy opiekuje się Pan/Pani kimś?'
const YEARS = 'Od ilu lat?'

let house: House
let anna: SignedIn
let piotr: SignedIn
beforeAll(async () => {
  house = await openHouse()
  ;[anna, piotr] = await twoOrganisers(house)
})
afterAll(() => house.close())

const aDraft = () =>
  startQuestionnaire(
    house.app,
    anna,
    aQuestionnaire([
      aSection('one', [
        { ...yesNo('care'), text: CARE } as Question,
        { ...number('years'), text: YEARS } as Question,
      ]),
    ]),
  )

async function openEditor(key: string, as: SignedIn) {
  const visit = await house.visit(`/kwestionariusze/${key}/edycja`, { ...WIDE, as })
  await visit.page.getByRole('tree').waitFor()
  await tabTo(visit.page, 'Tytuł, wstęp')
  return visit
}

/** The words of the questions as the server has them, the newest state first. */
async function storedTexts(questionnaireId: string): Promise<readonly (readonly string[])[]> {
  const states = await house.app.db.prisma.draftState.findMany({
    where: { questionnaireId },
    orderBy: { revision: 'desc' },
  })
  return states.map(({ document }) => everyQuestion(parseQuestionnaire(document)).map(({ text }) => text))
}

async function reword(page: Page, from: string, to: string): Promise<void> {
  await openQuestion(page, from)
  await write(page, to)
}

describe('what an author did', () => {
  it('is undone and done again, and any saved state comes back from the history', async () => {
    const { id, key } = await aDraft()
    const { page, complaints, close } = await openEditor(key, anna)
    await reword(page, YEARS, 'Ile lat to trwa?')
    await save(page)
    await goToLine(page, CARE)
    await page.keyboard.press('Delete')
    await page.getByText(`Usunięto pytanie „${CARE}”.`).waitFor()
    await page.keyboard.press('Control+z')
    await announced(page, 'Cofnięto ostatnią zmianę.')
    await page.getByRole('treeitem', { name: CARE }).waitFor()
    await page.keyboard.press('Control+Shift+z')
    await announced(page, 'Ponowiono zmianę.')

    // Left at once: the history waits for what the editor still has to save.
    await press(page, 'Historia', 'Shift+Tab')
    await arriveAt(page, 'Historia')
    await page.getByText('obecny szkic').first().waitFor()
    expect(await storedTexts(id)).toEqual([['Ile lat to trwa?'], [CARE, 'Ile lat to trwa?'], [CARE, YEARS]])

    const created = page.locator('.history-item').filter({ hasText: 'Utworzono kwestionariusz' })
    await created.getByRole('button', { name: /^Przywróć ten stan/ }).focus()
    await page.keyboard.press('Enter')
    await focusOn(page, 'Przywróć ten stan')
    await page.keyboard.press('Enter')
    await focusOn(page, 'Szkic jest znów taki jak')
    expect((await storedTexts(id))[0]).toEqual([CARE, YEARS])

    await press(page, 'Przejdź do edycji')
    await page.getByRole('treeitem', { name: YEARS }).waitFor()
    await page.getByRole('treeitem', { name: CARE }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('is kept where another person wrote too: nothing of either is lost', async () => {
    const { id, key } = await aDraft()
    const first = await openEditor(key, anna)
    const second = await openEditor(key, piotr)
    await reword(second.page, YEARS, 'Od ilu lat to trwa?')
    await save(second.page)

    await reword(first.page, YEARS, 'Ile to już lat?')
    await first.page.keyboard.press('Control+s')
    const dialog = first.page.getByRole('dialog', { name: 'Dwie zmiany w tym samym miejscu' })
    await dialog.waitFor()
    await press(first.page, 'Zapisz wybór')
    await first.page.locator('.saved-state--saved').waitFor()

    expect(await storedTexts(id)).toEqual([
      [CARE, 'Ile to już lat?'],
      [CARE, 'Od ilu lat to trwa?'],
      [CARE, YEARS],
    ])
    await first.close()
    await second.close()
  })

  it('waits in the browser while the server takes nothing, is found by the next window, and is saved later', async () => {
    const { id, key } = await aDraft()
    const { page, close } = await openEditor(key, anna)
    const browser = page.context()
    await browser.route('**/graphql', (route) =>
      route.request().postData()?.includes('saveDraft') ? route.abort() : route.continue(),
    )
    await reword(page, CARE, 'Czy pomaga Pan/Pani komuś?')
    await page.keyboard.press('Control+s')
    await page.locator('.saved-state--offline').waitFor()

    const next = await browser.newPage()
    await next.goto(page.url())
    await next.getByText('Odzyskaliśmy zmiany').waitFor()
    await next.getByRole('treeitem', { name: 'Czy pomaga Pan/Pani komuś?' }).waitFor()
    expect(await storedTexts(id)).toHaveLength(1)
    await browser.unroute('**/graphql')
    await save(next)

    expect(await storedTexts(id)).toEqual([
      ['Czy pomaga Pan/Pani komuś?', YEARS],
      [CARE, YEARS],
    ])
    await close()
  })
})
