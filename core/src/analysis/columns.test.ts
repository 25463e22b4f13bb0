import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allQuestions,
  keepVisibleAnswers,
  optionsOf,
  rowsOf,
  visibleQuestions,
  visibleRows,
  type Answers,
  type Question,
  type Questionnaire,
} from '../questionnaire/index.ts'
import { COLLECTION_MODES, type CollectionMode } from '../response/index.ts'
import { aQuestionnaire, aSection, matrix, multi, options, single, yesNo } from '../testing/index.ts'
import { appendResponse } from './append-response.ts'
import { buildColumns, type Columns } from './columns.ts'
import { crosstab } from './crosstab.ts'
import { columnBytes } from './grow-columns.ts'
import { maskOf } from './mask.ts'
import { BY_LOCALITY, BY_MODE, MOST_CONDITIONS, type Condition, type Filter } from './filter.ts'
import type { QuestionSummary, SummaryBase } from './model.ts'
import { summarise } from './summarise.ts'

const CODES = ['1', '2', '3', '-98', '-97', '-99']
const LOCALITIES = ['place-1', 'place-2', 'place-3']

const questionnaire: Questionnaire = aQuestionnaire([
  aSection('who', [
    { key: 'dem_locality', type: 'LOCALITY', text: 'Gdzie?' },
    single('dem_sex', ['f', 'm']),
    single('dem_age', ['young', 'old']),
    multi('work', ['a', 'b', 'c', '-97', '-99']),
  ]),
  aSection(
    'more',
    [
      matrix('need', ['x', 'y'], CODES),
      matrix('quality', ['x', 'y'], CODES, {
        rowVisibleIf: "need.$row in ['2', '3']",
      }),
      {
        key: 'score',
        type: 'SCALE_0_10',
        text: 'Ile?',
        visibleIf: "dem_age = 'old'",
      },
      { key: 'top', type: 'RANK', text: 'Trzy', top: 2, options: options('p', 'q', 'r') },
      { key: 'year', type: 'DATE_YEAR', text: 'Rok?' },
      { key: 'idea', type: 'TEXT_SHORT', text: 'Pomysł?' },
    ],
    'answered(dem_sex)',
  ),
])

function arbitraryAnswer(question: Question): fc.Arbitrary<unknown> {
  const code = () => fc.constantFrom(...optionsOf(questionnaire, question).map((option) => option.code))
  const codes = (maxLength: number) => fc.uniqueArray(code(), { maxLength })
  const perRow = (value: fc.Arbitrary<unknown>) =>
    fc.record(Object.fromEntries(rowsOf(questionnaire, question).map(({ key }) => [key, value])), {
      requiredKeys: [],
    })
  switch (question.type) {
    case 'LOCALITY':
      return fc.constantFrom(...LOCALITIES, '-99')
    case 'MULTI':
      return codes(4)
    case 'RANK':
      return codes(question.top)
    case 'MATRIX_SINGLE':
      return perRow(code())
    case 'DATE_YEAR':
      return fc.oneof(fc.integer({ min: 1920, max: 2010 }), fc.constantFrom('-97', '-99'))
    case 'TEXT_SHORT':
      return fc.constantFrom('', 'ławka')
    default:
      return code()
  }
}

const arbitraryAnswers: fc.Arbitrary<Answers> = fc
  .record(Object.fromEntries(allQuestions(questionnaire).map((q) => [q.key, arbitraryAnswer(q)])), {
    requiredKeys: [],
  })
  .map((answers) => keepVisibleAnswers(questionnaire, answers))

interface Person {
  readonly mode: CollectionMode
  readonly localityId: string | null
  readonly answers: Answers
}

const arbitraryPerson: fc.Arbitrary<Person> = fc
  .tuple(arbitraryAnswers, fc.constantFrom(...COLLECTION_MODES))
  .map(([answers, mode]) => {
    const place = answers.dem_locality
    return { mode, answers, localityId: typeof place === 'string' && place !== '-99' ? place : null }
  })
const arbitraryPeople = fc.array(arbitraryPerson, { maxLength: 40 })

function columnsOf(people: readonly Person[]): Columns {
  const columns = buildColumns(
    questionnaire,
    LOCALITIES.map((id) => ({ id, name: id })),
  )
  for (const person of people) appendResponse(columns, person)
  return columns
}

