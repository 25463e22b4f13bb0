import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aQuestionnaire,
  aSection,
  calculated,
  matrix,
  multi,
  number,
  roster,
  single,
} from '../../testing/questionnaires.ts'
import { aRandomQuestionnaire, someAnswersTo } from '../../testing/random-questionnaire.ts'
import { crosswalkDefects } from '../revision/index.ts'
import {
  allQuestions,
  compile,
  countedAnswers,
  everyQuestion,
  findDefects,
  openForm,
  parseQuestionnaire,
  pipeText,
  type Questionnaire,
} from '../index.ts'
import { changeQuestion, keyRefusal, questionOf, referencesTo, renameKey, renewKey } from './index.ts'

const keysOf = (questionnaire: Questionnaire) => everyQuestion(questionnaire).map(({ key }) => key)

/** JSON with one key of a record renamed wherever it stands. */
function withKey(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withKey(item, from, to))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key === from ? to : key, withKey(inner, from, to)]),
  )
}

describe('renaming a key', () => {
  it('keeps rules valid and gives every answer the same way', () => {
    const drawn = aRandomQuestionnaire.chain((document) =>
      fc.record({
        document: fc.constant(document),
        from: fc.constantFrom(...keysOf(document)),
        answers: someAnswersTo(allQuestions(document)),
      }),
    )
    fc.assert(
      fc.property(drawn, ({ document, from, answers }) => {
        const renamed = renameKey(document, from, 'nowy_klucz')
        const counted = (one: Questionnaire, given: unknown) => {
          const form = openForm(compile(one), given as Parameters<typeof openForm>[1])
          return countedAnswers(form)
        }

        expect(keysOf(renamed)).toEqual(keysOf(document).map((key) => (key === from ? 'nowy_klucz' : key)))
        expect(findDefects(renamed)).toEqual([])
        expect(referencesTo(renamed, from)).toEqual([])
        expect(referencesTo(renamed, 'nowy_klucz')).toHaveLength(referencesTo(document, from).length)
        expect(counted(renamed, withKey(answers, from, 'nowy_klucz'))).toEqual(
          withKey(counted(document, answers), from, 'nowy_klucz'),
        )
        expect(renameKey(renamed, 'nowy_klucz', from)).toEqual(document)
      }),
      { numRuns: 100 },
    )
  })

  it('follows texts in braces in all languages, titles, messages and what stands in rosters', () => {
    const document = aQuestionnaire([
      aSection('a', [
        { ...number('n'), crosswalk: { from: 'n', codes: {} } },
        {
          ...number('m', {
            text: 'Czy {n} to dużo? Gmina {gmina}, {m}, {n + 1',
            help: '{ n } i {nn}',
            constraint: [
              {
                expression: 'this  >  n',
                message: 'Więcej niż {n}!',
                translations: { en: { message: '> {n}' } },
              },
            ],
          }),
          translations: { uk: { text: 'Чи {n} це багато?' } },
        },
        roster('r', [
          number('x', { requiredIf: "n = 1 and 'n' != 'x'" }),
          matrix('t', ['n'], ['1'], { rowVisibleIf: "$row = 'n' or n > 2" }),
        ]),
        calculated('c', 'sum(r, x + n) + n'),
      ]),
      {
        ...aSection('b', [], 't.n = 1 or n > 3'),
        description: 'Teraz {n}',
        translations: { en: { title: '{n}!' } },
      },
    ])
    const renamed = renameKey(document, 'n', 'liczba')

    expect(questionOf(renamed, 'm')).toMatchObject({
      text: 'Czy {liczba} to dużo? Gmina {gmina}, {m}, {n + 1',
      help: '{ liczba } i {nn}',
      constraint: [
        {
          expression: 'this  >  liczba',
          message: 'Więcej niż {liczba}!',
          translations: { en: { message: '> {liczba}' } },
        },
      ],
      translations: { uk: { text: 'Чи {liczba} це багато?' } },
    })
    expect(questionOf(renamed, 'liczba')?.crosswalk?.from).toBe('n')
    expect(questionOf(renamed, 'x')?.requiredIf).toBe("liczba = 1 and 'n' != 'x'")
    expect(questionOf(renamed, 't')).toMatchObject({ rowVisibleIf: "$row = 'n' or liczba > 2" })
    expect(questionOf(renamed, 'c')).toMatchObject({ expression: 'sum(r, x + liczba) + liczba' })
    expect(renamed.sections[1]).toMatchObject({
      visibleIf: 't.n = 1 or liczba > 3',
      description: 'Teraz {liczba}',
      translations: { en: { title: '{liczba}!' } },
    })
    expect(pipeText(openForm(compile(renamed), { liczba: 7 }), '{liczba}')).toBe('7')
  })

  it('follows labels of options, rows, scales and shared lists', () => {
    const labelled = { code: '1', label: 'tyle co {n}', translations: { en: { label: 'as {n}' } } }
    const document = aQuestionnaire(
      [
        number('n'),
        { key: 'o', type: 'SINGLE', text: '?', options: [labelled] },
        { key: 't', type: 'MATRIX_SINGLE', text: '?', list: 'CL', rows: [{ key: 'n', label: 'wiersz {n}' }] },
        { key: 's', type: 'SCALE_1_5', text: '?', minLabel: '{n} i mniej' },
      ],
      { lists: { CL: { label: 'Lista {n}', options: [labelled] } } },
    )
    const renamed = renameKey(document, 'n', 'x')
    const expected = { code: '1', label: 'tyle co {x}', translations: { en: { label: 'as {x}' } } }

    expect(questionOf(renamed, 'o')).toMatchObject({ options: [expected] })
    expect(questionOf(renamed, 't')).toMatchObject({ rows: [{ key: 'n', label: 'wiersz {x}' }] })
    expect(questionOf(renamed, 's')).toMatchObject({ minLabel: '{x} i mniej' })
    expect(renamed.lists['CL']?.options).toEqual([expected])
    const full = changeQuestion(
      document,
      's',
      (one) => ({ ...one, minLabel: `{n}${'a'.repeat(297)}` }) as typeof one,
    )
    expect(renameKey(full, 'n', 'xx')).toBe(full)
  })

  it('is refused with the reason where the key is taken, is no key, or means something else in texts', () => {
    const document = aQuestionnaire([number('a'), number('b')])

    for (const wrong of ['b', 'Klucz', 'or', 'gmina', '1a', 'a'.repeat(61)]) {
      expect(renameKey(document, 'a', wrong)).toBe(document)
      expect(keyRefusal(document, 'a', wrong)).toMatch(/[.]$/)
    }
    expect(renameKey(document, 'brak', 'x')).toBe(document)
    expect(keyRefusal(document, 'a', 'x')).toBeNull()
  })

  it('is not made when a rule would become longer than it may be', () => {
    const long = Array.from({ length: 200 }, () => 'aa > 1').join(' or ')
    const document = aQuestionnaire([number('aa'), number('b', { visibleIf: long })])

    expect(renameKey(document, 'aa', 'a'.repeat(50))).toBe(document)
    expect(parseQuestionnaire(renameKey(document, 'aa', 'a')).sections).toHaveLength(1)
  })
})

