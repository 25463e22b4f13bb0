import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { accessibilityFaults, openHouse, sidewaysScroll, type House } from './harness.ts'
import { send } from './resident.ts'
import { NARROW, PHONE } from './workspace.ts'

const SECRET = 'Sekretna ławka pod lipą'
const QUESTIONS = aQuestionnaire([
  yesNo('needs_help'),
  { type: 'TEXT_LONG', key: 'wishes', text: 'Czego brakuje?' },
  yesNo('often'),
])

let house: House
let questionnaireVersionId: string
let organisationId: string
beforeAll(async () => {
  house = await openHouse()
  organisationId = await house.app.anOrganisation({ name: 'CUS w Busku-Zdroju' })
  questionnaireVersionId = await house.app.aQuestionnaireVersion(QUESTIONS)
})
afterAll(() => house.close())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

async function answerTwo(page: Page): Promise<void> {
  await press(page, 'Rozpocznij')
  await page.getByLabel('Tak', { exact: true }).check()
  await press(page, 'Dalej')
  await page.getByLabel('Czego brakuje?').fill(SECRET)
}

/** Puts the form aside. @returns the four words */
async function putAside(page: Page): Promise<string> {
  await press(page, 'Przerwij i dokończ później')
  await press(page, 'Odłóż odpowiedzi i pokaż kod')
  await heading(page, 'Odpowiedzi są odłożone')
  const words = await page.locator('.code-words li').allInnerTexts()
  expect(words).toHaveLength(4)
  return words.join(' ')
}

async function openByCode(page: Page, typed: string): Promise<void> {
  await press(page, 'Mam kod do dokończenia')
  await page.getByLabel('Cztery słowa kodu').fill(typed)
  await press(page, 'Otwórz moje odpowiedzi')
}

const parkedOf = (surveyId: string) => house.app.db.prisma.parkedAnswers.findMany({ where: { surveyId } })
const stored = (surveyId: string) => house.app.db.prisma.response.findMany({ where: { surveyId } })
const aSurvey = () =>
  house.app.aSurvey({ organisationId, questionnaireVersionId, title: 'Ankieta mieszkańca' })

describe('a form put aside', () => {
  it('is finished on another device by its four words; the server could not read it, and counts it once', async () => {
    const { id, code } = await aSurvey()
    const first = await house.visit(`/a/${code}`, PHONE)
    await answerTwo(first.page)
    const words = await putAside(first.page)
    const faults = [...(await accessibilityFaults(first.page))]
    const [row] = await parkedOf(id)
    expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toMatch(/Sekretna|wishes|needs_help/)
    await press(first.page, 'Kod jest zapisany, usuń odpowiedzi z tego urządzenia')
    await heading(first.page, 'Ankieta mieszkańca')
    expect(await first.page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('ławka')

    const second = await house.visit(`/a/${code}`, NARROW)
    const [one = '', ...others] = words.split(' ')
    await openByCode(second.page, `${one} ${others[0]} xyzzyq ${others[2]}`)
    await second.page.getByText('Słowo 3, „xyzzyq”').waitFor()
    faults.push(...(await accessibilityFaults(second.page)))
    await second.page.getByLabel('Cztery słowa kodu').fill(`1. ${words.toUpperCase()}`)
    await press(second.page, 'Otwórz moje odpowiedzi')
    await expect.poll(() => second.page.getByLabel('Czego brakuje?').inputValue()).toBe(SECRET)
    expect(await sidewaysScroll(second.page)).toBe(0)
    await press(second.page, 'Dalej')
    await second.page.getByLabel('Nie', { exact: true }).check()
    await press(second.page, 'Dalej')
    await send(second.page)

    expect((await stored(id)).map(({ answers }) => answers)).toEqual([
      { needs_help: 'yes', wishes: SECRET, often: 'no' },
    ])
    await expect.poll(() => parkedOf(id)).toEqual([])
    expect([faults, first.complaints, second.complaints]).toEqual([[], [], []])
    await Promise.all([first.close(), second.close()])
  })

  it('goes from a browser without scripts to one with them and back, under the same words', async () => {
    const { id, code } = await aSurvey()
    const bare = await house.visit(`/a/${code}`, { ...NARROW, javaScriptEnabled: false })
    await answerTwo(bare.page)
    const words = await putAside(bare.page)

    const full = await house.visit(`/a/${code}`, PHONE)
    await openByCode(full.page, words)
    await expect.poll(() => full.page.getByLabel('Czego brakuje?').inputValue()).toBe(SECRET)
    await full.page.getByLabel('Czego brakuje?').fill('Ławka')
    await press(full.page, 'Przerwij i dokończ później')
    await press(full.page, 'Odłóż nowsze odpowiedzi pod tym samym kodem')
    await heading(full.page, 'Odpowiedzi są odłożone')
    expect((await full.page.locator('.code-words li').allInnerTexts()).join(' ')).toBe(words)

    await press(bare.page, 'Wypełniam dalej')
    expect(await bare.page.getByLabel('Czego brakuje?').inputValue()).toBe(SECRET)
    await press(bare.page, 'Przerwij i dokończ później')
    await press(bare.page, 'Odłóż nowsze odpowiedzi pod tym samym kodem')
    await bare.page.getByText('Na innym urządzeniu odłożono').waitFor()
    await press(bare.page, 'Zostaw tamte i otwórz je tutaj')
    expect(await bare.page.getByLabel('Czego brakuje?').inputValue()).toBe('Ławka')
    await press(bare.page, 'Dalej')
    await bare.page.getByLabel('Tak', { exact: true }).check()
    await press(bare.page, 'Dalej')
    await send(bare.page)

    expect((await stored(id)).map(({ answers }) => answers)).toEqual([
      { needs_help: 'yes', wishes: 'Ławka', often: 'yes' },
    ])
    await expect.poll(() => parkedOf(id)).toEqual([])
    await Promise.all([bare.close(), full.close()])
  })
})
