import { expect, it } from 'vitest'
import { aReportInput } from '../testing/index.ts'
import { buildReport } from './build-report.ts'
import type { FieldQuote } from './report-input.ts'

const quote: FieldQuote = {
  area: 'DAILY_SUPPORT',
  method: 'INTERVIEW',
  month: '2026-10',
  text: 'Daleko do lekarza.',
}

/** Leads and quotes of the section of people who need support in daily life. */
function quotesOf(fieldQuotes: readonly FieldQuote[]) {
  const report = buildReport({ ...aReportInput(0), fieldQuotes })
  const needs = report.sections.flatMap(({ sections }) => sections).find(({ code }) => code === 'A3')
  const section = needs?.sections.find(({ code }) => code === 'A3.2')
  return section?.blocks.flatMap((block) => (block.kind === 'quotes' ? [[block.lead, ...block.quotes]] : []))
}

it('quotes from the field stand in the section of their area, named by method and month', () => {
  const quotes = quotesOf([
    quote,
    { ...quote, method: 'GROUP', text: 'Brakuje świetlicy.' },
    { ...quote, area: 'DISABILITY', text: 'Schody w urzędzie.' },
    { ...quote, text: 'Zostaję sama na zimę.' },
  ])

  expect(quotes).toEqual([
    [
      'Z notatek terenowych (wywiady, październik\u00a02026\u00a0r.):',
      'Daleko do lekarza.',
      'Zostaję sama na zimę.',
    ],
    ['Z notatek terenowych (rozmowy grupowe, październik\u00a02026\u00a0r.):', 'Brakuje świetlicy.'],
  ])
})

it('a report without notes of the field says nothing of them', () => {
  expect(quotesOf([])).toEqual([])
})
