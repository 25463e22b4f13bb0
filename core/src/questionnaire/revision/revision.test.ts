import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aQuestionnaire,
  aSection,
  calculated,
  matrix,
  number,
  roster,
  single,
  yesNo,
} from '../../testing/index.ts'
import { aRandomQuestionnaire } from '../../testing/random-questionnaire.ts'
import { questionnaireLibrary } from '../library/index.ts'
import type { Option, Question, Questionnaire } from '../model.ts'
import { parseQuestionnaire } from '../parse-questionnaire.ts'
import { assertPublishable } from './assert-publishable.ts'
import { assertReturning } from './assert-returning.ts'
import { compareVersions } from './compare-versions.ts'
import { crosswalkDefects } from './crosswalk.ts'
import { RevisionBreaksAnswersError } from './errors.ts'
import { joinableKeys } from './joinable-keys.ts'
import { editDistance, wordingDistance } from './wording-distance.ts'

const copyOf = (one: Questionnaire) => JSON.parse(JSON.stringify(one)) as Questionnaire
const form = (...questions: readonly Question[]): Questionnaire => aQuestionnaire(questions)
const told = (before: Questionnaire, after: Questionnaire) =>
  compareVersions(before, after).map(({ kind, weight, place }) =>
    [weight, kind, place.questionKey ?? place.sectionKey, place.code].filter(Boolean).join(' '),
  )
const between = (before: Question, after: Question, ...others: readonly Question[]) =>
  told(form(...others, before), form(...others, after))
const asked = (text: string, extras: Partial<Question> = {}): Question =>
  ({ ...yesNo('a'), text, ...extras }) as Question
const choice = (...options: readonly (readonly [string, string, Partial<Option>?])[]): Question => ({
  key: 'a',
  type: 'SINGLE',
  text: 'a?',
  options: options.map(([code, label, rest]) => ({ code, label, ...rest })),
})

