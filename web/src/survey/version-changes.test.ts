import { describe, expect, it } from 'vitest'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { changesByQuestion, changesSince } from './version-changes.ts'

const change = (questionKey: string | null, kind: string, weight: 'HARMLESS' | 'CAREFUL' = 'HARMLESS') => ({
  questionKey,
  kind,
  weight,
  message: `${kind} ${questionKey ?? ''}`,
})

describe('what a newer version changes', () => {
  it('is told of every version on the way, oldest first', () => {
    const versions = [3, 2, 1].map((number) => ({ number, changes: [change(`${number}`, 'TEXT_FIXED')] }))

    expect(changesSince(versions, 1, 3).map(({ questionKey }) => questionKey)).toEqual(['2', '3'])
  })

  it('is told by question, with what becomes of its results', () => {
    const present = aQuestionnaire([single('a', ['1']), single('gone', ['1']), single('old', ['1'])])
    const heir = { ...single('heir', ['1']), crosswalk: { from: 'old', codes: { '1': '1' } } }
    const newer = aQuestionnaire([single('a', ['1']), single('fresh', ['1']), heir])

    const groups = changesByQuestion(
      [
        change(null, 'TEXT_FIXED'),
        change('fresh', 'QUESTION_ADDED'),
        change('gone', 'QUESTION_REMOVED', 'CAREFUL'),
        change('old', 'QUESTION_REMOVED', 'CAREFUL'),
        change('heir', 'QUESTION_ADDED'),
        change('a', 'TEXT_FIXED'),
        change('a', 'OPTIONS_REORDERED', 'CAREFUL'),
      ],
      { present, newer },
    )

    expect(groups.map(({ name, outcome, messages }) => [name, outcome, messages.length])).toEqual([
      ['a?', 'parted', 2],
      ['gone?', 'gone', 1],
      ['old?', 'crosswalk', 0],
      [null, 'joined', 1],
      ['fresh?', 'added', 1],
    ])
  })
})
