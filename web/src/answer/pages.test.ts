import { describe, expect, it } from 'vitest'
import { formOf, type Question } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, aSection, calculated, matrix, single, when, yesNo } from '@rozeznanie/core/testing'
import { neighbour, pagesOf, pageWith } from './pages.ts'

const localities = [{ id: 'l1', name: 'Wełecz' }]
const rows = (count: number) => Array.from({ length: count }, (_, index) => `r${index + 1}`)
const ids = (questions: readonly Question[], answers = {}) =>
  pagesOf({ questionnaire: aQuestionnaire(questions), localities }, answers).map((page) => page.id)

describe('the screens of a questionnaire', () => {
  it('give each question a screen of its own', () => {
    expect(ids([yesNo('a'), yesNo('b')])).toEqual(['a', 'b'])
  })

  it('put up to three short questions about the person together', () => {
    const short = ['dem_1', 'dem_2', 'dem_3', 'dem_4'].map((key) => yesNo(key))

    expect(ids(short)).toEqual(['dem_1', 'dem_4'])
  })

  it('leave a long list about the person alone', () => {
    const age = single('dem_age', ['1', '2', '3', '4', '5'])

    expect(ids([yesNo('dem_sex'), age, yesNo('dem_hh')])).toEqual(['dem_sex', 'dem_age', 'dem_hh'])
  })

  it('show a text without an answer above the question after it', () => {
    const text: Question = { key: 'note', type: 'INFO', text: 'Teraz o zdrowiu.' }

    const [page] = pagesOf({ questionnaire: aQuestionnaire([text, yesNo('a')]), localities }, {})

    expect(page?.items.map(({ question }) => question.key)).toEqual(['note', 'a'])
  })

  it('cut a matrix of twenty rows into equal parts of at most seven', () => {
    const pages = pagesOf(
      { questionnaire: aQuestionnaire([matrix('m', rows(20), ['1', '2'])]), localities },
      {},
    )

    expect(pages.map((page) => page.id)).toEqual(['m', 'm-2', 'm-3'])
    expect(pages.map((page) => page.items[0]?.rows.length)).toEqual([7, 7, 6])
    expect(pages[1]?.items[0]?.part).toEqual({ number: 2, of: 3 })
  })

  it('keep a row on its screen when rows before it are hidden', () => {
    const used = matrix('used', rows(8), ['yes', 'no'])
    const quality = matrix('quality', rows(8), ['1', '2'], {
      rowVisibleIf: "used.$row = 'yes'",
    })
    const survey = { questionnaire: aQuestionnaire([used, quality]), localities }

    const pages = pagesOf(survey, { used: { r1: 'no', r6: 'yes' } })

    expect(pages.map((page) => page.id)).toEqual(['used', 'used-2', 'quality-2'])
    expect(pages[2]?.items[0]?.rows.map(({ key }) => key)).toEqual(['r6'])
  })

  it('skip what a condition hides, and show it as soon as it holds', () => {
    const questions = [yesNo('car'), yesNo('electric', when('car', 'yes')), yesNo('last')]

    expect(ids(questions, { car: 'no' })).toEqual(['car', 'last'])
    expect(ids(questions, { car: 'yes' })).toEqual(['car', 'electric', 'last'])
  })

  it('fill answers into the texts of later questions, and ask only for options that are left', () => {
    const child = single('child', ['1', '2'], { text: 'Które dziecko?' })
    const filtered = {
      ...single('other', ['1', '2', '-98'], { text: 'A poza dzieckiem {child}?' }),
      optionFilter: '$option != child',
    }
    const [, page] = pagesOf(
      { questionnaire: aQuestionnaire([child, filtered as Question]), localities },
      { child: '2' },
    )

    expect(page?.items[0]?.question.text).toBe('A poza dzieckiem 2?')
    expect(page?.items[0]?.options.map(({ code }) => code)).toEqual(['1', '-98'])
  })

  it('never show a calculated value', () => {
    expect(ids([yesNo('a'), calculated('c', 'answered(a)'), yesNo('b')])).toEqual(['a', 'b'])
  })

  it('mark as required what a condition makes required', () => {
    const questions = [yesNo('a'), single('b', ['1'], { requiredIf: when('a', 'yes') })]
    const required = (a: string) =>
      pagesOf({ questionnaire: aQuestionnaire(questions), localities }, { a })[1]?.items[0]?.question.required

    expect([required('yes'), required('no')]).toEqual([true, false])
  })

  it('do not ask for a locality where the municipality has none written down', () => {
    const place: Question = { key: 'place', type: 'LOCALITY', text: 'Gdzie?' }

    const pages = pagesOf({ questionnaire: aQuestionnaire([place, yesNo('a')]), localities: [] }, {})

    expect(pages.map((page) => page.id)).toEqual(['a'])
  })

  it('count parts out of all parts, so that the end does not move when one is skipped', () => {
    const questionnaire = aQuestionnaire([
      aSection('one', [yesNo('a')]),
      aSection('two', [yesNo('b')], when('a', 'yes')),
      aSection('three', [yesNo('c')]),
    ])

    const parts = (a: string) =>
      pagesOf({ questionnaire, localities }, { a }).map((page) => [page.sectionNumber, page.sectionCount])

    expect(parts('no')).toEqual([
      [1, 3],
      [3, 3],
    ])
    expect(parts('yes')).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })

  it('never show less progress on a later screen', () => {
    const questionnaire = aQuestionnaire([yesNo('a'), yesNo('b', when('a', 'yes')), yesNo('c'), yesNo('d')])

    const progress = pagesOf({ questionnaire, localities }, { a: 'no' }).map((page) => page.progress)

    expect(progress).toEqual([...progress].sort((left, right) => left - right))
    expect(progress[0]).toBe(0)
  })
})

