import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import type { SignedIn } from '../server/testing/test-app.ts'
import { faultsAtEverySize, openHouse, type House, type Visit } from './harness.ts'

const roads = (codes: readonly string[]) => single('road', codes, { text: 'Jak ocenia Pan/Pani drogi?' })
const buses = (help?: string) =>
  single('bus', ['tak', 'nie'], { text: 'Czy jeździ Pan/Pani autobusem?', ...(help && { help }) })
const FIRST = aQuestionnaire([roads(['dobrze', 'zle']), buses()])
const SECOND = aQuestionnaire([roads(['dobrze', 'zle', 'roznie']), buses('Także prywatnym.')])
const SIZES = [390, 1280].map((width) => ({ width, height: 800 }))

let house: House
let organiser: SignedIn
let survey: { id: string; code: string; questionnaireVersionId: string }
let newer: string

async function answer(questionnaireVersionId: string, answers: Answers): Promise<void> {
  const payload = { id: randomUUID(), questionnaireVersionId, mode: 'CAWI', answers }
  const reply = await house.app.app.inject({ method: 'POST', url: `/a/${survey.code}/responses`, payload })
  expect(reply.statusCode, reply.body).toBe(201)
}

beforeAll(async () => {
  house = await openHouse()
  await house.app.signInAs('administrator')
  organiser = await house.app.signInAs('organiser')
  const questionnaireVersionId = await house.app.aQuestionnaireVersion(FIRST)
  survey = await house.app.aSurvey({ organisationId: organiser.organisationId ?? '', questionnaireVersionId })
  newer = await house.app.aNextVersion(questionnaireVersionId, SECOND)
  for (let person = 0; person < 12; person += 1) {
    await answer(questionnaireVersionId, { road: 'dobrze', bus: 'tak' })
  }
})
afterAll(() => house.close())

const open = (part: string): Promise<Visit> =>
  house.visit(`/ankiety/${survey.id}${part}`, { as: organiser, viewport: SIZES[1] ?? null })

describe('a survey with a newer version of its questionnaire', () => {
  it('shows what changes, for everybody', async () => {
    const { page } = await open('')

    await page.getByRole('button', { name: 'Zobacz zmiany' }).click()

    const dialog = page.getByRole('dialog')
    await dialog.getByText('wyniki osobno').waitFor()
    expect(await dialog.innerText()).toContain('Kto już zaczął wypełniać wersję 1, dokończy ją.')
    expect(await faultsAtEverySize(page, SIZES)).toEqual([])
  })

  it('moves, and its results say which version each number is of', async () => {
    const { page } = await open('')
    await page.getByRole('button', { name: 'Zobacz zmiany' }).click()
    await page.getByRole('button', { name: 'Przejdź na wersję 2' }).click()
    await page.getByText('Ankieta korzysta teraz z wersji 2').waitFor()
    await answer(newer, { road: 'roznie', bus: 'nie' })
    await answer(survey.questionnaireVersionId, { road: 'zle', bus: 'nie' })

    const results = (await open('/wyniki')).page
    await results.getByText('wersja 1 – 13; wersja 2 – 1').waitFor()

    const cards = await results.locator('section.card').allInnerTexts()
    const told = (beginning: string) => cards.find((card) => card.startsWith(beginning)) ?? ''
    expect(told('Jak ocenia Pan/Pani drogi?')).toContain('Odpowiedziało 14 z 14 pytanych osób.')
    expect(told('Jak ocenia Pan/Pani drogi?')).toContain('Wyniki z wersji 1 i 2 kwestionariusza.')
    expect(told('Czy jeździ Pan/Pani autobusem? (wersja 1)')).toContain('w wersji 2 zmieniono objaśnienie')
    expect(told('Czy jeździ Pan/Pani autobusem?')).toContain('Wyniki z wersji 2 kwestionariusza.')
  })

  it('has results that everybody can read', async () => {
    const { page } = await open('/wyniki')
    await page.getByText('wcześniejsza wersja').waitFor()

    expect(await faultsAtEverySize(page, SIZES)).toEqual([])
  })
})
