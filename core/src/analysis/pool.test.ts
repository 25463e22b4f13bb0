import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allQuestions,
  hasOptions,
  isMatrix,
  keepVisibleAnswers,
  optionsOf,
  parseQuestionnaire,
  rowsOf,
  type Answers,
  type Question,
  type Questionnaire,
} from '../questionnaire/index.ts'
import { aQuestionnaire, aSection, matrix, multi, number, options, single, yesNo } from '../testing/index.ts'
import { aRandomQuestionnaire } from '../testing/random-questionnaire.ts'
import { appendResponse } from './append-response.ts'
import { buildColumns, type Columns } from './columns.ts'
import { crosstab } from './crosstab.ts'
import type { Frequency, QuestionSummary, SummaryBase } from './model.ts'
import { poolVersions, type AnalysedVersion, type SurveyVersions } from './pool.ts'
import { buildPooledColumns } from './pooled-columns.ts'
import { pooledKeyOf, storedKeysOf } from './stored-keys.ts'
import { summarise, surveyResults } from './summarise.ts'

const numbered = (first: Questionnaire, ...others: readonly Questionnaire[]): SurveyVersions => {
  const version = (questionnaire: Questionnaire, index: number) => ({
    id: `id-${index + 1}`,
    number: index + 1,
    questionnaire,
  })
  return [version(first, 0), ...others.map((one, index) => version(one, index + 1))]
}

interface Person {
  readonly versionId: string
  readonly answers: Answers
}

function counted(columns: Columns, people: readonly Person[]): Columns {
  for (const person of people) appendResponse(columns, { mode: 'CAWI', localityId: null, ...person })
  return columns
}

const pooledOf = (versions: SurveyVersions) => buildPooledColumns(poolVersions(versions))

const summaryIn = (columns: Columns, key: string) =>
  summarise(columns).find(({ questionKey }) => questionKey === key)

// --- generated versions ---------------------------------------------------------------------------------------------

type Edit = (question: Question, version: number) => readonly Question[]

const changeOptions =
  (change: (options: readonly { readonly code: string; readonly label: string }[]) => typeof options): Edit =>
  (question) =>
    hasOptions(question) && question.options
      ? [{ ...question, options: change(question.options) }]
      : [question]

/** A new key whose crosswalk turns 3 into 2, where one answer is given. */
const renewed: Edit = (question, version) => {
  if (!hasOptions(question) || !question.options) return [question]
  const isMerging = question.type !== 'MULTI'
  const codes = question.options.map(({ code }) => [code, isMerging && code === '3' ? '2' : code] as const)
  const key = `${question.key.slice(0, 40)}_r${version}`
  return [{ ...question, key, crosswalk: { from: question.key, codes: Object.fromEntries(codes) } }]
}

const EDITS: readonly Edit[] = [
  (question) => [question],
  (question) => [question],
  (question) => [{ ...question, text: question.text.toUpperCase() }],
  (question) => [{ ...question, text: 'Czy to zupełnie inne pytanie o coś nowego?' }],
  (question) => [{ ...question, help: 'Prosimy wybrać.' }],
  (question) => [{ ...question, required: true }],
  (question, version) => [question, single(`extra_${question.key.slice(0, 30)}_${version}`, ['1', '2'])],
  () => [],
  changeOptions((given) => [...given, { code: `n${given.length}`, label: 'Nowa' }]),
  changeOptions((given) => given.toReversed()),
  changeOptions((given) => given.slice(1)),
  (question, version) =>
    isMatrix(question) && question.rows
      ? [{ ...question, rows: [...question.rows, { key: `row${version}`, label: 'Nowy wiersz' }] }]
      : [question],
  renewed,
]

function edited(before: Questionnaire, draws: readonly number[], version: number): Questionnaire {
  let at = 0
  const change = (question: Question) => {
    const draw = draws[at] ?? 0
    at += 1
    const edit = EDITS[draw % EDITS.length]
    return question.key === 'q' || edit === undefined ? [question] : edit(question, version)
  }
  const sections = before.sections.map((section) => ({
    ...section,
    questions: section.questions.flatMap(change),
  }))
  return { ...before, sections }
}

