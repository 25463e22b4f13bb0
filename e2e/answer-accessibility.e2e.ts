import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { contrastOf, partsThatDiffer } from './answer-pixels.ts'
import { seeEveryState } from './answer-states.ts'
import { faultsIn, VARIANTS } from './answer-variants.ts'
import { openHouse, type House } from './harness.ts'

let house: House
let organisationId: string
beforeAll(async () => {
  house = await openHouse()
  organisationId = await house.app.anOrganisation({ name: 'CUS w Busku-Zdroju' })
  await house.app.aLocality({ name: 'Wełecz' })
})
afterAll(() => house.close())

const EVERY = 3
const RECEIPT = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g
const fileOf = (state: string) => `answer-trees/${state.replace(/\W+/g, '-')}.yaml`

describe('every state of the answering page', () => {
  it('has no fault of accessibility, and tells a screen reader what it did before', async () => {
    const { page, close } = await house.visit('/healthz')
    const faults: string[] = []
    const seen: string[] = []
    await seeEveryState(house, organisationId, page, async (state) => {
      // Every third state in one variant here, in turn; `npm run proof:a11y` looks at all of them in all.
      const variant =
        seen.length % EVERY === 0 ? VARIANTS[(seen.length / EVERY) % VARIANTS.length] : undefined
      for (const fault of variant ? await faultsIn(page, variant) : []) faults.push(`${state}, ${fault}`)
      const tree = (await page.locator('#ankieta').ariaSnapshot()).replace(RECEIPT, 'ABCD-EFGH')
      await expect(tree).toMatchFileSnapshot(fileOf(state))
      seen.push(state)
    })

    expect(faults).toEqual([])
    expect(new Set(seen).size).toBeGreaterThan(45)
    await close()
  }, 240_000)
})

const TITLE = 'Czy mieszka Pan/Pani w gminie?'
const YES_NO = Array.from({ length: 4 }, (_, index) => ({
  ...single(`q${index}`, ['Tak', 'Nie']),
  text: TITLE,
}))

async function begun(questionnaire = aQuestionnaire(YES_NO), width = 390) {
  const questionnaireVersionId = await house.app.aQuestionnaireVersion(questionnaire)
  const { code } = await house.app.aSurvey({ organisationId, questionnaireVersionId })
  const visit = await house.visit(`/a/${code}`, { viewport: { width, height: 640 } })
  await visit.page.getByRole('button', { name: 'Rozpocznij' }).click()
  await visit.page.locator('main .question').first().waitFor()
  return visit
}

describe('in the colours of the system', () => {
  it('a chosen answer and the way gone are told from the others by at least 3 : 1', async () => {
    const { page, close } = await begun()
    await page.getByLabel('Tak', { exact: true }).check()
    await page.getByRole('button', { name: 'Dalej' }).click()
    await page.getByRole('heading', { name: TITLE }).waitFor()
    for (const forcedColors of ['active', 'none'] as const) {
      await page.emulateMedia({ forcedColors })
      await page.getByLabel('Nie', { exact: true }).check()
      const [free, chosen] = [page.locator('.choice').nth(0), page.locator('.choice').nth(1)]
      const circle = (box: typeof free) => box.locator('input').screenshot()
      expect(await partsThatDiffer(page, await circle(free), await circle(chosen))).toBeGreaterThan(0.1)
      const bar = await page.locator('progress').screenshot()
      expect(await contrastOf(page, bar, 0.08, 0.9)).toBeGreaterThanOrEqual(3)
    }
    await close()
  })
})

describe('by the keyboard alone, at 320 px', () => {
  it('an answer out of a few takes three presses: to the answers, to choose, and on', async () => {
    const { page, close } = await begun(aQuestionnaire(YES_NO), 320)
    for (let question = 0; question < YES_NO.length; question += 1) {
      const before = page.url()
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
      for (const key of ['Tab', 'Space', 'Enter']) await page.keyboard.press(key)
      await expect.poll(() => page.url()).not.toBe(before)
    }
    expect(await page.locator('h1').innerText()).toContain('Sprawdzenie')
    expect(await page.locator('.checked .answer').allInnerTexts()).toEqual(['Tak', 'Tak', 'Tak', 'Tak'])
    await close()
  })

  it('every control is reached, with a ring that is seen, forward and back', async () => {
    const { page, close } = await begun(aQuestionnaire(YES_NO), 320)
    const ringed = () =>
      page.evaluate(() => {
        const at = document.activeElement
        if (!(at instanceof HTMLElement) || at === document.body) return null
        const drawn = at.matches('.choice > input') ? at.nextElementSibling : at
        const { outlineStyle, outlineWidth } = getComputedStyle(drawn ?? at)
        const { width, height } = (drawn ?? at).getBoundingClientRect()
        const isSeen = width > 0 && height > 0 && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3
        return `${at.tagName} ${at.textContent?.trim().slice(0, 20) ?? ''}${at.id}${isSeen ? '' : ' WITHOUT RING'}`
      })
    const walk = async (key: string) => {
      const places: string[] = []
      for (let step = 0; step < 30; step += 1) {
        await page.keyboard.press(key)
        const place = await ringed()
        if (place === null) break
        places.push(place)
      }
      return places
    }
    await walk('Shift+Tab')
    const forward = await walk('Tab')
    const back = await walk('Shift+Tab')
    expect(forward.join('\n')).not.toContain('WITHOUT RING')
    expect(back.join('\n')).not.toContain('WITHOUT RING')
    expect(forward.length).toBeGreaterThanOrEqual(7)
    expect([...new Set(back)].sort()).toEqual([...new Set(forward)].sort())
    await close()
  })
})

