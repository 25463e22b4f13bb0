import { describe, expect, it } from 'vitest'
import { aReport, aReportInput, aQuestionnaire } from '../testing/index.ts'
import type { ChoiceSummary, Frequency, MatrixSummary, QuestionSummary } from '../analysis/index.ts'
import { buildReport } from './build-report.ts'
import { formatCell } from './format-cell.ts'
import type { Report, ReportSection, TableBlock } from './model.ts'
import { numberReport } from './number-report.ts'

const frequency = (code: string, count: number): Frequency => ({
  code,
  label: `odpowiedź ${code}`,
  count,
  ofRespondents: null,
  ofAnswers: null,
})
const base = (validCount: number) => ({
  askedCount: validCount,
  validCount,
  unansweredCount: 0,
  notApplicableCount: 0,
  refusedCount: 0,
})
const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0)
const named = (questionKey: string) => ({
  questionKey,
  questionType: 'SINGLE' as const,
  text: `Pytanie ${questionKey}?`,
  sectionKey: 'main',
  versions: [1],
  isEarlierWording: false,
  notes: [],
})

function choice(
  questionKey: string,
  counts: Readonly<Record<string, number>>,
  respondents?: number,
): ChoiceSummary {
  return {
    kind: 'CHOICE',
    ...named(questionKey),
    base: base(respondents ?? sum(counts)),
    isMultiple: respondents !== undefined,
    frequencies: Object.entries(counts).map(([code, count]) => frequency(code, count)),
    mean: null,
  }
}

/** The need for services: people per level of the scale, by service. */
function needs(rows: Readonly<Record<string, Readonly<Record<string, number>>>>): MatrixSummary {
  return {
    kind: 'MATRIX',
    ...named('serv_need'),
    questionType: 'MATRIX_SINGLE',
    isMultiple: false,
    base: base(300),
    rows: Object.entries(rows).map(([key, counts]) => ({
      key,
      label: `usługa ${key}`,
      base: base(sum(counts)),
      frequencies: Object.entries(counts).map(([code, count]) => frequency(code, count)),
      mean: null,
    })),
  }
}

const reportOf = (...summaries: readonly QuestionSummary[]): Report =>
  buildReport(
    aReportInput(0, {
      summaries,
      questionnaire: aQuestionnaire([]),
      crosstabs: [],
      responseCount: 300,
      modeCounts: [{ mode: 'CAWI', count: 300 }],
    }),
  )

function find(report: Report, code: string): ReportSection {
  const all = (sections: readonly ReportSection[]): readonly ReportSection[] =>
    sections.flatMap((section) => [section, ...all(section.sections)])
  const section = all(report.sections).find((one) => one.code === code)
  if (section === undefined) throw new Error(`no section ${code}`)
  return section
}
const printed = ({ rows }: TableBlock) => rows.map((cells) => cells.map(formatCell))
const tableIn = (report: Report, code: string): TableBlock => {
  const table = find(report, code).blocks.find((block) => block.kind === 'table')
  if (table?.kind !== 'table') throw new Error(`no table in ${code}`)
  return table
}
const textsIn = (report: Report, code: string) =>
  find(report, code).blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'placeholder' ? [block.text] : [],
  )

