import { describe, expect, it } from 'vitest'
import { formOf, type Question } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, matrix, multi, number, roster, single, yesNo } from '@rozeznanie/core/testing'
import { answerLines } from './answer-text.ts'
import { howToChoose } from './how-to.ts'
import { faultName, goOnLabel, titleOf } from './page-words.ts'
import { pagesOf } from './pages.ts'
import { hashOf, placeOf } from './place.ts'
import { longDay, parseNumber, plural, telephoneLink } from './polish.ts'
import { filled, readSurvey } from './survey-input.ts'

const localities = [{ id: 'l1', name: 'Wełecz' }]

function surveyWith(...questions: readonly Question[]) {
  return {
    code: 'abc',
    title: 'Ankieta mieszkańca',
    status: 'OPEN',
    opensOn: '2026-11-01',
    closesOn: '2026-12-15',
    organisationName: 'CUS w Busku-Zdroju',
    municipalityName: 'Busko-Zdrój',
    contactPhone: '41 378 00 00',
    informationClause: '',
    questionnaireVersionId: 'v',
    questionnaire: aQuestionnaire(questions),
    localities,
    isDemo: false,
  } as const
}

describe('Polish', () => {
  it.each([
    [1, '1 znak'],
    [2, '2 znaki'],
    [5, '5 znaków'],
    [12, '12 znaków'],
    [22, '22 znaki'],
    [100, '100 znaków'],
  ])('counts %i', (count, words) => {
    expect(plural(count, 'znak', 'znaki', 'znaków')).toBe(words)
  })

  it('writes a day out', () => {
    expect(longDay('2026-12-01')).toBe('1 grudnia 2026 r.')
  })

  it.each([
    ['12', 12],
    ['1,5', 1.5],
    [' 1 200 ', 1200],
    ['-3', -3],
    ['dwa', null],
    ['1,', null],
    ['', null],
    ['1e5', null],
  ])('reads „%s” as %s', (text, number) => {
    expect(parseNumber(text)).toBe(number)
  })

  it('dials a number written with spaces and brackets', () => {
    expect(telephoneLink('+48 (41) 378-00-00')).toBe('tel:+48413780000')
  })
})

describe('an address', () => {
  it.each([
    { kind: 'start' },
    { kind: 'check' },
    { kind: 'send' },
    { kind: 'restart' },
    { kind: 'page', id: 'dem_age', fromCheck: false },
    { kind: 'page', id: 'loc 26/ł', fromCheck: true },
  ] as const)('leads back to the place it was made of: $kind $id', (place) => {
    expect(placeOf(hashOf(place))).toEqual(place)
  })

  it('of nothing known is the start', () => {
    expect(placeOf('#tresc')).toEqual({ kind: 'start' })
    expect(placeOf('#/pytanie/%E0%A4%A')).toEqual({ kind: 'page', id: '%E0%A4%A', fromCheck: false })
  })
})

describe('words of a screen', () => {
  const survey = surveyWith(yesNo('a'), matrix('m', ['r1'], ['1']))
  const [first, second] = pagesOf(survey, {})

  it('tell in the title of the window what is wrong, what is asked and how far it is', () => {
    expect(first && titleOf(first, survey.title, true)).toBe('Błąd: a? – Część 1 z 1 – Ankieta mieszkańca')
  })

  it('offer to skip a question without an answer, and to go on with one', () => {
    expect(first && goOnLabel(first, {}, false)).toBe('skip')
    expect(first && goOnLabel(first, { a: 'yes' }, false)).toBe('next')
    expect(first && goOnLabel(first, {}, true)).toBe('toCheck')
  })

  it('do not offer to skip a required question', () => {
    const [page] = pagesOf(surveyWith(single('a', ['1'], { required: true })), {})

    expect(page && goOnLabel(page, {}, false)).toBe('next')
  })

  it('name the row that is wrong, and no question where there is only one', () => {
    const fault = { questionKey: 'm', code: 'REQUIRED', message: '' } as const

    expect(second && faultName(second, { ...fault, rowKey: 'r1' })).toBe('r1')
    expect(second && faultName(second, fault)).toBeNull()
  })

  it('do not repeat what the question’s own help says', () => {
    const withHelp = multi('a', ['1'], { maxChoices: 5, help: 'Prosimy zaznaczyć najwyżej 5 odpowiedzi.' })

    expect(howToChoose(withHelp)).toBe(false)
    expect(howToChoose(multi('a', ['1'], { maxChoices: 5 }))).toContain('najwyżej 5 odpowiedzi')
  })
})

describe('the summary before sending', () => {
  it('writes answers in the words of the questionnaire', () => {
    const other: Question = {
      key: 'a',
      type: 'SINGLE',
      text: 'a?',
      options: [{ code: 'OTHER', label: 'inne', allowsText: true }],
    }
    const place: Question = { key: 'p', type: 'LOCALITY', text: 'p?' }
    const size: Question = { key: 'n', type: 'NUMBER', text: 'n?', unit: 'osób' }
    const rank: Question = {
      key: 'r',
      type: 'RANK',
      text: 'r?',
      top: 2,
      options: [{ code: 'x', label: 'Opieka' }],
    }
    const survey = surveyWith(other, place, size, rank)
    const answers = { a: 'OTHER', 'a.inne': 'busy', p: 'l1', n: 2.5, r: ['x'] }

    const lines = pagesOf(survey, answers).flatMap((page) =>
      page.items.flatMap((item) => answerLines(survey, formOf(survey.questionnaire, answers), item)),
    )

    expect(lines.map((line) => line.answers)).toEqual([
      ['inne: busy'],
      ['Wełecz'],
      ['2,5 osób'],
      ['1. Opieka'],
    ])
  })

  it('shows a matrix row by row, the unanswered ones too', () => {
    const survey = surveyWith(matrix('m', ['r1', 'r2'], ['1']))
    const form = formOf(survey.questionnaire, { m: { r2: '1' } })
    const [page] = pagesOf(survey, {}, form)
    const item = page?.items[0]

    expect(item && answerLines(survey, form, item).map((line) => line.answers)).toEqual([[], ['1']])
  })

  it('shows a group item by item, with what was answered in each', () => {
    const survey = surveyWith(roster('people', [number('age'), yesNo('school', 'age < 19')]))
    const form = formOf(survey.questionnaire, { people: [{ age: 8, school: 'yes' }, { age: 40 }, {}] })
    const item = pagesOf(survey, {}, form)[0]?.items[0]

    expect(item && answerLines(survey, form, item)).toEqual([
      { label: 'Osoba 1', rowKey: '0', answers: ['age? 8', 'school? Tak'] },
      { label: 'Osoba 2', rowKey: '1', answers: ['age? 40'] },
      { label: 'Osoba 3', rowKey: '2', answers: [] },
    ])
  })
})

describe('the survey in the page', () => {
  it('is read when it is one', () => {
    const survey = surveyWith(yesNo('a'))

    expect(readSurvey(JSON.stringify(survey))).toEqual(survey)
  })

  it.each([undefined, null, '', '{', '{}', '{"code":"x"}'])('is none in %s', (text) => {
    expect(readSurvey(text)).toBeNull()
  })

  it('fills its names into the texts, and leaves unknown ones', () => {
    expect(filled('{organizacja}, {gmina}, tel. {telefon}, {minuty} min, {x}', surveyWith())).toBe(
      'CUS w Busku-Zdroju, Busko-Zdrój, tel. 41\u00a0378\u00a000\u00a000, 5 min, {x}',
    )
  })
})
