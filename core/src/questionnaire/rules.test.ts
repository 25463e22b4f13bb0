import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anExpression } from '../testing/expressions.ts'
import { aQuestionnaire, calculated, matrix, multi, number, roster, single, yesNo } from '../testing/index.ts'
import { printExpression } from './expression/print.ts'
import type { Question } from './model.ts'
import { checkRules, problemsOf, ruleBook, typeOfQuestion } from './rules.ts'

const text: Question = { key: 'note', type: 'TEXT_SHORT', text: 'Co?' }
const other: Question = {
  ...multi('many', ['1', '2']),
  options: [
    { code: '1', label: 'a' },
    { code: 'x', label: 'inne', allowsText: true },
  ],
} as Question
const earlier: readonly Question[] = [
  yesNo('car'),
  single('scale', ['1', '2', '3', '-98']),
  other,
  matrix('need', ['r1', 'r2'], ['4', '5']),
  number('hours'),
  text,
  { key: 'agree', type: 'CONSENT', text: 'Zgoda' },
  { key: 'note2', type: 'INFO', text: 'Teraz o domu.' },
  roster('people', [number('age'), single('kin', ['CHILD', 'OTHER'])]),
  calculated('total', 'hours * 2'),
]
const messages = (rule: string) => {
  const questionnaire = aQuestionnaire([...earlier, yesNo('last', rule)])
  return checkRules(questionnaire).flatMap(({ problems }) => problems.map(({ message }) => message))
}

describe('checking a condition', () => {
  const right = [
    "car = 'yes' and scale >= 2 and scale = '-98' and scale in [1, 2]",
    "many contains '1' or many in ['1', 'x'] or many.inne = 'rower'",
    "need.r1 = '4' and need contains '5' and max(need) > 4",
    "hours > 2 and hours = '-98' and total <= 10 and round(hours / 3, 1) = 1.5",
    "length(note) > 3 and note = 'tak' and agree",
    "count(people) > 1 and any(people, kin = 'CHILD' and age < hours) and sum(people, age) > 10",
    "if(car = 'yes', hours, 0) > 1 and coalesce(hours, total, 0) = 0",
    'age(1950) > 60 and year(today()) > 2020',
  ]
  it.each(right)('accepts %s', (rule) => {
    expect(messages(rule)).toEqual([])
  })

  const wrong: readonly [string, RegExp][] = [
    [
      "car = 'YES'",
      /^Znak 7: pytanie „car” nie ma odpowiedzi o kodzie „YES”. Czy chodziło o „yes”\? Kody to: yes \(Tak\), no \(Nie\)\.$/,
    ],
    ["scale in ['1', '9']", /^Znak 16: pytanie „scale” nie ma odpowiedzi o kodzie „9”/],
    ['cra = 1', /nie ma pytania „cra”. Czy chodziło o „car”\?/],
    ['car', /„car” to kod odpowiedzi. Prosimy dopisać, z czym ją porównać, albo użyć answered\(car\)/],
    ['hours + 1', /tu potrzebny jest warunek/],
    ['car + 1 > 2', /tu potrzebna jest liczba, a „car” to kod odpowiedzi/],
    ['note > 3', /porównują liczby, a „note” to tekst/],
    ["need = '4'", /prosimy wskazać wiersz tabeli, na przykład need\.klucz_wiersza/],
    ["need.r3 = '4'", /nie ma wiersza „r3”/],
    ["car.r1 = 'yes'", /nie ma wierszy/],
    ["car.inne = 'x'", /nie ma odpowiedzi z miejscem na tekst/],
    ["car contains 'yes'", /słowo contains pyta o kilka odpowiedzi/],
    ["scale = ['1']", /listę sprawdza słowo in/],
    ["scale in '1'", /musi stać lista/],
    ['people > 1', /count\(people\) albo any\(people, warunek\)/],
    ['age > 18', /należy do grupy powtarzanej „people”/],
    ['any(car, age > 1)', /pyta o grupę powtarzaną/],
    ['sum(people) > 1', /prosimy dopisać, co policzyć: sum\(people, …\)/],
    ['answered(hours + 1)', /w nawiasie stoi klucz pytania/],
    ['answered(note2)', /„note2” to sam tekst/],
    ['length(hours) > 1', /długość ma tylko tekst/],
    ["hours = 'dużo'", /tu potrzebna jest liczba, a „'dużo'” to tekst/],
    ['agree = 1', /true albo false/],
    ["$row = 'r1'", /\$row ma sens tylko/],
    ["$option = 'r1'", /\$option ma sens tylko/],
    ['this > 1', /this ma sens tylko w regule/],
    ["last = 'yes'", /„last” nie ma wśród wcześniejszych/],
  ]
  it.each(wrong)('refuses %s', (rule, sentence) => {
    expect(messages(rule)).toEqual([expect.stringMatching(sentence)])
  })

  it('lets a constraint speak of later answers and of its own', () => {
    const some = number('some', {
      constraint: [{ expression: 'this <= all', message: 'Mniej niż wszystkie.' }],
    })

    expect(checkRules(aQuestionnaire([some, number('all')])).flatMap(({ problems }) => problems)).toEqual([])
  })

  it('tells an editor what is wrong with a text not yet saved', () => {
    const book = ruleBook(aQuestionnaire([...earlier, yesNo('last', "car = 'yes'")]))
    const rule = book.rules.find(({ question }) => question?.key === 'last')

    expect(rule && problemsOf(book, rule, "car = 'maybe'")).toMatchObject([{ start: 6, end: 13 }])
  })

  it('knows what a calculated value is', () => {
    const typeOf = (expression: string) => {
      const questionnaire = aQuestionnaire([...earlier, calculated('c', expression)])
      const book = ruleBook(questionnaire)
      return typeOfQuestion(book, book.standings.get('c')?.question as Question).type
    }

    expect(
      ["car = 'yes'", 'hours + 1', "coalesce(car, 'no')", 'car', 'many', 'note', 'total'].map(typeOf),
    ).toEqual(['boolean', 'number', 'anything', 'code', 'codes', 'text', 'number'])
  })

  it('finds something or nothing, and never throws, whatever the rules', () => {
    fc.assert(
      fc.property(anExpression(), anExpression(), (one, two) => {
        const rules = [printExpression(one), printExpression(two)] as const
        const questionnaire = aQuestionnaire([
          single('q0', ['1']),
          multi('q1', ['1']),
          matrix('q2', ['r1'], ['1'], { rowVisibleIf: rules[0] }),
          roster('hh', [number('age', { visibleIf: rules[1] })]),
          calculated('q3', rules[0]),
        ])
        for (const { rule, problems } of checkRules(questionnaire)) {
          for (const { start, end } of problems) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeLessThanOrEqual(rule.text.length)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
