import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { accessibilityFaults, openHouse, sidewaysScroll, type House } from './harness.ts'
import { NARROW, PHONE, signInOn, WIDE } from './workspace.ts'

const MINUTE = questionnaireLibrary.find(({ key }) => key === 'RES_MIN')

let house: House
let organiser: Awaited<ReturnType<House['app']['signInAs']>>
beforeAll(async () => {
  house = await openHouse()
  await house.app.anAccount({ isAdministrator: true })
  organiser = await house.app.signInAs('organiser')
  await house.app.aLocality({ name: 'Śladków Mały' })
})
afterAll(() => house.close())

const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

/** As a form of Google is downloaded: whole questions for headers, several choices in one cell after commas. */
const FILE = [
  [
    'Sygnatura czasowa',
    'W jakiej miejscowości (sołectwie, osiedlu) Pan/Pani mieszka?',
    'Ile ma Pan/Pani lat?',
    'Płeć',
    'Które trzy usługi gmina powinna rozwinąć w pierwszej kolejności? [1. miejsce]',
    'Co utrudnia lub utrudniłoby Panu/Pani korzystanie z usług?',
    'Czego brakuje?',
  ],
  [
    '2026/01/10 9:12:03',
    'Śladków Mały',
    '70–74 lata',
    'kobieta',
    'posiłki z dowozem do domu',
    'za drogo, długi czas oczekiwania',
    'Ławki przy przystanku',
  ],
  [
    '2026/01/10 10:40:51',
    'sladkow maly',
    '85 lat lub więcej',
    'Kobieta',
    'posiłki z dowozem do domu',
    'za drogo',
    '',
  ],
  [
    '2026/01/11 8:01:17',
    'Nibylandia',
    '25–34 lata',
    'facet',
    'porady prawne i rodzinne',
    'nic mi nie przeszkadza, za drogo',
    '=HYPERLINK("http://zly.example")',
  ],
  ['2026/01/12 8:30:00', 'Śladków Mały', '35–44 lata', 'facet', '', '', 'Żłobek'],
]
  .map(quoted)
  .join('\r\n')

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

async function faultsOn(page: Page, step: string): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready)
  const faults = (await accessibilityFaults(page)).map((fault) => `${step}: ${fault}`)
  for (const { viewport } of [NARROW, PHONE, WIDE]) {
    await page.setViewportSize(viewport)
    if ((await sidewaysScroll(page)) > 0) faults.push(`${step}: scrolls sideways at ${viewport.width} px`)
    if (process.env.SHOTS) {
      await page.screenshot({
        path: `${process.env.SHOTS}/import-${step}-${viewport.width}.png`,
        fullPage: true,
      })
    }
  }
  return faults
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page
    .getByLabel('Plik CSV lub XLSX')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })
  await button(page, 'Wczytaj nagłówki').click()
}

describe('answers from a form of Google', () => {
  it('are recognised, doubts are decided by a person, and nothing is stored before the confirmation', async () => {
    const questionnaireVersionId = await house.app.aQuestionnaireVersion(MINUTE)
    const survey = await house.app.aSurvey({
      organisationId: organiser.organisationId ?? '',
      questionnaireVersionId,
      title: 'Ankieta z dożynek',
    })
    const storedCount = () => house.app.db.prisma.response.count({ where: { surveyId: survey.id } })
    const { page, complaints, close } = await house.visit(`/ankiety/${survey.id}/import`, WIDE)
    await signInOn(page, organiser.email)
    await page.getByRole('heading', { name: '1. Wybierz plik' }).waitFor()
    const faults = await faultsOn(page, '1-plik')

    await choose(page, 'odpowiedzi.csv', FILE)
    await page.getByText('Plik ma 4 wiersze. Rozpoznano 5 z 7 kolumn.').waitFor()
    faults.push(...(await faultsOn(page, '2-kolumny')))
    const target = (header: string) => page.getByLabel(`Trafia do pytania – kolumna „${header}”`)
    expect(await target('Płeć').inputValue()).toBe('dem_sex')
    expect(await target('Sygnatura czasowa').inputValue()).toBe('ignore')
    await target('Czego brakuje?').selectOption('open_idea')
    await button(page, 'Sprawdź, nic nie zapisując').click()

    await page.getByRole('heading', { name: '3. Sprawdź, co zostanie zapisane' }).waitFor()
    faults.push(...(await faultsOn(page, '3-sprawdzenie')))
    expect(await page.getByRole('region', { name: 'Płeć' }).innerText()).toContain('facet')
    expect(await page.getByRole('region', { name: 'W jakiej miejscowości' }).innerText()).toContain(
      'Nibylandia',
    )
    await page.getByLabel('Co oznacza „Nibylandia”?').selectOption({ label: 'Śladków Mały' })
    await page.getByLabel('Co oznacza „facet”?').selectOption({ label: 'mężczyzna' })
    await button(page, 'Sprawdź ponownie z nowymi znaczeniami').click()
    await button(page, 'Zapisz 4 ankiety').waitFor()
    faults.push(...(await faultsOn(page, '3-sprawdzenie-ponowne')))
    expect(await storedCount()).toBe(0)
    await button(page, 'Zapisz 4 ankiety').click()

    await page.getByText('Zapisano 4 ankiety.').waitFor()
    faults.push(...(await faultsOn(page, '4-gotowe')))
    expect(await storedCount()).toBe(4)
    const answers = await house.app.db.prisma.response.findMany({ where: { surveyId: survey.id } })
    expect(answers.filter(({ answers: a }) => (a as { dem_sex?: string }).dem_sex === 'MAN')).toHaveLength(2)

    await button(page, 'Wczytaj kolejny plik').click()
    await choose(page, 'odpowiedzi.csv', FILE)
    await target('Czego brakuje?').selectOption('open_idea')
    await button(page, 'Sprawdź, nic nie zapisując').click()
    await page.getByLabel('Co oznacza „facet”?').selectOption({ label: 'mężczyzna' })
    await button(page, 'Sprawdź ponownie z nowymi znaczeniami').click()
    await button(page, 'Zapisz 4 ankiety').click()
    await page.getByText('3 ankiety z tego pliku były już zapisane wcześniej').waitFor()
    await page.getByText('Te wiersze zapisano już wcześniej z innymi odpowiedziami').waitFor()
    faults.push(...(await faultsOn(page, '5-powtorka')))
    expect(await storedCount()).toBe(4)
    expect(faults).toEqual([])
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])
    await close()
  })

  it('that cannot be read are refused in a sentence that takes the focus', async () => {
    const survey = await house.app.aSurvey({ organisationId: organiser.organisationId ?? '' })
    const { page, close } = await house.visit(`/ankiety/${survey.id}/import`, PHONE)
    await signInOn(page, organiser.email)

    await button(page, 'Wczytaj nagłówki').click()
    await page.getByRole('link', { name: 'Proszę wybrać plik.' }).waitFor()
    await choose(page, 'zdjecie.csv', 'PK\u0003\u0004\u0000\u0000')
    const summary = page.locator('.error-summary').filter({ hasNotText: 'Proszę wybrać plik.' })
    await summary.waitFor()

    await expect
      .poll(() => summary.evaluate((box) => box.contains(document.activeElement)), { timeout: 5_000 })
      .toBe(true)
    expect(await summary.innerText()).toMatch(/plik/i)
    expect(await faultsOn(page, 'odmowa')).toEqual([])
    await close()
  })
})
