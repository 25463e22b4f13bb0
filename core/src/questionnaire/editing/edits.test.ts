import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aRandomQuestionnaire } from '../../testing/random-questionnaire.ts'
import { edited, anEdit, placeIn, someEdits, editedBy } from '../../testing/random-edits.ts'
import { questionnaireLibrary } from '../library/index.ts'
import { everyQuestion, findDefects, parseQuestionnaire, type Questionnaire } from '../index.ts'
import {
  addQuestion,
  changeQuestion,
  emptyQuestionnaire,
  freshKey,
  moveQuestion,
  moveQuestionBy,
  newQuestion,
  placeOf,
  questionOf,
  record,
  redo,
  removeQuestion,
  startHistory,
  undo,
  type History,
} from './index.ts'
import { QUESTION_TYPES } from '../model.ts'

const keysOf = (questionnaire: Questionnaire) => everyQuestion(questionnaire).map(({ key }) => key)
const asJson = (questionnaire: Questionnaire): unknown => JSON.parse(JSON.stringify(questionnaire))
const aDocument = fc.oneof(aRandomQuestionnaire, fc.constantFrom(...questionnaireLibrary))

describe('any edits', () => {
  it('give a document that reads, with every key once', () => {
    fc.assert(
      fc.property(aDocument, aDocument, someEdits, (start, other, edits) => {
        const end = edits.reduce((result, edit) => edited(result, edit, other), start)

        expect(parseQuestionnaire(asJson(end))).toEqual(asJson(end))
        expect(keysOf(end)).toEqual([...new Set(keysOf(end))])
      }),
      { numRuns: 150 },
    )
  })

  it('leave what they do not touch the same object', () => {
    fc.assert(
      fc.property(aDocument, anEdit, (before, edit) => {
        fc.pre(![9, 10].includes(edit.kind))
        const after = edited(before, edit)
        const changed = everyQuestion(after).filter((question) => {
          const old = questionOf(before, question.key)
          return old !== null && old !== question
        })

        // One question and the rosters around it, at both ends of a move.
        const around = (questionnaire: Questionnaire, key: string): readonly string[] => {
          const roster = placeOf(questionnaire, key)?.rosterKey
          return roster === undefined ? [key] : [key, ...around(questionnaire, roster)]
        }
        const outer = changed.filter(
          (one) => one.type !== 'ROSTER' || questionOf(before, one.key)?.type !== 'ROSTER',
        )
        expect(outer.length).toBeLessThanOrEqual(1)
        for (const one of changed) expect(around(after, one.key).length).toBeLessThanOrEqual(3)
        expect(after.lists === before.lists || edit.kind === 13).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('one edit', () => {
  it('changes one question and no other', () => {
    fc.assert(
      fc.property(aDocument, fc.nat(500), (before, number) => {
        const keys = keysOf(before)
        const key = keys[number % keys.length] ?? ''
        const after = changeQuestion(before, key, (question) => ({
          ...question,
          key: 'other',
          text: 'Nowa treść?',
        }))

        expect(questionOf(after, key)?.text).toBe('Nowa treść?')
        expect(keysOf(after)).toEqual(keys)
        const rosters = (placed: string): readonly string[] => {
          const roster = placeOf(before, placed)?.rosterKey
          return roster === undefined ? [] : [roster, ...rosters(roster)]
        }
        const touched = everyQuestion(after).filter((one) => questionOf(before, one.key) !== one)
        expect(touched.map((one) => one.key).toSorted()).toEqual([key, ...rosters(key)].toSorted())
        expect(after.sections.filter((section, index) => section !== before.sections[index])).toHaveLength(1)
      }),
    )
  })

  it('is the same document when it changes nothing', () => {
    fc.assert(
      fc.property(aDocument, fc.nat(500), (document, number) => {
        const keys = keysOf(document)
        const key = keys[number % keys.length] ?? ''

        expect(changeQuestion(document, key, (question) => question)).toBe(document)
        expect(changeQuestion(document, 'nobody', () => newQuestion('INFO', 'x'))).toBe(document)
        expect(moveQuestion(document, key, placeOf(document, key) ?? { sectionKey: '', index: 0 })).toBe(
          document,
        )
        expect(addQuestion(document, newQuestion('INFO', key), { sectionKey: 's0', index: 0 })).toBe(document)
      }),
    )
  })

  it('is taken back by its opposite', () => {
    fc.assert(
      fc.property(aDocument, anEdit, (document, { numbers }) => {
        const keys = keysOf(document)
        const key = keys[numbers[0] % keys.length] ?? ''
        const question = questionOf(document, key)
        const place = placeOf(document, key)
        if (question === null || place === null) throw new Error(key)

        expect(addQuestion(removeQuestion(document, key), question, place)).toEqual(document)
        const moved = moveQuestion(document, key, placeIn(document, numbers))
        expect(moveQuestion(moved, key, place)).toEqual(document)
        const down = moveQuestionBy(document, key, 1)
        if (down !== document) expect(moveQuestionBy(down, key, -1)).toEqual(document)
      }),
    )
  })

  it('brings a question step by step from the beginning to the end, section after section', () => {
    const start: Questionnaire = {
      ...emptyQuestionnaire({ key: 'q', title: 'Próba', audience: 'RESIDENT' }),
      sections: [
        { key: 'a', title: 'A', questions: [newQuestion('INFO', 'x'), newQuestion('INFO', 'y')] },
        { key: 'b', title: 'B', questions: [] },
        { key: 'c', title: 'C', questions: [newQuestion('INFO', 'z')] },
      ],
    }
    const places: unknown[] = []
    for (let now = start, next = moveQuestionBy(now, 'x', 1); now !== next;) {
      places.push(placeOf(next, 'x'))
      now = next
      next = moveQuestionBy(now, 'x', 1)
    }

    expect(places).toEqual([
      { sectionKey: 'a', index: 1 },
      { sectionKey: 'b', index: 0 },
      { sectionKey: 'c', index: 0 },
      { sectionKey: 'c', index: 1 },
    ])
  })
})

describe('a new questionnaire', () => {
  const empty = emptyQuestionnaire({ key: 'moja', title: 'Moja ankieta', audience: 'SENIOR' })

  it.each(QUESTION_TYPES)(
    'with a new question of type %s has no defect but the want of a question',
    (type) => {
      const first = addQuestion(empty, newQuestion('SINGLE', 'pierwsze'), { sectionKey: 'czesc_1', index: 0 })
      const document = addQuestion(first, newQuestion(type, 'drugie'), { sectionKey: 'czesc_1', index: 1 })

      expect(parseQuestionnaire(asJson(document))).toEqual(document)
      expect(findDefects(document)).toEqual([])
      expect(findDefects(empty).map(({ message }) => message)).toEqual([
        'Kwestionariusz nie ma ani jednego pytania.',
      ])
    },
  )
})

describe('a fresh key', () => {
  it('is sound and free, whatever the words', () => {
    fc.assert(
      fc.property(
        aRandomQuestionnaire,
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        (document, words, isLocal) => {
          const key = freshKey(document, words, isLocal ? '2601012' : null)

          expect(key).toMatch(isLocal ? /^loc_260101_[a-z0-9_]+$/ : /^[a-z][a-z0-9_]{0,59}$/)
          expect(questionOf(document, key)).toBeNull()
          const place = { sectionKey: document.sections[0]?.key ?? '', index: 0 }
          const added = addQuestion(document, newQuestion('TEXT_LONG', key), place)
          expect(findDefects(added)).toEqual(findDefects(document))
        },
      ),
    )
  })

  it('is made of the first words and numbered where it is taken', () => {
    const document = editedBy(emptyQuestionnaire({ key: 'k', title: 'T', audience: 'STAFF' }), [])
    const place = { sectionKey: 'czesc_1', index: 0 }
    const one = addQuestion(document, newQuestion('INFO', freshKey(document, 'Łóżko i pościel', null)), place)

    expect(freshKey(one, 'Jak często korzysta Pan/Pani z domu kultury?', null)).toBe(
      'jak_czesto_korzysta_pan_pani_z',
    )
    expect(freshKey(one, 'łóżko i pościel!', null)).toBe('lozko_i_posciel_2')
    expect(freshKey(one, '65+', null)).toBe('p_65')
    expect(freshKey(one, '?', null)).toBe('pytanie')
    expect(freshKey(one, 'gmina', null)).toBe('gmina_2')
  })
})

describe('history', () => {
  const steps = fc.array(fc.record({ value: fc.nat(5), field: fc.constantFrom(undefined, 'a', 'b') }))
  const walked = (all: readonly { value: number; field: string | undefined }[]): History<{ value: number }> =>
    all.reduce((history, { value, field }) => record(history, { value }, field), startHistory({ value: -1 }))

  it('goes back and forth to the same', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const history = walked(all)
        if (history.past.length > 0) expect(redo(undo(history)).present).toBe(history.present)
        const next = record(history, { value: 9 })

        expect(undo(next).present).toBe(history.present)
        expect(redo(next)).toBe(next)
        expect(undo(startHistory(1)).present).toBe(1)
        expect(record(history, history.present)).toBe(history)
      }),
    )
  })

  it('takes typing in one field back at once, and a step after going back is a new one', () => {
    const typed = ['a', 'ab', 'abc'].reduce(
      (history, text) => record(history, text, 'text'),
      startHistory(''),
    )

    expect(undo(typed).present).toBe('')
    expect(undo(record(typed, 'x', 'help')).present).toBe('abc')
    expect(undo(record(undo(typed), 'y', 'text')).present).toBe('')
    expect(redo(record(undo(typed), 'y', 'text')).present).toBe('y')
  })

  it('remembers the last two hundred steps', () => {
    const numbers = Array.from({ length: 300 }, (_, index) => index)
    const history = numbers.reduce((one, number) => record(one, number), startHistory(-1))

    expect(history.past).toHaveLength(200)
    expect(undo(history).present).toBe(298)
  })
})
