import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aQuestionnaire, aSection, multi, number, roster, single } from '../../testing/questionnaires.ts'
import { aRandomQuestionnaire } from '../../testing/random-questionnaire.ts'
import { editedBy, someEdits } from '../../testing/random-edits.ts'
import {
  everyQuestion,
  parseQuestionnaire,
  type Option,
  type Question,
  type Questionnaire,
} from '../index.ts'
import {
  addQuestion,
  changeFacts,
  changeQuestion,
  changeSection,
  changeType,
  mergeDrafts,
  moveQuestion,
  newQuestion,
  placeOf,
  questionOf,
  removeQuestion,
  removeSection,
  renameKey,
  takeMine,
  takeTheirs,
  type MergeConflict,
} from './index.ts'

const keysOf = (questionnaire: Questionnaire) => everyQuestion(questionnaire).map(({ key }) => key)
const asJson = (questionnaire: Questionnaire): unknown => JSON.parse(JSON.stringify(questionnaire))
const brief = ({ kind, place }: MergeConflict) =>
  `${kind} ${place.questionKey ?? place.sectionKey ?? place.listName ?? '-'} ${place.path.join('.')}`.trim()

const base = aQuestionnaire(
  [
    aSection('a', [single('a1', ['1', '2', '3']), multi('a2', ['1', '2']), number('a3')]),
    aSection('b', [single('b1', ['1', '2']), roster('people', [number('age'), single('sex', ['1', '2'])])]),
    aSection('c', []),
  ],
  {
    lists: {
      SC: {
        label: 'Skala',
        options: [
          { code: '1', label: 'źle' },
          { code: '2', label: 'dobrze' },
        ],
      },
    },
  },
)
type Patch = Partial<Omit<Question, 'type'>> & { readonly options?: readonly Option[] }
const patch = (questionnaire: Questionnaire, key: string, fields: Patch) =>
  changeQuestion(questionnaire, key, (question) => ({ ...question, ...fields }) as Question)

