import { aQuestionnaire, aSection, number, yesNo } from '@rozeznanie/core/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SignedIn } from '../server/testing/test-app.ts'
import { openHouse, type House } from './harness.ts'
import { PHONE, twoOrganisers, WIDE } from './workspace.ts'

const WEEKENDS = 'Czy działają Państwo w soboty?'
const PLACES = 'Ile miejsc mają Państwo?'
const REMARK = 'Czy to na pewno miejsca, a nie osoby?'

let house: House
let organiser: SignedIn
let surveyId: string
beforeAll(async () => {
  house = await openHouse()
  ;[organiser] = await twoOrganisers(house)
  const questions = [
    { ...yesNo('weekends'), text: WEEKENDS, required: true },
    { ...number('places'), text: PLACES },
  ]
  const questionnaireVersionId = await house.app.aQuestionnaireVersion(
    aQuestionnaire([aSection('services', questions)], { audience: 'PROVIDER' }),
  )
  const organisationId = organiser.organisationId ?? ''
  ;({ id: surveyId } = await house.app.aSurvey({ organisationId, questionnaireVersionId }))
  await house.app.db.prisma.survey.update({
    where: { id: surveyId },
    data: { referenceOn: new Date('2025-12-31') },
  })
})
afterAll(() => house.close())

const goOn = (page: Page) => page.locator('form button[type=submit]').click()
const saved = (page: Page) => page.getByText('Wszystko zapisane.').waitFor()

async function inviteTwo(page: Page): Promise<void> {
  await page
    .getByLabel('Instytucje, każda w osobnym wierszu')
    .fill('Szkoła w Bilczy; szkola@bilcza.example\nParafia w Brzezinach')
  await page.getByRole('button', { name: 'Dodaj do listy' }).click()
  await page.getByRole('button', { name: 'Zaproś 2 instytucje' }).click()
  await page.getByRole('link', { name: 'Szkoła w Bilczy' }).click()
}

async function addressIn(page: Page): Promise<string> {
  const letter = await page.locator('.institution-letter').innerText()
  return /https?:\/\/\S+(\/formularz\/\S+)/.exec(letter)?.[1] ?? ''
}

/** The office fills in the form in two sittings and sends it. */
async function fillIn(address: string): Promise<void> {
  const first = await house.visit(address, PHONE)
  await first.page.getByText('Formularz dla: Szkoła w Bilczy').waitFor()
  await goOn(first.page)
  await first.page.getByLabel('Nie', { exact: true }).check()
  await saved(first.page)
  await first.close()

  const { page, complaints, close } = await house.visit(address, PHONE)
  await goOn(page)
  expect(await page.getByLabel('Nie', { exact: true }).isChecked()).toBe(true)
  await goOn(page)
  await page.getByLabel(PLACES).fill('12')
  await goOn(page)
  await page.getByRole('button', { name: 'Wyślij formularz' }).click()
  await page.getByText('Dziękujemy, formularz jest wysłany').waitFor()
  expect(complaints).toEqual([])
  await close()
}

/** The office sees the remark at its question, mends the answer and sends the form again. */
async function mend(address: string): Promise<void> {
  const { page, close } = await house.visit(address, PHONE)
  await page.getByText('Organizator prosi o poprawki').waitFor()
  await goOn(page)
  await goOn(page)
  await page.getByText(REMARK).waitFor()
  await page.getByLabel(PLACES).fill('10')
  await goOn(page)
  await page.getByRole('button', { name: 'Wyślij formularz' }).click()
  await page.getByText('Dziękujemy, formularz jest wysłany').waitFor()
  await page.goto(`${house.url}${address}`)
  await page.getByText('Ten formularz jest wysłany i czeka na sprawdzenie').waitFor()
  await close()
}

it('an institution is invited, fills in its form in two sittings, mends it, and is counted once accepted', async () => {
  const { page, complaints, close } = await house.visit(`/ankiety/${surveyId}/formularze`, {
    ...WIDE,
    as: organiser,
  })
  await inviteTwo(page)
  const address = await addressIn(page)
  await fillIn(address)

  await page.reload()
  await page.getByRole('button', { name: new RegExp(`^Dodaj uwagę: .*${PLACES.slice(0, -1)}`) }).click()
  await page.getByLabel(new RegExp(`^Uwaga do: .*${PLACES.slice(0, -1)}`)).fill(REMARK)
  await page.getByRole('button', { name: 'Zwróć do poprawy z 1 uwagą' }).click()
  await page.getByText('Zwrócony do poprawy').waitFor()
  await mend(address)

  await page.reload()
  await page.getByRole('button', { name: 'Przyjmij formularz' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Przyjmij formularz' }).click()
  await page.getByText('Przyjęty', { exact: true }).waitFor()
  await page.goto(`${house.url}/ankiety/${surveyId}/wyniki`)
  await page.getByText(PLACES).first().waitFor()
  expect(await page.locator('main').innerText()).toMatch(/wypełniona ankieta\s+1\s/)
  expect(complaints).toEqual([])
  await close()
})
