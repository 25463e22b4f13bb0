import { describe, expect, it } from 'vitest'
import {
  appendResponse,
  buildPooledColumns,
  crosstab,
  poolVersions,
  surveyResults,
} from '../analysis/index.ts'
import type { Question } from '../questionnaire/index.ts'
import { aQuestionnaire, aReportInput, multi, single } from '../testing/index.ts'
import { buildReport } from './build-report.ts'
import type { ReportBlock, ReportSection, TableBlock } from './model.ts'

const barrier = multi('serv_barrier', ['FAR', 'COST'])
const age = (...codes: readonly string[]): Question => single('dem_age', codes)
const pool = poolVersions([
  {
    id: 'one',
    number: 1,
    questionnaire: aQuestionnaire([age('18_24', '65_69'), barrier, single('live_sat', ['1'])]),
  },
  {
    id: 'two',
    number: 3,
    questionnaire: aQuestionnaire([age('65_69', '18_24'), barrier, single('live_sat', ['1', '2'])]),
  },
])

/** Forty people answered the first version, so many the second. */
function reportOf(secondCount: number) {
  const columns = buildPooledColumns(pool)
  const answers = { dem_age: '18_24', serv_barrier: ['FAR'], live_sat: '1' }
  const add = (versionId: string, count: number) => {
    for (let index = 0; index < count; index += 1)
      appendResponse(columns, { mode: 'CAWI', localityId: null, versionId, answers })
  }
  add('one', 40)
  add('two', secondCount)
  const table = crosstab(columns, 'serv_barrier', 'dem_age')
  const crosstabs = table === null ? [] : [table]
  const { questionnaire } = columns
  return buildReport(aReportInput(0, { ...surveyResults(columns, []), questionnaire, crosstabs }))
}

const all = (sections: readonly ReportSection[]): readonly ReportSection[] =>
  sections.flatMap((section) => [section, ...all(section.sections)])
const blocksOf = (secondCount: number): readonly ReportBlock[] =>
  all(reportOf(secondCount).sections).flatMap(({ blocks }) => blocks)
const tables = (blocks: readonly ReportBlock[]) =>
  blocks.filter((block): block is TableBlock => block.kind === 'table')
const tableOf = (blocks: readonly ReportBlock[], caption: string) =>
  tables(blocks).find((table) => table.caption.includes(caption))

describe('a report on several versions', () => {
  it('says how they were counted, and what share answered each', () => {
    const blocks = blocksOf(20)

    const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    expect(paragraphs.join(' ')).toContain('Badanie objęło wersje 1 i 3.')
    expect(tableOf(blocks, 'według wersji')?.rows.map(([, share]) => share)).toEqual([
      { kind: 'percent', value: 67 },
      { kind: 'percent', value: 33 },
    ])
    expect(tableOf(blocks, 'pokazano osobno')?.rows).toEqual([
      [
        { kind: 'text', text: 'dem_age? (wersja 1)' },
        { kind: 'text', text: 'Wersja 1 osobno: w wersji 3 zmieniono kolejność odpowiedzi.' },
      ],
    ])
    expect(reportOf(20).versions).toEqual([1, 3])
  })

  it('withholds how few people answered a version', () => {
    const rows = tableOf(blocksOf(3), 'według wersji')?.rows ?? []

    expect(rows.map(([, share]) => share?.kind)).toEqual(['suppressed', 'suppressed'])
  })

  it('writes under each table which versions are behind it', () => {
    const blocks = blocksOf(20)

    const joined = tables(blocks).find(({ notes }) =>
      notes.some((note) => note.includes('dodano odpowiedź „2”')),
    )
    expect(joined?.versions).toEqual([1, 3])
    const apart = tables(blocks).filter(({ caption }) => caption === 'dem_age? (wersja 1)')
    expect(apart.map(({ versions, notes }) => [versions, notes.at(-1)])).toEqual([
      [[1], 'Wersja 1 osobno: w wersji 3 zmieniono kolejność odpowiedzi.'],
    ])
    const present = tables(blocks).filter(({ notes }) =>
      notes.some((note) => note.includes('Bez odpowiedzi z wersji 1')),
    )
    expect(present.length).toBeGreaterThan(0)
  })
})

it('a report on one version says nothing of versions', () => {
  const report = buildReport(aReportInput(100))

  expect(JSON.stringify(report.sections)).not.toMatch(/według wersji|w wersji/)
  expect(report.versions).toEqual([1])
})