const MISSING = ['-97', '-99']
const codesIn = (answer: unknown): readonly string[] =>
  (Array.isArray(answer) ? answer : answer === undefined ? [] : [answer]).map(String)

/** Looks at each person again for every question: slow, and nothing like columns. */
function naiveBase(shown: readonly boolean[], answers: readonly unknown[]): SummaryBase {
  const asked = answers.filter((_, index) => shown[index])
  const isOnly = (answer: unknown, code: string) =>
    codesIn(answer).length === 1 && codesIn(answer)[0] === code
  const isValid = (answer: unknown) => codesIn(answer).some((code) => code !== '' && !MISSING.includes(code))
  const validCount = asked.filter(isValid).length
  const notApplicableCount = asked.filter((answer) => isOnly(answer, '-97')).length
  const refusedCount = asked.filter((answer) => isOnly(answer, '-99')).length
  const unansweredCount = asked.length - validCount - notApplicableCount - refusedCount
  return { askedCount: asked.length, validCount, unansweredCount, notApplicableCount, refusedCount }
}

const naiveCounts = (codes: readonly string[], answers: readonly unknown[]) =>
  codes.map((code) => answers.filter((answer) => codesIn(answer).includes(code)).length)

function expectSummary(summary: QuestionSummary, people: readonly Person[]): void {
  const key = summary.questionKey
  const question = allQuestions(questionnaire).find((candidate) => candidate.key === key)!
  const given = people.map(({ answers }) => answers[key])
  const shown = people.map(({ answers }) => visibleQuestions(questionnaire, answers).includes(question))
  if (summary.kind === 'MATRIX') {
    for (const row of summary.rows) {
      const inRow = given.map((answer) => (answer as Record<string, unknown> | undefined)?.[row.key])
      const rowShown = people.map(
        ({ answers }, index) =>
          shown[index]! &&
          visibleRows(questionnaire, question, answers).some((visible) => visible.key === row.key),
      )
      expect(row.base).toEqual(naiveBase(rowShown, inRow))
      expect(row.frequencies.map(({ count }) => count)).toEqual(
        naiveCounts(
          row.frequencies.map(({ code }) => code),
          inRow,
        ),
      )
    }
    expect(summary.base.askedCount).toBe(shown.filter(Boolean).length)
    return
  }
  expect(summary.base).toEqual(naiveBase(shown, given))
  if (summary.kind === 'CHOICE') {
    expect(summary.frequencies.map(({ count }) => count)).toEqual(
      naiveCounts(
        summary.frequencies.map(({ code }) => code),
        given,
      ),
    )
  }
  if (summary.kind === 'RANK') {
    for (const row of summary.rows) {
      const onPlace = (place: number) => given.filter((answer) => codesIn(answer)[place] === row.code).length
      expect(row.placeCounts).toEqual([onPlace(0), onPlace(1)])
    }
  }
  if (summary.kind === 'NUMBER') {
    const numbers = given.filter((answer) => typeof answer === 'number')
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length
    if (numbers.length > 0) expect(summary.mean?.mean).toBeCloseTo(mean, 9)
    expect(summary.maximum).toBe(numbers.length > 0 ? Math.max(...numbers) : null)
  }
}

const DIMENSIONS: readonly { readonly dimension: string; readonly codes: string[] }[] = [
  { dimension: BY_LOCALITY, codes: LOCALITIES },
  { dimension: 'dem_sex', codes: ['f', 'm'] },
  { dimension: 'dem_age', codes: ['young', 'old'] },
  { dimension: BY_MODE, codes: [...COLLECTION_MODES] },
  { dimension: 'need/x', codes: ['1', '2', '-98'] },
  { dimension: 'work', codes: ['a', 'b', 'c'] },
]

const arbitraryCondition: fc.Arbitrary<Condition> = fc
  .constantFrom(...DIMENSIONS)
  .chain(({ dimension, codes }) =>
    fc.record({ dimension: fc.constant(dimension), codes: fc.subarray(codes) }),
  )

const arbitraryFilter = fc.uniqueArray(arbitraryCondition, {
  maxLength: MOST_CONDITIONS,
  selector: ({ dimension }) => dimension,
})

