import { describe, expect, it } from 'vitest'
import type { Question } from '../questionnaire/index.ts'
import {
  aQuestionnaire,
  calculated,
  matrix,
  multi,
  number,
  roster,
  single,
  when,
  yesNo,
} from '../testing/index.ts'
import { checkAnswer, checkAnswers } from './check-answers.ts'
import { canonicalContent, isSubmissionId } from './content.ts'

const LOCALITY = '0197f1c2-0000-7000-8000-000000000001'
const context = { localityIds: [LOCALITY] }

const rank: Question = {
  key: 'rank',
  type: 'RANK',
  text: 'Co najpierw?',
  top: 2,
  options: ['a', 'b', 'c'].map((code) => ({ code, label: code })),
}
const barrier: Question = {
  key: 'barrier',
  type: 'MULTI',
  text: 'Co przeszkadza?',
  minChoices: 2,
  maxChoices: 2,
  options: [
    { code: 'far', label: 'daleko' },
    { code: 'dear', label: 'za drogo' },
    { code: 'form', label: 'formalności' },
    { code: 'none', label: 'nic mi nie przeszkadza', exclusive: true },
    { code: 'other', label: 'inne, jakie?', allowsText: true },
    { code: '-98', label: 'nie wiem' },
  ],
}
const questionnaire = aQuestionnaire([
  single('single', ['1', '2', '-98']),
  barrier,
  rank,
  matrix('matrix', ['r1', 'r2'], ['1', '2']),
  {
    key: 'many',
    type: 'MATRIX_MULTI',
    text: 'Co i kiedy?',
    rows: [{ key: 'r1', label: 'rano' }],
    options: [
      { code: 'a', label: 'a' },
      { code: 'b', label: 'b' },
    ],
  },
  { key: 'scale', type: 'SCALE_0_10', text: 'Ile?' },
  { key: 'number', type: 'NUMBER', text: 'Ile godzin?', min: 0, max: 24, decimals: 1 },
  { key: 'children', type: 'NUMBER', text: 'Ile dzieci?', min: 0 },
  { key: 'year', type: 'DATE_YEAR', text: 'Rok?', min: 1920, max: 2026 },
  { key: 'short', type: 'TEXT_SHORT', text: 'Co?' },
  { key: 'long', type: 'TEXT_LONG', text: 'Dlaczego?' },
  { key: 'locality', type: 'LOCALITY', text: 'Gdzie?' },
  { key: 'consent', type: 'CONSENT', text: 'Zgoda' },
  { key: 'info', type: 'INFO', text: 'Teraz o domu.' },
])

const codes = (answers: unknown) =>
  checkAnswers(questionnaire, answers, context).map(({ questionKey, rowKey, code }) =>
    rowKey === undefined ? `${questionKey} ${code}` : `${questionKey}/${rowKey} ${code}`,
  )

