import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { describe, expect, it } from 'vitest'
import {
  choosePart,
  chooseQuestion,
  meaningChoices,
  meaningOf,
  partChoices,
  partValueOf,
  questionValueOf,
  withMeaning,
  type ChoiceWords,
} from './column-choice.ts'

const words: ChoiceWords = {
  ignore: 'pomiń',
  sheetNumber: 'numer',
  whole: 'całość',
  otherText: 'inne',
  row: (label) => `wiersz ${label}`,
  option: (label) => `opcja ${label}`,
  place: (place) => `miejsce ${place}`,
}

const questionnaire: Questionnaire = {
  format: 'rozeznanie-questionnaire/1',
  key: 'T',
  title: 'T',
  description: '',
  audience: 'RESIDENT',
  language: 'pl',
  estimatedMinutes: 1,
  intro: [],
  thanks: [],
  lists: {
    L: {
      label: 'L',
      options: [
        { code: 'A', label: 'Posiłki' },
        { code: 'B', label: 'Inne', allowsText: true },
      ],
    },
  },
  sections: [
    {
      key: 's',
      title: 'S',
      questions: [
        { key: 'multi', type: 'MULTI', text: 'Usługi', list: 'L' },
        { key: 'rank', type: 'RANK', text: 'Kolejność', list: 'L', top: 2 },
        {
          key: 'matrix',
          type: 'MATRIX_SINGLE',
          text: 'Ocena',
          list: 'L',
          rows: [{ key: 'r1', label: 'Szkoła' }],
        },
        { key: 'note', type: 'TEXT_LONG', text: 'Uwagi' },
      ],
    },
  ],
}

describe('choosing what a column holds', () => {
  it('offers the parts of each kind of question', () => {
    const labels = (key: string) => partChoices(questionnaire, key, words).map(({ label }) => label)

    expect(labels('multi')).toEqual(['całość', 'opcja Posiłki', 'opcja Inne', 'inne'])
    expect(labels('rank')).toEqual(['całość', 'miejsce 1', 'miejsce 2'])
    expect(labels('matrix')).toEqual(['wiersz Szkoła'])
    expect(labels('note')).toEqual([])
  })

  it.each(['option:A', 'other', 'whole'])('keeps the chosen part %s when it is shown again', (part) => {
    const target = choosePart(questionnaire, 'multi', part)

    expect(questionValueOf(target)).toBe('multi')
    expect(partValueOf(target)).toBe(part)
  })

  it('takes the first row of a matrix at once, as a matrix has no whole', () => {
    expect(chooseQuestion(questionnaire, 'matrix', words)).toEqual({
      kind: 'question',
      questionKey: 'matrix',
      rowKey: 'r1',
    })
  })

  it('adds the meaning of a cell without losing the earlier ones', () => {
    const target = withMeaning(
      withMeaning(chooseQuestion(questionnaire, 'multi', words), 'obiady', 'A'),
      '?',
      null,
    )

    expect(target).toMatchObject({ values: { obiady: 'A', '?': null } })
    expect(meaningOf(target, 'obiady')).toBe('A')
    expect(meaningOf(target, '?')).toBeNull()
  })

  it('takes a meaning back', () => {
    const target = withMeaning(choosePart(questionnaire, 'rank', 'place:1'), 'obiady', 'A')

    expect(meaningOf(withMeaning(target, 'obiady', undefined), 'obiady')).toBeUndefined()
  })

  it('offers the options of the question as meanings, and nothing for a column left out', () => {
    const target = chooseQuestion(questionnaire, 'multi', words)

    expect(meaningChoices(questionnaire, target, [], '').map(({ value }) => value)).toEqual(['A', 'B'])
    expect(meaningChoices(questionnaire, { kind: 'ignore' }, [], '')).toEqual([])
  })
})