describe('the distance of wordings', () => {
  it.each([
    ['Ile ma Pan lat?', 'ile ma pan lat', 'same'],
    ['Ile osob mieszka w domu?', 'Ile osób mieszka w domu?', 'fixed'],
    ['Która osoba pomaga?', 'Która osobą pomaga?', 'fixed'],
    ['Czy zna Pan świetlice w gminie?', 'Czy zna Pan świetlicę w gminie?', 'fixed'],
    ['Jak ocenia Pan drogi w gminie?', 'Jak Pan ocenia stan dróg i chodników w gminie?', 'reworded'],
    ['Czy korzysta Pan z pomocy?', 'Czy nie korzysta Pan z pomocy?', 'opposite'],
    ['osoba pełnosprawna', 'osoba niepełnosprawna', 'opposite'],
    ['w ostatnich 12 miesiącach', 'w ostatnich 3 miesiącach', 'opposite'],
    ['Ile dzieci ma rodzina?', 'Jak ocenia Pan transport?', 'other'],
  ])('„%s” → „%s”: %s', (before, after, distance) => {
    expect(wordingDistance(before, after)).toBe(distance)
  })

  it('counts letters, a swap of neighbours as one', () => {
    expect(editDistance('kot', 'kto')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
    expect(editDistance('zupa', 'zupy')).toBe(1)
  })
})

describe('changes of a question', () => {
  it.each<[string, Question, Question, readonly string[]]>([
    ['a mended text', asked('Ile osob tu jest?'), asked('Ile osób tu jest?'), ['harmless TEXT_FIXED a']],
    [
      'other words',
      asked('Jak ocenia Pan drogi?'),
      asked('Jaki jest według Pana stan drogi?'),
      ['careful TEXT_REWORDED a'],
    ],
    [
      'another question',
      asked('Ile dzieci ma rodzina?'),
      asked('Kto sprząta ulice?'),
      ['breaking MEANING_CHANGED a'],
    ],
    ['a denial', asked('Czy jest tu park?'), asked('Czy nie jest tu park?'), ['breaking MEANING_CHANGED a']],
    ['help added', asked('a?'), asked('a?', { help: 'Proszę wybrać.' }), ['careful TEXT_REWORDED a']],
    [
      'the type',
      single('a', ['1', '2']),
      { ...single('a', ['1', '2']), type: 'MULTI' } as Question,
      ['breaking TYPE_CHANGED a'],
    ],
    ['the unit', number('a', {}), { ...number('a'), unit: 'zł' } as Question, ['breaking UNIT_CHANGED a']],
    [
      'a wider limit',
      { ...number('a'), max: 5 } as Question,
      { ...number('a'), max: 9 } as Question,
      ['harmless LIMITS_WIDER a'],
    ],
    [
      'a narrower limit',
      { ...number('a'), max: 5 } as Question,
      { ...number('a'), max: 3 } as Question,
      ['careful LIMITS_NARROWER a'],
    ],
    ['an obligation', yesNo('a'), { ...yesNo('a'), required: true }, ['careful LOGIC_WIDER a']],
    ['a calculation', calculated('a', '1 + 1'), calculated('a', '1 + 2'), ['breaking CALCULATION_CHANGED a']],
    [
      'a calculation written in another way',
      calculated('a', '1+1'),
      calculated('a', '(1 + 1)'),
      ['harmless LOGIC_SAME a'],
    ],
    [
      'translations',
      yesNo('a'),
      { ...yesNo('a'), translations: { uk: { text: 'а?' } } },
      ['harmless TRANSLATION_CHANGED a'],
    ],
  ])('%s', (_, before, after, changes) => {
    expect(between(before, after)).toEqual(changes)
  })
})

describe('changes of options and rows', () => {
  const before = choice(['1', 'Dom'], ['2', 'Blok'])

  it.each<[string, Question, Question, readonly string[]]>([
    [
      'an option at the end',
      before,
      choice(['1', 'Dom'], ['2', 'Blok'], ['3', 'Kamienica']),
      ['harmless OPTION_ADDED a 3'],
    ],
    [
      'an option before „inne”',
      choice(['1', 'Dom'], ['9', 'Inne', { allowsText: true }]),
      choice(['1', 'Dom'], ['3', 'Kamienica'], ['9', 'Inne', { allowsText: true }]),
      ['harmless OPTION_ADDED a 3'],
    ],
    [
      'an option in the middle',
      before,
      choice(['1', 'Dom'], ['3', 'Kamienica'], ['2', 'Blok']),
      ['careful OPTION_ADDED a 3'],
    ],
    [
      '„nie wiem”',
      before,
      choice(['1', 'Dom'], ['2', 'Blok'], ['-98', 'Nie wiem']),
      ['careful OPTION_ADDED a -98'],
    ],
    [
      'a point of a scale',
      choice(['1', 'Źle', { value: 1 }]),
      choice(['1', 'Źle', { value: 1 }], ['2', 'Dobrze', { value: 2 }]),
      ['breaking OPTION_ADDED a 2'],
    ],
    ['an option gone', before, choice(['1', 'Dom']), ['breaking OPTION_REMOVED a 2']],
    ['the order', before, choice(['2', 'Blok'], ['1', 'Dom']), ['careful OPTIONS_REORDERED a']],
    ['a label mended', choice(['1', 'Kobieta']), choice(['1', 'Kobiety']), ['harmless TEXT_FIXED a 1']],
    [
      'a label reworded',
      choice(['1', 'Dom']),
      choice(['1', 'Budynek jednorodzinny']),
      ['careful TEXT_REWORDED a 1'],
    ],
    [
      'labels swapped',
      before,
      choice(['1', 'Blok'], ['2', 'Dom']),
      ['breaking MEANING_CHANGED a 1', 'breaking MEANING_CHANGED a 2'],
    ],
    [
      'a value',
      choice(['1', 'Dom', { value: 1 }]),
      choice(['1', 'Dom', { value: 2 }]),
      ['breaking VALUE_CHANGED a 1'],
    ],
    [
      'a row gone',
      matrix('a', ['r1', 'r2'], ['1']),
      matrix('a', ['r1'], ['1']),
      ['breaking ROW_REMOVED a r2'],
    ],
    [
      'a row added',
      matrix('a', ['r1'], ['1']),
      matrix('a', ['r1', 'r2'], ['1']),
      ['harmless ROW_ADDED a r2'],
    ],
    [
      'rows in another order',
      matrix('a', ['r1', 'r2'], ['1']),
      matrix('a', ['r2', 'r1'], ['1']),
      ['careful ROWS_REORDERED a'],
    ],
  ])('%s', (_, old, now, changes) => {
    expect(between(old, now)).toEqual(changes)
  })
})

describe('changes of conditions, proven', () => {
  const s = single('s', ['1', '2', '3'])
  const n: Question = { key: 'n', type: 'NUMBER', text: 'n?', min: 0, max: 100 }

  it.each([
    ["s = '1'", "s in ['1']", 'harmless LOGIC_SAME z'],
    ["s in ['1', '2', '3']", 'answered(s)', 'harmless LOGIC_SAME z'],
    ["s in ['1', '2']", "s = '1'", 'careful LOGIC_NARROWER z'],
    ['n >= 18', 'n >= 16', 'careful LOGIC_WIDER z'],
    ['n >= 18', 'n > 17', 'harmless LOGIC_SAME z'],
    ["s = '1'", "s = '2'", 'careful LOGIC_CHANGED z'],
  ])('%s → %s: %s', (before, after, change) => {
    expect(between(yesNo('z', before), yesNo('z', after), s, n)).toEqual([change])
  })

  it('sees a new condition as narrower, one taken away as wider', () => {
    expect(between(yesNo('z'), yesNo('z', "s = '1'"), s)).toEqual(['careful LOGIC_NARROWER z'])
    expect(between(yesNo('z', "s = '1'"), yesNo('z'), s)).toEqual(['careful LOGIC_WIDER z'])
  })

  it('compares rows, options and constraints too', () => {
    const table = (rule: string) => matrix('t', ['r1', 'r2'], ['1'], { rowVisibleIf: rule })
    expect(between(table("$row = 'r1' or s = '1'"), table("$row = 'r1'"), s)).toEqual([
      'careful LOGIC_NARROWER t',
    ])
    const checked = (expression: string) =>
      number('k', { constraint: [{ expression, message: 'Prosimy poprawić.' }] })
    expect(between(checked('this > 3'), checked('this >= 4'))).toEqual(['harmless LOGIC_SAME k'])
    expect(between(checked('this > 3'), checked('this > 5'))).toEqual(['careful LOGIC_NARROWER k'])
  })

  it('tells of a section for all its questions', () => {
    const at = (rule: string) =>
      aQuestionnaire([aSection('one', [s]), aSection('two', [yesNo('b'), yesNo('c')], rule)])
    const [change] = compareVersions(at("s in ['1', '2']"), at("s = '2'"))
    expect(change).toMatchObject({ kind: 'LOGIC_NARROWER', weight: 'careful', affects: ['b', 'c'] })
  })
})

describe('changes of the whole', () => {
  it('tells of questions added, gone, moved and taken into a group', () => {
    expect(told(form(yesNo('a')), form(yesNo('a'), yesNo('b')))).toEqual(['harmless QUESTION_ADDED b'])
    expect(told(form(yesNo('a')), form(yesNo('a'), { ...yesNo('b'), required: true }))).toEqual([
      'careful QUESTION_ADDED b',
    ])
    expect(told(form(yesNo('a'), yesNo('b')), form(yesNo('a')))).toEqual(['breaking QUESTION_REMOVED b'])
    expect(told(form(yesNo('a'), yesNo('b'), yesNo('c')), form(yesNo('c'), yesNo('a'), yesNo('b')))).toEqual([
      'careful QUESTION_MOVED c',
    ])
    const before = form(roster('g', [yesNo('x')]), yesNo('b'))
    expect(told(before, form(roster('g', [yesNo('x'), yesNo('b')])))).toEqual(['breaking GROUP_CHANGED b'])
  })

  it.each([
    [1, '1 odpowiedź używa tej opcji'],
    [2, '2 odpowiedzi używają tej opcji'],
    [5, '5 odpowiedzi używa tej opcji'],
    [12, '12 odpowiedzi używa tej opcji'],
    [132, '132 odpowiedzi używają tej opcji'],
    [1240, '1 240 odpowiedzi używa tej opcji'],
  ])('says in numbers what is used: %i', (count, sentence) => {
    const usage = { answersByQuestion: { a: count }, answersByOption: { a: { '2': count } } }
    const [change] = compareVersions(form(single('a', ['1', '2'])), form(single('a', ['1'])), usage)
    expect(change?.message.replaceAll('\u00a0', ' ')).toContain(sentence)
  })

  it('lets go of what nobody has used', () => {
    const usage = { answersByQuestion: { a: 3 }, answersByOption: { a: { '2': 0 } } }
    const [change] = compareVersions(form(single('a', ['1', '2'])), form(single('a', ['1'])), usage)
    expect(change?.weight).toBe('careful')
  })

  it('finds nothing between a questionnaire and itself', () => {
    for (const one of questionnaireLibrary) expect(compareVersions(one, copyOf(one))).toEqual([])
    fc.assert(
      fc.property(aRandomQuestionnaire, (one) => {
        expect(compareVersions(one, copyOf(one))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

describe('publishing after a change', () => {
  const before = form(single('a', ['1', '2']))
  const successor = (codes: Readonly<Record<string, string>>, from = 'a'): Question => ({
    ...single('a2', ['1', '3']),
    crosswalk: { from, codes },
  })

  it('refuses what breaks answers, naming it, and lets all else through', () => {
    expect(() => assertPublishable(before, form(single('a', ['1'])))).toThrow(RevisionBreaksAnswersError)
    expect(() => assertPublishable(before, form(single('a', ['1'])))).toThrow(/„a\?”.*jako nowe/)
    expect(() => assertPublishable(before, form(single('a', ['2', '1'])))).not.toThrow()
    expect(() => assertPublishable(before, form(single('b', ['1'])))).not.toThrow()
  })

  it.each([
    [successor({ '1': '1', '2': '3' }), null],
    [successor({ '1': '1' }), 'czym stała się dawna odpowiedź „2”'],
    [successor({ '1': '1', '2': '9' }), 'nowe pytanie nie ma odpowiedzi „9”'],
    [successor({ '1': '1', '2': '3', '7': '3' }), 'dawne pytanie nie ma odpowiedzi „7”'],
    [successor({}, 'gone'), 'nie ma pytania „gone”'],
    [successor({}, 'a2'), 'innego klucza niż własny'],
    [{ ...number('a2'), crosswalk: { from: 'a', codes: {} } } as Question, 'z odpowiedziami do wyboru'],
  ])('checks a crosswalk %#', (question, sentence) => {
    if (sentence === null) expect(() => assertPublishable(before, form(question))).not.toThrow()
    else expect(() => assertPublishable(before, form(question))).toThrow(sentence)
  })
})

describe('a key that comes back', () => {
  const [first, second] = [form(single('a', ['1', '2']), yesNo('b')), form(yesNo('b'))]

  it('stands for the question it stood for', () => {
    expect(() =>
      assertReturning([second, first], form(yesNo('b'), single('a', ['1', '2', '3']))),
    ).not.toThrow()
    expect(() => assertReturning([second, first], form(yesNo('b')))).not.toThrow()
    expect(() => assertReturning([second, first], form(number('b')))).not.toThrow()
  })

  it('for another question is refused, naming it', () => {
    const other = () => assertReturning([second, second, first], form(yesNo('b'), number('a')))

    expect(other).toThrow(RevisionBreaksAnswersError)
    expect(other).toThrow(/„a\?” ma klucz pytania, które było w dawniejszej wersji/)
  })
})

describe('series over versions', () => {
  const first = form(single('a', ['1', '2']), yesNo('b'))

  it('joins over harmless changes only, and says why not', () => {
    const second = form(single('a', ['1', '2', '3']), { ...yesNo('b'), required: true })
    const { series, breaks } = joinableKeys([first, second])
    expect(series.find(({ key }) => key === 'a')?.parts.map(({ version }) => version)).toEqual([0, 1])
    expect(series.filter(({ key }) => key === 'b').map(({ parts }) => parts.length)).toEqual([1, 1])
    expect(breaks).toMatchObject([
      {
        key: 'b',
        from: 0,
        to: 1,
        reasons: [expect.stringContaining('obowiązkowe')],
        changes: [{ kind: 'LOGIC_WIDER' }],
      },
    ])
    const [part] = series.find(({ key }) => key === 'a')?.parts.slice(1) ?? []
    expect(part?.changes?.map(({ kind }) => kind)).toEqual(['OPTION_ADDED'])
  })

  it('keeps a crosswalk when a questionnaire is read', () => {
    const crosswalk = { from: 'a', codes: { '1': '1', '2': '1' } }
    const read = parseQuestionnaire(copyOf(form({ ...single('a2', ['1']), crosswalk })))
    expect(read.sections[0]?.questions[0]?.crosswalk).toEqual(crosswalk)
  })

  it('joins by a crosswalk, over several of them', () => {
    const second = form(
      { ...single('a2', ['1', '3']), crosswalk: { from: 'a', codes: { '1': '1', '2': '3' } } },
      yesNo('b'),
    )
    const third = form(
      { ...single('a3', ['x']), crosswalk: { from: 'a2', codes: { '1': 'x', '3': 'x' } } },
      yesNo('b'),
    )
    const { series, breaks } = joinableKeys([first, second, third])
    expect(series.find(({ key }) => key === 'a3')?.parts).toEqual([
      { version: 0, key: 'a', codes: { '1': 'x', '2': 'x' } },
      { version: 1, key: 'a2', codes: { '1': 'x', '3': 'x' } },
      { version: 2, key: 'a3' },
    ])
    expect(breaks).toEqual([])
  })

  it('does not join by a crosswalk that does not fit', () => {
    const second = form({ ...single('a2', ['1']), crosswalk: { from: 'a', codes: { '1': '1' } } }, yesNo('b'))
    expect(joinableKeys([first, second]).series.find(({ key }) => key === 'a2')?.parts).toHaveLength(1)
  })

  it('lets one question only take over the answers of another', () => {
    const heir = (key: string): Question => ({
      ...single(key, ['1', '2']),
      crosswalk: { from: 'a', codes: { '1': '1', '2': '2' } },
    })
    const { series } = joinableKeys([first, form(heir('a2'), heir('a3'), yesNo('b'))])
    expect(series.filter(({ parts }) => parts.some(({ key }) => key === 'a'))).toHaveLength(1)
    expect(crosswalkDefects(first, form(heir('a2'), heir('a3')))).toMatchObject([{ path: 'a3.crosswalk' }])
  })

  it.each<[string, Question, Question, string]>([
    [
      'a row that is gone',
      matrix('a', ['r1', 'r2'], ['1']),
      matrix('a2', ['r1'], ['1']),
      'nie ma wiersza „r2”',
    ],
    [
      'a group',
      single('a', ['1']),
      roster('g', [{ ...single('a2', ['1']), crosswalk: { from: 'a', codes: { '1': '1' } } }]),
      'w tej samej grupie',
    ],
    [
      'a ranking of more places',
      { ...single('a', ['1']), type: 'RANK', top: 1 } as Question,
      { ...single('a2', ['1']), type: 'RANK', top: 2 } as Question,
      'tyle samo miejsc',
    ],
    ['a „nie wiem” that is gone', single('a', ['1', '-98']), single('a2', ['1']), 'dawna odpowiedź „-98”'],
  ])('takes nothing across that would get lost: %s', (_, old, now, sentence) => {
    const heir = now.type === 'ROSTER' ? now : { ...now, crosswalk: { from: 'a', codes: { '1': '1' } } }
    expect(crosswalkDefects(form(old), form(heir)).map(({ message }) => message)).toEqual([
      expect.stringContaining(sentence),
    ])
  })

  it('ends the series of a calculated value with that of a question it speaks of', () => {
    const sum = calculated('sum', 'n + 1')
    const before = form(number('n'), sum)
    const same = joinableKeys([before, copyOf(before)])
    const other = joinableKeys([before, form(number('n', { help: 'W latach.' }), sum)])

    expect(same.series.find(({ key }) => key === 'sum')?.parts).toHaveLength(2)
    expect(other.breaks.map(({ key }) => key)).toEqual(['n', 'sum'])
  })
})
