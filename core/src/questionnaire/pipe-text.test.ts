import { describe, expect, it } from 'vitest'
import { aQuestionnaire, aSection, matrix, multi, number, roster, single, yesNo } from '../testing/index.ts'
import { compile } from './compile.ts'
import { findDefects } from './find-defects.ts'
import { openForm } from './form.ts'
import type { Question } from './model.ts'
import { pipeLabels, pipeText } from './pipe-text.ts'
import { ruleBook } from './rules.ts'

const service: Question = {
  key: 'service',
  type: 'SINGLE',
  text: 'Usługa',
  options: [
    { code: 'MEALS', label: 'posiłki' },
    { code: 'CARE', label: 'usługi opiekuńcze w {place}' },
    { code: 'OTHER', label: 'inna, jaka?', allowsText: true },
  ],
}
const parts: readonly Question[] = [
  { key: 'place', type: 'LOCALITY', text: 'Miejscowość' },
  service,
  multi('days', ['pon', 'wto', 'sob']),
  { key: 'sat', type: 'SCALE_1_5', text: 'Ocena', maxLabel: 'bardzo' },
  matrix('need', ['rano', 'noc'], ['mało', 'dużo']),
  roster('people', [number('age'), single('kin', ['syn', 'córka'])]),
  yesNo('again'),
  { ...number('years'), text: 'Ile lat?' },
]
const questionnaire = aQuestionnaire(parts)
const localityNames = new Map([['7', 'Nowej Wsi']])
const filled = (text: string, answers: object, path: readonly (string | number)[] = []) =>
  pipeText(openForm(compile(questionnaire), { ...answers }, { localityNames }), text, path)

describe('an answer put into a text', () => {
  it.each([
    ['{service}', { service: 'MEALS' }, 'posiłki'],
    ['{days}', { days: ['pon', 'wto', 'sob'] }, 'pon, wto i sob'],
    ['{sat}', { sat: '5' }, '5 – bardzo'],
    ['{need.noc}', { need: { noc: 'dużo' } }, 'dużo'],
    ['{place}', { place: '7' }, 'Nowej Wsi'],
    ['{place}', { place: '-99' }, '…'],
    ['{years}', { years: '-98' }, '…'],
    ['{service} i {days}', {}, '… i …'],
    ["{coalesce(service, 'brak')}", { service: 'MEALS' }, 'posiłki'],
    ["{if(again = 'yes', service, days)}", { again: 'yes', service: 'MEALS' }, 'posiłki'],
    ['{count(days)}', { days: ['pon', 'wto'] }, '2'],
  ])('%s stands in words', (text, answers, words) => {
    expect(filled(text, answers)).toBe(words)
  })

  it('is what was written beside „inne”, not the word „inne”', () => {
    const answers = { service: 'OTHER', 'service.inne': 'dowóz na targ' }

    expect(filled('Jak często: {service}?', answers)).toBe('Jak często: dowóz na targ?')
    expect(filled('{service}', { service: 'OTHER' })).toBe('inna, jaka?')
    expect(filled('{service.inne}', { ...answers, 'service.inne': 'MEALS' })).toBe('MEALS')
  })

  it('may have a label that holds an answer itself', () => {
    expect(filled('{service}', { service: 'CARE', place: '7' })).toBe('usługi opiekuńcze w Nowej Wsi')
  })

  it('of an item of a roster is its own', () => {
    const answers = {
      people: [
        { age: 4, kin: 'syn' },
        { age: 9, kin: 'córka' },
      ],
    }

    expect(filled('{kin}, {age}', answers, ['people', 1, 'age'])).toBe('córka, 9')
    expect(filled('{this}', answers, ['people', 0, 'kin'])).toBe('syn')
  })

  it('comes to an end where labels speak of each other', () => {
    const ring = (key: string, other: string): Question => ({
      key,
      type: 'SINGLE',
      text: key,
      options: [{ code: 'X', label: `{${other}}` }],
    })
    const form = openForm(compile(aQuestionnaire([ring('a', 'b'), ring('b', 'a')])), { a: 'X', b: 'X' })

    expect(pipeText(form, '{a}')).toBe('…')
  })

  it('leaves a list without any as it is', () => {
    const form = openForm(compile(questionnaire), { place: '7' }, { localityNames })
    const plain = [{ label: 'a' }, { label: 'b' }]

    expect(pipeLabels(form, plain)).toBe(plain)
    expect(pipeLabels(form, [...plain, { label: '{place}' }]).map(({ label }) => label)).toEqual([
      'a',
      'b',
      'Nowej Wsi',
    ])
  })
})

describe('texts with answers in them', () => {
  const paths = (question: Question, extra: Parameters<typeof aQuestionnaire>[1] = {}) =>
    findDefects(aQuestionnaire([aSection('main', [yesNo('first'), question, yesNo('last')])], extra)).map(
      ({ path }) => path,
    )

  it('are looked over in labels of options, rows and ends, and in every language', () => {
    const own: Question = {
      ...matrix('table', ['r'], ['1']),
      type: 'MATRIX_SINGLE',
      rows: [{ key: 'r', label: '{last}' }],
      options: [{ code: '1', label: '{first}', translations: { uk: { label: '{frst}' } } }],
      translations: { en: { help: '{lst}' } },
    }

    expect(paths(own)).toEqual([
      'sections.0.questions.1.translations.en.help',
      'sections.0.questions.1.options.0.translations.uk.label',
      'sections.0.questions.1.rows.0.label',
    ])
    expect(paths({ key: 's', type: 'SCALE_1_5', text: 's', minLabel: '{gone}' })).toEqual([
      'sections.0.questions.1.minLabel',
    ])
  })

  it('are looked over in shared lists where a question shows them', () => {
    const lists = {
      L: {
        label: 'L',
        options: [
          { code: 'a', label: '{last}' },
          { code: 'b', label: '{first}' },
        ],
      },
    }

    expect(paths({ key: 's', type: 'SINGLE', text: 's', list: 'L' }, { lists })).toEqual([
      'sections.0.questions.1.list',
    ])
    expect(paths({ key: 's', type: 'SINGLE', text: 's', list: 'L', only: ['b'] }, { lists })).toEqual([])
    expect(
      ruleBook(aQuestionnaire([{ key: 's', type: 'SINGLE', text: '{gmina}', options: [] }])).rules,
    ).toEqual([])
  })
})
