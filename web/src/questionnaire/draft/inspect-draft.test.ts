import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import {
  addQuestion,
  changeQuestion,
  emptyQuestionnaire,
  newQuestion,
} from '@rozeznanie/core/questionnaire/editing'
import { describe, expect, it } from 'vitest'
import { inspectDraft } from './inspect-draft.ts'
import { placeOfPath } from './place-of-path.ts'

function aDraft(): Questionnaire {
  const empty = emptyQuestionnaire({ key: 'probna', title: 'Próbna', audience: 'RESIDENT' })
  const roster = addQuestion(empty, newQuestion('ROSTER', 'osoby'), { sectionKey: 'czesc_1', index: 0 })
  return addQuestion(roster, newQuestion('SINGLE', 'wiek'), { sectionKey: 'czesc_1', index: 0 })
}

describe('a path within a document', () => {
  it('leads to a question and its field', () => {
    expect(placeOfPath(aDraft(), 'sections.0.questions.0.options.1.label')).toEqual({
      sectionKey: 'czesc_1',
      questionKey: 'wiek',
      part: 'options',
    })
  })

  it('leads to a question inside a group', () => {
    expect(placeOfPath(aDraft(), 'sections.0.questions.1.questions.0.text')).toEqual({
      sectionKey: 'czesc_1',
      questionKey: 'osoby_nazwa',
      part: 'text',
    })
  })

  it('leads to a section and to the questionnaire itself', () => {
    expect(placeOfPath(aDraft(), 'sections.0.title')).toEqual({ sectionKey: 'czesc_1', part: 'title' })
    expect(placeOfPath(aDraft(), 'intro')).toEqual({ part: 'intro' })
  })
})

describe('looking a draft over', () => {
  it('puts what stands in the way of publishing first, at its question', () => {
    const draft = changeQuestion(aDraft(), 'wiek', (question) => ({ ...question, text: '' }))

    const [first] = inspectDraft(draft).problems

    expect(first).toMatchObject({ gravity: 'defect', questionKey: 'wiek', part: 'text' })
  })

  it('tells of a rule that cannot be read once', () => {
    const draft = changeQuestion(aDraft(), 'wiek', (question) => ({ ...question, visibleIf: 'nie_ma == 1' }))

    const found = inspectDraft(draft).problems.filter(({ part }) => part === 'visibleIf')

    expect(found).toHaveLength(1)
    expect(found[0]?.gravity).toBe('defect')
  })

  it('measures the time it takes to answer', () => {
    expect(inspectDraft(aDraft()).measures?.time.medianMinutes).toBeGreaterThan(0)
  })
})
