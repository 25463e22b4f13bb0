import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { aQuestionnaire, aSection, matrix, multi, options, single, when, yesNo } from '../testing/index.ts'
import { QuestionnaireIncompleteError } from './errors.ts'
import type { Question, Questionnaire } from './model.ts'
import { parseQuestionnaire } from './parse-questionnaire.ts'
import { findDefects, publishQuestionnaire } from './publish-questionnaire.ts'

const sentences = (questionnaire: Questionnaire) => findDefects(questionnaire).map(({ message }) => message)
const usedNeed = { question: 'need', row: '$row', operator: 'in', value: ['4'] } as const

describe('findDefects', () => {
  it('finds nothing wrong with a sound questionnaire', () => {
    const questionnaire = aQuestionnaire([
      yesNo('a'),
      multi('b', ['1', '2'], { maxChoices: 2, visibleIf: when('a', 'yes') }),
      matrix('need', ['r1'], ['1', '4']),
      matrix('quality', ['r1'], ['1'], { rowVisibleIf: usedNeed }),
    ])

    expect(findDefects(questionnaire)).toEqual([])
  })

  const rank = (top: number): Question => ({
    key: 'r',
    type: 'RANK',
    text: 'r?',
    top,
    options: options('a', 'b'),
  })
  const cases: readonly [string, readonly Question[], RegExp][] = [
    ['the same key twice', [yesNo('a'), yesNo('a')], /„a” występuje dwa razy/],
    ['no text', [single('a', ['1'], { text: ' ' })], /nie ma treści/],
    ['no options', [single('a', [])], /nie ma odpowiedzi/],
    ['the same code twice', [single('a', ['1', '1'])], /„1” występuje dwa razy/],
    ['an unknown list', [{ key: 'a', type: 'SINGLE', text: 'a?', list: 'X' }], /nie ma listy „X”/],
    [
      'options and a list',
      [{ key: 'a', type: 'SINGLE', text: 'a?', list: 'X', options: options('1') }],
      /i na liście/,
    ],
    [
      'an unknown code in `only`',
      [{ key: 'a', type: 'SINGLE', text: 'a?', options: options('1'), only: ['1', '2'] }],
      /„2”/,
    ],
    ['a condition on a later question', [yesNo('a', when('b', 'yes')), yesNo('b')], /wśród wcześniejszych/],
    ['a condition on itself', [yesNo('a', when('a', 'yes'))], /wśród wcześniejszych/],
    ['an unknown code in a condition', [yesNo('a'), yesNo('b', when('a', 'maybe'))], /„maybe”/],
    ['an empty condition', [yesNo('a'), yesNo('b', { all: [] })], /jest pusty/],
    [
      'a list for eq',
      [yesNo('a'), yesNo('b', { question: 'a', operator: 'eq', value: ['yes'] })],
      /„in” i „notIn”/,
    ],
    ['no value', [yesNo('a'), yesNo('b', { question: 'a', operator: 'eq' })], /brakuje wartości/],
    [
      'a row of no matrix',
      [yesNo('a'), yesNo('b', { ...when('a', 'yes'), row: 'r' } as never)],
      /nie ma wierszy/,
    ],
    ['$row outside rows', [matrix('need', ['r1'], ['4']), yesNo('b', usedNeed)], /\$row/],
    [
      'a row that the other matrix lacks',
      [matrix('need', ['r1'], ['4']), matrix('q', ['r2'], ['1'], { rowVisibleIf: usedNeed })],
      /wiersza „r2”/,
    ],
    ['a matrix without rows', [matrix('m', [], ['1'])], /nie ma wierszy/],
    ['more places than options', [rank(3)], /ranking ma 3/],
    [
      'min above max',
      [multi('m', ['1', '2', '3'], { minChoices: 3, maxChoices: 2 })],
      /większa niż największa/,
    ],
    ['more choices than options', [multi('m', ['1'], { maxChoices: 2 })], /do 2 odpowiedzi/],
    [
      'min above max of numbers',
      [{ key: 'n', type: 'NUMBER', text: 'n?', min: 5, max: 1 }],
      /liczba jest większa/,
    ],
    [
      'min above max of years',
      [{ key: 'n', type: 'DATE_YEAR', text: 'n?', min: 2020, max: 2010 }],
      /rok jest większy/,
    ],
    ['a text of no length', [{ key: 't', type: 'TEXT_SHORT', text: 't?', maxLength: 0 }], /długość tekstu/],
    [
      'a point off the scale',
      [{ key: 's', type: 'SCALE_1_5', text: 's?', options: options('6') }],
      /kod „6”/,
    ],
    [
      'a sensitive question that must be answered',
      [{ ...single('a', ['1', '-99'], { required: true }), sensitivity: 'SPECIAL_CATEGORY' }],
      /nie może być obowiązkowe/,
    ],
    [
      'a sensitive question without a way out',
      [{ ...single('a', ['1']), sensitivity: 'SPECIAL_CATEGORY' }],
      /wolę nie odpowiadać/,
    ],
    ['a local question in the core', [single('loc_260401_a', ['1'], { core: true })], /rdzenia/],
  ]
  it.each(cases)('finds %s', (_name, questions, sentence) => {
    expect(sentences(aQuestionnaire(questions))).toContainEqual(expect.stringMatching(sentence))
  })

  it('finds an empty questionnaire, missing texts and repeated sections', () => {
    const found = sentences(
      aQuestionnaire([aSection('s', []), aSection('s', [])], { title: '', intro: [], thanks: [] }),
    )

    expect(found).toHaveLength(5)
  })
})

