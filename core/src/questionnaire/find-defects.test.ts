import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import {
  aQuestionnaire,
  aSection,
  calculated,
  matrix,
  multi,
  number,
  options,
  roster,
  single,
  when,
  yesNo,
} from '../testing/index.ts'
import { QuestionnaireIncompleteError } from './errors.ts'
import type { Question, Questionnaire } from './model.ts'
import { parseQuestionnaire } from './parse-questionnaire.ts'
import { assertComplete, findDefects } from './find-defects.ts'

const sentences = (questionnaire: Questionnaire) => findDefects(questionnaire).map(({ message }) => message)
const usedNeed = "need.$row in ['4']"

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
    ['an empty condition', [yesNo('a'), yesNo('b', '')], /warunek urywa się/],
    ['a misspelt key', [yesNo('age'), yesNo('b', when('aeg', 'yes'))], /Czy chodziło o „age”/],
    [
      'questions that decide about each other',
      [yesNo('a', when('b', 'yes')), yesNo('b', when('a', 'yes'))],
      /„a” → „b” → „a”/,
    ],
    ['a key that is a word of the language', [yesNo('contains')], /jest słowem warunków/],
    [
      'a constraint without a message',
      [number('n', { constraint: [{ expression: 'this > 1', message: '' }] })],
      /nie mówi, co poprawić/,
    ],
    ['a group without questions', [roster('hh', [])], /nie ma pytań/],
    ['a group three deep', [roster('a', [roster('b', [roster('c', [yesNo('d')])])])], /nie głębiej/],
    [
      'an inner question asked about from outside',
      [roster('hh', [number('age')]), yesNo('b', 'age > 18')],
      /należy do grupy powtarzanej „hh”/,
    ],
    [
      'an expression in a text that means nothing',
      [single('b', ['1'], { text: 'Ile {nikt}?' })],
      /nie ma pytania „nikt”/,
    ],
    ['a list for =', [yesNo('a'), yesNo('b', "a = ['yes']")], /listę sprawdza słowo in/],
    ['no value', [yesNo('a'), yesNo('b', 'a =')], /warunek urywa się/],
    ['no comparison', [yesNo('a'), yesNo('b', 'a')], /z czym ją porównać, albo użyć answered\(a\)/],
    ['a row of no matrix', [yesNo('a'), yesNo('b', "a.r = 'yes'")], /nie ma wierszy/],
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

  it('finds words in braces that nothing can be put for before anything was answered', () => {
    const found = findDefects(
      aQuestionnaire([single('a', ['1'])], {
        intro: ['Pyta {organizacja}, tel. {telefn}.', 'Raz jeszcze {telefn}.'],
        translations: { en: { thanks: ['Thank you, {a}!'] } },
      }),
    )

    expect(found.map(({ path }) => path)).toEqual(['intro', 'thanks'])
    expect(found[0]?.message).toMatch(/^Wstęp: .*„{telefn}”\. Można użyć tylko: {organizacja}, {gmina}/)
    expect(found[1]?.message).toMatch(/^Podziękowanie: .*„{a}”/)
  })
})

describe('assertComplete', () => {
  it('refuses with all defects', () => {
    const assert = () => assertComplete(aQuestionnaire([single('a', [])]))

    expect(assert).toThrow(QuestionnaireIncompleteError)
    expect(assert).toThrow(/Pytanie „a”: pytanie nie ma odpowiedzi do wyboru/)
  })

  it('lets a sound questionnaire pass', () => {
    expect(() => assertComplete(aQuestionnaire([single('a', ['1'])]))).not.toThrow()
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
  const good = aQuestionnaire([yesNo('a'), yesNo('b', `not ${when('a', 'yes')}`)])

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
      'a condition that is no text',
      question({ visibleIf: { question: 'a' } }),
      'sections.0.questions.0.visibleIf',
    ],
    [
      'a wrong language',
      question({ translations: { Polski: { text: 'a' } } }),
      'sections.0.questions.0.translations.Polski',
    ],
    ['a wrong list name', { ...good, lists: { 'a b': { label: 'a', options: [] } } }, 'lists.a b'],
  ]
  it.each(cases)('says where: %s', (_name, json, path) => {
    expect(problemsOf(json)).toContain(path)
  })

  it('reads groups within groups, with translations and rules', () => {
    const inner = roster('services', [
      number('hours', { constraint: [{ expression: 'this < 24', message: 'Mniej.' }] }),
    ])
    const whole = aQuestionnaire(
      [roster('people', [yesNo('adult'), inner]), calculated('total', 'count(people)')],
      {
        translations: { en: { title: 'A questionnaire', thanks: ['Thank you.'] } },
      },
    )

    expect(parseQuestionnaire(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
    expect(findDefects(whole)).toEqual([])
  })

  it('survives very deep groups', () => {
    let deep: unknown = yesNo('a')
    for (let level = 0; level < 10_000; level += 1) deep = { ...roster('r', []), questions: [deep] }

    expect(problemsOf({ ...good, sections: [{ key: 's', title: 'S', questions: [deep] }] })[0]).toMatch(
      /^sections\.0(?:\.questions\.0){3}$/,
    )
  })
})