describe('laws of merging', () => {
  const two = fc.tuple(aRandomQuestionnaire, someEdits, someEdits)

  it('has nothing to say where only one side changed, or both the same', () => {
    fc.assert(
      fc.property(two, ([document, edits]) => {
        const changed = editedBy(document, edits)
        const copy = asJson(changed) as Questionnaire

        expect(mergeDrafts(document, changed, document)).toEqual({ merged: changed, conflicts: [] })
        expect(mergeDrafts(document, document, changed)).toEqual({ merged: changed, conflicts: [] })
        expect(mergeDrafts(document, changed, copy).merged).toBe(changed)
      }),
    )
  })

  it('gives a document that reads, with every key once and nothing hanging in the air', () => {
    fc.assert(
      fc.property(two, ([document, one, other]) => {
        const { merged } = mergeDrafts(document, editedBy(document, one), editedBy(document, other))

        expect(parseQuestionnaire(asJson(merged))).toEqual(asJson(merged))
        expect(keysOf(merged)).toEqual([...new Set(keysOf(merged))])
      }),
      { numRuns: 150 },
    )
  })

  it('gives a document that reads, whichever side is taken in each conflict', () => {
    let chosen = 0
    fc.assert(
      fc.property(two, fc.array(fc.boolean()), ([document, one, other], sides) => {
        const { merged, conflicts } = mergeDrafts(
          document,
          editedBy(document, one),
          editedBy(document, other),
        )
        const take = (result: Questionnaire, conflict: MergeConflict, index: number) =>
          sides[index] ? takeMine(result, conflict) : takeTheirs(result, conflict)
        const settled = conflicts.reduce(take, merged)
        chosen += conflicts.length

        expect(parseQuestionnaire(asJson(settled))).toEqual(asJson(settled))
        expect(keysOf(settled)).toEqual([...new Set(keysOf(settled))])
      }),
      { numRuns: 150 },
    )
    expect(chosen).toBeGreaterThan(20)
  })

  it('loses no question that somebody added or changed', () => {
    fc.assert(
      fc.property(two, ([document, one, other]) => {
        const [mine, theirs] = [editedBy(document, one), editedBy(document, other)]
        const { merged, conflicts } = mergeDrafts(document, mine, theirs)
        const told = JSON.stringify(conflicts.map((conflict) => [conflict.mine, conflict.theirs]))
        const words = everyQuestion(merged).map(({ text }) => text)

        for (const side of [mine, theirs])
          for (const question of everyQuestion(side)) {
            const isNew = questionOf(document, question.key)?.text !== question.text
            if (isNew) expect([...words, told].some((text) => text.includes(question.text))).toBe(true)
          }
      }),
      { numRuns: 150 },
    )
  })

  it('does not care whose side is whose where there is no conflict', () => {
    let agreed = 0
    fc.assert(
      fc.property(two, ([document, one, other]) => {
        const [mine, theirs] = [editedBy(document, one), editedBy(document, other)]
        // Keys that both have made are told apart by giving one of them another key, and that is a side.
        const isNew = (key: string) => questionOf(document, key) === null
        fc.pre(!keysOf(mine).some((key) => isNew(key) && questionOf(theirs, key) !== null))
        const isNewSection = (key: string) => !document.sections.some((section) => section.key === key)
        fc.pre(
          !mine.sections.some(
            ({ key }) => isNewSection(key) && theirs.sections.some((section) => section.key === key),
          ),
        )
        const there = mergeDrafts(document, mine, theirs)
        const back = mergeDrafts(document, theirs, mine)

        if (there.conflicts.length > 0) expect(back.conflicts).not.toEqual([])
        else {
          agreed += 1
          expect(back).toEqual(there)
        }
      }),
      { numRuns: 150 },
    )
    expect(agreed).toBeGreaterThan(10)
  })

  it('keeps the objects of mine where they say the same', () => {
    fc.assert(
      fc.property(aRandomQuestionnaire, (document) => {
        const first = keysOf(document)[0] ?? ''
        const mine = changeFacts(document, { title: 'Mój tytuł' })
        const theirs = asJson(patch(document, first, { text: 'Ich treść?' })) as Questionnaire
        const { merged } = mergeDrafts(document, mine, theirs)

        expect(merged.title).toBe('Mój tytuł')
        expect(questionOf(merged, first)?.text).toBe('Ich treść?')
        for (const question of everyQuestion(mergeDrafts(document, document, theirs).merged).slice(1))
          expect(questionOf(document, question.key)).toBe(question)
        for (const question of everyQuestion(merged).slice(1))
          expect(questionOf(mine, question.key)).toBe(question)
      }),
    )
  })
})