describe('publishQuestionnaire', () => {
  it('refuses with all defects', () => {
    const publish = () => publishQuestionnaire(aQuestionnaire([single('a', [])]))

    expect(publish).toThrow(QuestionnaireIncompleteError)
    expect(publish).toThrow(/Pytanie „a”: pytanie nie ma odpowiedzi do wyboru/)
  })

  it('refuses a revision that changes the type of a key', () => {
    const before = aQuestionnaire([single('a', ['1'])])

    expect(() => publishQuestionnaire(aQuestionnaire([multi('a', ['1'])]), before)).toThrow(/nowy klucz/)
    expect(publishQuestionnaire(aQuestionnaire([single('a', ['1', '2'])]), before).sections).toHaveLength(1)
  })
})

describe('parseQuestionnaire', () => {
  const problemsOf = (json: unknown) => {
    try {
      parseQuestionnaire(json)
      return []
    } catch (error) {
      if (error instanceof InvalidInputError) return error.problems.map(({ path }) => path)
      throw error
    }
  }
  const good = aQuestionnaire([yesNo('a'), yesNo('b', { not: when('a', 'yes') })])

  it('reads what was written', () => {
    expect(parseQuestionnaire(JSON.parse(JSON.stringify(good)))).toEqual(good)
  })

  const question = (extra: object) => aQuestionnaire([{ ...yesNo('a'), ...extra } as Question])
  const cases: readonly [string, unknown, string][] = [
    ['no object', [], ''],
    ['an unknown format', { ...good, format: 'x' }, 'format'],
    ['a key with a space', question({ key: 'a b' }), 'sections.0.questions.0.key'],
    ['a prototype key', question({ key: '__proto__' }), 'sections.0.questions.0.key'],
    ['an unknown type', question({ type: 'X' }), 'sections.0.questions.0.type'],
    ['an unknown field', question({ colour: 'red' }), 'sections.0.questions.0.colour'],
    [
      'a number as label',
      question({ options: [{ code: '1', label: 1 }] }),
      'sections.0.questions.0.options.0.label',
    ],
    ['NUL in a text', question({ text: 'a\u0000' }), 'sections.0.questions.0.text'],
    [
      'an unknown operator',
      question({ visibleIf: { question: 'a', operator: 'like' } }),
      'sections.0.questions.0.visibleIf.operator',
    ],
    ['a wrong list name', { ...good, lists: { 'a b': { label: 'a', options: [] } } }, 'lists.a b'],
  ]
  it.each(cases)('says where: %s', (_name, json, path) => {
    expect(problemsOf(json)).toContain(path)
  })

  it('survives a very deep condition', () => {
    let condition: unknown = when('a', 'yes')
    for (let level = 0; level < 10_000; level += 1) condition = { not: condition }

    expect(problemsOf(question({ visibleIf: condition }))[0]).toMatch(
      /^sections\.0\.questions\.0\.visibleIf(\.not){9}$/,
    )
  })
})