describe('a new key for a new meaning', () => {
  const published = aQuestionnaire([
    single('a', ['1', '2', '-98']),
    multi('b', ['1'], { visibleIf: "a = '1'" }),
  ])

  it('comes with a crosswalk of the codes that are left, and the rest is for a person to tell', () => {
    const draft = changeQuestion(published, 'a', (one) => ({
      ...one,
      ...{
        options: [
          { code: '1', label: 'x' },
          { code: '3', label: 'y' },
        ],
      },
    }))
    const renewed = renewKey(draft, 'a', 'a_2', { crosswalk: true, published })

    expect(questionOf(renewed, 'a_2')?.crosswalk).toEqual({ from: 'a', codes: { '1': '1' } })
    expect(questionOf(renewed, 'b')?.visibleIf).toBe("a_2 = '1'")
    expect(crosswalkDefects(published, renewed).map(({ message }) => message)).toContain(
      'Pytanie „a_2”, przejście od „a”: nie powiedziano, czym stała się dawna odpowiedź „2”.',
    )
    expect(crosswalkDefects(published, renewKey(published, 'a', 'a_2', { crosswalk: true }))).toEqual([])
  })

  it('has no crosswalk where none is wanted or none can be', () => {
    const withNumber = aQuestionnaire([number('n')])

    expect(questionOf(renewKey(published, 'a', 'x', { crosswalk: false }), 'x')).not.toHaveProperty(
      'crosswalk',
    )
    expect(questionOf(renewKey(withNumber, 'n', 'x', { crosswalk: true }), 'x')).not.toHaveProperty(
      'crosswalk',
    )
  })

  it('keeps the crosswalk from the published question when the key is renewed twice before publishing', () => {
    const once = renewKey(published, 'a', 'a_2', { crosswalk: true, published })
    const twice = renewKey(once, 'a_2', 'a_3', { crosswalk: true, published })

    expect(questionOf(twice, 'a_3')?.crosswalk?.from).toBe('a')
    expect(crosswalkDefects(published, twice)).toEqual([])
  })
})
