import type { Answers, Option, Question, Questionnaire } from '@rozeznanie/core/questionnaire'

const options = (count: number): readonly Option[] =>
  Array.from({ length: count }, (_, index) => ({ code: String(index + 1), label: `Odpowiedź ${index + 1}` }))
const numbered = (count: number, make: (number: number) => Question): readonly Question[] =>
  Array.from({ length: count }, (_, index) => make(index + 1))

/** 14 single choices of 5, 3 multi-choices of 6, 2 numbers and a long text: the form that other systems were measured with. */
export const twentyQuestions: Questionnaire = {
  format: 'rozeznanie-questionnaire/1',
  key: 'TWENTY',
  title: 'Dwadzieścia pytań',
  description: 'Kwestionariusz do pomiarów.',
  audience: 'RESIDENT',
  language: 'pl',
  estimatedMinutes: 5,
  intro: ['Szanowni Państwo!'],
  thanks: ['Dziękujemy.'],
  lists: {},
  sections: [
    {
      key: 'main',
      title: 'Pytania',
      questions: [
        ...numbered(14, (n) => ({
          key: `single_${n}`,
          type: 'SINGLE',
          text: `Pytanie ${n}?`,
          options: options(5),
        })),
        ...numbered(3, (n) => ({
          key: `multi_${n}`,
          type: 'MULTI',
          text: `Pytanie ${n}?`,
          options: options(6),
        })),
        ...numbered(2, (n) => ({ key: `number_${n}`, type: 'NUMBER', text: `Ile ${n}?`, min: 0, max: 100 })),
        { key: 'idea', type: 'TEXT_LONG', text: 'Czego brakuje?' },
      ],
    },
  ],
}

/** A complete response to it. */
export const twentyAnswers: Answers = {
  ...Object.fromEntries(
    Array.from({ length: 14 }, (_, index) => [`single_${index + 1}`, String((index % 5) + 1)]),
  ),
  ...{ multi_1: ['1', '3'], multi_2: ['2'], multi_3: ['4', '5', '6'], number_1: 7, number_2: 42 },
  idea: 'Najbardziej brakuje autobusu do lekarza i kogoś, kto pomoże starszym sąsiadom w zakupach zimą.',
}
