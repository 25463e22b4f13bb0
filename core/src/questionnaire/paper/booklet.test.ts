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
import {
  allQuestions,
  everyQuestion,
  isAnswerable,
  optionsOf,
  visibleQuestions,
  type Questionnaire,
} from '../index.ts'
import { questionnaireLibrary } from '../library/index.ts'
import { bookletOf, readSheetMark, sheetMark, type BookletQuestion } from './index.ts'

const NAMES = { organisationName: 'CUS', municipalityName: 'Klimontów', contactPhone: '15 866 00 00' }
const booklet = (questionnaire: Questionnaire, language = 'pl') => bookletOf(questionnaire, language, NAMES)
const questionsOf = (questionnaire: Questionnaire): readonly BookletQuestion[] =>
  booklet(questionnaire).sections.flatMap(({ questions }) => questions)
const skipsOf = (questionnaire: Questionnaire, key: string) =>
  questionsOf(questionnaire).find((question) => question.key === key)?.skips

describe('where to go on', () => {
  it('is told after an answer that hides what follows', () => {
    const car = aQuestionnaire([
      yesNo('car'),
      yesNo('electric', "car = 'yes'"),
      yesNo('charger', "electric = 'yes'"),
      calculated('sum', '1'),
      yesNo('bus'),
    ])

    expect(skipsOf(car, 'car')).toEqual(['Jeśli „Nie”, proszę przejść do pytania 4.'])
    expect(skipsOf(car, 'electric')).toEqual(['Jeśli „Nie”, proszę przejść do pytania 4.'])
    expect(skipsOf(car, 'charger')).toEqual([])
  })

  it('goes over whole sections, and to the end when nothing more is asked', () => {
    const help = aQuestionnaire([
      aSection('one', [single('help', ['tak', 'nie', 'nie wiem'])]),
      aSection('two', [yesNo('who'), yesNo('often')], "help = 'tak'"),
    ])

    expect(skipsOf(help, 'help')).toEqual(['Jeśli „nie” lub „nie wiem”, proszę przejść na koniec ankiety.'])
  })

  it('is not told where it depends on another answer as well, or would take longer than the conditions', () => {
    const unsure = aQuestionnaire([
      yesNo('one'),
      single('many', ['1', '2', '3', '4', '5']),
      yesNo('both', "one = 'yes' or many = '5'"),
      yesNo('last', "many = '5'"),
    ])

    expect(skipsOf(unsure, 'one')).toEqual([])
    expect(skipsOf(unsure, 'many')).toEqual([])
  })

  it('never passes over a question that is asked, in any ready questionnaire', () => {
    const skipping = questionnaireLibrary.flatMap((questionnaire) =>
      questionsOf(questionnaire)
        .filter(({ skips }) => skips.length > 0)
        .map(({ key }) => ({ questionnaire, key })),
    )
    expect(skipping.length).toBeGreaterThan(0)
    for (const { questionnaire, key } of skipping) {
      const printed = questionsOf(questionnaire)
      const said = printed.find((one) => one.key === key)?.skips ?? []
      const all = allQuestions(questionnaire).filter(isAnswerable)
      const choices = all.flatMap((question) =>
        question.type === 'SINGLE' ? [[question.key, optionsOf(questionnaire, question)] as const] : [],
      )
      const answers = fc.record(
        Object.fromEntries(choices.map(([name, options]) => [name, fc.constantFrom(...options)])),
      )
      fc.assert(
        fc.property(answers, (chosen) => {
          const skip = said.find((words) => words.includes(`„${chosen[key]?.label}”`))
          const target = /pytania (\d+)/.exec(skip ?? '')?.[1]
          if (target === undefined) return
          const given = Object.fromEntries(Object.entries(chosen).map(([name, { code }]) => [name, code]))
          const asked = visibleQuestions(questionnaire, given)
            .map((question) => Number(printed.find((one) => one.key === question.key)?.number))
            .filter((place) => place > Number(printed.find((one) => one.key === key)?.number))
          expect(Math.min(...asked)).toBeGreaterThanOrEqual(Number(target))
        }),
        { numRuns: 50 },
      )
    }
  })
})

describe('a booklet', () => {
  it.each(questionnaireLibrary.map((questionnaire) => [questionnaire.key, questionnaire] as const))(
    'of %s holds every question that is answered by hand',
    (_key, questionnaire) => {
      const within = (question: BookletQuestion): readonly string[] => [
        question.key,
        ...(question.items[0]?.questions.flatMap(within) ?? []),
      ]
      const printed = questionsOf(questionnaire).flatMap(within)

      expect(printed).toEqual(
        everyQuestion(questionnaire)
          .filter(({ type }) => type !== 'CALCULATED')
          .map(({ key }) => key),
      )
    },
  )

  it('numbers answers as they are typed when the sheet is entered', () => {
    const [question] = questionsOf(aQuestionnaire([single('help', ['a', 'b', '-98'])]))

    expect(question?.field.kind === 'options' && question.field.options.map((one) => one.number)).toEqual([
      '1',
      '2',
      null,
    ])
  })

  it('names the organisation, and leaves room where an answer would be filled in', () => {
    const { intro } = booklet(aQuestionnaire([yesNo('one')], { intro: ['{organizacja}, {gmina}, {one}'] }))

    expect(intro).toEqual(['CUS, Klimontów, ……………'])
  })

  it('asks a roster for as many items as there is room for, and says what to do with more', () => {
    const [people] = questionsOf(
      aQuestionnaire([roster('people', [number('age'), matrix('a', ['r'], ['1'])])]),
    )

    expect(people?.items.map(({ questions }) => questions.map((one) => one.number))).toEqual(
      Array.from({ length: 4 }, () => ['1a', '1b']),
    )
    expect(people?.moreItems).toMatch(/osobnej kartce/)
  })
})

describe('the mark of a sheet', () => {
  it('is read as it was made, also in capital letters', () => {
    const mark = { surveyCode: 'k3mv7q2p', sheetNumber: '17' }

    expect(readSheetMark(sheetMark(mark))).toEqual(mark)
    expect(readSheetMark(' K3MV7Q2P/17 ')).toEqual(mark)
  })

  it.each(['17', 'https://a.pl/a/k3mv7q2p', 'k3mv7q2p/', ''])('is not %s', (typed) => {
    expect(readSheetMark(typed)).toBeNull()
  })
})