describe('two people', () => {
  it('who change different questions, fields, options, sections and facts have all of it', () => {
    const mine = changeSection(
      patch(patch(base, 'a1', { text: 'Moja treść?' }), 'a2', {
        options: [
          { code: '1', label: 'moja' },
          { code: '2', label: '2' },
          { code: '3', label: 'nowa' },
        ],
      }),
      'b',
      (section) => ({ ...section, title: 'Moja część' }),
    )
    const theirs = changeFacts(
      patch(patch(base, 'a1', { help: 'Ich pomoc' }), 'a2', {
        options: [
          { code: '1', label: '1' },
          { code: '2', label: 'ich' },
        ],
      }),
      { title: 'Ich tytuł' },
    )
    const { merged, conflicts } = mergeDrafts(base, mine, theirs)

    expect(conflicts).toEqual([])
    expect(merged.title).toBe('Ich tytuł')
    expect(merged.sections[1]?.title).toBe('Moja część')
    expect(questionOf(merged, 'a1')).toMatchObject({ text: 'Moja treść?', help: 'Ich pomoc' })
    expect(questionOf(merged, 'a2')).toMatchObject({
      options: [
        { code: '1', label: 'moja' },
        { code: '2', label: 'ich' },
        { code: '3', label: 'nowa' },
      ],
    })
  })

  it('of whom one moves a question and the other rewords it have it reworded in its new place', () => {
    const mine = moveQuestion(base, 'a1', { sectionKey: 'b', rosterKey: 'people', index: 1 })
    const theirs = addQuestion(patch(base, 'a1', { text: 'Inaczej?' }), newQuestion('INFO', 'nowe'), {
      sectionKey: 'b',
      rosterKey: 'people',
      index: 2,
    })
    const { merged, conflicts } = mergeDrafts(base, mine, theirs)

    expect(conflicts).toEqual([])
    expect(placeOf(merged, 'a1')).toEqual({ sectionKey: 'b', rosterKey: 'people', index: 1 })
    expect(questionOf(merged, 'a1')?.text).toBe('Inaczej?')
    expect(keysOf(merged)).toEqual(['a2', 'a3', 'b1', 'people', 'age', 'a1', 'sex', 'nowe'])
  })

  it('who change one field in two ways have theirs in the document and mine beside it', () => {
    const mine = patch(base, 'a1', { text: 'Moja?' })
    const { merged, conflicts } = mergeDrafts(base, mine, patch(base, 'a1', { text: 'Ich?' }))

    expect(questionOf(merged, 'a1')?.text).toBe('Ich?')
    expect(conflicts).toEqual([
      {
        kind: 'VALUE',
        place: { questionKey: 'a1', path: ['text'] },
        mine: 'Moja?',
        theirs: 'Ich?',
        message:
          'Pytanie „Moja?” (treść): dwie osoby zmieniły to samo. Została zmiana drugiej osoby, a tę zrobioną tutaj można przywrócić.',
      },
    ])
  })

  it('of whom one takes a question out and the other changes it keep it', () => {
    const changed = patch(base, 'a1', { text: 'Zmienione?' })
    const out = removeQuestion(base, 'a1')

    expect(mergeDrafts(base, out, changed).merged).toEqual(changed)
    expect(mergeDrafts(base, out, changed).conflicts.map(brief)).toEqual(['REMOVED_HERE a1'])
    expect(mergeDrafts(base, changed, out).merged).toEqual(changed)
    expect(mergeDrafts(base, changed, out).conflicts.map(brief)).toEqual(['REMOVED_THERE a1'])
  })

  it('of whom one takes a section out in which the other works keep the section whole', () => {
    const changed = patch(base, 'age', { text: 'Ile ma lat?' })
    const { merged, conflicts } = mergeDrafts(base, removeSection(base, 'b'), changed)

    expect(merged).toEqual(changed)
    expect(conflicts.map(brief)).toEqual(['REMOVED_HERE b'])
  })

  it('of whom one empties a section and takes it out, and the other rewords what was there, lose nothing', () => {
    const moved = moveQuestion(base, 'b1', { sectionKey: 'a', index: 0 })
    const mine = removeSection(moveQuestion(moved, 'people', { sectionKey: 'c', index: 0 }), 'b')
    const { merged, conflicts } = mergeDrafts(base, mine, patch(base, 'b1', { text: 'Inaczej?' }))

    expect(conflicts).toEqual([])
    expect(merged).toEqual(patch(mine, 'b1', { text: 'Inaczej?' }))
  })

  it('who add different questions under one key have both, and rules of mine speak of mine', () => {
    const place = { sectionKey: 'a', index: 3 }
    const own = addQuestion(base, { ...number('nowe'), text: 'Ile?' }, place)
    const mine = patch(own, 'b1', { visibleIf: 'nowe > 3', text: 'Co {nowe}?' })
    const theirs = addQuestion(base, { ...single('nowe', ['1']), text: 'Kto?' }, place)
    const { merged, conflicts } = mergeDrafts(base, mine, theirs)

    expect(conflicts).toEqual([])
    expect(questionOf(merged, 'nowe')?.text).toBe('Kto?')
    expect(questionOf(merged, 'nowe_2')?.text).toBe('Ile?')
    expect(questionOf(merged, 'b1')).toMatchObject({ visibleIf: 'nowe_2 > 3', text: 'Co {nowe_2}?' })
  })

  it('of whom one is the same person some words earlier have no question twice', () => {
    const place = { sectionKey: 'a', index: 0 }
    const theirs = addQuestion(base, { ...number('nowe'), text: 'Ile osób' }, place)
    const mine = addQuestion(base, { ...number('nowe'), text: 'Ile osób mieszka?' }, place)
    const { merged, conflicts } = mergeDrafts(base, mine, theirs)

    expect(keysOf(merged)).toEqual(keysOf(mine))
    expect(conflicts.map(brief)).toEqual(['VALUE nowe text'])
  })

  it('of whom one changes the type and the other the options have a question of one type', () => {
    const mine = changeQuestion(base, 'a1', (question) => changeType(question, 'NUMBER'))
    const theirs = patch(base, 'a1', { text: 'Ich?', options: [{ code: '7', label: 'siedem' }] })
    const { merged, conflicts } = mergeDrafts(base, mine, theirs)

    expect(conflicts.map(brief)).toEqual(['VALUE a1 type'])
    expect(questionOf(merged, 'a1')).toEqual(questionOf(theirs, 'a1'))
    const [conflict] = conflicts
    expect(conflict && questionOf(takeMine(merged, conflict), 'a1')).toEqual({
      ...questionOf(mine, 'a1'),
      text: 'Ich?',
    })
  })

  it('of whom one makes a roster of a question and the other changes its options have the roster with its questions', () => {
    const mine = changeQuestion(base, 'a1', (question) => changeType(question, 'ROSTER'))
    const theirs = patch(base, 'a1', { text: 'Ich?', options: [{ code: '7', label: 'siedem' }] })
    const { merged, conflicts } = mergeDrafts(base, mine, theirs)

    expect(questionOf(merged, 'a1')).toEqual({ ...questionOf(mine, 'a1'), text: 'Ich?' })
    expect(conflicts.map(({ kind, place, theirs: other }) => [kind, place.path, other])).toEqual([
      ['VALUE', ['type'], { type: 'SINGLE', options: [{ code: '7', label: 'siedem' }] }],
    ])
    expect(conflicts.reduce(takeMine, merged)).toEqual(merged)
  })

  it('who put rosters into each other have them as the other has', () => {
    const start = aQuestionnaire([roster('one', [number('n1')]), roster('two', [number('n2')])])
    const mine = moveQuestion(start, 'one', { sectionKey: 'main', rosterKey: 'two', index: 0 })
    const theirs = moveQuestion(start, 'two', { sectionKey: 'main', rosterKey: 'one', index: 0 })
    const { merged, conflicts } = mergeDrafts(start, mine, theirs)

    expect(merged).toEqual(theirs)
    expect(conflicts.map(brief)).toEqual(['PLACE one'])
  })

  it('who put rosters too deep together have the innermost at the end of its section', () => {
    const start = aQuestionnaire([roster('one', [number('n1')]), roster('two', [number('n2')])])
    const mine = addQuestion(start, roster('new', [number('n3')]), {
      sectionKey: 'main',
      rosterKey: 'two',
      index: 0,
    })
    const theirs = moveQuestion(start, 'two', { sectionKey: 'main', rosterKey: 'one', index: 0 })
    const { merged } = mergeDrafts(start, mine, theirs)

    expect(placeOf(merged, 'new')).toEqual({ sectionKey: 'main', index: 1 })
    expect(parseQuestionnaire(merged)).toEqual(merged)
  })

  it('can have mine back wherever theirs stayed', () => {
    const cases: readonly (readonly [Questionnaire, Questionnaire])[] = [
      [patch(base, 'a1', { text: 'M' }), patch(base, 'a1', { text: 'T' })],
      [
        patch(base, 'a1', { options: [{ code: '1', label: 'M' }] }),
        patch(base, 'a1', { options: [{ code: '1', label: 'T' }] }),
      ],
      [changeFacts(base, { title: 'M' }), changeFacts(base, { title: 'T' })],
      [
        changeSection(base, 'c', (one) => ({ ...one, translations: { en: { title: 'M' } } })),
        changeSection(base, 'c', (one) => ({ ...one, translations: { en: { title: 'T' } } })),
      ],
      [removeQuestion(base, 'a2'), patch(base, 'a2', { text: 'T' })],
      [removeSection(base, 'a'), changeSection(base, 'a', (one) => ({ ...one, title: 'T' }))],
      [
        moveQuestion(base, 'a1', { sectionKey: 'c', index: 0 }),
        moveQuestion(base, 'a1', { sectionKey: 'b', index: 0 }),
      ],
      [
        moveQuestion(base, 'a1', { sectionKey: 'a', index: 1 }),
        moveQuestion(base, 'a1', { sectionKey: 'a', index: 2 }),
      ],
      [
        patch(base, 'a1', { options: ['2', '1', '3'].map((code) => ({ code, label: code })) }),
        patch(base, 'a1', { options: ['3', '2', '1'].map((code) => ({ code, label: code })) }),
      ],
      [
        { ...base, lists: { SC: { label: 'M', options: base.lists['SC']?.options ?? [] } } },
        { ...base, lists: { SC: { label: 'T', options: base.lists['SC']?.options ?? [] } } },
      ],
    ]
    for (const [mine, theirs] of cases) {
      const { merged, conflicts } = mergeDrafts(base, mine, theirs)

      expect(merged).toEqual(theirs)
      expect(conflicts.map(brief)).toHaveLength(1)
      expect(conflicts.reduce(takeMine, merged)).toEqual(mine)
      expect(conflicts.reduce(takeTheirs, merged)).toEqual(theirs)
    }
  })

  it('can have theirs wherever mine stayed because the other side took it out', () => {
    const helped = patch(base, 'a1', { help: 'Pomoc' })
    const cases: readonly (readonly [Questionnaire, Questionnaire, Questionnaire])[] = [
      [base, patch(base, 'a2', { text: 'M' }), removeQuestion(base, 'a2')],
      [base, changeSection(base, 'a', (one) => ({ ...one, title: 'M' })), removeSection(base, 'a')],
      [helped, patch(helped, 'a1', { help: 'M' }), base],
      [
        base,
        patch(base, 'a1', { options: ['1', '2', '3'].map((code) => ({ code, label: `${code} M` })) }),
        patch(base, 'a1', { options: ['1', '2'].map((code) => ({ code, label: code })) }),
      ],
    ]
    for (const [start, mine, theirs] of cases) {
      const { merged, conflicts } = mergeDrafts(start, mine, theirs)

      expect(conflicts).toHaveLength(1)
      expect(conflicts.reduce(takeMine, merged)).toEqual(merged)
      expect(conflicts.reduce(takeTheirs, merged)).not.toEqual(merged)
    }
    const [start, mine, theirs] = cases[0] ?? []
    if (!start || !mine || !theirs) throw new Error('no case')
    const { merged, conflicts } = mergeDrafts(start, mine, theirs)
    expect(conflicts.reduce(takeTheirs, merged)).toEqual(theirs)
  })

  it('have a document with a key twice as the other has it, and mine is not lost', () => {
    const broken = aQuestionnaire([number('x'), number('x')])
    const mine = { ...broken, sections: [aSection('main', [number('x')])] }
    const theirs = { ...broken, sections: [aSection('main', [number('y')])] }
    const { merged, conflicts } = mergeDrafts(broken, mine, theirs)

    expect(merged.sections).toEqual(theirs.sections)
    expect(conflicts.map(({ mine: kept }) => kept)).toEqual([mine.sections])
  })

  it('of whom one renames a key and the other rewords a third question have rules that hold', () => {
    const start = patch(base, 'b1', { visibleIf: "a1 = '1'" })
    const { merged, conflicts } = mergeDrafts(
      start,
      renameKey(start, 'a1', 'pierwsze'),
      patch(start, 'b1', { text: 'T' }),
    )

    expect(conflicts).toEqual([])
    expect(questionOf(merged, 'b1')).toMatchObject({ visibleIf: "pierwsze = '1'", text: 'T' })
  })
})
