import { describe, expect, it } from 'vitest'
import { aQuestionnaire, yesNo } from '@rozeznanie/core/testing'
import { beginningOf, openQuestions } from './open-questions.ts'

describe('open questions', () => {
  it('are those answered in one’s own words, and the texts of „inne” after them', () => {
    const questionnaire = aQuestionnaire([
      {
        key: 'barrier',
        type: 'MULTI',
        text: 'Co utrudnia?',
        options: [{ code: 'OTHER', label: 'inne', allowsText: true }],
      },
      yesNo('a'),
      { key: 'idea', type: 'TEXT_LONG', text: 'Czego brakuje?' },
    ])

    expect(openQuestions(questionnaire)).toEqual([
      { key: 'idea', question: 'Czego brakuje?', isOther: false },
      { key: 'barrier.inne', question: 'Co utrudnia?', isOther: true },
    ])
  })
})

describe('the beginning of a text', () => {
  it('is the whole of a short one, on one line', () => {
    expect(beginningOf(' Więcej\n autobusów ')).toBe('Więcej autobusów')
  })

  it('is cut short for a long one', () => {
    expect(beginningOf('a'.repeat(100))).toBe(`${'a'.repeat(57)}…`)
  })
})
