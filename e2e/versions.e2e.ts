import { afterAll, beforeAll, expect, it } from 'vitest'
import { OWN_QUESTIONNAIRE } from '../prisma/demo/own-questionnaire.ts'
import { DEMO_PASSWORD } from '../prisma/demo/demo-accounts.ts'
import { prepareInstallation } from '../server/src/installation/prepare-installation.ts'
import { asInstallation } from '../server/src/services.ts'
import { openHouse, type House } from './harness.ts'
import { signInOn, WIDE } from './workspace.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await prepareInstallation(asInstallation(house.app.services), { demo: true, say: () => undefined })
})
afterAll(() => house.close())

it('a change that breaks answers is settled by a crosswalk, published, and an earlier state is taken back', async () => {
  const { page, complaints, close } = await house.visit('/logowanie', WIDE)
  await signInOn(page, 'organizator@rozeznanie.example', DEMO_PASSWORD)
  const own = `${house.url}/kwestionariusze/${OWN_QUESTIONNAIRE.key}`
  const button = (name: string | RegExp) => page.getByRole('button', { name })

  await page.goto(`${own}/zmiany`)
  await page.getByText('1 zmiana do rozstrzygnięcia').waitFor()
  expect(await button('Opublikuj wersję 2').count()).toBe(0)

  await button(/^Potraktuj jako nowe pytanie/).click()
  await page.getByLabel(/Łączymy je z nowymi/).check()
  await button('Zrób z tego nowe pytanie').click()
  await page.getByText('Proszę poniżej sprawdzić, czym stały się dawne odpowiedzi').waitFor()
  await page.getByRole('combobox', { name: /^Przy parafii/ }).selectOption({ label: 'Nigdzie' })
  await button('Opublikuj wersję 2').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Opublikuj wersję 2' }).click()
  await page.getByText('Wersja 2 jest opublikowana').waitFor()

  await page.goto(own)
  await button(/^Co zmieniła/).click()
  await page.getByText('Nowe pytanie „Gdzie spotyka się Pan/Pani z sąsiadami?”').waitFor()

  await page.goto(`${own}/historia`)
  await page.getByText('Opublikowano wersję 2').waitFor()
  await button(/^Przywróć ten stan/)
    .last()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Przywróć ten stan' }).click()
  await page.getByText(/^Szkic jest znów taki jak/).waitFor()
  await page.getByText(/Przywrócono stan z/).waitFor()
  expect(complaints).toEqual([])
  await close()
})