describe('the words of a screen', () => {
  const service: Question = {
    key: 'service',
    type: 'SINGLE',
    text: 'Z czego Pan/Pani korzysta?',
    options: [
      { code: 'MEALS', label: 'posiłki' },
      { code: 'OTHER', label: 'z czegoś innego', allowsText: true },
    ],
  }
  const later: Question = {
    key: 'later',
    type: 'MATRIX_SINGLE',
    text: 'Jak Pan/Pani ocenia {service} w miejscowości {place}?',
    rows: [...rows(7).map((key) => ({ key, label: key })), { key: 'last', label: '{service} zimą' }],
    options: [{ code: '1', label: 'zamiast: {service}' }],
  }
  const questionnaire = aQuestionnaire([{ key: 'place', type: 'LOCALITY', text: 'Gdzie?' }, service, later])
  const words = (answers: object) => {
    const localityNames = new Map(localities.map(({ id, name }) => [id, name]))
    const form = formOf(questionnaire, { ...answers }, { localityNames })
    const page = pageWith(pagesOf({ questionnaire, localities }, { ...answers }, form), 'later', 'last')
    const item = page?.items[0]
    return [item?.question.text, item?.options[0]?.label, item?.rows.at(-1)?.label]
  }

  it('hold what was answered before: in the question, its options and its rows', () => {
    expect(words({ service: 'MEALS', place: 'l1' })).toEqual([
      'Jak Pan/Pani ocenia posiłki w miejscowości Wełecz?',
      'zamiast: posiłki',
      'posiłki zimą',
    ])
  })

  it('hold what was written beside „inne”, and „…” for what was not answered', () => {
    expect(words({ service: 'OTHER', 'service.inne': 'dowóz na targ' })).toEqual([
      'Jak Pan/Pani ocenia dowóz na targ w miejscowości …?',
      'zamiast: dowóz na targ',
      'dowóz na targ zimą',
    ])
  })
})

describe('finding a screen', () => {
  const survey = {
    questionnaire: aQuestionnaire([yesNo('a'), matrix('m', rows(14), ['1']), yesNo('b')]),
    localities,
  }
  const pages = pagesOf(survey, {})

  it('finds the part of a matrix that has the row', () => {
    expect(pageWith(pages, 'm', 'r10')?.id).toBe('m-2')
    expect(pageWith(pages, 'm')?.id).toBe('m')
    expect(pageWith(pages, 'none')).toBeUndefined()
  })

  it('finds the next and the previous screen, and none beyond the ends', () => {
    expect(neighbour(pages, 'a', 1)?.id).toBe('m')
    expect(neighbour(pages, 'b', 1)).toBeUndefined()
    expect(neighbour(pages, 'a', -1)).toBeUndefined()
  })
})
