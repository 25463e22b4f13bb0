import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allQuestions, parseQuestionnaire, type Question } from '../questionnaire/index.ts'
import { counted } from '../testing/index.ts'
import { arbitraryPeople, arbitraryVersions } from '../testing/random-versions.ts'
import { buildColumns } from './columns.ts'
import type { Frequency, QuestionSummary, SummaryBase } from './model.ts'
import { poolVersions } from './pool.ts'
import { buildPooledColumns } from './pooled-columns.ts'
import { summarise } from './summarise.ts'

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
