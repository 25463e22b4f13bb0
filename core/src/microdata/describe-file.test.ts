import { describe, expect, it } from 'vitest'
import { poolVersions } from '../analysis/index.ts'
import type { Answers, Question, Questionnaire } from '../questionnaire/index.ts'
import {
  aQuestionnaire,
  calculated,
  matrix,
  multi,
  number,
  numbered,
  roster,
  single,
  when,
  yesNo,
} from '../testing/index.ts'
import { describeFile, rosterPaths, type DescribedFile, type FileWish, type RawCase } from './index.ts'

function fileOf(
  documents: Questionnaire | readonly [Questionnaire, ...Questionnaire[]],
  wish: Partial<FileWish> = {},
): DescribedFile {
  const [first, ...others] = Array.isArray(documents) ? documents : [documents]
  const versions = numbered(first, ...others)
  return describeFile({
    form: { versions, pool: versions.length > 1 ? poolVersions(versions) : null },
    localities: [],
    weights: [],
    includesOpenAnswers: false,
    mostItems: () => 0,
    ...wish,
  })
}

const caseOf = (answers: Answers, more: Partial<RawCase> = {}): RawCase => ({
  versionId: 'id-1',
  mode: 'CAWI',
  localityId: null,
  answeredBy: null,
  weights: [],
  answers,
  ...more,
})

/** What a file says of one person, by variable; what is absent is left out. */
function read(file: DescribedFile, one: RawCase): Readonly<Record<string, number | string>> {
  const { numbers, texts } = file.readCases([one])
  let textAt = 0
  const entries = file.dictionary.variables.map(({ name, kind }, place) => {
    if (kind === 'number') return [name, numbers[place]!] as const
    textAt += 1
    return [name, texts[textAt - 1]!] as const
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== '' && !Number.isNaN(value)))
}

const wordsOf = (file: DescribedFile, name: string) =>
  file.dictionary.variables.find((variable) => variable.name === name)

const placesRanked: Question = {
  key: 'top',
  type: 'RANK',
  text: 'top?',
  top: 2,
  options: [
    { code: 'BUS', label: 'autobus' },
    { code: 'DOC', label: 'lekarz' },
    { code: 'CARE', label: 'opieka' },
  ],
}
const places: Question = { key: 'place', type: 'LOCALITY', text: 'place?' }

describe('the variables of a survey', () => {
  it('are one for a choice, one for each option of a multi-choice, each row of a matrix and each place of a rank', () => {
    const file = fileOf(
      aQuestionnaire([
        single('sex', ['1', '2']),
        multi('need', ['bus', 'doctor']),
        matrix('trust', ['wojt', 'rada'], ['1', '2']),
        placesRanked,
        number('age', {}),
      ]),
    )

    expect(file.dictionary.variables.map(({ name }) => name)).toEqual(
      'tryb kto_odpowiadal sex need_bus need_doctor trust_wojt trust_rada top_1 top_2 age'.split(' '),
    )
    expect(file.dictionary.sets.map(({ name, kind, places: own }) => [name, kind, own])).toEqual([
      ['$need', 'flags', [3, 4]],
      ['$top', 'categories', [7, 8]],
    ])
  })

  it('hold codes of digits as they are and number codes of words', () => {
    const file = fileOf(aQuestionnaire([single('scale', ['5', '3', '-98']), yesNo('car'), placesRanked]))

    expect(read(file, caseOf({ scale: '3', car: 'no', top: ['CARE', 'BUS'] }))).toEqual({
      tryb: 1,
      scale: 3,
      car: 2,
      top_1: 3,
      top_2: 1,
    })
    expect(read(file, caseOf({ scale: '-98' }))).toMatchObject({ scale: -98 })
  })

  it('tell who was not asked from who did not answer and who refused', () => {
    const file = fileOf(
      aQuestionnaire([
        yesNo('car'),
        yesNo('electric', when('car', 'yes')),
        { ...multi('why', ['1', '2', '-99']), visibleIf: when('car', 'no') },
      ]),
    )

    expect(read(file, caseOf({ car: 'no', why: ['-99'] }))).toEqual({
      tryb: 1,
      car: 2,
      why_1: -99,
      why_2: -99,
    })
    expect(read(file, caseOf({ car: 'yes' }))).toEqual({ tryb: 1, car: 1, electric: -96 })
    expect(read(file, caseOf({ car: 'no', why: ['2'] }))).toMatchObject({ why_1: 0, why_2: 1 })
  })

  it('say who was asked in words', () => {
    const file = fileOf(aQuestionnaire([yesNo('car'), yesNo('electric', when('car', 'yes'))]))

    expect(wordsOf(file, 'car')?.asked).toBe('wszyscy')
    expect(wordsOf(file, 'electric')?.asked).toBe('gdy odpowiedź na pytanie „car?” to „Tak”')
  })

  it('number the items of a roster up to the most that anybody gave, and count them', () => {
    const people = roster('people', [number('years'), multi('helps', ['1', '2'])])
    const file = fileOf(aQuestionnaire([people]), { mostItems: () => 2 })

    expect(read(file, caseOf({ people: [{ years: 81, helps: ['2'] }] }))).toEqual({
      tryb: 1,
      people: 1,
      years_1: 81,
      helps_1_1: 0,
      helps_2_1: 1,
    })
    expect(wordsOf(file, 'years_2')).toMatchObject({ part: 'osoba 2' })
    const { versions } = { versions: numbered(aQuestionnaire([people])) }
    expect(rosterPaths({ versions, pool: null })).toEqual([
      { name: 'people', versionId: 'id-1', keys: ['people'] },
    ])
  })

  it('keep a condition within an item to that item', () => {
    const inner = [number('years'), { ...yesNo('school'), visibleIf: 'years < 18' }]
    const file = fileOf(aQuestionnaire([roster('people', inner)]), { mostItems: () => 2 })

    expect(read(file, caseOf({ people: [{ years: 40 }, { years: 7 }] }))).toMatchObject({
      years_1: 40,
      years_2: 7,
      school_2: -96,
    })
    expect(read(file, caseOf({ people: [{ years: 40 }, { years: 7 }] }))).not.toHaveProperty('school_1')
  })

  it('move the special values away from numbers that may be as small', () => {
    const cold: Question = { key: 'cold', type: 'NUMBER', text: 'cold?', min: -150, max: 50 }
    const file = fileOf(aQuestionnaire([cold, { ...cold, key: 'age', min: 0 }]))

    expect(read(file, caseOf({ cold: -99, age: '-99' }))).toMatchObject({ cold: -99, age: -99 })
    expect(read(file, caseOf({ cold: '-99', age: 3 }))).toMatchObject({ cold: -9999, age: 3 })
  })

  it('name localities by number, never by id, and know one that is not on the list', () => {
    const file = fileOf(aQuestionnaire([places]), { localities: [{ id: 'uuid-a', name: 'Łęka' }] })

    expect(read(file, caseOf({ place: 'uuid-a' }))).toMatchObject({ place: 1 })
    expect(read(file, caseOf({ place: 'uuid-z' }))).toMatchObject({ place: 0 })
    expect(JSON.stringify(file.dictionary)).not.toContain('uuid')
  })

  it('hold calculated values as they are, absent where there is none', () => {
    const file = fileOf(aQuestionnaire([number('age'), calculated('double', 'age * 2')]))

    expect(read(file, caseOf({ age: 4, double: 8 }))).toMatchObject({ double: 8 })
    expect(read(file, caseOf({ age: '-99' }))).not.toHaveProperty('double')
  })
})

