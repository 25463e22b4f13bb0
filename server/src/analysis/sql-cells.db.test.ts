import { randomUUID } from 'node:crypto'
import {
  appendResponse,
  type CategoryWeights,
  type CellScope,
  type Columns,
  type Filter,
  maskedCount,
  maskOf,
  pairCells,
  poolVersions,
  questionCells,
  summariseQuestion,
  type SurveyVersions,
} from '@rozeznanie/core/analysis'
import { allQuestions, rowsOf, withGeneralTexts } from '@rozeznanie/core/questionnaire'
import {
  arbitraryPeople,
  arbitraryVersions,
  aQuestionnaire,
  numbered,
  single,
  type VersionedAnswers,
} from '@rozeznanie/core/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { readResponses } from './analysis.store.ts'
import { emptyColumns } from './empty-columns.ts'
import { createSqlCells, groupedColumns } from './sql-cells.ts'
import type { SurveyForm } from './survey-forms.ts'

let test: TestApp
let surveyId: string
let places: readonly string[]

beforeAll(async () => {
  test = await createTestApp()
  const organiser = await test.signInAs('organiser')
  surveyId = (await test.aSurvey({ organisationId: organiser.organisationId! })).id
  places = [await test.aLocality({ name: 'Bieliny' }), await test.aLocality({ name: 'Huta' })]
})
afterAll(() => test.close())

const MODES = ['CAWI', 'CAPI', 'PAPI'] as const

interface Stored extends VersionedAnswers {
  readonly mode: (typeof MODES)[number]
  readonly localityId: string | null
  /** What counts instead of the answers; with a locality of its own. */
  readonly corrected: VersionedAnswers['answers'] | null
  readonly isExcluded: boolean
}

/** Versions whose ids are those of a database. */
function storable(versions: SurveyVersions): SurveyVersions {
  const [first, ...others] = versions.map((version) => ({ ...version, id: randomUUID() }))
  return [first!, ...others]
}

function formOf(versions: SurveyVersions): SurveyForm {
  const pool = versions.length > 1 ? poolVersions(versions) : null
  const questionnaire = pool?.questionnaire ?? withGeneralTexts(versions[0].questionnaire)
  return { versions, pool, questionnaire }
}

async function store(people: readonly Stored[]): Promise<void> {
  const { prisma } = test.db
  await prisma.response.deleteMany({ where: { surveyId } })
  await prisma.response.createMany({
    data: people.map(({ versionId, mode, localityId, answers, corrected, isExcluded }) => ({
      surveyId,
      id: randomUUID(),
      questionnaireVersionId: versionId,
      mode,
      localityId,
      submittedOn: new Date('2026-11-22'),
      answers: answers as object,
      ...(corrected && { correctedAnswers: corrected as object }),
      isExcluded,
      contentHash: Buffer.alloc(32),
    })),
  })
}

const localities = () => places.map((id) => ({ id, name: id }))

async function columnsOf(form: SurveyForm): Promise<Columns> {
  const columns = emptyColumns(form, localities())
  const known = { surveyId, versionIds: form.versions.map(({ id }) => id) }
  for (const response of await readResponses(test.db, known, { after: 0, limit: 1000 })) {
    appendResponse(columns, { versionId: form.versions[0].id, ...response })
  }
  return columns
}

/** Every question, and every row of a matrix. */
function keysOf(columns: Columns) {
  const questions = allQuestions(columns.questionnaire).filter(({ key }) => columns.byKey.has(key))
  const rows = questions.flatMap((question) =>
    rowsOf(columns.questionnaire, question).map((row) => `${question.key}/${row.key}`),
  )
  const isChoice = (key: string) => ['code', 'set'].includes(columns.byKey.get(key)?.kind ?? '')
  const keys = questions.map(({ key }) => key)
  return { keys, choices: [...keys.filter(isChoice), ...rows] }
}

/** Weights by the cells of a question, so that both ways can tell them. */
const weightsBy = (key: string): CategoryWeights => ({
  keys: [key],
  weigh: (columns) =>
    Float64Array.from(
      { length: columns.responseCount },
      (_, at) => 0.5 + columns.byKey.get(key)!.cells[at]! / 3,
    ),
})

