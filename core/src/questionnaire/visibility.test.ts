import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answers, aQuestionnaire, aSection, matrix, multi, single, when, yesNo } from '../testing/index.ts'
import type { Answers, ExpressionText, Question } from './model.ts'
import { optionsOf, rowsOf } from './options.ts'
import { evaluateCondition, keepVisibleAnswers, visibleQuestions, visibleRows } from './visibility.ts'
import { findQuestion, questionCount } from './walk.ts'

const keysOf = (questions: readonly Question[]) => questions.map((question) => question.key)

describe('visibleQuestions', () => {
  it('hides what depends on a hidden question', () => {
    const questionnaire = aQuestionnaire([
      yesNo('hasCar'),
      yesNo('electric', when('hasCar', 'yes')),
      yesNo('homeCharger', when('electric', 'yes')),
    ])

    const shown = visibleQuestions(questionnaire, answers({ hasCar: 'no', electric: 'yes' }))

    expect(keysOf(shown)).toEqual(['hasCar'])
  })

  it('hides all questions of a hidden section', () => {
    const questionnaire = aQuestionnaire([
      aSection('start', [yesNo('carer')]),
      aSection('care', [yesNo('tired'), yesNo('alone')], when('carer', 'yes')),
    ])

    expect(keysOf(visibleQuestions(questionnaire, { carer: 'no' }))).toEqual(['carer'])
    expect(keysOf(visibleQuestions(questionnaire, { carer: 'yes' }))).toEqual(['carer', 'tired', 'alone'])
  })

  it('shows a matrix only when at least one of its rows is shown', () => {
    const used = "need.$row in ['4', '5']"
    const questionnaire = aQuestionnaire([
      matrix('need', ['MEALS', 'REHAB'], ['1', '4', '5']),
      matrix('quality', ['MEALS', 'REHAB'], ['1', '2'], { rowVisibleIf: used }),
    ])
    const quality = findQuestion(questionnaire, 'quality') as Question

    expect(keysOf(visibleQuestions(questionnaire, { need: { MEALS: '1' } }))).toEqual(['need'])
    expect(visibleRows(questionnaire, quality, { need: { MEALS: '1', REHAB: '5' } })).toEqual([
      { key: 'REHAB', label: 'REHAB' },
    ])
  })
})

describe('keepVisibleAnswers', () => {
  it('drops answers to hidden questions, hidden rows and unknown questions, and empty answers', () => {
    const questionnaire = aQuestionnaire([
      yesNo('a'),
      yesNo('b', when('a', 'yes')),
      matrix('m', ['r1', 'r2'], ['1', '2'], {
        rowVisibleIf: "a = 'yes' or answered(a)",
      }),
      multi('c', ['x']),
    ])

    const kept = keepVisibleAnswers(questionnaire, {
      a: 'no',
      b: 'yes',
      m: { r1: '1', r2: '' },
      c: [],
      z: 'x',
    })

    expect(kept).toEqual({ a: 'no', m: { r1: '1' } })
  })

  it('keeps the rows of a matrix whose rows come from a list', () => {
    const lists = { SERVICES: { label: 'Usługi', options: [{ code: 'MEALS', label: 'posiłki' }] } }
    const need: Question = {
      key: 'need',
      type: 'MATRIX_SINGLE',
      text: 'Co?',
      rowsList: 'SERVICES',
      list: 'SERVICES',
    }

    const kept = keepVisibleAnswers(aQuestionnaire([need], { lists }), { need: { MEALS: 'MEALS' } })

    expect(kept).toEqual({ need: { MEALS: 'MEALS' } })
  })

  it('keeps the text of „inne, jakie?” only while that option is chosen', () => {
    const other: Question = {
      key: 'q',
      type: 'MULTI',
      text: 'Co?',
      options: [
        { code: '1', label: 'jedno' },
        { code: 'other', label: 'inne, jakie?', allowsText: true },
      ],
    }
    const questionnaire = aQuestionnaire([other])

    expect(keepVisibleAnswers(questionnaire, { q: ['other'], 'q.inne': 'rower' })).toEqual({
      q: ['other'],
      'q.inne': 'rower',
    })
    expect(keepVisibleAnswers(questionnaire, { q: ['1'], 'q.inne': 'rower' })).toEqual({ q: ['1'] })
  })

  it('does not take names of object members for answers', () => {
    const questionnaire = aQuestionnaire([yesNo('constructor'), yesNo('b', 'answered(toString)')])

    expect(keepVisibleAnswers(questionnaire, {})).toEqual({})
    expect(keysOf(visibleQuestions(questionnaire, {}))).toEqual(['constructor'])
  })
})

const KEYS = ['q0', 'q1', 'q2', 'q3', 'q4', 'q5'] as const
const CODES = ['1', '2', '-98'] as const

const conditionBefore = (index: number): fc.Arbitrary<ExpressionText> => {
  const key = fc.constantFrom(...KEYS.slice(0, index))
  const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=', 'contains')
  const code = fc.constantFrom(...CODES)
  const comparison = fc.oneof(
    fc.tuple(key, operator, code).map(([left, sign, right]) => `${left} ${sign} '${right}'`),
    fc.tuple(key, code, code).map(([left, one, other]) => `${left} in ['${one}', '${other}']`),
    key.map((left) => `answered(${left})`),
  )
  return fc.oneof(
    comparison,
    fc.tuple(comparison, comparison).map((both) => both.join(' and ')),
    fc.tuple(comparison, comparison).map((both) => both.join(' or ')),
    comparison.map((part) => `not ${part}`),
  )
}

