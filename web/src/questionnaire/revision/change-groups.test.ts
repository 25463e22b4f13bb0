import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire, single, yesNo } from '@rozeznanie/core/testing'
import { describe, expect, it } from 'vitest'
import { groupChanges, type RevisionChange } from './change-groups.ts'

const change = (part: Partial<RevisionChange>): RevisionChange => ({
  ...{ kind: 'TEXT_FIXED', weight: 'HARMLESS', questionKey: 'a', sectionKey: null, part: 'text' },
  ...{ optionCode: null, demandsNewKey: false, message: '', answerCount: null },
  ...part,
})
const after: Questionnaire = aQuestionnaire([
  yesNo('a'),
  { ...single('b2', ['1']), crosswalk: { from: 'b', codes: {} } } as Question,
])

describe('changes in groups', () => {
  it('stand by weight, the gravest first, and by place', () => {
    const groups = groupChanges(
      [
        change({}),
        change({ part: 'help' }),
        change({ questionKey: null, sectionKey: 'a', part: 'title' }),
        change({ kind: 'TYPE_CHANGED', weight: 'BREAKING' }),
      ],
      after,
    )

    expect(groups.map(({ weight, count }) => [weight, count])).toEqual([
      ['BREAKING', 1],
      ['HARMLESS', 3],
    ])
    expect(
      groups[1]?.places.map(({ questionKey, sectionKey, changes }) => [
        questionKey ?? sectionKey,
        changes.length,
      ]),
    ).toEqual([
      ['a', 2],
      ['a', 1],
    ])
  })

  it('show a question that is read across from an old one once', () => {
    const removed = change({ kind: 'QUESTION_REMOVED', weight: 'BREAKING', questionKey: 'b' })
    const added = change({ kind: 'QUESTION_ADDED', questionKey: 'b2' })

    const groups = groupChanges([removed, added], after)

    expect(groups).toHaveLength(1)
    expect(groups[0]?.places[0]).toMatchObject({ questionKey: 'b2', replaces: 'b' })
    expect(groupChanges([removed, change({ kind: 'QUESTION_ADDED', questionKey: 'a' })], after)).toHaveLength(
      2,
    )
  })
})