function expectClose(one: unknown, other: unknown): void {
  const rounded = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_, inner: unknown) =>
        ArrayBuffer.isView(inner)
          ? Array.from(inner as Float64Array)
          : typeof inner === 'number'
            ? Number(inner.toPrecision(9))
            : inner,
      ),
    )
  expect(rounded(one)).toEqual(rounded(other))
}

const drawnPerson = fc.record({
  mode: fc.constantFrom(...MODES),
  place: fc.option(fc.nat(1)),
  corrected: fc.option(fc.nat(), { freq: 3 }),
  isExcluded: fc.nat(9).map((draw) => draw === 0),
})

const drawn = arbitraryVersions.map(storable).chain((versions) =>
  fc.record({
    versions: fc.constant(versions),
    groups: fc.tuple(...versions.map(arbitraryPeople)),
    facts: fc.array(drawnPerson, { minLength: 40, maxLength: 40 }),
    picks: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  }),
)

describe('cells counted by the database', () => {
  it('are those of columns: of any questionnaires, versions, corrections, filters and weights', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ versions, groups, facts, picks }) => {
        const form = formOf(versions)
        const people = groups.flatMap((group) =>
          group.map((person, at): Stored => {
            const { mode, place, corrected, isExcluded } = facts[at]!
            const other = corrected === null ? null : group[corrected % group.length]!.answers
            return {
              ...person,
              mode,
              localityId: place === null ? null : places[place]!,
              corrected: other,
              isExcluded,
            }
          }),
        )
        await store(people)
        const columns = await columnsOf(form)
        const { keys, choices } = keysOf(columns)
        const pick = <Value>(values: readonly Value[], at: number): Value =>
          values[picks[at]! % values.length]!
        const deps = { db: test.db, surveyId, form, localities: localities() }
        const source = createSqlCells(deps)
        const choice = columns.byKey.get(pick(choices, 0))
        const filters: readonly Filter[] = [
          [],
          [{ dimension: '@MODE', codes: ['CAWI', 'PAPI'] }],
          [
            { dimension: '@LOCALITY', codes: [places[0]!] },
            { dimension: '@VERSION', codes: ['1'] },
          ],
          choice?.kind === 'code' || choice?.kind === 'set'
            ? [
                {
                  dimension: pick(choices, 0),
                  codes: choice.dictionary.options.slice(0, 2).map(({ code }) => code),
                },
              ]
            : [],
        ]
        for (const [at, filter] of filters.entries()) {
          const scope: CellScope = { filter, weights: at % 2 === 0 ? null : weightsBy(pick(keys, 1)) }
          const key = pick(choices, 2 + at)
          const other = pick(choices, 3 + at)
          expectClose(await source.question(key, scope), questionCells(columns, key, scope))
          expectClose(await source.pair(key, other, scope), pairCells(columns, key, other, scope))
          const summed = pick(keys, 4 + at)
          const lines = await groupedColumns(deps, [summed, ...filter.map(({ dimension }) => dimension)])
          const [mask, linesMask] = [maskOf(columns, filter), maskOf(lines, filter)]
          expect(maskedCount(lines, linesMask)).toBe(maskedCount(columns, mask))
          const versionless = (summary: object | null) => ({ ...summary, versions: [], notes: [] })
          expectClose(
            versionless(summariseQuestion(lines, summed, linesMask)),
            versionless(summariseQuestion(columns, summed, mask)),
          )
        }
      }),
      { numRuns: 15 },
    )
  })

  it('are few lines, however many people there are', async () => {
    const versions = storable(
      numbered(aQuestionnaire([single('sex', ['f', 'm']), single('age', ['a', 'b'])])),
    )
    const one = {
      versionId: versions[0].id,
      mode: 'CAWI',
      localityId: null,
      corrected: null,
      isExcluded: false,
    } as const
    await store(
      Array.from({ length: 500 }, (_, at) => ({
        ...one,
        answers: { sex: at % 2 ? 'f' : 'm', age: at % 3 ? 'a' : 'b' },
      })),
    )
    const deps = { db: test.db, surveyId, form: formOf(versions), localities: [] }

    const lines = await groupedColumns(deps, ['sex', 'age'])

    expect(lines.responseCount).toBe(4)
    expect(maskedCount(lines, null)).toBe(500)
  })
})
