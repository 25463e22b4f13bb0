import { randomUUID } from 'node:crypto'
import { type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, matrix, multi, single } from '@rozeznanie/core/testing'
import type { SignedIn } from '../server/testing/test-app.ts'
import {
  accessibilityFaults,
  faultsAtEverySize,
  openHouse,
  sidewaysScroll,
  type House,
  type Visit,
} from './harness.ts'

const QUESTIONNAIRE = aQuestionnaire([
  single('dem_sex', ['K', 'M'], { text: 'Płeć' }),
  multi('needs', ['obiady', 'transport'], { text: 'Czego Pan/Pani potrzebuje?' }),
  matrix('rates', ['opieka', 'dojazd'], ['1', '2', '-98'], { text: 'Jak ocenia Pan/Pani w gminie:' }),
  { key: 'size', type: 'NUMBER', text: 'Ile osób mieszka w domu?', min: 1, max: 20, unit: 'osób' },
  {
    key: 'first',
    type: 'RANK',
    text: 'Co najpierw?',
    top: 2,
    options: [
      { code: 'A', label: 'opieka w domu' },
      { code: 'B', label: 'autobusy' },
    ],
  },
  { key: 'idea', type: 'TEXT_LONG', text: 'Czego brakuje?' },
])
const SIZES = [320, 390, 1280].map((width) => ({ width, height: 800 }))

let house: House
let organiser: SignedIn
let questionnaireVersionId: string
let survey: OpenedSurvey

interface OpenedSurvey {
  readonly id: string
  readonly code: string
}

const openedSurvey = (): Promise<OpenedSurvey> =>
  house.app.aSurvey({ organisationId: organiser.organisationId ?? '', questionnaireVersionId })

async function answer({ code }: OpenedSurvey, answers: Answers): Promise<void> {
  const payload = { id: randomUUID(), questionnaireVersionId, mode: 'CAWI', answers }
  const reply = await house.app.app.inject({ method: 'POST', url: `/a/${code}/responses`, payload })
  expect(reply.statusCode, reply.body).toBe(201)
}

beforeAll(async () => {
  house = await openHouse()
  await house.app.signInAs('administrator')
  organiser = await house.app.signInAs('organiser')
  questionnaireVersionId = await house.app.aQuestionnaireVersion(QUESTIONNAIRE)
  survey = await openedSurvey()
  for (let person = 0; person < 40; person += 1) {
    const isWoman = person % 4 !== 0
    await answer(survey, {
      dem_sex: isWoman ? 'K' : 'M',
      needs: person % 2 === 0 ? ['obiady', 'transport'] : ['transport'],
      rates: { opieka: '1', dojazd: isWoman ? '2' : '-98' },
      size: (person % 5) + 1,
      first: isWoman ? ['A', 'B'] : ['B'],
      ...(person < 25 && { idea: `Autobusów, proszę dzwonić 601 234 5${String(person).padStart(2, '0')}` }),
    })
  }
})
afterAll(() => house.close())

const open = (part: string, width = 1280): Promise<Visit> =>
  house.visit(`/ankiety/${survey.id}/${part}`, { as: organiser, viewport: { width, height: 800 } })

const question = (page: Page, title: string) =>
  page.locator('section.card').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

async function cellsOf(page: Page, title: string): Promise<readonly (readonly string[])[]> {
  const rows = await question(page, title).locator('tbody tr').all()
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()))
}