function answersTo(person: Person, dimension: string): readonly unknown[] {
  if (dimension === BY_LOCALITY) return [person.localityId]
  if (dimension === BY_MODE) return [person.mode]
  const [question, row] = dimension.split('/') as [string, string | undefined]
  const answer = person.answers[question]
  return codesIn(row === undefined ? answer : (answer as Record<string, unknown> | undefined)?.[row])
}

function passes(person: Person, filter: Filter): boolean {
  return filter.every(
    ({ dimension, codes }) =>
      codes.length === 0 || answersTo(person, dimension).some((answer) => codes.includes(String(answer))),
  )
}

describe('columns', () => {
  it('summarise any answers under any filter as counting person by person does', () => {
    fc.assert(
      fc.property(arbitraryPeople, arbitraryFilter, (people, filter) => {
        const columns = columnsOf(people)
        const kept = people.filter((person) => passes(person, filter))

        const mask = maskOf(columns, filter)

        expect(mask?.count ?? people.length).toBe(kept.length)
        for (const summary of summarise(columns, mask)) expectSummary(summary, kept)
      }),
      { numRuns: 200 },
    )
  })

  it('let through a joined filter exactly those whom each part lets through', () => {
    fc.assert(
      fc.property(arbitraryPeople, arbitraryFilter, (people, filter) => {
        const columns = columnsOf(people)
        const all = new Uint8Array(people.length).fill(1)
        const parts = filter.map((condition) => maskOf(columns, [condition])?.bytes ?? all)

        const joined = maskOf(columns, filter)?.bytes ?? all

        expect([...joined]).toEqual(
          [...all].map((_, index) => (parts.every((part) => part[index] === 1) ? 1 : 0)),
        )
      }),
    )
  })

  it('cross two questions into totals that add up to the people who answered both', () => {
    const keys = ['dem_sex', 'dem_age', 'dem_locality', 'work', 'need/x', 'quality/y', 'score']
    fc.assert(
      fc.property(
        arbitraryPeople,
        fc.constantFrom(...keys),
        fc.constantFrom(...keys),
        (people, down, across) => {
          const table = crosstab(columnsOf(people), down, across)!
          const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
          const answered = (person: Person, key: string) => {
            const [question, row] = key.split('/') as [string, string | undefined]
            const answer = person.answers[question]
            const own = row === undefined ? answer : (answer as Record<string, unknown> | undefined)?.[row]
            return codesIn(own).filter((code) => !MISSING.includes(code))
          }
          const both = people.filter(
            (person) => answered(person, down).length > 0 && answered(person, across).length > 0,
          )

          expect(table.validCount).toBe(both.length)
          table.rows.forEach((row, r) =>
            table.columns.forEach((column, c) => {
              const people = both.filter(
                (p) => answered(p, down).includes(row.code) && answered(p, across).includes(column.code),
              )
              expect(table.counts[r]![c]).toBe(people.length)
            }),
          )
          if (!table.isColumnMultiple) expect(table.counts.map(sum)).toEqual(table.rowTotals)
          if (!table.isRowMultiple) expect(sum(table.rowTotals)).toBe(table.validCount)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('of two questions, one without options, make no crosstab', () => {
    const columns = columnsOf([])

    expect(crosstab(columns, 'dem_sex', 'idea')).toBeNull()
    expect(crosstab(columns, 'need', 'dem_sex')).toBeNull()
    expect(crosstab(columns, 'dem_sex', 'need/unknown')).toBeNull()
  })

  it('take about a byte for an answer', () => {
    const person: Person = { mode: 'CAWI', localityId: null, answers: { dem_sex: 'f', dem_age: 'old' } }

    const bytes = columnBytes(columnsOf(new Array<Person>(4096).fill(person)))

    expect(bytes / 4096).toBeLessThan(40)
  })
})

describe('texts that take something from answers', () => {
  it('are read for nobody in particular in results', () => {
    const asked = { ...yesNo('b'), text: 'Czy {a} wystarcza?' }
    const columns = buildColumns(aQuestionnaire([yesNo('a'), asked]))

    expect(summarise(columns)[1]?.text).toBe('Czy … wystarcza?')
  })
})
