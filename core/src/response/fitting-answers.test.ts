import { describe, expect, it } from 'vitest'
import { aQuestionnaire, matrix, multi, number, roster, single, when, yesNo } from '../testing/index.ts'
import { fittingAnswers } from './fitting-answers.ts'

const context = { localityIds: [] }

describe('answers taken over by another version', () => {
  it('stay where their question can hold them, hidden ones too', () => {
    const questionnaire = aQuestionnaire([yesNo('a'), yesNo('b', when('a', 'yes')), number('n')])

    expect(fittingAnswers(questionnaire, { a: 'no', b: 'yes', n: 3 }, context)).toEqual({
      a: 'no',
      b: 'yes',
      n: 3,
    })
  })

  it('are left out where the question is gone, became another, or has no such option', () => {
    const questionnaire = aQuestionnaire([single('a', ['1']), number('b'), multi('c', ['x'])])

    expect(fittingAnswers(questionnaire, { a: '2', b: 'yes', c: ['x'], gone: '1' }, context)).toEqual({
      c: ['x'],
    })
  })

  it('keep the rest of a matrix and of the items of a group', () => {
    const questionnaire = aQuestionnaire([matrix('m', ['r1'], ['1']), roster('people', [number('age')])])
    const answers = { m: { r1: '1', r2: '1' }, people: [{ age: 8, school: 'yes' }, { age: 'old' }] }

    expect(fittingAnswers(questionnaire, answers, context)).toEqual({
      m: { r1: '1' },
      people: [{ age: 8 }, {}],
    })
  })

  it('that break a limit are kept, for the person to be told', () => {
    const questionnaire = aQuestionnaire([multi('a', ['1', '2'], { maxChoices: 1 })])

    expect(fittingAnswers(questionnaire, { a: ['1', '2'] }, context)).toEqual({ a: ['1', '2'] })
  })
})
