import type { Page } from 'playwright-core'
import type { Option, Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire } from '@rozeznanie/core/testing'

const option = (code: string, label: string, more: Partial<Option> = {}): Option => ({ code, label, ...more })
const SATISFACTION = [
  option('1', 'Bardzo źle', { value: 1 }),
  option('2', 'Raczej źle', { value: 2 }),
  option('3', 'Raczej dobrze', { value: 3 }),
  option('-98', 'Nie mam zdania'),
]
const CHOICES = [
  option('A', 'Opieka w domu'),
  option('B', 'Transport'),
  option('C', 'Posiłki'),
  option('D', 'Rehabilitacja'),
]

/** A question of each type; all that can be required are. */
const QUESTIONS: readonly Question[] = [
  { key: 'consent', type: 'CONSENT', text: 'Zgadzam się na udział w badaniu.', required: true },
  {
    key: 'single',
    type: 'SINGLE',
    text: 'Czy korzysta Pan/Pani z usług?',
    required: true,
    options: [option('1', 'Tak'), option('2', 'Nie'), option('OTHER', 'Inaczej', { allowsText: true })],
  },
  {
    key: 'scale5',
    type: 'SCALE_1_5',
    text: 'Jak ważne jest wsparcie?',
    minLabel: 'wcale',
    maxLabel: 'bardzo',
    required: true,
  },
  {
    key: 'scale10',
    type: 'SCALE_0_10',
    text: 'Na ile poleca Pan/Pani gminę?',
    minLabel: 'wcale',
    maxLabel: 'w pełni',
    options: [option('-98', 'Trudno powiedzieć')],
    required: true,
  },
  {
    key: 'multi',
    type: 'MULTI',
    text: 'Co przeszkadza?',
    minChoices: 1,
    maxChoices: 2,
    required: true,
    options: [...CHOICES, option('NONE', 'Nic mi nie przeszkadza', { exclusive: true })],
  },
  {
    key: 'matrix',
    type: 'MATRIX_SINGLE',
    text: 'Jak ocenia Pan/Pani w gminie:',
    required: true,
    options: SATISFACTION,
    rows: [
      { key: 'care', label: 'Opiekę' },
      { key: 'safety', label: 'Bezpieczeństwo' },
    ],
  },
  {
    key: 'matrixMulti',
    type: 'MATRIX_MULTI',
    text: 'Kto potrzebuje usług?',
    required: true,
    options: [option('ME', 'Ja'), option('FAMILY', 'Rodzina')],
    rows: [{ key: 'care', label: 'Opieka' }],
  },
  { key: 'rank', type: 'RANK', text: 'Co jest najważniejsze?', top: 3, required: true, options: CHOICES },
  {
    key: 'number',
    type: 'NUMBER',
    text: 'Ile osób mieszka w domu?',
    min: 1,
    max: 20,
    unit: 'osób',
    required: true,
  },
  {
    key: 'year',
    type: 'DATE_YEAR',
    text: 'W którym roku się Pan/Pani urodził(a)?',
    min: 1900,
    max: 2010,
    required: true,
  },
  { key: 'place', type: 'LOCALITY', text: 'Gdzie Pan/Pani mieszka?', required: true },
  { key: 'short', type: 'TEXT_SHORT', text: 'Jednym słowem: czego brakuje?', maxLength: 20, required: true },
  { key: 'long', type: 'TEXT_LONG', text: 'A teraz dłużej.', maxLength: 200, required: true },
]

export const EVERY_TYPE: Questionnaire = aQuestionnaire(QUESTIONS, {
  title: 'Wszystkie rodzaje pytań',
  intro: ['Szanowni Państwo! Pyta {organizacja}.'],
  thanks: ['Wyniki pokażemy w urzędzie gminy {gmina}.'],
})

/** One right answer for each type, given the way a hand would. */
export const RIGHT_ANSWERS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  consent: (page) => page.getByLabel('Tak, zgadzam się').check(),
  single: async (page) => {
    await page.getByLabel('Inaczej').check()
    await page.getByLabel('Proszę napisać, jakie').fill('przez sąsiada')
  },
  scale5: (page) => page.getByLabel('5 – bardzo').check(),
  scale10: (page) => page.getByLabel('10', { exact: true }).check(),
  multi: async (page) => {
    for (const label of ['Opieka w domu', 'Transport']) await page.getByLabel(label).check()
    await page.getByLabel('Posiłki').click()
  },
  matrix: async (page) => {
    for (const row of await page.locator('fieldset.row').all()) await row.getByLabel('Raczej dobrze').check()
  },
  matrixMulti: (page) => page.getByLabel('Rodzina').check(),
  rank: async (page) => {
    await page.getByLabel('Na pierwszym miejscu').selectOption('B')
    await page.getByLabel('Na drugim miejscu').selectOption('A')
  },
  number: (page) => page.locator('input.short').fill('3'),
  year: (page) => page.locator('input.short').fill('1950'),
  place: (page) => page.locator('select').selectOption({ label: 'Wełecz' }),
  short: (page) => page.locator('input[type=text]').fill('autobusów'),
  long: (page) => page.locator('textarea').fill('Brakuje autobusów po południu.'),
}
