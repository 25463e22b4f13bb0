import {
  addQuestion,
  addSection,
  emptyQuestionnaire,
  newQuestion,
} from '@rozeznanie/core/questionnaire/editing'
import { describe, expect, it } from 'vitest'
import { homesFor } from './move-places.ts'
import { outlineRows } from './outline-rows.ts'
import { numbersOf } from './question-names.ts'

function twoSections() {
  const empty = emptyQuestionnaire({ key: 'probna', title: 'Próbna', audience: 'RESIDENT' })
  const more = addSection(empty, { key: 'druga', title: 'Druga', questions: [] })
  const first = addQuestion(more, newQuestion('SINGLE', 'wiek'), { sectionKey: 'czesc_1', index: 0 })
  const roster = addQuestion(first, newQuestion('ROSTER', 'osoby'), { sectionKey: 'czesc_1', index: 1 })
  return addQuestion(roster, newQuestion('NUMBER', 'pokoje'), { sectionKey: 'druga', index: 0 })
}

describe('the outline', () => {
  it('numbers questions through all sections, those of a group after their group', () => {
    const rows = outlineRows(twoSections())

    expect(rows.map((row) => (row.kind === 'question' ? row.number : row.target))).toEqual([
      'facts',
      'section:czesc_1',
      '1',
      '2',
      '2.1',
      'section:druga',
      '3',
    ])
    expect(numbersOf(twoSections()).get('osoby_nazwa')).toBe('2.1')
  })

  it('tells each line its depth and its place among its sisters', () => {
    const inner = outlineRows(twoSections()).find(({ target }) => target === 'question:osoby_nazwa')

    expect(inner).toMatchObject({ level: 3, position: 1, siblings: 1 })
  })
})

describe('the places that a question can be moved to', () => {
  it('are all sections and groups', () => {
    expect(homesFor(twoSections(), 'wiek').map(({ id }) => id)).toEqual([
      'section:czesc_1',
      'group:osoby',
      'section:druga',
    ])
  })

  it('leave out a group for itself', () => {
    expect(homesFor(twoSections(), 'osoby').map(({ id }) => id)).toEqual(['section:czesc_1', 'section:druga'])
  })
})