describe('checkAnswers', () => {
  it('accepts right answers of every type', () => {
    const right = {
      single: '-98',
      barrier: ['far', 'other'],
      'barrier.inne': 'brak chodnika',
      rank: ['c', 'a'],
      matrix: { r1: '1', r2: '2' },
      many: { r1: ['a', 'b'] },
      scale: '0',
      number: 2.5,
      children: '-99',
      year: 1956,
      short: 'Zażółć gęślą jaźń 👍',
      long: 'x'.repeat(2000),
      locality: LOCALITY,
      consent: true,
    }

    expect(codes(right)).toEqual([])
    expect(codes({ ...right, barrier: ['none'], locality: '-99', year: '-98' })).toEqual([])
  })

  it('accepts an empty sheet: every question can be passed over', () => {
    expect(codes({})).toEqual([])
    expect(codes({ barrier: [], matrix: {}, short: '  ' })).toEqual([])
  })

  const cases: readonly [string, unknown, string][] = [
    ['a number for a code', { single: 1 }, 'single WRONG_SHAPE'],
    ['a code that is not offered', { single: '3' }, 'single UNKNOWN_OPTION'],
    ['a member name of objects as code', { single: 'constructor' }, 'single UNKNOWN_OPTION'],
    ['text for a list', { barrier: 'far' }, 'barrier WRONG_SHAPE'],
    ['a list with a number', { barrier: ['far', 1] }, 'barrier WRONG_SHAPE'],
    ['an unknown member', { barrier: ['far', 'x'] }, 'barrier UNKNOWN_OPTION'],
    ['too few', { barrier: ['far'] }, 'barrier TOO_FEW_CHOICES'],
    ['too many', { barrier: ['far', 'dear', 'form'] }, 'barrier TOO_MANY_CHOICES'],
    ['one twice', { barrier: ['far', 'far'] }, 'barrier DUPLICATE_CHOICE'],
    ['an exclusive one with another', { barrier: ['none', 'far'] }, 'barrier EXCLUSIVE_CHOICE'],
    ['a special code with another', { barrier: ['-98', 'far'] }, 'barrier EXCLUSIVE_CHOICE'],
    ['more than the top', { rank: ['a', 'b', 'c'] }, 'rank TOO_MANY_CHOICES'],
    ['the same twice in a ranking', { rank: ['a', 'a'] }, 'rank DUPLICATE_CHOICE'],
    ['a list for a matrix', { matrix: ['1'] }, 'matrix WRONG_SHAPE'],
    ['an unknown row', { matrix: { r9: '1' } }, 'matrix/r9 UNKNOWN_ROW'],
    ['a wrong cell', { matrix: { r1: '9' } }, 'matrix/r1 UNKNOWN_OPTION'],
    ['a cell of many twice', { many: { r1: ['a', 'a'] } }, 'many/r1 DUPLICATE_CHOICE'],
    ['a scale point outside', { scale: '11' }, 'scale UNKNOWN_OPTION'],
    ['a number too large', { number: 25 }, 'number OUT_OF_RANGE'],
    ['a negative number', { children: -1 }, 'children OUT_OF_RANGE'],
    ['too many decimals', { number: 2.25 }, 'number TOO_MANY_DECIMALS'],
    ['a tiny number', { number: 1e-7 }, 'number TOO_MANY_DECIMALS'],
    ['half a child', { children: 1.5 }, 'children TOO_MANY_DECIMALS'],
    ['a number as text', { number: '5' }, 'number WRONG_SHAPE'],
    ['infinity', { number: Infinity }, 'number WRONG_SHAPE'],
    ['a year outside', { year: 1899 }, 'year OUT_OF_RANGE'],
    ['half a year', { year: 1956.5 }, 'year WRONG_SHAPE'],
    ['a short text too long', { short: 'x'.repeat(201) }, 'short TOO_LONG'],
    ['a long text too long', { long: 'x'.repeat(2001) }, 'long TOO_LONG'],
    ['NUL in a text', { short: 'a\u0000b' }, 'short UNSTORABLE_TEXT'],
    ['half a character', { short: 'a\ud83d' }, 'short UNSTORABLE_TEXT'],
    ['NUL beside „inne”', { barrier: ['far', 'other'], 'barrier.inne': '\u0000' }, 'barrier UNSTORABLE_TEXT'],
    ['a foreign locality', { locality: 'elsewhere' }, 'locality UNKNOWN_LOCALITY'],
    ['an unticked consent', { consent: false }, 'consent WRONG_SHAPE'],
    ['an answer to a text', { info: 'x' }, 'info UNKNOWN_QUESTION'],
    ['an unknown question', { z: 'x' }, 'z UNKNOWN_QUESTION'],
    ['a prototype key', JSON.parse('{"__proto__": {"single": "1"}}'), '__proto__ UNKNOWN_QUESTION'],
    ['constructor', { constructor: 'x' }, 'constructor UNKNOWN_QUESTION'],
    ['a prototype row', { matrix: JSON.parse('{"__proto__": "1"}') }, 'matrix/__proto__ UNKNOWN_ROW'],
  ]
  it.each(cases)('refuses %s', (_name, answers, expected) => {
    expect(codes(answers)).toEqual([expected])
  })

  it.each([null, 'x', 5, ['single']])('refuses %j, which is no set of answers', (answers) => {
    expect(codes(answers)).toEqual([' WRONG_SHAPE'])
  })

  it('answers every fault with a Polish sentence', () => {
    const faults = cases.flatMap(([, answers]) => checkAnswers(questionnaire, answers, context))

    for (const { message } of faults) expect(message).toMatch(/^[A-ZŁŚŻ„].+\.$/)
    expect(new Set(faults.map(({ code }) => code)).size).toBe(13)
  })

  it('asks for a required answer, row by row in a matrix', () => {
    const strict = aQuestionnaire([
      single('a', ['1'], { required: true }),
      matrix('m', ['r1', 'r2'], ['1'], { required: true }),
    ])

    const violations = checkAnswers(strict, { m: { r1: '1' } }, context)

    expect(violations.map(({ questionKey, rowKey, code }) => [questionKey, rowKey, code])).toEqual([
      ['a', undefined, 'REQUIRED'],
      ['m', 'r2', 'REQUIRED'],
    ])
  })

  it('does not let a hidden required question block', () => {
    const conditional = aQuestionnaire([
      yesNo('a'),
      multi('b', ['1'], { required: true, visibleIf: when('a', 'yes') }),
    ])

    expect(checkAnswers(conditional, { a: 'no' }, context)).toEqual([])
    expect(checkAnswers(conditional, { a: 'yes' }, context)).toHaveLength(1)
  })

  it('does not look at answers to hidden questions', () => {
    const conditional = aQuestionnaire([yesNo('a'), single('b', ['1'], { visibleIf: when('a', 'yes') })])

    expect(checkAnswers(conditional, { a: 'no', b: 'nonsense' }, context)).toEqual([])
  })

  it('survives very deep answers', () => {
    let deep: unknown = 'x'
    for (let level = 0; level < 50_000; level += 1) deep = { r1: deep }

    expect(codes({ matrix: deep })).toEqual(['matrix/r1 WRONG_SHAPE'])
  })
})

