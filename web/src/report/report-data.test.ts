import { describe, expect, it } from 'vitest'
import type { ChartBlock, Report } from '@rozeznanie/core/report'
import { shown } from '@rozeznanie/core/testing'
import { chartBars, chartRows, sectionId, tableRows } from './report-data.ts'
import { readReport } from './read-report.ts'

const chart: ChartBlock = {
  kind: 'chart',
  caption: 'Płeć',
  shape: 'bars',
  categories: ['kobiety', 'mężczyźni', 'inaczej'],
  series: [{ label: 'udział', values: [shown(55), shown(45), null] }],
  unit: '%',
  alternativeText: 'Kobiety 55%.',
  notes: [],
  source: 'Źródło: badanie.',
}
const report: Report = {
  format: 'rozeznanie-report/1',
  templateKey: 'LPDI_PL_v1',
  language: 'pl',
  title: 'Diagnoza',
  organisationName: 'CUS',
  municipalityName: 'Busko-Zdrój',
  municipalityCode: '260101',
  surveyTitle: 'Ankieta',
  asOf: '2026-11-22T00:00:00Z',
  isDemo: true,
  versions: [1],
  sections: [{ code: 'A', title: 'Część A', blocks: [chart], sections: [] }],
}

describe('a chart of the report', () => {
  it('has no bar for what is withheld', () => {
    expect(chartBars(chart).bars.map(({ label }) => label)).toEqual(['kobiety', 'mężczyźni'])
  })

  it('has in its table every category, the withheld ones with their sign', () => {
    expect(chartRows(chart).map(({ cells }) => cells)).toEqual([
      ['kobiety', '55%'],
      ['mężczyźni', '45%'],
      ['inaczej', '•'],
    ])
  })
})

describe('a table of the report', () => {
  it('writes cells as public statistics do', () => {
    const rows = tableRows({
      kind: 'table',
      caption: 'Płeć',
      columns: [],
      rows: [
        [
          { kind: 'text', text: 'kobiety' },
          { kind: 'count', value: shown(1240) },
          { kind: 'percent', value: shown(55) },
          { kind: 'suppressed' },
          { kind: 'none' },
        ],
      ],
      notes: [],
      source: '',
    })

    expect(rows[0]?.cells).toEqual(['kobiety', '1\u00a0240', '55%', '•', '–'])
  })
})

describe('the report from the server', () => {
  it('is read when it is one', () => {
    expect(readReport(report)).toEqual(report)
  })

  it.each([
    null,
    'x',
    { ...report, format: 'rozeznanie-report/9' },
    { ...report, sections: [{ code: 'A', title: 'A', blocks: [{ kind: 'video' }], sections: [] }] },
    { ...report, sections: [{ code: 'A' }] },
  ])('is none when it is of another shape: %#', (value) => {
    expect(readReport(value)).toBeNull()
  })

  it('gives each section an address of its own', () => {
    expect(sectionId('A3.2')).toBe('rozdzial-A3-2')
  })
})
