import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anExpression } from '../testing/expressions.ts'
import {
  aQuestionnaire,
  aSection,
  calculated,
  matrix,
  number,
  options,
  roster,
  single,
  yesNo,
} from '../testing/index.ts'
import { anAnswerTo, aRandomQuestionnaire, someAnswersTo } from '../testing/random-questionnaire.ts'
import { compile } from './compile.ts'
import { printExpression } from './expression/print.ts'
import {
  askedQuestions,
  changeAnswers,
  countedAnswers,
  openForm,
  questionAt,
  setAnswer,
  type Form,
} from './form.ts'
import type { Question, Questionnaire } from './model.ts'
import { findDefects } from './find-defects.ts'
import { keepVisibleAnswers } from './visibility.ts'
import { allQuestions } from './walk.ts'

const open = (questionnaire: Questionnaire, answers = {}, context = {}) =>
  openForm(compile(questionnaire), answers, context)
const shownKeys = (form: Form) => askedQuestions(form).map(({ key }) => key)

const household = aQuestionnaire([
  yesNo('alone'),
  roster(
    'people',
    [
      number('age'),
      yesNo('school', 'age < 19'),
      single('helper', ['1', '2'], { visibleIf: "alone = 'no' and age >= 65" }),
    ],
    { visibleIf: "alone = 'no'" },
  ),
  calculated('adults', 'count(people, age >= 18)'),
  yesNo('care', 'adults > 1'),
])

describe('a form with a roster', () => {
  it('asks each item by its own answers and those around it', () => {
    const form = open(household, {
      alone: 'no',
      people: [
        { age: 8, school: 'yes', helper: '1' },
        { age: 70, school: 'no', helper: '2' },
      ],
    })

    expect(countedAnswers(form)).toEqual({
      alone: 'no',
      people: [
        { age: 8, school: 'yes' },
        { age: 70, helper: '2' },
      ],
      adults: 1,
    })
  })

  it('keeps an item without answers, because a person is there', () => {
    const form = open(household, { alone: 'no', people: [{}, { age: 30 }, { age: 31 }] })

    expect(countedAnswers(form)).toMatchObject({ people: [{}, { age: 30 }, { age: 31 }], adults: 2 })
    expect(shownKeys(form)).toContain('care')
  })

  it('drops the whole group when it is hidden, and what was worked out from it', () => {
    const form = open(household, { alone: 'yes', people: [{ age: 30 }, { age: 31 }] })

    expect(countedAnswers(form)).toEqual({ alone: 'yes', adults: 0 })
  })

  it('changes one answer of one item, and makes the next item', () => {
    const first = setAnswer(open(household, { alone: 'no' }), ['people', 0, 'age'], 8)
    const second = setAnswer(first, ['people', 1, 'age'], 66)

    expect(second.state.given).toEqual({ alone: 'no', people: [{ age: 8 }, { age: 66 }] })
    expect(questionAt(second, ['people', 0, 'school'])?.state.isShown).toBe(true)
    expect(questionAt(second, ['people', 1, 'school'])?.state.isShown).toBe(false)
    expect(questionAt(second, ['people', 1, 'helper'])?.state.isShown).toBe(true)
    expect(questionAt(second, ['people', 7, 'age'])).toBeUndefined()
  })
})

describe('options and calculated values', () => {
  const towns: Question = {
    key: 'town',
    type: 'SINGLE',
    text: 'Gdzie?',
    options: options('KI_DALESZYCE', 'KI_BIELINY', 'ST_STASZOW', '-99'),
    optionFilter:
      "county = 'KI' and $option in ['KI_DALESZYCE', 'KI_BIELINY'] or county = 'ST' and $option = 'ST_STASZOW'",
  }
  const cascade = aQuestionnaire([single('county', ['KI', 'ST']), towns])

  it('offers only what the filter lets through, and the special codes always', () => {
    const form = open(cascade, { county: 'ST' })

    expect(questionAt(form, 'town')?.state.options.map(({ code }) => code)).toEqual(['ST_STASZOW', '-99'])
  })

  it('drops a choice that is no longer offered', () => {
    expect(keepVisibleAnswers(cascade, { county: 'ST', town: 'KI_BIELINY' })).toEqual({ county: 'ST' })
  })

  it('works values out anew, whatever was sent', () => {
    const total = aQuestionnaire([
      number('a'),
      number('b'),
      calculated('total', 'a + b'),
      calculated('isMuch', 'total > 10'),
    ])

    expect(keepVisibleAnswers(total, { a: 7.1, b: 5.2, total: 'x' })).toEqual({
      a: 7.1,
      b: 5.2,
      total: 12.3,
      isMuch: true,
    })
    expect(keepVisibleAnswers(total, { a: 7, total: 99 })).toEqual({ a: 7, isMuch: false })
  })

  it('knows the day only when it is told', () => {
    const born = aQuestionnaire([
      { key: 'born', type: 'DATE_YEAR', text: 'Rok?' },
      yesNo('retired', 'age(born) >= 60'),
    ])

    expect(shownKeys(open(born, { born: 1956 }, { today: '2026-11-22' }))).toEqual(['born', 'retired'])
    expect(shownKeys(open(born, { born: 1956 }))).toEqual(['born'])
  })

  it('takes a rule that cannot be read for none', () => {
    expect(shownKeys(open(aQuestionnaire([yesNo('a', 'b = = 1')])))).toEqual(['a'])
  })
})

