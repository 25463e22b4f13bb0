import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, keepVisibleAnswers, type Answers, type Question } from '../questionnaire/index.ts'
import { checkAnswers, fittingAnswers } from '../response/index.ts'
import { typeSheet } from '../testing/entry-keys.ts'
import {
  aQuestionnaire,
  matrix,
  multi,
  number,
  options,
  roster,
  single,
  when,
  yesNo,
} from '../testing/questionnaires.ts'
import { aRandomQuestionnaire, someAnswersTo } from '../testing/random-questionnaire.ts'
import {
  currentPlace,
  findLocalities,
  goTo,
  keepEntry,
  openEntry,
  pickOption,
  press,
  skippedBefore,
  summaryOf,
  violationsAt,
  write,
  type Entry,
  type EntrySetting,
  type KeptEntry,
} from './index.ts'

const TODAY = '2026-11-22'
const LOCALITIES = ['Wola', 'Wola Jachowa', 'Łąki', 'Laki', 'Nowa Wieś'].map((name, index) => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  name,
}))
const localityIds = LOCALITIES.map(({ id }) => id)
const settingOf = (questions: readonly Question[]): EntrySetting => ({
  compiled: compile(aQuestionnaire(questions)),
  localities: LOCALITIES,
  today: TODAY,
})
const typed = (questions: readonly Question[], keys: string | readonly string[], from?: Entry): Entry =>
  [...keys].reduce(press, from ?? openEntry(settingOf(questions)))
const answersOf = (entry: Entry) => entry.form.state.given
const standsAt = (entry: Entry) => currentPlace(entry).answerPath.join('.')
const codes = (count: number) => Array.from({ length: count }, (_, index) => `c${index + 1}`)

describe('a single choice', () => {
  const questions = [single('a', ['x', 'y', '-98', '-99']), yesNo('b')]

  it('is entered by one digit, and the clerk stands at the next question', () => {
    const entry = typed(questions, '2')
    expect([answersOf(entry), standsAt(entry)]).toEqual([{ a: 'y' }, 'b'])
  })

  it.each([
    ['*', '-98'],
    ['n', '-98'],
    ['-', '-99'],
    ['o', '-99'],
  ])('has the key %s for %s', (key, code) => {
    expect(answersOf(typed(questions, key))).toEqual({ a: code })
  })

  it('has no key for a special code that it does not offer', () => {
    const entry = typed(questions, '/')
    expect([answersOf(entry), standsAt(entry), entry.note?.kind]).toEqual([{}, 'a', 'unknownKey'])
  })

  it('says when there is no such number, and shifts nothing', () => {
    const entry = typed(questions, '7')
    expect([answersOf(entry), standsAt(entry), entry.note]).toEqual([
      {},
      'a',
      { kind: 'unknownNumber', typed: '7' },
    ])
  })

  it('is not passed by Enter before it is answered or left blank on purpose', () => {
    expect(typed(questions, ['Enter']).note?.kind).toBe('needsAnswer')
    const blank = typed(questions, '.')
    expect([standsAt(blank), standsAt(typed(questions, ['Backspace', 'Enter'], blank))]).toEqual(['b', 'b'])
  })

  it('is corrected by going back, and everything else stands', () => {
    const entry = typed(questions, ['1', '2', 'ArrowUp', 'ArrowUp', '2'])
    expect([answersOf(entry), standsAt(entry)]).toEqual([{ a: 'y', b: 'no' }, 'b'])
  })

  it('can be clicked', () => {
    expect(answersOf(pickOption(openEntry(settingOf(questions)), 'y'))).toEqual({ a: 'y' })
  })
})

describe('numbers of two digits', () => {
  const questions = [single('a', codes(14)), yesNo('b')]

  it('are waited for only where a longer one exists', () => {
    expect([standsAt(typed(questions, '2')), standsAt(typed(questions, '1'))]).toEqual(['b', 'a'])
    expect(answersOf(typed(questions, '12'))).toEqual({ a: 'c12' })
    expect(answersOf(typed(questions, ['1', 'Enter']))).toEqual({ a: 'c1' })
  })

  it('are points of a scale from 0 to 10', () => {
    const scale: Question = { key: 's', type: 'SCALE_0_10', text: 'Ile?' }
    expect(['0', '9', '10'].map((keys) => answersOf(typed([scale], keys)).s)).toEqual(['0', '9', '10'])
    expect(answersOf(typed([scale], ['1', 'Enter'])).s).toBe('1')
  })
})

