import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anExpression } from '../testing/expressions.ts'
import {
  aQuestionnaire,
  aSection,
  calculated,
  matrix,
  multi,
  number,
  roster,
  when,
  yesNo,
} from '../testing/index.ts'
import { compile } from './compile.ts'
import { describeExpression, describeRule } from './describe-rule.ts'
import { explain } from './explain.ts'
import { openForm } from './form.ts'
import type { Question } from './model.ts'

const age: Question = {
  key: 'age',
  type: 'SINGLE',
  text: 'Wiek',
  options: [
    { code: 'A', label: '75–79 lat' },
    { code: 'B', label: '80–84 lata' },
    { code: 'C', label: 'mniej' },
  ],
}
const questionnaire = aQuestionnaire([
  aSection('a', [
    age,
    { ...yesNo('carer'), text: 'Czy jest Pan/Pani opiekunem?' },
    { ...multi('barrier', ['far', 'dear']), text: 'Bariery' },
    { ...matrix('need', ['rano', 'wieczorem'], ['1', '2']), text: 'Potrzeby' },
    { ...roster('people', [{ ...number('years'), text: 'Ile lat?' }]), text: 'Domownicy' },
    { ...calculated('adults', 'count(people, years >= 18)'), text: 'Dorośli' },
  ]),
  aSection('b', [yesNo('tired', "age in ['A', 'B'] and carer = 'yes'")], 'answered(age)'),
])

describe('a rule in words', () => {
  const cases: readonly [string, string][] = [
    ["age in ['A', 'B']", 'odpowiedź na pytanie „Wiek” jest jedną z: „75–79 lat”, „80–84 lata”'],
    ["not age in ['A']", 'odpowiedź na pytanie „Wiek” nie jest jedną z: „75–79 lat”'],
    [when('carer', 'yes'), 'odpowiedź na pytanie „Czy jest Pan/Pani opiekunem?” to „Tak”'],
    ["age != 'A'", 'odpowiedź na pytanie „Wiek” jest inna niż „75–79 lat”'],
    [
      'coalesce(adults, 0) + coalesce(need.rano, 0) + count(barrier) = 100',
      'suma odpowiedzi: „Dorośli”, „Potrzeby” w wierszu „rano”, liczba zaznaczonych odpowiedzi na pytanie „Bariery” to 100',
    ],
    ["not age = 'A'", 'odpowiedź na pytanie „Wiek” to nie „75–79 lat”'],
    ['not adults > 2', 'wartość „Dorośli” nie jest większa niż 2'],
    [
      'not (age = carer)',
      'odpowiedź na pytanie „Wiek” to nie odpowiedź na pytanie „Czy jest Pan/Pani opiekunem?”',
    ],
    ['not adults', 'wartość „Dorośli” to nie „tak”'],
    ["barrier contains 'far'", 'wśród odpowiedzi na pytanie „Bariery” jest „far”'],
    ["need.rano = '1'", 'odpowiedź na pytanie „Potrzeby” w wierszu „rano” to „1”'],
    ["need.$row = '1'", 'odpowiedź na pytanie „Potrzeby” w tym samym wierszu to „1”'],
    ['answered(age)', 'jest odpowiedź: „Wiek”'],
    ['not answered(age)', 'nie ma odpowiedzi: „Wiek”'],
    ['count(barrier) >= 2', 'liczba zaznaczonych odpowiedzi na pytanie „Bariery” jest nie mniejsza niż 2'],
    ['adults > 1.5', 'wartość „Dorośli” jest większa niż 1,5'],
    [
      'any(people, years < 18)',
      'w grupie „Domownicy” jest pozycja, w której odpowiedź na pytanie „Ile lat?” jest mniejsza niż 18',
    ],
    [
      'sum(people, years) > 99',
      'suma w grupie „Domownicy”: odpowiedź na pytanie „Ile lat?” jest większa niż 99',
    ],
    ["gone = 'X'", 'odpowiedź na pytanie „gone” to „X”'],
    ['gone = =', 'gone = ='],
  ]
  it.each(cases)('%s', (text, words) => {
    expect(describeRule(questionnaire, text)).toBe(words)
  })

  it('puts a group within a group into brackets, and only there', () => {
    expect(describeRule(questionnaire, 'answered(age) and (answered(need) or answered(carer))')).toMatch(
      / i \(.+ lub .+\)$/,
    )
    expect(describeRule(questionnaire, 'answered(age) and answered(need) and answered(carer)')).not.toContain(
      '(',
    )
  })

  it('says something of any expression', () => {
    fc.assert(
      fc.property(anExpression(), (expression) => {
        expect(describeExpression(questionnaire, expression).trim()).not.toBe('')
      }),
    )
  })
})

describe('why a question is shown', () => {
  const form = (answers: object) => openForm(compile(questionnaire), { ...answers })

  it('is told down to the answers', () => {
    const reason = explain(form({ age: 'A', carer: 'no' }), 'tired')

    expect(reason).toMatchObject({ holds: false, sentence: 'Nie pokazujemy pytania „tired?”' })
    expect(reason?.because.map(({ kind, holds }) => [kind, holds])).toEqual([
      ['section', true],
      ['and', false],
    ])
    expect(reason?.because[1]?.because.map(({ holds, because }) => [holds, because[0]?.sentence])).toEqual([
      [true, '„Wiek”: 75–79 lat'],
      [false, '„Czy jest Pan/Pani opiekunem?”: Nie'],
    ])
  })

  it('is that it is always shown, where nothing decides', () => {
    expect(explain(form({}), 'age')).toEqual({
      kind: 'question',
      holds: true,
      sentence: 'Pokazujemy zawsze pytanie „Wiek”',
      because: [],
    })
    expect(explain(form({}), 'nobody')).toBeUndefined()
  })

  it('goes on to why the question asked about was hidden', () => {
    const chain = aQuestionnaire([yesNo('a'), yesNo('b', when('a', 'yes')), yesNo('c', when('b', 'yes'))])

    const reason = explain(openForm(compile(chain), { a: 'no', b: 'yes' }), 'c')

    expect(reason?.because[0]?.because[0]).toMatchObject({
      sentence: '„b?”: pytanie ukryte',
      because: [{ kind: 'fact', because: [{ sentence: '„a?”: Nie' }] }],
    })
  })

  it('ends even where questions decide about each other', () => {
    const ring = aQuestionnaire([yesNo('a', when('b', 'yes')), yesNo('b', when('a', 'yes'))])

    expect(explain(openForm(compile(ring), {}), 'b')?.holds).toBe(false)
  })
})
