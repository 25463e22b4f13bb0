import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aQuestionnaire, multi, number, roster, single } from '../../testing/questionnaires.ts'
import { aRandomQuestionnaire } from '../../testing/random-questionnaire.ts'
import { questionnaireLibrary } from '../library/index.ts'
import {
  everyQuestion,
  findDefects,
  optionsOf,
  parseQuestionnaire,
  QUESTION_TYPES,
  rowsOf,
  type Option,
  type Question,
} from '../index.ts'
import {
  changeQuestion,
  changeType,
  newQuestion,
  ownOptions,
  ownRows,
  pasteOptions,
  questionOf,
} from './index.ts'

const short = (options: readonly Option[]) =>
  options.map(({ code, label, ...flags }) => [code, label, ...Object.keys(flags)].join(' · '))

describe('pasted options', () => {
  it('are a label a line, without bullets and numbers, with codes in order', () => {
    expect(short(pasteOptions('• dom kultury\r\n- biblioteka\n\n  – świetlica  \n', []))).toEqual([
      '1 · dom kultury',
      '2 · biblioteka',
      '3 · świetlica',
    ])
    expect(short(pasteOptions('1. raz w tygodniu\n2) raz w miesiącu\nc) rzadziej', []))).toEqual([
      '1 · raz w tygodniu',
      '2 · raz w miesiącu',
      '3 · rzadziej',
    ])
    expect(short(pasteOptions('60–64 lata\n65–69 lat\n70+\n2.5 km', []))).toEqual([
      '1 · 60–64 lata',
      '2 · 65–69 lat',
      '3 · 70+',
      '4 · 2.5 km',
    ])
    expect(short(pasteOptions('parter\n1. piętro\nwyżej', []))).toEqual([
      '1 · parter',
      '2 · 1. piętro',
      '3 · wyżej',
    ])
  })

  it('know what usual last answers mean', () => {
    const text =
      'Sąsiedzi\nInne, jakie? ______\nŻadne z powyższych\nNie wiem / trudno powiedzieć\nWolę nie odpowiadać.\nNie dotyczy'

    expect(short(pasteOptions(text, []))).toEqual([
      '1 · Sąsiedzi',
      '2 · Inne, jakie? · allowsText',
      '3 · Żadne z powyższych · exclusive',
      '-98 · Nie wiem / trudno powiedzieć',
      '-99 · Wolę nie odpowiadać.',
      '-97 · Nie dotyczy',
    ])
  })

  it.each([
    ['inne', ['allowsText']],
    ['inna usługa, jaka?', ['allowsText']],
    ['co innego, co?', ['allowsText']],
    ['Inna (proszę podać)', ['allowsText']],
    ['nic z tych rzeczy', ['exclusive']],
    ['żadne z tych zajęć', ['exclusive']],
    ['inne usługi opiekuńcze w domu', []],
    ['nie wiem, jakie są usługi', []],
    ['innowacje', []],
  ])('read „%s” as it is meant', (label, flags) => {
    const [option] = pasteOptions(label, [])

    expect(option?.code).toBe('1')
    expect(Object.keys(option ?? {}).slice(2)).toEqual(flags)
  })

  it('keep the option of a label that is there, and give no new one a code that meant something', () => {
    const existing: readonly Option[] = [
      { code: '1', label: 'Tak', value: 1, translations: { en: { label: 'Yes' } } },
      { code: '5', label: 'Czasem' },
      { code: '-98', label: 'Nie wiem' },
    ]
    const pasted = pasteOptions('nie wiem\nNowa\n tak \nTrudno powiedzieć', existing)

    expect(pasted[0]).toBe(existing[2])
    expect(pasted[2]).toBe(existing[0])
    expect(short(pasted.filter((option) => !existing.includes(option)))).toEqual([
      '6 · Nowa',
      '7 · Trudno powiedzieć',
    ])
  })

  it('take a code before a tabulator', () => {
    const existing = [{ code: 'DOM', label: 'w domu', value: 3 }]

    expect(pasteOptions('DOM\tu siebie\nSZKOLA\tw szkole\nzły kod\tgdzieś\nDOM\tznowu', existing)).toEqual([
      { code: 'DOM', label: 'u siebie', value: 3 },
      { code: 'SZKOLA', label: 'w szkole' },
      { code: '1', label: 'zły kod gdzieś' },
      { code: '2', label: 'znowu' },
    ])
  })

  it('are options of a document that reads, whatever was pasted', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 400 }),
            fc.constantFrom('inne', '1\ta', 'nie wiem', '- '),
          ),
          { maxLength: 10 },
        ),
        fc.constantFrom([], [{ code: '1', label: 'a' }], [{ code: '-98', label: 'nie wiem' }]),
        (lines, existing) => {
          const options = pasteOptions(lines.join('\n'), existing)
          const codes = options.map(({ code }) => code)
          const document = aQuestionnaire([{ key: 'q', type: 'MULTI', text: '?', options }])

          expect(codes).toEqual([...new Set(codes)])
          expect(parseQuestionnaire(document)).toEqual(document)
          expect(pasteOptions(options.map(({ label }) => label).join('\n'), options)).toHaveLength(
            new Set(options.map(({ label }) => label)).size,
          )
        },
      ),
    )
  })
})

describe('own options', () => {
  it('are what the question showed, and no list any more', () => {
    for (const document of questionnaireLibrary)
      for (const question of everyQuestion(document)) {
        const own = ownRows(ownOptions(document, question.key), question.key)
        const after = questionOf(own, question.key)
        if (after === null) throw new Error(question.key)

        expect(optionsOf(own, after)).toEqual(optionsOf(document, question))
        expect(rowsOf(own, after)).toEqual(rowsOf(document, question))
        for (const name of ['list', 'only', 'rowsList', 'onlyRows']) expect(after).not.toHaveProperty(name)
        expect(findDefects(own)).toEqual([])
      }
  })
})