describe('several choices', () => {
  const questions = [
    { ...multi('m', []), options: [...options('x', 'y'), { code: 'none', label: 'nic', exclusive: true }] },
    yesNo('b'),
  ] as Question[]

  it('are ticked and unticked by digits, and Enter goes on', () => {
    const entry = typed(questions, ['1', '2', '1', 'Enter'])
    expect([answersOf(entry), standsAt(entry)]).toEqual([{ m: ['y'] }, 'b'])
  })

  it('are ruled out by an exclusive one, and rule it out', () => {
    expect(answersOf(typed(questions, '123'))).toEqual({ m: ['none'] })
    expect(answersOf(typed(questions, '32'))).toEqual({ m: ['y'] })
  })
})

describe('a ranking', () => {
  const questions: Question[] = [
    { key: 'r', type: 'RANK', text: 'Co najważniejsze?', top: 2, options: options('x', 'y', 'z') },
    yesNo('b'),
  ]

  it('takes digits in order and goes on by itself when it is full', () => {
    const entry = typed(questions, '31')
    expect([answersOf(entry), standsAt(entry)]).toEqual([{ r: ['z', 'x'] }, 'b'])
  })

  it('takes no more than fit', () => {
    const entry = typed(questions, ['3', '1', 'ArrowUp', '2'])
    expect([answersOf(entry), entry.note]).toEqual([{ r: ['z', 'x'] }, { kind: 'rankFull', top: 2 }])
  })
})

it('a matrix goes row by row', () => {
  const entry = typed([matrix('m', ['r1', 'r2', 'r3'], ['x', 'y']), yesNo('b')], '2.1')
  expect([answersOf(entry), standsAt(entry)]).toEqual([{ m: { r1: 'y', r3: 'x' } }, 'b'])
})

describe('numbers and texts', () => {
  const year: Question = { key: 'y', type: 'DATE_YEAR', text: 'Rok?' }
  const text: Question = { key: 't', type: 'TEXT_LONG', text: 'Co?' }

  it('are entered by Enter', () => {
    const entry = typed([year, text], ['1', '9', '5', '4', 'Enter', 'a', 'b', 'Enter'])
    expect([answersOf(entry), standsAt(entry)]).toEqual([{ y: 1954, t: 'ab' }, ''])
  })

  it('stay with a message when they are out of bounds, and go on when the clerk insists', () => {
    const [once, twice] = [1, 2].map((times) => {
      return typed([year, text], ['3', 'Enter', ...Array<string>(times - 1).fill('Enter')])
    })
    expect([once && standsAt(once), once?.note?.kind, twice && standsAt(twice)]).toEqual(['y', 'faulty', 't'])
    expect(once && violationsAt(once, currentPlace(once)).map(({ code }) => code)).toEqual(['OUT_OF_RANGE'])
  })

  it('may have decimals, a sign, or a special code', () => {
    const question = { ...number('n'), decimals: 2 } as Question
    expect(answersOf(typed([question], ['-', '2', ',', '5', 'Enter']))).toEqual({ n: -2.5 })
    expect(answersOf(typed([question], '*'))).toEqual({ n: '-98' })
    expect(answersOf(typed([{ ...question, min: 0 } as Question], '-'))).toEqual({ n: '-99' })
  })

  it('keep what stands when the clerk passes them again', () => {
    const entry = typed([text], ['a', 'Enter', 'ArrowUp', 'b', 'Enter', 'ArrowUp', 'ArrowDown'])
    expect(answersOf(entry)).toEqual({ t: 'ab' })
  })

  it('come whole from the box of the page', () => {
    const entry = press(write(openEntry(settingOf([text])), 'Ławka przed przychodnią'), 'Enter')
    expect(answersOf(entry)).toEqual({ t: 'Ławka przed przychodnią' })
  })

  it('stand beside „inne, jakie?” only while that is chosen', () => {
    const other = {
      ...single('o', []),
      options: [...options('x'), { code: 'other', label: 'inne', allowsText: true }],
    } as Question
    const entry = typed([other, yesNo('b')], ['2', 'k', 'o', 't', 'Enter'])
    expect([answersOf(entry), standsAt(entry)]).toEqual([{ o: 'other', 'o.inne': 'kot' }, 'b'])
    expect(standsAt(typed([other, yesNo('b')], '1'))).toBe('b')
  })
})

