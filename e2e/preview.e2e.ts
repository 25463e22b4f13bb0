import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, aSection, number, roster, single, when, yesNo } from '@rozeznanie/core/testing'
import { startQuestionnaire } from '../server/testing/drafts.ts'
import { accessibilityFaults, openHouse, type House } from './harness.ts'
import { WIDE } from './workspace.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const QUESTIONNAIRE: Questionnaire = aQuestionnaire(
  [
    aSection('one', [
      { ...yesNo('care'), text: 'Czy opiekuje się Pan/Pani kimś?' } as Question,
      { ...yesNo('tired', when('care', 'yes')), text: 'Czy to męczy?' } as Question,
    ]),
    aSection('two', [
      {
        ...roster('people', [{ ...number('years'), text: 'Ile lat?' } as Question]),
        text: 'Domownicy',
      } as Question,
      {
        ...single('last', ['1', '2']),
        text: 'Ostatnie',
        translations: { uk: { text: 'Останнє' } },
      } as Question,
    ]),
  ],
  { title: 'Próba', translations: { uk: { title: 'Проба' } } },
)

const surveyOf = (questionnaire: Questionnaire) => ({
  code: 'podglad',
  title: questionnaire.title,
  status: 'OPEN',
  opensOn: '2026-11-01',
  closesOn: '2026-12-01',
  organisationName: 'CUS',
  municipalityName: 'Gmina',
  contactPhone: '41 378 00 00',
  informationClause: '',
  questionnaireVersionId: 'podglad',
  questionnaire,
  localities: [],
  isDemo: false,
})

/** A frame takes a moment on a busy machine. */
const SOON = { timeout: 10_000 }

interface Said {
  readonly kind: string
  readonly questionKeys?: readonly string[]
}

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: Said[] }).heard)
const send = (page: Page, message: object) =>
  page.evaluate((sent) => {
    const frame = document.querySelector('iframe')
    frame?.contentWindow?.postMessage({ to: 'rozeznanie-preview', ...sent }, location.origin)
  }, message)

/** A page of the house with the preview in a frame, as the editor has it. */
async function openPreview(): Promise<{
  readonly page: Page
  readonly frame: Frame
  close(): Promise<void>
}> {
  const { page, close } = await house.visit('/logowanie', WIDE)
  await page.evaluate(() => {
    const holder = window as unknown as { heard: Said[] }
    holder.heard = []
    window.addEventListener('message', ({ data }) => holder.heard.push(data as Said))
    const frame = document.createElement('iframe')
    frame.src = '/answer/preview.html'
    frame.title = 'Podgląd'
    frame.width = '390'
    frame.height = '780'
    document.body.replaceChildren(frame)
  })
  await expect.poll(async () => (await heard(page)).map(({ kind }) => kind), SOON).toContain('ready')
  await send(page, { kind: 'show', survey: surveyOf(QUESTIONNAIRE) })
  const frame = page.frames().find((one) => one.url().endsWith('/answer/preview.html'))
  if (!frame) throw new Error('there is no preview')
  await at(frame, 'Próba')
  return { page, frame, close }
}

const at = (frame: Frame, title: string) =>
  frame.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
const shownKeys = async (page: Page) => (await heard(page)).at(-1)?.questionKeys

