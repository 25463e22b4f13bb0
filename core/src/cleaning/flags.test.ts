import { describe, expect, it } from 'vitest'
import { checkRules, compile, parseExpression, referencesIn, type Answers } from '../questionnaire/index.ts'
import { questionnaireLibrary } from '../questionnaire/library/index.ts'
import { aQuestionnaire, aSection, matrix, number, single } from '../testing/index.ts'
import { CONSISTENCY_CHECKS } from './consistency-checks.ts'
import { flagResponses, openFlags, qualityFactsOf } from './index.ts'

const ROWS = Array.from({ length: 10 }, (_, index) => `r${index}`)
const compiled = compile(
  aQuestionnaire([
    matrix('rate', ROWS, ['1', '2', '3', '-98']),
    matrix('short', ['a', 'b', 'c'], ['1', '2']),
    number('from'),
    number('to', { constraint: [{ expression: 'this >= from', message: 'Koniec przed początkiem.' }] }),
    ...Array.from({ length: 6 }, (_, index) => single(`q${index}`, ['1', '2', '-98', '-99'])),
  ]),
)
const rated = (code: (row: number) => string) =>
  Object.fromEntries(ROWS.map((row, index) => [row, code(index)]))
const mixed = rated((index) => String(1 + (index % 3)))
const asked = (code: string) =>
  Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`q${index}`, code]))

/** Kinds of flags of each response of a survey with these answers. */
function kindsOf(all: readonly Answers[], signals: readonly string[] = []): readonly (readonly string[])[] {
  const facts = all.map((answers) =>
    qualityFactsOf(compiled, { answers, signals, submittedOn: '2026-11-22' }),
  )
  return flagResponses(facts).map((flags) => flags.map(({ kind }) => kind))
}
const sound: Answers = { rate: mixed, short: { a: '1', b: '1', c: '1' }, from: 1, to: 2, ...asked('1') }

describe('flags of quality', () => {
  it('say nothing of answers that differ, though a short matrix is answered alike', () => {
    expect(kindsOf([sound])).toEqual([[]])
  })

  it('pass on what was noticed at submission', () => {
    expect(kindsOf([sound], ['TOO_FAST', 'TRAP'])).toEqual([['TOO_FAST', 'TRAP']])
  })

  it('tell a long matrix answered alike in every row', () => {
    expect(kindsOf([{ ...sound, rate: rated(() => '3') }])).toEqual([['STRAIGHT_LINES']])
  })

  it('find it plausible where many answer so', () => {
    const alike = Array.from({ length: 6 }, (_, index) => ({
      ...sound,
      from: index,
      to: 50,
      rate: rated(() => '1'),
    }))
    const others = Array.from({ length: 20 }, (_, index) => ({ ...sound, from: index, to: 60 }))

    expect(kindsOf([...alike, ...others]).flat()).toEqual([])
    expect(kindsOf([...alike.slice(0, 4), ...others]).flat()).toEqual(
      Array.from({ length: 4 }, () => 'STRAIGHT_LINES'),
    )
  })

  it('count „nie wiem” everywhere apart from straight lines', () => {
    const unsure = { ...sound, rate: rated(() => '-98'), ...asked('-99') }

    expect(kindsOf([unsure])).toEqual([['DONT_KNOW']])
  })

  it('tell when more than half of what was asked is missing, a matrix counting once by its rows', () => {
    const half = { rate: mixed, short: sound['short']!, from: 1, to: 2, q0: '1' }
    const less = { rate: { r0: '1' }, short: sound['short']!, from: 1, to: 2, q0: '1' }

    expect(kindsOf([half, less])).toEqual([[], ['MISSING']])
  })

  it('tell a rule that the answers break as they stand', () => {
    expect(kindsOf([{ ...sound, from: 9 }])).toEqual([['CONTRADICTION']])
  })

  it('tell equal responses of much content, and only those', () => {
    const little = { q0: '1', q1: '2', q2: '1', q3: '1', q4: '1', from: 1, to: 3 }

    expect(kindsOf([sound, sound, { ...sound, to: 8 }])).toEqual([['TWIN'], ['TWIN'], []])
    expect(kindsOf([little, little])).toEqual([[], []])
  })

  it('are open until somebody looked at their kind', () => {
    const [flags = []] = flagResponses([
      qualityFactsOf(compiled, {
        answers: { ...sound, from: 9 },
        signals: ['TRAP'],
        submittedOn: '2026-11-22',
      }),
    ])

    expect(openFlags(flags, ['TRAP']).map(({ kind }) => kind)).toEqual(['CONTRADICTION'])
  })
})

describe('checks between questions', () => {
  it.each(CONSISTENCY_CHECKS.map(({ expression }) => expression))(
    '%s speaks of questions, rows and codes that the library has',
    (text) => {
      const { expression } = parseExpression(text)
      if (!expression) throw new Error(`${text} cannot be read`)
      const keys = referencesIn(expression).map(({ key }) => key)
      const documents = questionnaireLibrary.filter((questionnaire) =>
        keys.every((key) => compile(questionnaire).questions.has(key)),
      )

      expect(documents.length).toBeGreaterThan(0)
      for (const questionnaire of documents) {
        const last = aSection('check', [
          number('check', { constraint: [{ expression: text, message: 'x' }] }),
        ])
        const checked = checkRules({ ...questionnaire, sections: [...questionnaire.sections, last] })
        const own = checked.filter(({ rule }) => rule.question?.key === 'check')
        expect(own.flatMap(({ problems }) => problems)).toEqual([])
      }
    },
  )
})