describe('a locality', () => {
  const locality: Question = { key: 'dem_locality', type: 'LOCALITY', text: 'Gdzie?' }
  const nameOf = (keys: readonly string[]) => {
    const { dem_locality: id } = answersOf(typed([locality], keys))
    return LOCALITIES.find((one) => one.id === id)?.name
  }

  it('is found by a few letters, without marks, by any word of it', () => {
    expect(nameOf(['w', 'o', 'Enter'])).toBe('Wola')
    expect(nameOf(['j', 'a', 'Enter'])).toBe('Wola Jachowa')
    expect(nameOf(['w', 'o', 'ArrowDown', 'Enter'])).toBe('Wola Jachowa')
    expect(findLocalities(settingOf([locality]), 'łąki').map(({ name }) => name)).toEqual(['Łąki', 'Laki'])
  })

  it('that is not there is told, and the letters stay', () => {
    const entry = typed([locality], ['x', 'y', 'Enter'])
    expect([entry.typed, entry.note?.kind]).toEqual(['xy', 'unknownLocality'])
  })
})

describe('a roster', () => {
  const questions = [roster('hh', [number('age'), yesNo('works', 'age >= 18')], { maxItems: 2 }), yesNo('b')]

  it('gets items one after another, each with its own passages', () => {
    const entry = typed(questions, ['+', '7', 'Enter', '+', '4', '0', 'Enter', '1', 'Enter'])
    expect([answersOf(entry), standsAt(entry)]).toEqual([
      { hh: [{ age: 7 }, { age: 40, works: 'yes' }] },
      'b',
    ])
  })

  it('is not forgotten when the clerk jumps over it', () => {
    const entry = press(goTo(openEntry(settingOf(questions)), 'end'), 'Enter')
    expect([standsAt(entry), entry.note?.kind]).toEqual(['hh', 'unseen'])
    expect(summaryOf(typed(questions, ['Enter', '1'])).unseen).toEqual([])
  })

  it('takes no more than it may hold, and gives the last one back', () => {
    const full = typed(questions, ['+', '7', 'Enter', '+', '8', 'Enter', '+'])
    expect(full.note?.kind).toBe('itemsFull')
    const less = press(full, '-')
    expect([answersOf(less), less.note]).toEqual([{ hh: [{ age: 7 }] }, { kind: 'itemRemoved', number: 2 }])
  })
})

describe('what is not asked', () => {
  const questions = [yesNo('car'), yesNo('electric', when('car', 'yes')), yesNo('b')]

  it('is passed over and said so', () => {
    const entry = typed(questions, '2')
    expect(standsAt(entry)).toBe('b')
    expect(skippedBefore(entry, currentPlace(entry)).map(({ key }) => key)).toEqual(['electric'])
  })

  it('can be noted as answered on the paper, and is counted as dropped', () => {
    const entry = typed(questions, '2+1')
    expect([summaryOf(entry).droppedCount, answersOf(entry)]).toEqual([1, { car: 'no', b: 'yes' }])
    expect(summaryOf(typed(questions, '2++1')).droppedCount).toBe(0)
  })

  it('is dropped when a correction hides it, and comes back with the next one', () => {
    const entry = typed(questions, ['1', '2', '1', 'ArrowUp', 'ArrowUp', 'ArrowUp', '2'])
    expect(summaryOf(entry).droppedCount).toBe(1)
    expect(keepVisibleAnswers(aQuestionnaire(questions), answersOf(entry))).toEqual({ car: 'no', b: 'yes' })
    expect(summaryOf(typed(questions, ['ArrowUp', '1'], entry)).droppedCount).toBe(0)
  })
})