describe('rules of a questionnaire', () => {
  const found = (questions: readonly Question[], answers: unknown, today?: string) =>
    checkAnswers(aQuestionnaire(questions), answers, {
      ...context,
      ...(today !== undefined && { today }),
    }).map(({ questionKey, path, rowKey, code }) =>
      [path?.join('.') ?? questionKey, ...(rowKey ? [rowKey] : []), code].join(' '),
    )
  const hours = number('hours', {
    constraint: [{ expression: 'this <= total', message: 'Nie może być więcej niż {total}.' }],
  })

  it('are required answers only while their condition holds', () => {
    const questions = [yesNo('a'), single('b', ['1'], { requiredIf: when('a', 'yes') })]

    expect(found(questions, { a: 'yes' })).toEqual(['b REQUIRED'])
    expect(found(questions, { a: 'no' })).toEqual([])
  })

  it('are constraints, told in the words of their author with answers filled in', () => {
    const violations = checkAnswers(aQuestionnaire([hours, number('total')]), { hours: 9, total: 7 }, context)

    expect(violations).toEqual([
      { questionKey: 'hours', code: 'CONSTRAINT', message: 'Nie może być więcej niż 7.' },
    ])
  })

  it('are no constraints on what was left out or is not known', () => {
    for (const answers of [
      { hours: 9 },
      { total: 7 },
      { hours: '-98', total: 7 },
      { hours: 9, total: '-99' },
      { hours: 5, total: 7 },
    ]) {
      expect(found([hours, number('total')], answers)).toEqual([])
    }
  })

  it('know the day they are told', () => {
    const born: Question = {
      key: 'born',
      type: 'DATE_YEAR',
      text: 'Rok?',
      constraint: [{ expression: 'age(this) >= 18', message: 'Ankieta jest dla dorosłych.' }],
    }

    expect(found([born], { born: 2010 }, '2026-11-22')).toEqual(['born CONSTRAINT'])
    expect(found([born], { born: 2000 }, '2026-11-22')).toEqual([])
  })

  it('drop options that are not offered, and refuse those that never were', () => {
    const filtered = {
      ...multi('m', ['1', '2', '3'], { minChoices: 2 }),
      optionFilter: "$option = '1'",
    } as Question

    expect(found([filtered], { m: ['1', '2'] })).toEqual([])
    expect(found([filtered], { m: ['1', '9'] })).toEqual(['m UNKNOWN_OPTION'])
  })

  it('work calculated values out, whatever was sent', () => {
    expect(found([number('n'), calculated('c', 'n * 2')], { n: 2, c: 'nonsense' })).toEqual([])
  })
})