/** Everything that live regions say from now on. */
async function listenTo(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const at = target instanceof Element ? target : target.parentElement
        const region = at?.closest('[role=status], [aria-live]')
        const words = region?.textContent?.trim()
        if (words && words !== heard[heard.length - 1]) heard.push(words)
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  return () => page.evaluate(() => (window as unknown as { heard: readonly string[] }).heard)
}

describe('what is announced', () => {
  it('is said once each, through regions that stood there before, and none speaks over the page', async () => {
    const options = ['A', 'B', 'C'].map((code) => ({ code, label: `Usługa ${code}` }))
    const none = { code: 'NONE', label: 'Żadna', exclusive: true }
    const { page, close } = await begun(
      aQuestionnaire([
        { key: 'm', type: 'MULTI', text: 'Które usługi?', maxChoices: 2, options: [...options, none] },
        {
          key: 'r',
          type: 'ROSTER',
          text: 'Kto mieszka razem?',
          itemName: 'osoba',
          questions: [{ ...single('i', ['1']), text: 'Czy pracuje?' }],
        },
      ]),
    )
    const heard = await listenTo(page)
    for (const letter of ['A', 'B', 'C']) await page.getByLabel(`Usługa ${letter}`).click()
    await page.getByLabel('Żadna').click()
    await page.getByLabel('Usługa A').click()
    await page.getByRole('button', { name: 'Dalej' }).click()
    await page.getByRole('button', { name: 'Dodaj: osoba' }).click()
    await page.getByRole('button', { name: 'Usuń: osoba 1' }).click()
    await expect.poll(async () => (await heard()).length).toBe(5)

    expect(await heard()).toEqual([
      'Zaznaczono już 2 odpowiedzi, więcej nie można. Aby zmienić wybór, proszę najpierw odznaczyć jedną z nich.',
      'Zaznaczono „Żadna”. Pozostałe zaznaczenia zostały usunięte.',
      'Zaznaczenie „Żadna” zostało usunięte, bo wybrano inną odpowiedź.',
      'Dodano: osoba 1.',
      'Usunięto: osoba 1.',
    ])
    expect(await page.locator('[aria-live=assertive], main [role=alert] main').count()).toBe(0)
    await close()
  })
})

describe('when the page itself fails', () => {
  it('a fault of its own leaves a telephone number and the way to answer on paper', async () => {
    const visit = await house.visit('/healthz')
    const questionnaireVersionId = await house.app.aQuestionnaireVersion(aQuestionnaire(YES_NO))
    const { code } = await house.app.aSurvey({ organisationId, questionnaireVersionId })
    await visit.page.route(`**/a/${code}`, async (route) => {
      const reply = await route.fetch()
      const body = (await reply.text()).replaceAll(`"text":"${TITLE}"`, '"text":7')
      await route.fulfill({ response: reply, body })
    })
    await visit.page.goto(`${house.url}/a/${code}`)
    await visit.page.getByRole('heading', { name: 'Przepraszamy, strona się zacięła' }).waitFor()

    expect(await visit.page.locator('main').innerText()).toMatch(/zadzwonić[^]*na papierze[^]*41 123 45 67/)
    for (const variant of VARIANTS.slice(0, 1)) expect(await faultsIn(visit.page, variant)).toEqual([])
    await visit.close()
  })
})

describe('the look of the page without scripts', () => {
  it('is chosen with the answers left as they are, and goes along to the end; so does who answers', async () => {
    const calm = { ...single('a', ['1', '2']), easyText: 'Łatwe pytanie?' }
    const questionnaire = { ...aQuestionnaire([calm]), audience: 'SENIOR' } as const
    const questionnaireVersionId = await house.app.aQuestionnaireVersion(questionnaire)
    const { id, code } = await house.app.aSurvey({ organisationId, questionnaireVersionId })
    const { page, complaints, close } = await house.visit(`/a/${code}`, { javaScriptEnabled: false })
    const look = () => page.locator('html').getAttribute('class')
    const heading = () => page.locator('h1').innerText()
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    expect(await look()).toContain('calm')
    await press('Rozpocznij')
    expect(await heading()).toBe('Kto odpowiada na pytania?')
    await page.getByLabel('Odpowiadam za inną osobę').check()
    await press('Dalej')
    expect(await heading()).toBe('Łatwe pytanie?')
    await page.getByLabel('2', { exact: true }).check()
    await page.locator('.look summary').click()
    await page.getByLabel('Jasne na czarnym').check()
    await page.getByLabel('Zwykły układ').check()
    await press('Zmień wygląd')

    expect(await look()).toBe('dense letters-usual colours-light-on-dark')
    expect(await heading()).toBe('a?')
    expect(await page.getByLabel('2', { exact: true }).isChecked()).toBe(true)
    await press('Dalej')
    await press('Wyślij odpowiedzi')
    expect(await look()).toContain('light-on-dark')
    const stored = await house.app.db.prisma.response.findMany({ where: { surveyId: id } })
    expect(stored.map(({ answers, answeredBy }) => [answers, answeredBy])).toEqual([[{ a: '2' }, 'PROXY']])
    expect(complaints).toEqual([])
    await close()
  })
})