describe('the end of a sheet', () => {
  const questions = [yesNo('a'), { ...yesNo('c'), required: true } as Question, yesNo('b')]

  it('sends by Enter when everything is dealt with', () => {
    expect(typed(questions, ['1', '1', '.', 'Enter']).isFinished).toBe(true)
  })

  it('leads back to what is missing', () => {
    const last = goTo(openEntry(settingOf(questions)), 'end')
    const back = press(last, 'Enter')
    expect([standsAt(back), back.note?.kind, back.isFinished]).toEqual(['a', 'unseen', false])
  })

  it('leads back to what is wrong', () => {
    const back = typed(questions, ['1', '.', 'Enter', '.', 'Enter'])
    expect([standsAt(back), back.note?.kind]).toEqual(['c', 'faulty'])
  })

  it('finds the first place nobody has dealt with', () => {
    const entry = typed(questions, ['1', '1', 'ArrowUp', 'ArrowUp', 'End'])
    expect(standsAt(entry)).toBe('b')
  })
})

it('a sheet that was kept opens where it was left, with what was being typed', () => {
  const questions = [yesNo('a'), yesNo('b'), number('c')]
  const entry = typed(questions, '1.12')
  const kept: KeptEntry = JSON.parse(JSON.stringify(keepEntry(entry)))
  const again = openEntry(settingOf(questions), kept)
  expect([standsAt(again), answersOf(again), [...again.blanks]]).toEqual([
    'c',
    { a: 'yes' },
    [...entry.blanks],
  ])
  expect(answersOf(typed(questions, ['5', 'Enter'], again))).toEqual({ a: 'yes', c: 125 })
})

const KEYS = [...'0123456789.,+-*/nodx ', 'Enter', 'Backspace', 'ArrowUp', 'ArrowDown', 'End', 'Escape', 'F5']
const NEVER = [
  'WRONG_SHAPE',
  'UNKNOWN_QUESTION',
  'UNKNOWN_OPTION',
  'UNKNOWN_ROW',
  'DUPLICATE_CHOICE',
  'EXCLUSIVE_CHOICE',
  'UNKNOWN_LOCALITY',
]
/** For a busy machine, in milliseconds. */
const SLOW = 30_000
const someKeys = fc.array(fc.constantFrom(...KEYS), { maxLength: 80 })

describe('of any questionnaire', () => {
  it(
    'any keys leave a sheet whose answers have the right shape and a clerk who stands somewhere',
    () => {
      fc.assert(
        fc.property(aRandomQuestionnaire, someKeys, (questionnaire, keys) => {
          const setting = { compiled: compile(questionnaire), localities: LOCALITIES, today: TODAY }
          const entry = keys.reduce(press, openEntry(setting))
          const codes = checkAnswers(questionnaire, answersOf(entry), { localityIds, today: TODAY }).map(
            ({ code }) => code,
          )
          expect(codes.filter((code) => NEVER.includes(code))).toEqual([])
          expect(entry.places.some(({ id }) => id === entry.at)).toBe(true)
          expect(new Set(entry.places.map(({ id }) => id)).size).toBe(entry.places.length)
          if (entry.isFinished) expect(codes).toEqual([])
        }),
        { numRuns: 100 },
      )
    },
    SLOW,
  )

  it(
    'the fewest keys for some answers give exactly these answers',
    () => {
      const sheets = aRandomQuestionnaire.chain((questionnaire) => {
        const questions = questionnaire.sections.flatMap((section) => section.questions)
        return fc.tuple(fc.constant(questionnaire), someAnswersTo(questions))
      })
      fc.assert(
        fc.property(sheets, ([questionnaire, drawn]) => {
          const context = { localityIds, today: TODAY }
          const given = fittingAnswers(questionnaire, drawn, context)
          const wrong = checkAnswers(questionnaire, given, context)
          fc.pre(wrong.every(({ code }) => !NEVER.includes(code)))
          const setting = { compiled: compile(questionnaire), localities: LOCALITIES, today: TODAY }
          const wanted: Answers = keepVisibleAnswers(questionnaire, given, { today: TODAY })
          const { entry } = typeSheet(setting, wanted)
          expect(keepVisibleAnswers(questionnaire, answersOf(entry), { today: TODAY })).toEqual(wanted)
          expect(summaryOf(entry).unseen).toEqual([])
          expect(summaryOf(entry).droppedCount).toBe(0)
        }),
        { numRuns: 100 },
      )
    },
    SLOW,
  )
})

