import { describe, expect, it } from 'vitest'
import { foldStates, type HistoryState } from './fold-states.ts'

let revision = 100
const state = (savedAt: string, savedByName: string, kind: HistoryState['kind'] = 'SAVED'): HistoryState => ({
  id: String((revision -= 1)),
  revision,
  kind,
  savedAt: `2026-11-${savedAt}:00+01:00`,
  savedByName,
  restoredRevision: null,
  version: null,
  questionCount: 3,
})
const shape = (states: readonly HistoryState[]) =>
  foldStates(states).map(({ day, folds }) => [day, ...folds.map((fold) => fold.states.length)])

describe('the history of a draft', () => {
  it('folds the saves of one person within an hour of the newest', () => {
    expect(
      shape([
        state('22T10:55', 'Anna'),
        state('22T10:20', 'Anna'),
        state('22T09:56', 'Anna'),
        state('22T09:54', 'Anna'),
        state('22T09:50', 'Piotr'),
        state('22T09:40', 'Anna'),
      ]),
    ).toEqual([['2026-11-22', 3, 1, 1, 1]])
  })

  it('lets what was published, restored or made stand alone', () => {
    expect(
      shape([
        state('22T10:03', 'Anna'),
        state('22T10:02', 'Anna', 'PUBLISHED'),
        state('22T10:01', 'Anna'),
        state('22T10:00', 'Anna', 'CREATED'),
      ]),
    ).toEqual([['2026-11-22', 1, 1, 1, 1]])
  })

  it('stands by local days, so that the minutes around midnight are apart', () => {
    expect(shape([state('22T00:05', 'Anna'), state('21T23:55', 'Anna')])).toEqual([
      ['2026-11-22', 1],
      ['2026-11-21', 1],
    ])
  })
})
