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
import { refusalInWords } from './refusal-in-words.ts'

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

  it('names questions by their words and tells of a ring once, at its first question', () => {
    const asked = changeQuestion(aDraft(), 'wiek', (question) => ({
      ...question,
      text: 'W jakim jest wieku?',
      help: 'Prosimy pamiętać {czego_nie_ma}.',
      visibleIf: 'count(osoby) > 0',
    }))
    const ring = changeQuestion(asked, 'osoby', (question) => ({
      ...question,
      text: 'Kto mieszka razem?',
      visibleIf: "wiek = '1'",
    }))

    const defects = inspectDraft(ring).problems.filter(({ gravity }) => gravity === 'defect')

    expect(defects.map(({ message }) => message).filter((message) => /w kółko/.test(message))).toEqual([
      expect.stringContaining('„W jakim jest wieku?” → „Kto mieszka razem?”'),
    ])
    expect(defects.filter(({ message }) => message.includes('czego_nie_ma'))).toHaveLength(1)
    expect(defects.map(({ message }) => message).join(' ')).not.toMatch(/Znak \d|„wiek”|„osoby”/)
  })

  it('measures the time it takes to answer', () => {
    expect(inspectDraft(aDraft()).measures?.time.medianMinutes).toBeGreaterThan(0)
  })
})

describe('a draft that the server does not take', () => {
  const message = 'Pole „x”: tekst jest za długi, może mieć najwyżej 2000 znaków.'
  const wordsAt = (path: string) => refusalInWords(aDraft(), [{ path, message }])

  it('is told by its question, section or place around the questions', () => {
    const asked = changeQuestion(aDraft(), 'wiek', (question) => ({ ...question, text: 'Ile lat?' }))
    const problems = [{ path: 'sections.0.questions.0.options.1.label', message }]
    expect(refusalInWords(asked, problems)).toBe(
      'pytanie „Ile lat?” – tekst jest za długi, może mieć najwyżej 2000 znaków.',
    )
    expect(wordsAt('sections.0.questions.0.text')).toMatch(/^pytanie „Nowe pytanie” – /)
    expect(wordsAt('sections.0.title')).toMatch(/^część „Część 1” – /)
    expect(wordsAt('intro.0')).toMatch(/^tytuł, wstęp i podziękowanie – /)
  })

  it('keeps the sentence of the server where it names no field', () => {
    expect(refusalInWords(aDraft(), [{ path: 'document', message: 'Kwestionariusz jest zbyt duży.' }])).toBe(
      null,
    )
    expect(refusalInWords(aDraft(), [])).toBe(null)
  })
})