describe('of a sheet with every type of question', () => {
  const CODES = [...codes(12), 'other', '-98']
  const listed = [
    ...options(...codes(12)),
    { code: 'other', label: 'inne', allowsText: true },
    { code: '-98', label: 'nie wiem' },
  ]
  const questions: readonly Question[] = [
    { key: 'consent', type: 'CONSENT', text: 'Zgoda?', required: true },
    { key: 'dem_locality', type: 'LOCALITY', text: 'Gdzie?' },
    { key: 'long', type: 'SINGLE', text: 'Które?', options: listed },
    { key: 'many', type: 'MULTI', text: 'Jakie?', options: listed, maxChoices: 5 },
    { key: 'rank', type: 'RANK', text: 'Kolejność?', options: listed, top: 3 },
    { key: 'five', type: 'SCALE_1_5', text: 'Ocena?', options: options('-98') },
    { key: 'ten', type: 'SCALE_0_10', text: 'Szansa?' },
    {
      key: 'table',
      type: 'MATRIX_MULTI',
      text: 'Kto?',
      rows: [
        { key: 'r1', label: 'a' },
        { key: 'r2', label: 'b' },
      ],
      options: listed.slice(0, 12),
    },
    { key: 'year', type: 'DATE_YEAR', text: 'Rok?' },
    { key: 'money', type: 'NUMBER', text: 'Ile?', decimals: 2, min: 0 },
    { key: 'idea', type: 'TEXT_LONG', text: 'Co?', visibleIf: 'ten >= 5' },
  ]
  const aText = fc
    .string({ minLength: 1, maxLength: 12 })
    .map((text) => text.trim() || 'x')
    .filter((text) => text !== '.')
  const someCodes = fc.oneof(
    fc.uniqueArray(fc.constantFrom(...CODES.slice(0, 13)), { minLength: 1, maxLength: 7 }),
    fc.constant(['-98']),
  )
  const sheets = fc.record(
    {
      consent: fc.constant(true),
      dem_locality: fc.constantFrom(...localityIds, '-99'),
      long: fc.constantFrom(...CODES),
      'long.inne': aText,
      many: someCodes,
      'many.inne': aText,
      rank: fc.oneof(
        fc.uniqueArray(fc.constantFrom(...CODES.slice(0, 12)), { minLength: 1, maxLength: 3 }),
        fc.constant(['-98']),
      ),
      five: fc.constantFrom('1', '3', '5', '-98'),
      ten: fc.integer({ min: 0, max: 10 }).map(String),
      table: fc.dictionary(
        fc.constantFrom('r1', 'r2'),
        fc.uniqueArray(fc.constantFrom(...CODES.slice(0, 12)), { minLength: 1 }),
        { noNullPrototype: true, minKeys: 1 },
      ),
      year: fc.oneof(fc.integer({ min: 1880, max: 2030 }), fc.constant('-99')),
      money: fc.oneof(
        fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100),
        fc.constantFrom('-97', '-98', '-99'),
      ),
      idea: aText,
    },
    { requiredKeys: [], noNullPrototype: true },
  )

  it(
    'the fewest keys give exactly the answers that count',
    () => {
      const questionnaire = aQuestionnaire(questions)
      fc.assert(
        fc.property(sheets, (given) => {
          const wanted = keepVisibleAnswers(questionnaire, given, { today: TODAY })
          const { entry, keys } = typeSheet(settingOf(questions), wanted)
          expect(keepVisibleAnswers(questionnaire, answersOf(entry), { today: TODAY })).toEqual(wanted)
          const isSound = checkAnswers(questionnaire, wanted, { localityIds, today: TODAY }).length === 0
          expect(press(entry, 'Enter').isFinished).toBe(isSound)
          expect(keys.reduce(press, openEntry(settingOf(questions))).at).toBe('end')
        }),
        { numRuns: 100 },
      )
    },
    SLOW,
  )
})
