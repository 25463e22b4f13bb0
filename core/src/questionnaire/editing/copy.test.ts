import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aQuestionnaire, aSection, calculated, number, roster, single } from '../../testing/questionnaires.ts'
import { aRandomQuestionnaire } from '../../testing/random-questionnaire.ts'
import { placeIn } from '../../testing/random-edits.ts'
import { questionnaireLibrary } from '../library/index.ts'
import {
  checkRules,
  everyQuestion,
  findDefects,
  optionsOf,
  parseQuestionnaire,
  rowsOf,
  type Questionnaire,
} from '../index.ts'
import { addRefusal, copyQuestion, copyQuestions, duplicateQuestion, placeOf, questionOf } from './index.ts'

const keysOf = (questionnaire: Questionnaire) => everyQuestion(questionnaire).map(({ key }) => key)
const aDocument = fc.oneof(aRandomQuestionnaire, fc.constantFrom(...questionnaireLibrary))
const three = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999))

describe('copying from another questionnaire', () => {
  it('leaves nothing that hangs in the air, and what was there as it was', () => {
    let copied = 0
    fc.assert(
      fc.property(
        aDocument,
        aDocument,
        fc.array(fc.nat(999), { minLength: 1, maxLength: 6 }),
        three,
        (from, into, picks, numbers) => {
          const all = keysOf(from)
          const keys = picks.map((pick) => all[pick % all.length] ?? '')
          const broken = findDefects(from)
          const {
            questionnaire,
            keys: copies,
            dropped,
          } = copyQuestions(from, keys, into, placeIn(into, numbers))
          copied += copies.length

          expect(broken).toEqual([])
          expect(checkRules(questionnaire).flatMap(({ problems }) => problems)).toEqual([])
          expect(keysOf(questionnaire)).toEqual([...new Set(keysOf(questionnaire))])
          expect(parseQuestionnaire(JSON.parse(JSON.stringify(questionnaire)))).toEqual(questionnaire)
          for (const question of everyQuestion(into))
            if (question.type !== 'ROSTER') expect(questionOf(questionnaire, question.key)).toBe(question)
          if (copies.length === 0) expect(dropped).not.toEqual([])
        },
      ),
      { numRuns: 120 },
    )
    expect(copied).toBeGreaterThan(60)
  })

  it('gives each copy the answers and rows that it had', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questionnaireLibrary), aDocument, three, (from, into, numbers) => {
        const all = keysOf(from)
        const key = all[numbers[0] % all.length] ?? ''
        const { questionnaire, keys } = copyQuestion(from, key, into, placeIn(into, numbers))
        const [before, after] = [questionOf(from, key), questionOf(questionnaire, keys[0] ?? '')]
        if (before === null || after === null) return

        expect(after.text).toBe(before.text)
        expect(optionsOf(questionnaire, after)).toEqual(optionsOf(from, before))
        expect(rowsOf(questionnaire, after)).toEqual(rowsOf(from, before))
      }),
      { numRuns: 100 },
    )
  })

  it('takes rules along that speak of other copies, under their new keys', () => {
    const from = aQuestionnaire([
      single('q', ['1', '2']),
      number('x', { visibleIf: "q = '2'", text: 'Ile: {q}?' }),
      roster('r', [number('y', { requiredIf: 'x > 1 and y > 0' })]),
    ])
    const into = aQuestionnaire([number('q'), number('x')])
    const { questionnaire, keys, dropped } = copyQuestions(from, ['q', 'x', 'r', 'y'], into, {
      sectionKey: 'main',
      index: 1,
    })

    expect(dropped).toEqual([])
    expect(keys).toEqual(['q_2', 'x_2', 'r'])
    expect(keysOf(questionnaire)).toEqual(['q', 'q_2', 'x_2', 'r', 'y', 'x'])
    expect(questionOf(questionnaire, 'x_2')).toMatchObject({ visibleIf: "q_2 = '2'", text: 'Ile: {q_2}?' })
    expect(questionOf(questionnaire, 'y')?.requiredIf).toBe('x_2 > 1 and y > 0')
  })

  it('says which rules it left out and why', () => {
    const from = aQuestionnaire([
      { ...single('q', ['1', '2']), text: 'Czy Pan/Pani pracuje?' },
      { ...number('late'), text: 'Ile godzin?' },
      number('x', { text: 'Gdzie? {late}', visibleIf: "q = '1'", requiredIf: 'late > 2' }),
      calculated('c', 'late + 1'),
    ])
    const into = aQuestionnaire([{ ...single('q', ['1', '2']), text: 'Czy ma Pan/Pani dzieci?' }])
    const place = { sectionKey: 'main', index: 1 }
    const { questionnaire, dropped } = copyQuestion(from, 'x', into, place)

    expect(questionOf(questionnaire, 'x')).toEqual({ key: 'x', type: 'NUMBER', text: 'Gdzie? …' })
    expect(dropped).toEqual([
      'Pytanie „Gdzie? {late}”: pominięto odpowiedź wstawioną w treść, bo w tym kwestionariuszu nie ma pytania „Ile godzin?”.',
      'Pytanie „Gdzie? {late}”: pominięto warunek pokazania (odpowiedź na pytanie „Czy Pan/Pani pracuje?” to „1”), bo w tym kwestionariuszu zamiast pytania „Czy Pan/Pani pracuje?” stoi inne: „Czy ma Pan/Pani dzieci?”.',
      'Pytanie „Gdzie? {late}”: pominięto warunek obowiązkowości (odpowiedź na pytanie „Ile godzin?” jest większa niż 2), bo w tym kwestionariuszu nie ma pytania „Ile godzin?”.',
    ])
    expect(copyQuestion(from, 'c', into, place)).toEqual({
      questionnaire: into,
      keys: [],
      dropped: ['Nie skopiowano obliczenia „c”, bo w tym kwestionariuszu nie ma pytania „Ile godzin?”.'],
    })
  })

  it('brings shared lists, uses the same one again, and renames one of the same name with other content', () => {
    const list = (...labels: readonly string[]) => ({
      label: 'Lista',
      options: labels.map((label, index) => ({ code: String(index + 1), label })),
    })
    const asking = (key: string) => ({ key, type: 'SINGLE' as const, text: `${key}?`, list: 'CL_A' })
    const from = aQuestionnaire(
      [
        asking('a'),
        {
          key: 't',
          type: 'MATRIX_SINGLE',
          text: 't?',
          rowsList: 'CL_A',
          options: [{ code: '1', label: '1' }],
        },
      ],
      {
        lists: { CL_A: list('x', 'y'), CL_B: list('z') },
      },
    )
    const place = { sectionKey: 'main', index: 0 }
    const alone = copyQuestion(from, 'a', aQuestionnaire([number('n')]), place).questionnaire
    const same = copyQuestion(
      from,
      'a',
      aQuestionnaire([asking('n')], { lists: from.lists }),
      place,
    ).questionnaire
    const other = copyQuestions(
      from,
      ['a', 't'],
      aQuestionnaire([asking('n')], { lists: { CL_A: list('inne') } }),
      place,
    ).questionnaire
    const again = copyQuestion(from, 'a', other, place, 'a_nowe').questionnaire

    expect(alone.lists).toEqual({ CL_A: from.lists['CL_A'] })
    expect(same.lists).toBe(from.lists)
    expect(Object.keys(other.lists)).toEqual(['CL_A', 'CL_A_2'])
    expect(questionOf(other, 'a')).toMatchObject({ list: 'CL_A_2' })
    expect(questionOf(other, 't')).toMatchObject({ rowsList: 'CL_A_2' })
    expect(again.lists).toBe(other.lists)
    expect(questionOf(again, 'a_nowe')).toMatchObject({ list: 'CL_A_2' })
  })

  it('gives a copy options of its own where labels of a list hold answers', () => {
    const options = [
      { code: '1', label: 'mniej niż {n}' },
      { code: '2', label: 'więcej niż {m}', translations: { en: { label: '> {n}' } } },
    ]
    const from = aQuestionnaire(
      [number('n'), number('m'), { key: 'a', type: 'SINGLE', text: 'a?', list: 'CL_N' }],
      {
        lists: { CL_N: { label: 'Porównania', options } },
      },
    )
    const place = { sectionKey: 'main', index: 0 }
    const { questionnaire } = copyQuestions(
      from,
      ['n', 'a'],
      aQuestionnaire([{ ...number('n'), text: 'Inne?' }]),
      place,
    )

    expect(questionnaire.lists).toEqual({})
    expect(questionOf(questionnaire, 'a')).toMatchObject({
      options: [
        { code: '1', label: 'mniej niż {n_2}' },
        { code: '2', label: 'więcej niż …', translations: { en: { label: '> {n_2}' } } },
      ],
    })
  })

  it('makes room among a hundred lists by leaving out idle ones, and says so when there is none', () => {
    const names = Array.from({ length: 100 }, (_, index) => `CL_${index}`)
    const lists = Object.fromEntries(
      names.map((name) => [name, { label: name, options: [{ code: '1', label: name }] }]),
    )
    const users = names.map((name, index) => ({
      key: `q${index}`,
      type: 'SINGLE' as const,
      text: '?',
      list: name,
    }))
    const from = aQuestionnaire([{ key: 'nowe', type: 'SINGLE', text: '?', list: 'CL_X' }], {
      lists: { CL_X: { label: 'X', options: [{ code: '1', label: 'x' }] } },
    })
    const place = { sectionKey: 'main', index: 0 }

    expect(
      Object.keys(
        copyQuestion(from, 'nowe', aQuestionnaire(users.slice(1), { lists }), place).questionnaire.lists,
      ),
    ).toHaveLength(100)
    expect(copyQuestion(from, 'nowe', aQuestionnaire(users, { lists }), place).dropped).toEqual([
      'Kwestionariusz ma już najwięcej wspólnych list, ile może mieć: 100.',
    ])
  })

  it('is refused with the reason where there is no room or place', () => {
    const document = aQuestionnaire([aSection('main', [roster('a', [roster('b', [number('c')])])])])
    const inB = { sectionKey: 'main', rosterKey: 'b', index: 0 }

    expect(copyQuestion(document, 'a', document, inB).dropped).toEqual([
      'Grupa powtarzana może zawierać jeszcze jedną grupę, ale nie głębiej.',
    ])
    expect(copyQuestion(document, 'a', document, { sectionKey: 'brak', index: 0 }).questionnaire).toBe(
      document,
    )
    expect(addRefusal(document, number('c'), { sectionKey: 'main', index: 0 })).toContain('„c”')
  })
})

describe('a duplicate', () => {
  it('stands after the original, speaks of itself, and is neither locked nor an heir', () => {
    const document = aQuestionnaire([
      number('n'),
      roster(
        'r',
        [
          number('x'),
          number('y', { visibleIf: 'x > n', constraint: [{ expression: 'this > x', message: 'Za mało.' }] }),
        ],
        { core: true },
      ),
      number('z'),
    ])
    const after = duplicateQuestion(document, 'r', 'kopia')

    expect(keysOf(after)).toEqual(['n', 'r', 'x', 'y', 'kopia', 'x_2', 'y_2', 'z'])
    expect(questionOf(after, 'kopia')).not.toHaveProperty('core')
    expect(questionOf(after, 'y_2')).toMatchObject({
      visibleIf: 'x_2 > n',
      constraint: [{ expression: 'this > x_2' }],
    })
    expect(findDefects(after)).toEqual([])
    expect(placeOf(duplicateQuestion(document, 'y', 'y2'), 'y2')).toEqual({
      sectionKey: 'main',
      rosterKey: 'r',
      index: 2,
    })
    expect(duplicateQuestion(document, 'n', 'z')).toBe(document)
  })
})
