import { describe, expect, it } from 'vitest'
import { letterOf, paperNumbers, type Question } from '../index.ts'
import {
  aQuestionnaire,
  calculated,
  matrix,
  multi,
  number,
  roster,
  single,
  yesNo,
} from '../../testing/index.ts'
import { howToFill } from './how-to-fill.ts'
import { routing, withBlanks } from './routing.ts'

const age: Question = {
  key: 'age',
  type: 'SINGLE',
  text: 'Wiek',
  options: [
    { code: 'A', label: '75–79 lat' },
    { code: 'B', label: '80–84 lata' },
  ],
}
const questionnaire = aQuestionnaire([
  { key: 'hello', type: 'INFO', text: 'Dzień dobry' },
  age,
  { ...matrix('need', ['rano'], ['1']), text: 'Potrzeby' },
  calculated('sum', 'count(people)'),
  { ...roster('people', [number('years'), roster('jobs', [number('hours')])]), text: 'Domownicy' },
  yesNo('last'),
])
const paper = (language: string) => ({ questionnaire, language, numbers: paperNumbers(questionnaire) })

describe('numbers on paper', () => {
  it('go through the whole questionnaire; texts and calculated values have none', () => {
    expect(Object.fromEntries(paperNumbers(questionnaire))).toEqual({
      age: '1',
      need: '2',
      people: '3',
      years: '3a',
      jobs: '3b',
      hours: '3b.1',
      last: '4',
    })
  })

  it.each([
    [0, 'a'],
    [25, 'z'],
    [26, 'aa'],
    [52, 'ba'],
  ])('letter %i is %s', (index, letter) => {
    expect(letterOf(index)).toBe(letter)
  })
})

describe('who answers', () => {
  it.each([
    ["age = 'A'", 'odpowiedź na pytanie nr 1 to „75–79 lat”'],
    ["need.rano = '1'", 'odpowiedź na pytanie nr 2 w wierszu „rano” to „1”'],
    ['answered(age)', 'jest odpowiedź na pytanie nr 1'],
    [
      "age in ['A', 'B'] and not answered(last)",
      'odpowiedź na pytanie nr 1 jest jedną z: „75–79 lat”, „80–84 lata” i nie ma odpowiedzi: nr 4',
    ],
  ])('is told with numbers of questions: %s', (rule, words) => {
    expect(routing(paper('pl'), rule)).toEqual({ words, language: 'pl' })
  })

  it.each([
    ['en', "age = 'A'", 'the answer to question 1 is “75–79 lat”'],
    [
      'en',
      "age != 'A' or need.rano = '1'",
      'the answer to question 1 is other than “75–79 lat” or the answer to question 2 in the row “rano” is “1”',
    ],
    [
      'en',
      "(age = 'A' or answered(last)) and not answered(need)",
      '(the answer to question 1 is “75–79 lat” or there is an answer to question 4) and there is no answer to question 2',
    ],
    ['en', 'years >= 18', 'the answer to question 3a is at least 18'],
    ['uk', "age in ['A', 'B']", 'відповідь на запитання 1 – одна з таких: «75–79 lat», «80–84 lata»'],
  ])('is told in %s: %s', (language, rule, words) => {
    expect(routing(paper(language), rule)).toEqual({ words, language })
  })

  it('stays Polish, and marked so, where a rule is not of the usual kinds', () => {
    expect(routing(paper('uk'), 'any(people, years < 18)')?.language).toBe('pl')
    expect(routing(paper('uk'), "gone = 'A'")?.language).toBe('pl')
  })

  it('is everybody where there is no rule, or none that can be read', () => {
    expect(routing(paper('pl'), undefined)).toBeNull()
    expect(routing(paper('pl'), 'age = =')).toBeNull()
  })
})

describe('how to answer on paper', () => {
  it.each([
    [single('a', ['1']), 'Prosimy zaznaczyć jedną odpowiedź.'],
    [multi('a', ['1']), 'Można zaznaczyć wiele odpowiedzi.'],
    [multi('a', ['1'], { help: 'Można zaznaczyć kilka odpowiedzi.' }), null],
    [multi('a', ['1'], { maxChoices: 3 }), 'Można zaznaczyć najwyżej 3 odpowiedzi.'],
    [multi('a', ['1'], { maxChoices: 3, help: 'Najwyżej 3.' }), null],
    [matrix('a', ['r'], ['1', '2']), 'Prosimy zaznaczyć jedną odpowiedź w każdym wierszu.'],
    [
      matrix('a', ['r'], ['1', '2', '3', '4', '5', '6', '7', '8']),
      'Prosimy wpisać w każdym wierszu literę odpowiedzi.',
    ],
  ])('depends on the question', (question, words) => {
    expect(howToFill(paper('pl'), question)).toBe(words)
  })
})

it('leaves room to write where a text would be filled in', () => {
  expect(withBlanks('{organizacja}, około {minuty} min, {service}', 5)).toMatch(/^…+, około 5 min, …+$/)
})
