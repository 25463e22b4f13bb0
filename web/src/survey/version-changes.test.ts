import { describe, expect, it } from 'vitest'
import { aQuestionnaire, single } from '@rozeznanie/core/testing'
import { changesByQuestion, changesSince } from './version-changes.ts'

const change = (questionKey: string | null, weight: 'HARMLESS' | 'CAREFUL', message: string) => ({
  questionKey,
  weight,
  message,
})

describe('what a newer version changes', () => {
  it('is told of every version on the way, oldest first', () => {
    const versions = [3, 2, 1].map((number) => ({ number, changes: [change('a', 'HARMLESS', `${number}`)] }))

    expect(changesSince(versions, 1, 3).map(({ message }) => message)).toEqual(['2', '3'])
  })

  it('is told by question, what parts results first', () => {
    const documents = [aQuestionnaire([single('a', ['1'])]), aQuestionnaire([single('gone', ['1'])])]
    const groups = changesByQuestion(
      [
        change(null, 'HARMLESS', 'Wstęp.'),
        change('a', 'HARMLESS', 'Literówka.'),
        change('a', 'CAREFUL', 'Kolejność.'),
        change('gone', 'CAREFUL', 'Usunięto.'),
      ],
      documents,
    )

    expect(groups).toEqual([
      { name: 'a?', isParted: true, messages: ['Literówka.', 'Kolejność.'] },
      { name: 'gone?', isParted: true, messages: ['Usunięto.'] },
      { name: null, isParted: false, messages: ['Wstęp.'] },
    ])
  })
})