describe('a question with options', () => {
  it('becomes a sentence, a sorted chart and a table', () => {
    const report = reportOf(choice('prob_rank', { POVERTY: 60, AGEING: 130, '-98': 20, HOUSING: 90 }, 310))

    const { blocks } = find(report, 'A2')

    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'chart', 'table', 'placeholder'])
    expect(blocks[0]).toEqual({
      kind: 'paragraph',
      text:
        'Jako najważniejsze problemy w gminie najczęściej wskazywano: „odpowiedź AGEING” – ok. 42% (37–48%), mniej więcej 4 na 10; ' +
        '„odpowiedź HOUSING” – ok. 29% (24–34%); „odpowiedź POVERTY” – ok. 19% (15–24%) (n\u00a0≈\u00a0310).',
    })
    expect(blocks[1]).toMatchObject({
      categories: ['odpowiedź AGEING', 'odpowiedź HOUSING', 'odpowiedź POVERTY', 'odpowiedź -98'],
      series: [{ values: [42, 29, 19, 6] }],
    })
    expect(printed(tableIn(report, 'A2'))).toEqual([
      ['odpowiedź AGEING', '42%', '37–48% (A)'],
      ['odpowiedź HOUSING', '29%', '24–34% (A)'],
      ['odpowiedź POVERTY', '19%', '15–24% (B)'],
      ['odpowiedź -98', '6%', '4–9% (C)'],
    ])
    expect(tableIn(report, 'A2').notes).toContain(
      'Odsetki nie sumują się do 100%, ponieważ można było wskazać kilka odpowiedzi.',
    )
  })

  it('calls nothing the most frequent that a test cannot tell from the rest', () => {
    const alike = reportOf(choice('prob_rank', { A: 62, B: 60, C: 58, D: 57 }, 240))
    const oneAhead = reportOf(choice('prob_rank', { A: 120, B: 60, C: 58, D: 57 }, 240))

    expect(textsIn(alike, 'A2')[0]).toMatch(
      /^Żadna odpowiedź nie wybija się wyraźnie na czoło: „odpowiedź A”/,
    )
    expect(textsIn(oneAhead, 'A2')[0]).toMatch(
      /najczęściej wskazywano: „odpowiedź A” – ok. 50% \(44–56%\), mniej więcej połowa. Z pozostałych: „odpowiedź B”/,
    )
  })

  it('says what its intervals are, by how people were chosen', () => {
    const { notes, columns } = tableIn(reportOf(choice('live_sat', { '1': 110, '2': 80 })), 'A1')

    expect(columns[2]?.label).toBe('Przedział orientacyjny')
    expect(notes.join(' ')).toContain('To nie jest błąd maksymalny.')
    expect(notes.join(' ')).toContain('A – dokładny')
  })

  it('keeps the order of a scale', () => {
    const report = reportOf(choice('live_sat', { '1': 10, '2': 80, '3': 60 }))

    expect(printed(tableIn(report, 'A1')).map(([label]) => label)).toEqual([
      'odpowiedź 1',
      'odpowiedź 2',
      'odpowiedź 3',
    ])
  })

  it('of fewer than ten people shows no number', () => {
    const report = reportOf(choice('live_sat', { '1': 5, '2': 4 }))

    expect(find(report, 'A1').blocks.map(({ kind }) => kind)).toEqual(['paragraph'])
    expect(textsIn(report, 'A1')[0]).toContain('zbyt mało osób')
  })

  it('of fewer than thirty people is marked as orientation only', () => {
    const report = reportOf(choice('live_sat', { '1': 12, '2': 13 }))

    expect(tableIn(report, 'A1').notes.join(' ')).toContain('dane orientacyjne')
  })

  it('does not show one to four people, nor what they could be computed from', () => {
    const report = reportOf(choice('live_sat', { '1': 3, '2': 60, '3': 40, '-98': 30 }))

    expect(printed(tableIn(report, 'A1'))).toEqual([
      ['odpowiedź 1', '•', '•'],
      ['odpowiedź 2', '45%', '37–53% (A)'],
      ['odpowiedź 3', '30%', '23–38% (B)'],
      ['odpowiedź -98', '•', '•'],
    ])
    expect(tableIn(report, 'A1').notes.join(' ')).toContain('• – wartość ukryta')
  })

  it('puts what is withheld at the end, so that its place tells nothing', () => {
    const report = reportOf(choice('prob_rank', { A: 3, B: 50, C: 0, D: 297 }, 300))

    expect(printed(tableIn(report, 'A2'))).toEqual([
      ['odpowiedź B', '17%', '13–22% (B)'],
      ['odpowiedź C', '–', '0–1% (A)'],
      ['odpowiedź A', '•', '•'],
      ['odpowiedź D', '•', '•'],
    ])
    expect(textsIn(report, 'A2')[0]).toMatch(
      /^Spośród odpowiedzi, które można pokazać: „odpowiedź B” – ok. 17%/,
    )
  })
})

describe('the need for services', () => {
  const full = { '1': 200, '2': 30, '3': 25, '4': 12, '5': 8, '-98': 25 }

  it('is needed, unmet and future need in percent of those who answered', () => {
    const report = reportOf(needs({ RESPITE: full }))

    expect(printed(tableIn(report, 'A3.7'))).toEqual([['usługa RESPITE', '300', '15%', '11%', '10%']])
    expect(textsIn(report, 'A3.7')[0]).toBe(
      'Odsetek badanych, w których gospodarstwie teraz potrzeba opieki wytchnieniowej: 15% (n\u00a0≈\u00a0300). ' +
        'Odsetek badanych, których potrzeba opieki wytchnieniowej nie jest zaspokojona: 11% (n\u00a0≈\u00a0300).',
    )
  })

  it('keeps the unmet need readable when few people use a service', () => {
    const report = reportOf(needs({ RESPITE: { ...full, '4': 2, '-98': 35 } }))

    expect(printed(tableIn(report, 'A3.7'))).toEqual([['usługa RESPITE', '300', '•', '11%', '10%']])
  })

  it('joins the unmet levels when one of them is small', () => {
    const report = reportOf(needs({ RESPITE: { ...full, '5': 2, '-98': 31 } }))

    const chart = find(report, 'A3.7').blocks.find((block) => block.kind === 'chart')

    expect(chart).toMatchObject({
      series: [{ values: [67] }, { values: [10] }, { values: [9] }, { values: [4] }, { values: [10] }],
    })
    expect(printed(tableIn(report, 'A3.7'))).toEqual([['usługa RESPITE', '300', '13%', '9%', '10%']])
  })

  it('never adds hidden levels up to a number of one to four people', () => {
    const report = reportOf(needs({ RESPITE: { '1': 200, '2': 60, '3': 1, '4': 3, '5': 0, '-98': 36 } }))

    expect(printed(tableIn(report, 'A3.7'))[0]?.slice(2, 4)).toEqual(['•', '•'])
  })

  it('is sorted by the unmet need where the gaps are summed up', () => {
    const report = reportOf(
      needs({
        MEALS: full,
        RESPITE: { ...full, '3': 55, '1': 170 },
        REHAB: { ...full, '3': 2, '5': 0, '1': 231 },
      }),
    )

    expect(printed(tableIn(report, 'A8'))).toEqual([
      ['usługa RESPITE', '300', '21%'],
      ['usługa MEALS', '300', '11%'],
      ['usługa REHAB', '300', '•'],
    ])
  })
})