describe('open answers', () => {
  const idea: Question = { key: 'idea', type: 'TEXT_LONG', text: 'idea?' }
  const why: Question = {
    key: 'why',
    type: 'SINGLE',
    text: 'why?',
    options: [
      { code: '1', label: 'bo tak' },
      { code: '2', label: 'inne, jakie?', allowsText: true },
    ],
  }

  it('are not in a file unless they are asked for', () => {
    const { variables } = fileOf(aQuestionnaire([idea, why])).dictionary

    expect(variables.map(({ name }) => name)).toEqual(['tryb', 'kto_odpowiadal', 'why'])
  })

  it('are masked, the texts beside options like any other', () => {
    const file = fileOf(aQuestionnaire([idea, why]), { includesOpenAnswers: true })

    const person = read(
      file,
      caseOf({
        idea: 'Brakuje autobusu.\nNazywam się Jan Nowak, tel. 600 700 800. Dziękuję!',
        why: '2',
        'why.inne': 'proszę pisać na jan@nowak.example',
      }),
    )

    expect(person.idea).toBe('Brakuje autobusu. […] Dziękuję!')
    expect(person.why_inne).toBe('[tekst ukryty: może zawierać dane osobowe]')
  })
})

describe('a survey that had several versions', () => {
  it('gives one variable for what may be counted together and two for what may not', () => {
    const before = aQuestionnaire([single('sex', ['1', '2']), single('road', ['1', '2']), number('gone')])
    const after = aQuestionnaire([
      single('sex', ['1', '2', '3']),
      { ...single('road', ['1', '2']), text: 'Czy jest Pan/Pani za budową obwodnicy miasta?' },
    ])
    const file = fileOf([before, after])

    expect(file.dictionary.variables.map(({ name }) => name)).toEqual(
      'tryb kto_odpowiadal wersja sex road road_v1 gone_v1'.split(' '),
    )
    const old = read(file, caseOf({ sex: '2', road: '1', gone: 5 }))
    expect(old).toEqual({ tryb: 1, wersja: 1, sex: 2, road_v1: 1, gone_v1: 5 })
    const next = read(file, caseOf({ sex: '3', road: '1' }, { versionId: 'id-2' }))
    expect(next).toEqual({ tryb: 1, wersja: 2, sex: 3, road: 1 })
    expect(wordsOf(file, 'gone_v1')?.asked).toBe('w wersji 1: wszyscy')
  })

  it('numbers options in the order in which versions brought them', () => {
    const option = (code: string) => ({ code, label: code })
    const before = aQuestionnaire([{ ...yesNo('q'), options: [option('a'), option('c')] } as Question])
    const after = aQuestionnaire([
      { ...yesNo('q'), options: [option('a'), option('c'), option('b')] } as Question,
    ])

    const q = fileOf([before, after]).dictionary.variables.find(({ name }) => name === 'q')

    expect(q?.values.slice(0, 3).map(({ code, number: own }) => [code, own])).toEqual([
      ['a', 1],
      ['c', 2],
      ['b', 3],
    ])
  })
})

describe('weights', () => {
  it('are variables of their own, and the usual one is the weight of the file', () => {
    const weights = [
      { number: 1, name: 'płeć', isUsual: false },
      { number: 3, name: 'płeć i wiek', isUsual: true },
    ]
    const file = fileOf(aQuestionnaire([yesNo('car')]), { weights })

    expect(read(file, caseOf({ car: 'yes' }, { weights: [1.25, 2.5] }))).toMatchObject({
      waga_1: 1.25,
      waga_3: 2.5,
    })
    expect(file.dictionary.variables[file.dictionary.weightPlace!]?.name).toBe('waga_3')
  })
})