describe('answers of a group', () => {
  const people = roster(
    'people',
    [
      number('age', { required: true }),
      matrix('help', ['r1'], ['1'], { visibleIf: 'age > 60' }),
      roster('jobs', [single('kind', ['A'])]),
    ],
    { minItems: 1, maxItems: 2 },
  )
  const cases: readonly [string, unknown, readonly string[]][] = [
    ['nothing at all', {}, []],
    ['right ones', { people: [{ age: 70, help: { r1: '1' }, jobs: [{ kind: 'A' }] }] }, []],
    ['a required answer left out', { people: [{ age: 1 }, {}] }, ['people.1.age REQUIRED']],
    ['too many items', { people: [{ age: 1 }, { age: 1 }, { age: 1 }] }, ['people TOO_MANY_ITEMS']],
    ['a wrong row', { people: [{ age: 70, help: { r9: '1' } }] }, ['people.0.help r9 UNKNOWN_ROW']],
    [
      'a wrong answer two groups deep',
      { people: [{ age: 1, jobs: [{ kind: 'B' }] }] },
      ['people.0.jobs.0.kind UNKNOWN_OPTION'],
    ],
    ['a question that is not of the group', { people: [{ age: 1, x: 1 }] }, ['people.0.x UNKNOWN_QUESTION']],
    ['an answer to a hidden question', { people: [{ age: 1, help: 'nonsense' }] }, []],
    ['no items', { people: 'Ala' }, ['people WRONG_SHAPE']],
    ['an item that is none', { people: ['Ala'] }, ['people.0 WRONG_SHAPE']],
    [
      'a prototype',
      JSON.parse('{"people": [{"age": 1, "__proto__": {}}]}'),
      ['people.0.__proto__ UNKNOWN_QUESTION'],
    ],
  ]
  it.each(cases)('%s', (_name, answers, expected) => {
    const violations = checkAnswers(aQuestionnaire([people]), answers, context)

    expect(
      violations.map(({ questionKey, path, rowKey, code }) =>
        [path?.join('.') ?? questionKey, ...(rowKey ? [rowKey] : []), code].join(' '),
      ),
    ).toEqual(expected)
    for (const { message } of violations) expect(message).toMatch(/^[A-ZŁŚŻ„].+\.$/)
  })

  it('are refused when there are far too many, without looking at each', () => {
    const crowd = roster('people', [number('age')])
    const answers = { people: Array.from({ length: 50_000 }, () => ({ age: 'x' })) }

    const violations = checkAnswers(aQuestionnaire([crowd]), answers, context)

    expect(violations[0]).toMatchObject({ questionKey: 'people', code: 'TOO_MANY_ITEMS' })
    expect(violations).toHaveLength(101)
  })

  it('of too few items are counted only when there are any', () => {
    const two = roster('people', [number('age')], { minItems: 2 })

    expect(checkAnswers(aQuestionnaire([two]), {}, context)).toEqual([])
    expect(checkAnswers(aQuestionnaire([two]), { people: [{}] }, context)).toMatchObject([
      { code: 'TOO_FEW_ITEMS' },
    ])
  })
})

it('checks one question of a page', () => {
  expect(checkAnswer(questionnaire, rank, { rank: ['a', 'b', 'c'], single: '9' }, context)).toEqual([
    {
      questionKey: 'rank',
      code: 'TOO_MANY_CHOICES',
      message: 'Można zaznaczyć najwyżej 2 odpowiedzi. Prosimy odznaczyć te mniej ważne.',
    },
  ])
})

describe('canonicalContent', () => {
  const submission = {
    id: 'a',
    questionnaireVersionId: 'v',
    mode: 'CAWI',
    answers: { a: '1', b: ['x', 'y'] },
  } as const

  it('is the same whatever the order of keys and whatever the id', () => {
    const other = { ...submission, id: 'b', answers: { b: ['x', 'y'], a: '1' } }

    expect(canonicalContent(other)).toBe(canonicalContent(submission))
  })

  it('differs with an answer, its order, the mode and the sheet', () => {
    const texts = [
      submission,
      { ...submission, answers: { a: '1', b: ['y', 'x'] } },
      { ...submission, mode: 'PAPI' as const },
      { ...submission, sheetNumber: '7' },
    ].map(canonicalContent)

    expect(new Set(texts).size).toBe(4)
  })
})

it('knows the ids that devices make', () => {
  expect(isSubmissionId('3f2b8c1e-7a4d-4e5f-9b60-1c2d3e4f5a6b')).toBe(true)
  expect(isSubmissionId('3f2b8c1e-7a4d-7e5f-9b60-1c2d3e4f5a6b')).toBe(false)
  expect(isSubmissionId(5)).toBe(false)
})