describe('another type', () => {
  it('gives a question that reads, has no defect by itself, and keeps its words', () => {
    const types = fc.constantFrom(...QUESTION_TYPES)
    fc.assert(
      fc.property(
        fc.oneof(aRandomQuestionnaire, fc.constantFrom(...questionnaireLibrary)),
        fc.nat(500),
        types,
        types,
        (document, number, one, other) => {
          const questions = everyQuestion(document)
          const question = questions[number % questions.length] as Question
          const changed = changeType(changeType(question, one, document.lists), other, document.lists)
          const alone = aQuestionnaire([{ ...changed, visibleIf: undefined, requiredIf: undefined }], {
            lists: document.lists,
          })
          const isOfQuestion = (message: string) =>
            !/warunku|regule|obliczeniu|klamrowych|rodzaj/.test(message)

          expect(changed).toMatchObject({ key: question.key, text: question.text, type: other })
          expect(changed.visibleIf).toBe(question.visibleIf)
          expect(parseQuestionnaire(alone).sections).toHaveLength(1)
          if (question.text !== '')
            expect(
              findDefects(alone)
                .map(({ message }) => message)
                .filter(isOfQuestion)
                .filter(
                  (message) => !/ani jednego pytania|wolę nie odpowiadać|obowiązkowe|do wyboru/.test(message),
                ),
            ).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })

  it('keeps what still makes sense and no more', () => {
    const question: Question = {
      ...single('q', ['1', '2', '7', '-98'], {
        required: true,
        help: 'Pomoc',
        visibleIf: 'x > 1',
        constraint: [{ expression: "this != '1'", message: 'Nie.' }],
      }),
      crosswalk: { from: 'old', codes: {} },
      translations: { en: { text: 'q?' } },
    }
    const common = {
      key: 'q',
      text: 'q?',
      help: 'Pomoc',
      visibleIf: 'x > 1',
      translations: { en: { text: 'q?' } },
    }
    const options = ['1', '2', '7', '-98'].map((code) => ({ code, label: code }))

    expect(changeType(question, 'SINGLE')).toBe(question)
    expect(changeType(question, 'MULTI')).toEqual({ ...common, required: true, type: 'MULTI', options })
    expect(changeType(question, 'RANK')).toEqual({ ...common, required: true, type: 'RANK', options, top: 3 })
    expect(changeType(question, 'INFO')).toEqual({ ...common, type: 'INFO' })
    expect(changeType(question, 'SCALE_1_5')).toEqual({
      ...common,
      required: true,
      type: 'SCALE_1_5',
      options: options.filter(({ code }) => code !== '7'),
      constraint: question.constraint,
      minLabel: 'bardzo źle',
      maxLabel: 'bardzo dobrze',
    })
    expect(changeType(changeType(question, 'TEXT_LONG'), 'TEXT_SHORT')).toEqual({
      ...common,
      required: true,
      type: 'TEXT_SHORT',
      maxLength: 200,
    })
    expect(changeType(changeType(question, 'MATRIX_SINGLE'), 'MATRIX_MULTI')).toMatchObject({
      options,
      type: 'MATRIX_MULTI',
    })
    expect(changeType(multi('m', ['1', '2'], { maxChoices: 2 }), 'RANK')).toMatchObject({ top: 2 })
    expect(
      changeType(number('n', { constraint: [{ expression: 'this > 3', message: 'Nie.' }] }), 'DATE_YEAR'),
    ).toEqual({
      ...number('n', { constraint: [{ expression: 'this > 3', message: 'Nie.' }] }),
      type: 'DATE_YEAR',
      min: 1900,
      max: 2100,
    })
    expect(changeType(roster('r', [number('x')]), 'SINGLE')).toEqual({
      ...newQuestion('SINGLE', 'r'),
      text: 'r?',
    })
  })

  it('takes points of a scale out of a shared list, and is no table with a text in it', () => {
    const lists = {
      SC: {
        label: 'Skala',
        options: [
          { code: '1', label: 'źle' },
          { code: 'X', label: 'x' },
          { code: '-98', label: 'nie wiem' },
        ],
      },
    }
    const listed: Question = { key: 'q', type: 'SINGLE', text: 'q?', list: 'SC' }
    const other: Question = {
      key: 'o',
      type: 'MULTI',
      text: 'o?',
      options: [{ code: '1', label: 'inne', allowsText: true }],
    }

    expect(changeType(listed, 'SCALE_0_10', lists)).toMatchObject({
      options: [{ code: '1', label: 'źle' }, { code: '-98' }],
    })
    expect(changeType(listed, 'MULTI', lists)).toEqual({ ...listed, type: 'MULTI' })
    expect(changeType(other, 'MATRIX_MULTI')).toMatchObject({ options: [{ code: '1', label: 'inne' }] })
    expect(JSON.stringify(changeType(other, 'MATRIX_MULTI'))).not.toContain('allowsText')
    const shared = { CL: { label: 'Lista', options: [{ code: '1', label: 'inne', allowsText: true }] } }
    expect(changeType({ ...listed, list: 'CL' }, 'MATRIX_MULTI', shared)).toMatchObject({
      options: [{ code: '1', label: 'inne' }],
    })
  })

  it('is not made within rosters that would stand too deep', () => {
    const document = aQuestionnaire([roster('a', [roster('b', [number('c')])])])
    const change = (question: Question) => changeType(question, 'ROSTER')

    expect(changeQuestion(document, 'c', change)).toBe(document)
  })
})