const questionAt = (index: number): fc.Arbitrary<Question> => {
  const condition =
    index === 0 ? fc.constant(undefined) : fc.option(conditionBefore(index), { nil: undefined })
  const key = KEYS[index] ?? 'q0'
  return fc.tuple(condition, fc.constantFrom('single', 'multi', 'matrix')).map(([visibleIf, kind]) => {
    const extras = visibleIf ? { visibleIf } : {}
    if (kind === 'single') return single(key, CODES, extras)
    if (kind === 'multi') return multi(key, CODES, extras)
    return matrix(key, ['r1', 'r2'], CODES, visibleIf ? { rowVisibleIf: visibleIf } : {})
  })
}

const aRandomQuestionnaire = fc
  .tuple(...KEYS.map((_, index) => questionAt(index)))
  .map((questions) => aQuestionnaire(questions))
const code = fc.constantFrom(...CODES)
const anyAnswer = fc.oneof(
  code,
  fc.uniqueArray(code),
  fc.dictionary(fc.constantFrom('r1', 'r2', 'r9'), code, { noNullPrototype: true }),
  fc.jsonValue(),
)
const anyAnswers = fc.dictionary(fc.constantFrom(...KEYS, 'unknown'), anyAnswer, {
  noNullPrototype: true,
}) as fc.Arbitrary<Answers>

describe('for any questionnaire and any answers', () => {
  it('no answer to a hidden question or row survives', () => {
    fc.assert(
      fc.property(aRandomQuestionnaire, anyAnswers, (questionnaire, given) => {
        const kept = keepVisibleAnswers(questionnaire, given)
        const shown = keysOf(visibleQuestions(questionnaire, given))
        expect(shown).toEqual(expect.arrayContaining(Object.keys(kept)))
        for (const question of questionnaire.sections.flatMap((section) => section.questions)) {
          const answer = kept[question.key]
          if (question.type !== 'MATRIX_SINGLE' || typeof answer !== 'object' || Array.isArray(answer))
            continue
          const hidden = rowsOf(questionnaire, question).filter(
            (row) => !visibleRows(questionnaire, question, given).some(({ key }) => key === row.key),
          )
          expect(hidden.filter((row) => Object.hasOwn(answer, row.key))).toEqual([])
        }
      }),
    )
  })

  it('keeping twice is keeping once, and shows the same questions', () => {
    fc.assert(
      fc.property(aRandomQuestionnaire, anyAnswers, (questionnaire, given) => {
        const once = keepVisibleAnswers(questionnaire, given)
        expect(keepVisibleAnswers(questionnaire, once)).toEqual(once)
        expect(keysOf(visibleQuestions(questionnaire, once))).toEqual(
          keysOf(visibleQuestions(questionnaire, given)),
        )
      }),
    )
  })
})

describe('evaluateCondition', () => {
  const cases: readonly [string, ExpressionText, Record<string, unknown>, boolean][] = [
    ['= of a code', when('q', '1'), { q: '1' }, true],
    ['= of a list asks for exactly that one', when('q', '1'), { q: ['1', '2'] }, false],
    ['contains finds a member', "q contains '1'", { q: ['1', '2'] }, true],
    ['!= of no answer', "q != '1'", {}, false],
    ['not in', "answered(q) and not q in ['1', '2']", { q: '3' }, true],
    ['>= of a scale', 'q >= 4', { q: '5' }, true],
    ['< of a special code', 'q < 4', { q: '-98' }, false],
    ['a named row', "q.r = '1'", { q: { r: '1' } }, true],
    ['any row', "q in ['4', '5']", { q: { r: '1', s: '5' } }, true],
    ['blank text is no answer', 'answered(q)', { q: '  ' }, false],
    ['a matrix without answers is no answer', 'answered(q)', { q: { r: '' } }, false],
    ['not', "not q = '1'", { q: '2' }, true],
    ['an unreadable condition', 'q = = 1', { q: '1' }, false],
  ]
  it.each(cases)('%s', (_name, condition, given, expected) => {
    expect(evaluateCondition(condition, given)).toBe(expected)
  })
})

describe('optionsOf', () => {
  it('takes the options of a list, narrowed and in the order of the list', () => {
    const question: Question = { key: 'q', type: 'SINGLE', text: 'Co?', list: 'L', only: ['c', 'a'] }
    const list = { label: 'Lista', options: ['a', 'b', 'c'].map((code) => ({ code, label: code })) }

    const offered = optionsOf(aQuestionnaire([question], { lists: { L: list } }), question)

    expect(offered.map((option) => option.code)).toEqual(['a', 'c'])
  })

  it('gives a scale all its points, with the labels of its ends', () => {
    const question: Question = {
      key: 'q',
      type: 'SCALE_0_10',
      text: 'Ile?',
      minLabel: 'wcale',
      maxLabel: 'bardzo',
    }

    const offered = optionsOf(aQuestionnaire([question]), question)

    expect(offered).toHaveLength(11)
    expect(offered[0]).toEqual({ code: '0', label: '0 – wcale', value: 0 })
    expect(offered[10]?.label).toBe('10 – bardzo')
  })
})

it('does not count texts as questions', () => {
  expect(questionCount(aQuestionnaire([yesNo('a'), { key: 'i', type: 'INFO', text: 'Teraz o domu.' }]))).toBe(
    1,
  )
})