describe('the preferred place of help', () => {
  it('is a sentence about those who named one', () => {
    const report = reportOf(
      choice('serv_future_place', {
        HOME_FAMILY: 100,
        HOME_SERVICES: 60,
        WITH_FAMILY: 20,
        DPS: 20,
        '-98': 100,
      }),
    )

    expect(textsIn(report, 'A3.2')[0]).toBe(
      '90% badanych, którzy wskazali miejsce stałej pomocy, chciałoby otrzymywać ją w swoim domu lub u rodziny (n\u00a0≈\u00a0200).',
    )
  })
})

describe('the method note', () => {
  it('says what an open link means', () => {
    const text = textsIn(aReport(), '0.2').join(' ')

    expect(text).toContain('nie wolno ich uogólniać na wszystkich mieszkańców bez zastrzeżeń')
    expect(text).toContain('od 1\u00a0października\u00a02026\u00a0r. do 15\u00a0listopada\u00a02026\u00a0r.')
    expect(text).toContain('Zebrano około 320\u00a0ankiet')
    expect(text).toContain('Dane są przykładowe')
  })

  it('does not speak of example data or of an open survey where there is none', () => {
    const { survey } = aReportInput(0)
    const real = aReport(30, { survey: { ...survey, isDemo: false } })
    const ongoing = aReport(30, { survey: { ...survey, isFinished: false, sampleType: 'RANDOM' } })

    expect(textsIn(real, '0.2').join(' ')).not.toMatch(/przykładowe|jeszcze trwa/)
    expect(textsIn(ongoing, '0.2').join(' ')).toMatch(/jeszcze trwa.*losowo/)
  })
})

describe('what the survey did not ask', () => {
  it('is a marked empty place', () => {
    const report = reportOf()

    expect(textsIn(report, 'A3.0')).toEqual([
      'Do uzupełnienia: kwestionariusz tego badania nie zawierał pytań do tego rozdziału.',
    ])
    expect(textsIn(report, 'A4.1')[0]).toMatch(/^Do uzupełnienia: usługi w środowisku/)
  })

  it('and what no chapter asks for stands in the annex', () => {
    const report = reportOf(choice('loc_260403_bus', { tak: 200, nie: 100 }))

    expect(tableIn(report, 'Z2').caption).toBe('Pytanie loc_260403_bus?')
  })
})

describe('open answers', () => {
  it('stand in the report only when they were released', () => {
    const open = {
      kind: 'TEXT' as const,
      ...named('open_idea'),
      questionType: 'TEXT_LONG' as const,
      base: base(5),
    }
    const released = [{ questionKey: 'open_idea', text: 'Więcej autobusów.' }]

    const without = buildReport(aReportInput(0, { summaries: [open], releasedAnswers: [] }))
    const report = buildReport(aReportInput(0, { summaries: [open], releasedAnswers: released }))

    expect(textsIn(without, 'A10').join(' ')).toContain('nie dopuścił jeszcze')
    expect(find(report, 'A10').blocks).toContainEqual(
      expect.objectContaining({ kind: 'quotes', quotes: ['Więcej autobusów.'] }),
    )
  })
})

describe('numbers of tables and charts', () => {
  it('run from one in reading order, each kind on its own', () => {
    const { tables, charts } = numberReport(aReport())

    expect(tables.map(({ label }) => label).slice(0, 2)).toEqual(['Tabela nr 1.', 'Tabela nr 2.'])
    expect(tables.map(({ number }) => number)).toEqual(tables.map((_, index) => index + 1))
    expect(charts.map(({ number }) => number)).toEqual(charts.map((_, index) => index + 1))
    expect(tables[0]?.table.caption).toBe('Sposób zbierania odpowiedzi')
  })
})
