import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCodedSurvey } from '../server/testing/code-devices.ts'
import type { SignedIn } from '../server/testing/test-app.ts'
import { accessibilityFaults, openHouse, type House } from './harness.ts'

const TABLET = { viewport: { width: 820, height: 1180 } }

let house: House
let organiser: SignedIn
beforeAll(async () => {
  house = await openHouse()
  organiser = await house.app.signInAs('organiser')
})
afterAll(() => house.close())

describe('a shared tablet of a survey with codes', () => {
  it('says so to the attendant when it has no pass, and takes the one it is given out of the address', async () => {
    const survey = await aCodedSurvey(house.app, organiser, 1)
    const query = 'query ($id: ID!) { survey(id: $id) { kioskPass } }'
    const { data } = await house.app.graphql<{ survey: { kioskPass: string } }>(
      query,
      { id: survey.id },
      { as: organiser },
    )
    const { page, complaints, close } = await house.visit(`/a/${survey.code}/kiosk`, TABLET)
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('heading', { name: 'Ten tablet nie ma ważnej przepustki' }).waitFor()
    expect(await page.getByLabel('Nowy kod PIN obsługi').count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])

    await page.goto(`${house.url}/a/${survey.code}/kiosk#przepustka=${data.survey.kioskPass}`)
    await page.getByLabel('Otwieraj na pełnym ekranie').uncheck()
    expect(page.url()).toBe(`${house.url}/a/${survey.code}/kiosk`)
    await page.getByLabel('Nowy kod PIN obsługi').fill('2580')
    await press('Uruchom tablet')
    await press('Rozpocznij')
    await page.getByLabel('Tak', { exact: true }).check()
    await press('Dalej')
    await press('Wyślij odpowiedzi')
    await page.getByText('Numer potwierdzenia').waitFor()
    expect(await house.app.db.prisma.response.count({ where: { surveyId: survey.id } })).toBe(1)

    const renew = 'mutation ($input: RenewKioskPassInput!) { renewKioskPass(input: $input) { id } }'
    await house.app.graphql(renew, { input: { surveyId: survey.id } }, { as: organiser })
    await press('Zacznij od nowa')
    await page.getByRole('heading', { name: 'Ten tablet nie ma ważnej przepustki' }).waitFor()
    expect(complaints.filter((words) => !words.includes('422'))).toEqual([])
    await close()
  })
})
