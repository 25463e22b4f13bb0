import { randomUUID } from 'node:crypto'
import { WEIGHTED_QUESTIONNAIRE } from '@rozeznanie/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedIn } from '../server/testing/test-app.ts'
import { accessibilityFaults, openHouse, sidewaysScroll, type House } from './harness.ts'
import { PHONE } from './workspace.ts'

let house: House
let organiser: SignedIn
let surveyId: string

beforeAll(async () => {
  house = await openHouse()
  await house.app.signInAs('administrator')
  organiser = await house.app.signInAs('organiser')
  const questionnaireVersionId = await house.app.aQuestionnaireVersion(WEIGHTED_QUESTIONNAIRE)
  const survey = { organisationId: organiser.organisationId ?? '', questionnaireVersionId }
  surveyId = (await house.app.aSurvey(survey)).id
  const people = [
    { count: 60, dem_sex: 'WOMAN', dem_age: '35_44' },
    { count: 30, dem_sex: 'WOMAN', dem_age: '60_64' },
    { count: 40, dem_sex: 'MAN', dem_age: '35_44' },
  ]
  await house.app.db.prisma.response.createMany({
    data: people.flatMap(({ count, ...answers }) =>
      Array.from({ length: count }, () => ({
        ...{ surveyId, questionnaireVersionId, mode: 'CAWI' as const, submittedOn: new Date() },
        ...{ id: randomUUID(), contentHash: Buffer.from(randomUUID()) },
        answers: { ...answers, needs_help: answers.dem_sex === 'WOMAN' ? '1' : '2' },
      })),
    ),
  })
})
afterAll(() => house.close())

describe('the weighting assistant', () => {
  it('leads from a pasted table over a merge to weights that results use, on a phone', async () => {
    const { page, complaints, close } = await house.visit(`/ankiety/${surveyId}/wagi`, {
      as: organiser,
      ...PHONE,
    })
    const press = (name: string | RegExp) => page.getByRole('button', { name }).click()

    await page.getByRole('link', { name: 'Przygotuj wagi' }).click()
    await page.getByRole('checkbox', { name: 'Płeć i wiek' }).check()
    await press('Dalej')
    await page.getByText('Wklej tabelę z arkusza').click()
    const table = 'wiek\tkobiety\tmężczyźni\n35-59\t1200\t1100\n60+\t900\t700'
    await page.getByLabel('Tabela skopiowana z arkusza').fill(table)
    await press('Wstaw liczby')
    await page.getByText('Wstawiono liczby dla 4 z 6 grup.').waitFor()
    await press('Pomiń grupę: Kobiety, 18–34 lata')
    await press('Pomiń grupę: Mężczyźni, 18–34 lata')
    await page.getByLabel('Skąd są liczby').fill('GUS, Bank Danych Lokalnych')
    await press('Sprawdź')
    await page.getByRole('link', { name: /na jaki dzień są liczby/ }).click()
    await page.getByLabel('Na jaki dzień').fill('2025-12-31')
    await press('Sprawdź')

    await page.getByText(/^Nikt nie odpowiedział z grupy „Mężczyźni, 60 lat i więcej”/).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await press('Połącz z „Mężczyźni, 35–59 lat” grupę „Mężczyźni, 60 lat i więcej”')
    await page.getByText(/^Z 130 odpowiedzi zostaje tyle precyzji, co z 1\d\d/).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    await press('Dalej')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Nazwa i zapis')
    await page.getByLabel('Nazwa wag').fill('Wagi z Internetu')
    await press('Zapisz wagi')

    await page.getByText('Zapisano wagi „Wagi z Internetu”.').waitFor()
    await page.getByText('używane w wynikach').waitFor()
    const [version] = await house.app.db.prisma.weightVersion.findMany({ where: { surveyId } })
    expect(version).toMatchObject({ number: 1, name: 'Wagi z Internetu', responseCount: 130 })
    expect(complaints).toEqual([])
    await close()
  })
})