const arbitraryVersions: fc.Arbitrary<SurveyVersions> = fc
  .tuple(
    aRandomQuestionnaire,
    fc.array(fc.array(fc.nat(1000), { minLength: 20 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([first, edits]) => {
    const documents = [first]
    edits.forEach((draws, index) => documents.push(edited(documents[index] ?? first, draws, index + 2)))
    return numbered(first, ...documents.slice(1))
  })

function arbitraryAnswer(document: Questionnaire, question: Question): fc.Arbitrary<unknown> {
  const code = fc.constantFrom(...optionsOf(document, question).map((option) => option.code), '-99')
  switch (question.type) {
    case 'MULTI':
      return fc.uniqueArray(code, { maxLength: 3 })
    case 'MATRIX_SINGLE':
      return fc.record(Object.fromEntries(rowsOf(document, question).map(({ key }) => [key, code])), {
        requiredKeys: [],
      })
    case 'NUMBER':
      return fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant('-97'))
    case 'TEXT_SHORT':
      return fc.constantFrom('', 'tak')
    case 'ROSTER':
      return fc
        .constant([])
        .chain(() =>
          fc.array(fc.record({ [`${question.key}_n`]: fc.integer({ min: 0, max: 5 }) }), { maxLength: 2 }),
        )
    default:
      return code
  }
}

const arbitraryPeople = ({ id, questionnaire }: AnalysedVersion): fc.Arbitrary<readonly Person[]> => {
  const asked = allQuestions(questionnaire).filter(({ type }) => type !== 'INFO' && type !== 'CALCULATED')
  const each = asked.map((question) => [question.key, arbitraryAnswer(questionnaire, question)] as const)
  const answers = fc.record(Object.fromEntries(each), { requiredKeys: [] }) as fc.Arbitrary<Answers>
  const person = answers.map((given) => ({
    versionId: id,
    answers: keepVisibleAnswers(questionnaire, given),
  }))
  return fc.array(person, { maxLength: 8 })
}

const BASE = ['askedCount', 'validCount', 'unansweredCount', 'notApplicableCount', 'refusedCount'] as const
const added = (bases: readonly SummaryBase[]) =>
  Object.fromEntries(BASE.map((name) => [name, bases.reduce((sum, base) => sum + base[name], 0)]))

type Row = { readonly base: SummaryBase; readonly frequencies: readonly Frequency[] }
type Codes = Readonly<Record<string, string>> | undefined

/** Counts by the code of the pooled question, nobody left out who chose something else. */
function countsOf(rows: readonly (readonly [Row, Codes])[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [row, codes] of rows)
    for (const { code, count } of row.frequencies) {
      const now = codes?.[code] ?? code
      if (count > 0) counts[now] = (counts[now] ?? 0) + count
    }
  return counts
}

const rowOf = (summary: QuestionSummary, key: string): Row | undefined =>
  summary.kind === 'MATRIX'
    ? summary.rows.find((row) => row.key === key)
    : summary.kind === 'CHOICE'
      ? summary
      : undefined

function expectSum(pooled: QuestionSummary, parts: readonly (readonly [QuestionSummary, Codes])[]): void {
  expect(pooled.base).toEqual(added(parts.map(([alone]) => alone.base)))
  const rowKeys = pooled.kind === 'MATRIX' ? pooled.rows.map(({ key }) => key) : ['']
  for (const rowKey of rowKeys) {
    const row = rowOf(pooled, rowKey)
    if (row === undefined) continue
    const alone = parts.flatMap(([summary, codes]) => {
      const own = rowOf(summary, rowKey)
      return own ? [[own, codes] as const] : []
    })
    expect(row.base).toEqual(added(alone.map(([own]) => own.base)))
    expect(countsOf([[row, undefined]])).toEqual(countsOf(alone))
  }
  if (pooled.kind === 'NUMBER') {
    const total = (summary: QuestionSummary) =>
      summary.kind === 'NUMBER' ? (summary.mean?.mean ?? 0) * summary.base.validCount : NaN
    expect(total(pooled)).toBeCloseTo(
      parts.reduce((sum, [summary]) => sum + total(summary), 0),
      6,
    )
  }
}

describe('several versions', () => {
  it('together count what each counts alone: nothing twice, nothing lost', () => {
    const versionsWithPeople = arbitraryVersions.chain((versions) =>
      fc.tuple(fc.constant(versions), fc.tuple(...versions.map(arbitraryPeople))),
    )
    fc.assert(
      fc.property(versionsWithPeople, ([versions, people]) => {
        const pool = poolVersions(versions)
        const together = counted(buildPooledColumns(pool), people.flat())
        const alone = new Map(
          versions.map(({ id, questionnaire }, index) => [
            id,
            summarise(counted(buildColumns(questionnaire), people[index] ?? [])),
          ]),
        )
        const pooled = summarise(together)
        const told: string[] = []

        for (const summary of pooled) {
          const parts = pool.series.get(summary.questionKey)?.parts ?? []
          told.push(...parts.map(({ version, key }) => `${version.id} ${key}`))
          const own = parts.map(({ version, key, codes }) => {
            const found = alone.get(version.id)?.find(({ questionKey }) => questionKey === key)
            if (!found) throw new Error(`version ${version.number} has no ${key}`)
            return [found, codes] as const
          })
          expectSum(summary, own)
        }
        const asked = [...alone].flatMap(([id, all]) => all.map(({ questionKey }) => `${id} ${questionKey}`))
        expect(told.toSorted()).toEqual(asked.toSorted())
        expect(together.responseCount).toBe(people.flat().length)
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('make a questionnaire that can be read again, the newest questions in their order', () => {
    fc.assert(
      fc.property(arbitraryVersions, (versions) => {
        const { questionnaire, series } = poolVersions(versions)
        const newest = versions.at(-1)?.questionnaire ?? questionnaire
        const read = parseQuestionnaire(JSON.parse(JSON.stringify(questionnaire)))
        const isOwn = ({ key }: Question) => !series.get(key)?.isEarlierWording
        expect(
          allQuestions(read)
            .filter(isOwn)
            .map(({ key }) => key),
        ).toEqual(allQuestions(newest).map(({ key }) => key))
      }),
      { numRuns: 50 },
    )
  })
})

describe('what is said of versions', () => {
  const first = aQuestionnaire([
    aSection('a', [single('road', ['1', '2']), yesNo('bus'), number('age')]),
    aSection('gone', [yesNo('old')]),
  ])
  const second = aQuestionnaire([
    aSection('a', [
      single('road', ['1', '2', '3']),
      { ...yesNo('bus'), help: 'Także prywatny.' },
      number('age'),
      yesNo('fresh'),
    ]),
  ])
  const versions = numbered(first, second)
  const people: readonly Person[] = [
    { versionId: 'id-1', answers: { road: '1', bus: 'yes', age: 30, old: 'no' } },
    { versionId: 'id-1', answers: { road: '2', bus: 'no', age: 40, old: 'no' } },
    { versionId: 'id-2', answers: { road: '3', bus: 'no', age: 50, fresh: 'yes' } },
  ]
  const columns = counted(buildPooledColumns(poolVersions(versions)), people)

  it('joins what may be joined and says what was changed', () => {
    expect(summaryIn(columns, 'road')).toMatchObject({
      versions: [1, 2],
      isEarlierWording: false,
      base: { validCount: 3 },
      notes: ['W wersji 2 dodano odpowiedź „3”; wyniki policzono razem.'],
    })
    expect(summaryIn(columns, 'age')).toMatchObject({ versions: [1, 2], notes: [], mean: { mean: 40 } })
  })

  it('keeps apart what may not, beside each other, and says why', () => {
    const order = summarise(columns).map(({ questionKey, sectionKey }) => `${sectionKey} ${questionKey}`)

    expect(order).toEqual(['a road', 'a bus', 'a bus__v1', 'a age', 'a fresh', 'gone old__v1'])
    expect(summaryIn(columns, 'bus')).toMatchObject({
      versions: [2],
      base: { validCount: 1 },
      notes: [
        'Bez odpowiedzi z wersji 1, które pokazujemy osobno: w wersji 2 zmieniono objaśnienie pytania.',
      ],
    })
    expect(summaryIn(columns, 'bus__v1')).toMatchObject({
      text: 'bus? (wersja 1)',
      versions: [1],
      isEarlierWording: true,
      base: { validCount: 2 },
      notes: ['Wersja 1 osobno: w wersji 2 zmieniono objaśnienie pytania.'],
    })
    expect(summaryIn(columns, 'old__v1')?.notes).toEqual([
      'Wersja 1 osobno: w wersji 2 nie ma już tego pytania.',
    ])
    expect(summaryIn(columns, 'fresh')?.notes).toEqual(['Pytanie jest w kwestionariuszu od wersji 2.'])
  })

  it('reads old answers by a crosswalk, in their own version', () => {
    const heir: Question = {
      ...multi('means', ['car', 'none']),
      crosswalk: { from: 'ways', codes: { car: 'car', bike: 'none', none: 'none' } },
    }
    const joined = counted(
      pooledOf(numbered(aQuestionnaire([multi('ways', ['car', 'bike', 'none'])]), aQuestionnaire([heir]))),
      [
        { versionId: 'id-1', answers: { ways: ['bike', 'none'] } },
        { versionId: 'id-1', answers: { ways: ['car', 'bike'] } },
        { versionId: 'id-2', answers: { means: ['car'] } },
      ],
    )

    const summary = summaryIn(joined, 'means')

    expect(summary).toMatchObject({ versions: [1, 2], base: { askedCount: 3, validCount: 3 } })
    expect(summary?.kind === 'CHOICE' && summary.frequencies.map(({ count }) => count)).toEqual([2, 2])
    expect(summary?.notes).toEqual([
      'Odpowiedzi z wersji 1 policzono razem według przejścia, które podał autor kwestionariusza: „bike” jako „none”.',
    ])
  })

  it('joins rankings and asks nobody about a row that his version did not have', () => {
    const top: Question = {
      key: 'top',
      type: 'RANK',
      text: 'Co najpierw?',
      top: 2,
      options: options('p', 'q', 'r'),
    }
    const joined = counted(
      pooledOf(
        numbered(
          aQuestionnaire([top, matrix('need', ['x'], ['1', '2'])]),
          aQuestionnaire([top, matrix('need', ['x', 'y'], ['1', '2'])]),
        ),
      ),
      [
        { versionId: 'id-1', answers: { top: ['p', 'q'], need: { x: '1' } } },
        { versionId: 'id-2', answers: { top: ['q'], need: { x: '2', y: '1' } } },
      ],
    )

    const [rank, need] = summarise(joined)

    expect(rank?.kind === 'RANK' && rank.rows.map(({ placeCounts }) => placeCounts)).toEqual([
      [1, 0],
      [1, 1],
      [0, 0],
    ])
    expect(need?.kind === 'MATRIX' && need.rows.map(({ base }) => base.askedCount)).toEqual([2, 1])
  })

  it('crosses only people who were asked both, and says so', () => {
    const table = crosstab(columns, 'road', 'bus')

    expect(table).toMatchObject({ validCount: 1, versions: [2] })
    expect(table?.notes[0]).toContain('tylko odpowiedzi z wersji 2')
    expect(crosstab(columns, 'bus__v1', 'fresh')?.notes[0]).toContain('nie ma kogo zestawić')
    expect(crosstab(columns, 'road', 'road')?.notes).toEqual([])
  })

  it('tells of a filter that reaches one version only', () => {
    const sex = (help?: string): Question => ({ ...single('dem_sex', ['f', 'm']), ...(help && { help }) })
    const filtered = counted(
      pooledOf(numbered(aQuestionnaire([sex()]), aQuestionnaire([sex('Jak w dokumentach.')]))),
      [
        { versionId: 'id-1', answers: { dem_sex: 'f' } },
        { versionId: 'id-2', answers: { dem_sex: 'f' } },
      ],
    )

    const results = surveyResults(filtered, { sexCodes: ['f'] })

    expect(results).toMatchObject({
      responseCount: 2,
      filteredCount: 1,
      versionCounts: [
        { number: 1, count: 0 },
        { number: 2, count: 1 },
      ],
    })
    expect(results.notes[0]).toContain('tylko odpowiedzi z wersji 2')
    expect(surveyResults(filtered, {}).notes).toEqual([])
  })

  it('knows where the answers behind a question are stored, and whose a stored answer is', () => {
    const pool = poolVersions(versions)

    expect(storedKeysOf(pool, 'road.inne')).toEqual([
      { versionId: 'id-1', key: 'road.inne' },
      { versionId: 'id-2', key: 'road.inne' },
    ])
    expect(storedKeysOf(pool, 'bus__v1')).toEqual([{ versionId: 'id-1', key: 'bus' }])
    expect(storedKeysOf(pool, 'nothing')).toEqual([])
    expect(pooledKeyOf(pool, { versionId: 'id-1', key: 'bus' })).toBe('bus__v1')
    expect(pooledKeyOf(pool, { versionId: 'id-2', key: 'bus' })).toBe('bus')
    expect(pooledKeyOf(pool, { versionId: 'id-2', key: 'old' })).toBeNull()
  })

  it('refuses a response to a version that the survey never had', () => {
    const stranger = { versionId: 'id-9', answers: {} }

    expect(() => counted(buildPooledColumns(poolVersions(versions)), [stranger])).toThrow(RangeError)
  })
})