describe('the preview', () => {
  it('goes to any question without taking the focus, and tells where it is', async () => {
    const { page, frame, close } = await openPreview()

    await send(page, { kind: 'jump', questionKey: 'last' })

    await at(frame, 'Ostatnie')
    await expect.poll(() => shownKeys(page), SOON).toEqual(['last'])
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    await send(page, { kind: 'jump', questionKey: 'years' })
    await at(frame, 'Domownicy')
    await close()
  })

  it('says why a question is hidden, and why one is seen', async () => {
    const { page, frame, close } = await openPreview()
    await send(page, { kind: 'jump', questionKey: 'tired' })
    await frame.getByRole('heading', { name: 'To pytanie jest teraz ukryte' }).waitFor()
    await frame.getByText(/Odpowiedź na pytanie „Czy opiekuje się Pan\/Pani kimś\?” to „Tak”/).waitFor()
    expect(await accessibilityFaults(frame)).toEqual([])

    await send(page, { kind: 'jump', questionKey: 'care' })
    await at(frame, 'Czy opiekuje się Pan/Pani kimś?')
    await frame.getByLabel('Tak', { exact: true }).check()
    await frame.locator('form button[type=submit]').click()

    await at(frame, 'Czy to męczy?')
    await frame.getByText('Dlaczego widzę to pytanie?').click()
    await frame.getByText('spełnione').waitFor()
    expect(await accessibilityFaults(frame)).toEqual([])
    await close()
  })

  it('follows the changes of the author with its place and the answers that still fit', async () => {
    const { page, frame, close } = await openPreview()
    await send(page, { kind: 'jump', questionKey: 'last' })
    await frame.getByLabel('2', { exact: true }).check()
    const [first, second] = QUESTIONNAIRE.sections
    if (!first || !second) throw new Error('there are two sections')
    const [people, last] = second.questions
    if (!people || !last) throw new Error('there are two questions')
    const reworded = {
      ...QUESTIONNAIRE,
      sections: [first, { ...second, questions: [{ ...last, text: 'Zupełnie ostatnie' }] }],
    }

    await send(page, { kind: 'show', survey: surveyOf(reworded) })

    await at(frame, 'Zupełnie ostatnie')
    expect(await frame.getByLabel('2', { exact: true }).isChecked()).toBe(true)
    const fewer = { ...last, text: 'Zupełnie ostatnie', options: [{ code: '1', label: '1' }] } as Question
    await send(page, {
      kind: 'show',
      survey: surveyOf({ ...reworded, sections: [first, { ...second, questions: [fewer] }] }),
    })
    await expect.poll(() => frame.getByLabel('2', { exact: true }).count(), SOON).toBe(0)
    await send(page, { kind: 'show', survey: surveyOf(reworded) })
    await frame.getByLabel('2', { exact: true }).waitFor()
    expect(await frame.getByLabel('2', { exact: true }).isChecked()).toBe(false)
    await close()
  })

  it('speaks the language it is told to, begins anew when told, and never sends', async () => {
    const { page, frame, close } = await openPreview()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.method()))
    await send(page, { kind: 'jump', questionKey: 'last' })
    await send(page, { kind: 'language', language: 'uk' })
    await at(frame, 'Останнє')
    await frame.getByLabel('1', { exact: true }).check()
    await frame.locator('form button[type=submit]').click()
    await frame.getByRole('button', { name: 'Надіслати відповіді' }).click()
    await frame.getByText('To tylko podgląd').waitFor()
    await frame.getByRole('button', { name: 'Zobacz podziękowanie' }).click()
    await frame.getByText('WZÓR-0000').waitFor()
    expect(requests).not.toContain('POST')
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0)

    await send(page, { kind: 'restart' })

    await at(frame, 'Próba')
    await close()
  })

  it('hears nobody but the page around it, of its own house', async () => {
    const { frame, close } = await openPreview()

    await frame.evaluate(() =>
      window.postMessage({ to: 'rozeznanie-preview', kind: 'jump', questionKey: 'last' }, '*'),
    )

    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await frame.locator('h1').innerText()).toBe('Próba')
    await close()
  })
})

describe('the preview beside the editor', () => {
  it('goes to the question that the author opens, at the width of a phone, and shows what they type', async () => {
    // Without an administrator the house asks to be set up first.
    await house.app.signInAs('administrator')
    const author = await house.app.signInAs('organiser')
    const { key } = await startQuestionnaire(house.app, author, QUESTIONNAIRE)
    const { page, complaints, close } = await house.visit(`/kwestionariusze/${key}/edycja?pytanie=care`, {
      ...WIDE,
      as: author,
    })
    const frame = page.frameLocator('iframe')
    await frame.getByRole('heading', { level: 1, name: 'Czy opiekuje się Pan/Pani kimś?' }).waitFor()

    await page.getByLabel('Treść pytania').fill('Czy pomaga Pan/Pani komuś?')

    await frame.getByRole('heading', { level: 1, name: 'Czy pomaga Pan/Pani komuś?' }).waitFor()
    const width = await frame.locator('html').evaluate((root) => root.clientWidth)
    expect(width).toBe(390)
    expect(complaints).toEqual([])
    await close()
  })
})
