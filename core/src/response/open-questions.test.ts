import { describe, expect, it } from 'vitest'
import { aQuestionnaire, yesNo } from '../testing/index.ts'
import { openQuestions } from './open-answers.ts'

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