/** A chain of changes: answers to any questions, taken away, made of nonsense, or all at once. */
const changesOf = (questionnaire: Questionnaire) => {
  const questions = allQuestions(questionnaire)
  const one = fc.constantFrom(...questions).chain((question) =>
    fc.tuple(
      fc.constant(question.key),
      fc.option(fc.oneof({ weight: 5, arbitrary: anAnswerTo(question) }, fc.jsonValue({ maxDepth: 2 })), {
        nil: undefined,
      }),
    ),
  )
  return fc.array(one, { minLength: 1, maxLength: 12 })
}

describe('for any questionnaire', () => {
  it('the random ones are sound', () => {
    fc.assert(
      fc.property(aRandomQuestionnaire, (questionnaire) => {
        expect(findDefects(questionnaire)).toEqual([])
      }),
    )
  })

  it('answering one by one gives what opening with all answers gives', () => {
    const journeys = aRandomQuestionnaire.chain((questionnaire) =>
      fc.tuple(fc.constant(questionnaire), changesOf(questionnaire)),
    )
    fc.assert(
      fc.property(journeys, ([questionnaire, changes]) => {
        let form = open(questionnaire)
        for (const [key, answer] of changes) {
          form = setAnswer(form, key, answer)
          expect(form.state).toEqual(open(questionnaire, form.state.given).state)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('changing items of rosters gives what opening with all answers gives', () => {
    const journeys = aRandomQuestionnaire.chain((questionnaire) =>
      fc.tuple(
        fc.constant(questionnaire),
        fc.array(someAnswersTo(allQuestions(questionnaire)), { minLength: 2, maxLength: 5 }),
      ),
    )
    fc.assert(
      fc.property(
        journeys,
        fc.nat(2),
        fc.integer({ min: 0, max: 5 }),
        ([questionnaire, sheets], item, value) => {
          let form = open(questionnaire)
          for (const sheet of sheets) {
            form = changeAnswers(form, sheet)
            for (const { key, type } of allQuestions(questionnaire)) {
              if (type === 'ROSTER') form = setAnswer(form, [key, item, `${key}_n`], value)
            }
            expect(form.state).toEqual(open(questionnaire, form.state.given).state)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('keeping the answers that count twice is keeping them once', () => {
    const filled = aRandomQuestionnaire.chain((questionnaire) =>
      fc.tuple(fc.constant(questionnaire), someAnswersTo(allQuestions(questionnaire))),
    )
    fc.assert(
      fc.property(filled, ([questionnaire, answers]) => {
        const once = keepVisibleAnswers(questionnaire, answers)
        expect(keepVisibleAnswers(questionnaire, once)).toEqual(once)
        expect(shownKeys(open(questionnaire, once))).toEqual(shownKeys(open(questionnaire, answers)))
      }),
    )
  })

  it('nonsense in place of rules changes neither of it', () => {
    const wild = fc
      .array(anExpression().map(printExpression), { minLength: 4, maxLength: 4 })
      .map(([a, b, c, d]) =>
        aQuestionnaire([
          aSection('s0', [
            single('q0', ['1', '2'], { visibleIf: a ?? '' }),
            roster('hh', [number('age'), single('q1', ['1'], { visibleIf: b ?? '' })]),
          ]),
          aSection(
            's1',
            [
              matrix('q2', ['r1', 'r2'], ['1', '2'], { rowVisibleIf: c ?? '' }),
              calculated('q3', d ?? ''),
              yesNo('q4', a),
            ],
            b,
          ),
        ]),
      )
    const journeys = wild.chain((questionnaire) =>
      fc.tuple(fc.constant(questionnaire), changesOf(questionnaire)),
    )
    fc.assert(
      fc.property(journeys, ([questionnaire, changes]) => {
        let form = open(questionnaire)
        for (const [key, answer] of changes) form = setAnswer(form, key, answer)
        expect(form.state).toEqual(open(questionnaire, form.state.given).state)
      }),
      { numRuns: 300 },
    )
  })
})