describe('the results of a survey', () => {
  it('follow a new answer within two seconds, with the time of their state', async () => {
    const small = await openedSurvey()
    await answer(small, { dem_sex: 'K' })
    const { page, close } = await house.visit(`/ankiety/${small.id}/wyniki`, { as: organiser })
    await page.getByText('Stan na').waitFor()
    const before = await page.locator('.as-of').innerText()
    expect(await page.locator('.key-figure dd').first().innerText()).toBe('1')

    await page.waitForTimeout(1_100)
    await answer(small, { dem_sex: 'M' })
    await page.waitForFunction(
      () => document.querySelector('.key-figure dd')?.textContent === '2',
      undefined,
      { timeout: 2_000 },
    )

    expect(await page.locator('.as-of').innerText()).not.toBe(before)
    expect(await question(page, 'Płeć').innerText()).toContain('Odpowiedziały 2 z 2 pytanych osób.')
    await close()
  })

  it('stand in a table under each chart, with people, shares and intervals', async () => {
    const { page, close } = await open('wyniki?tabele=tak')
    await question(page, 'Płeć').getByRole('table').waitFor()

    expect(await cellsOf(page, 'Płeć')).toEqual([
      ['K', '30', '75,0%', '60–86%'],
      ['M', '10', '25,0%', '14–40%'],
    ])
    expect(await cellsOf(page, 'Czego Pan/Pani potrzebuje?')).toEqual([
      ['transport', '40', '100,0%', '91–100%', '66,7%'],
      ['obiady', '20', '50,0%', '35–65%', '33,3%'],
    ])
    expect(await question(page, 'Czego Pan/Pani potrzebuje?').innerText()).toContain('nie sumują się do 100')
    expect((await cellsOf(page, 'Jak ocenia Pan/Pani w gminie:'))[1]).toEqual([
      'dojazd',
      '0,0%\u00a0(0)',
      '75,0%\u00a0(30)',
      '25,0%\u00a0(10)',
      '40',
    ])
    expect((await cellsOf(page, 'Co najpierw?'))[0]?.slice(0, 4)).toEqual(['opieka w domu', '30', '0', '30'])
    expect(await question(page, 'Ile osób mieszka w domu?').innerText()).toContain('3 osób')
    for (const chart of await page.locator('.chart').all()) {
      expect(await chart.getAttribute('aria-label')).toMatch(/^Wykres: .+\.$/s)
    }
    await close()
  })

  it('count only the chosen people, warn of few, and keep the choice in the address', async () => {
    const { page, close } = await open('wyniki')
    await page.getByText('Filtry').click()
    await page.getByLabel('Licz tylko wybrane osoby, według').selectOption({ label: 'Płeć' })

    await page.getByRole('group', { name: 'Płeć' }).getByLabel('M').check()
    await page.getByText('Odpowiedziało 10 z 10 pytanych osób.').first().waitFor()

    expect(page.url()).toContain('plec=M')
    expect(await question(page, 'Płeć').innerText()).toContain('Procenty są tylko orientacyjne')
    await page.getByRole('button', { name: 'Wyczyść filtry' }).click()
    await page.getByText('Odpowiedziało 40 z 40 pytanych osób.').first().waitFor()
    expect(page.url()).not.toContain('plec')
    await close()
  })

  it('say so when the address asks for people the questionnaire does not know, and offer to count all', async () => {
    const { page, close } = await open('wyniki?plec=nikt')

    await page.getByText('„nikt”').waitFor()
    await page.getByRole('button', { name: 'Wyczyść filtry' }).click()

    await page.getByText('Odpowiedziało 40 z 40 pytanych osób.').first().waitFor()
    await close()
  })

  it('cross any two questions', async () => {
    const { page, close } = await open('wyniki')
    await page.getByLabel('Grupy (wiersze)').selectOption({ label: 'Płeć' })
    await page
      .getByLabel('Odpowiedzi (kolumny)')
      .selectOption({ label: 'Jak ocenia Pan/Pani w gminie: – dojazd' })

    await page.getByText('Na oba pytania odpowiedziało 40 osób.').waitFor()

    expect(await cellsOf(page, 'Zestawienie dwóch pytań')).toEqual([
      ['K', '0,0%\u00a0(0)', '100,0%\u00a0(30)', '0,0%\u00a0(0)', '30'],
      ['M', '0,0%\u00a0(0)', '0,0%\u00a0(0)', '100,0%\u00a0(10)', '10'],
    ])
    await close()
  })

  it('are accessible at every width', async () => {
    const { page, complaints, close } = await open('wyniki?tabele=tak&grupy=dem_sex&pytanie=needs')
    await page.getByText('Na oba pytania odpowiedziało').waitFor()

    expect(await faultsAtEverySize(page, SIZES)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('show people, not percentages, while fewer than ten have answered', async () => {
    const small = await openedSurvey()
    await answer(small, { dem_sex: 'K' })

    const { page, close } = await house.visit(`/ankiety/${small.id}/wyniki?tabele=tak`, { as: organiser })
    await question(page, 'Płeć').getByRole('table').waitFor()

    expect(await question(page, 'Płeć').innerText()).toContain('bez procentów')
    expect((await cellsOf(page, 'Płeć'))[0]).toEqual(['K', '1', '–', '–'])
    expect(await question(page, 'Płeć').locator('.chart').getAttribute('aria-label')).toContain('K 1')
    await close()
  })

  it('are not shown to an interviewer', async () => {
    const interviewer = await house.app.signInAs('interviewer')
    const { page, close } = await house.visit(`/ankiety/${survey.id}/wyniki`, { as: interviewer })

    await page.getByText('To konto nie ma prawa do wyników tej ankiety').waitFor()
    expect(await page.locator('.chart').count()).toBe(0)
    await close()
  })
})

describe('open answers', () => {
  it('warn of personal data and go into the report only as the organiser lets them', async () => {
    const { page, close } = await open('odpowiedzi-otwarte')
    const first = page.locator('.open-answer').first()
    await first.waitFor()
    expect(await first.innerText()).toContain('numer telefonu')

    await first.getByRole('button', { name: /^Dopuść do raportu/ }).click()
    expect(await accessibilityFaults(page)).toEqual([])
    await first.getByLabel('Tekst do raportu').fill('Brakuje autobusów.')
    await first.getByRole('button', { name: 'Dopuść ten tekst' }).click()
    await first.getByText('Odpowiedź jest w raporcie.').waitFor()
    const report = await open('raport')
    await report.page.getByRole('heading', { level: 1, name: /Plan/ }).waitFor()
    await report.close()
    expect(await first.innerText()).toContain('Tekst w raporcie: Brakuje autobusów.')

    await first.getByRole('button', { name: /^Wycofaj/ }).click()
    await first.getByText('Odpowiedź wycofana z raportu.').waitFor()
    expect(await first.innerText()).toContain('poza raportem')
    await close()
  })

  it('refuse an empty text, with the reason at the field', async () => {
    const { page, close } = await open('odpowiedzi-otwarte')
    const first = page.locator('.open-answer').first()
    await first.getByRole('button', { name: /^Dopuść do raportu/ }).click()
    await first.getByLabel('Tekst do raportu').fill('   ')
    await first.getByRole('button', { name: 'Dopuść ten tekst' }).click()

    await first.locator('.field__error').waitFor()
    expect(await first.locator('.field__error').innerText()).toContain('co najmniej jedno słowo')
    expect(await accessibilityFaults(page)).toEqual([])
    await close()
  })

  it('come twenty at a time', async () => {
    const { page, close } = await open('odpowiedzi-otwarte', 320)
    await page.locator('.open-answer').first().waitFor()
    expect(await page.locator('.open-answer').count()).toBe(20)
    expect(await sidewaysScroll(page)).toBe(0)

    await page.getByRole('button', { name: /Pokaż/ }).click()
    await page.locator('.open-answer').nth(24).waitFor()

    expect(await page.locator('.open-answer').count()).toBe(25)
    await close()
  })
})

describe('the report', () => {
  it('is a document to read, accessible at every width', async () => {
    const { page, complaints, close } = await open('raport')
    await page.locator('.report__section').first().waitFor()

    expect(await page.getByText('Do uzupełnienia').count()).toBeGreaterThan(3)
    expect(await faultsAtEverySize(page, SIZES)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('can be taken away as Word, Excel, CSV and JSON', async () => {
    const { page, close } = await open('raport')
    for (const [name, ending] of [
      ['Word (.docx)', '.docx'],
      ['Excel (.xlsx)', '.xlsx'],
      ['CSV', '.csv'],
      ['JSON', '.json'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name, exact: true }).click(),
      ])
      expect(file.suggestedFilename().endsWith(ending), file.suggestedFilename()).toBe(true)
      expect(await file.failure()).toBeNull()
    }
    await close()
  })
})
