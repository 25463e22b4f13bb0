import type { FieldQuotesBinding } from '../diagnosis/index.ts'
import type { NoteMethod } from '../note/index.ts'
import type { ReportBlock } from './model.ts'
import type { ReportInput } from './report-input.ts'

const METHODS: Readonly<Record<NoteMethod, string>> = {
  FIELD: 'rozmowy w terenie',
  INTERVIEW: 'wywiady',
  GROUP: 'rozmowy grupowe',
  WORKSHOP: 'warsztaty',
  OBSERVATION: 'obserwacje',
}
const MONTHS: readonly string[] = [
  'styczeń',
  'luty',
  'marzec',
  'kwiecień',
  'maj',
  'czerwiec',
  'lipiec',
  'sierpień',
  'wrzesień',
  'październik',
  'listopad',
  'grudzień',
]

/** „październik 2026 r.” */
function monthInWords(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return `${MONTHS[Number(number) - 1] ?? ''}\u00a0${Number(year)}\u00a0r.`
}

/**
 * Released quotes from notes of the field about the areas of a section, those of one method and month together.
 * Nothing when there are none: not every organiser writes notes.
 */
export function fieldQuoteBlocks(
  { areas }: FieldQuotesBinding,
  { fieldQuotes = [] }: ReportInput,
): readonly ReportBlock[] {
  const byLead = new Map<string, string[]>()
  for (const { area, method, month, text } of fieldQuotes) {
    if (!areas.includes(area)) continue
    const lead = `Z notatek terenowych (${METHODS[method]}, ${monthInWords(month)}):`
    byLead.set(lead, [...(byLead.get(lead) ?? []), text])
  }
  return [...byLead].map(([lead, quotes]) => ({ kind: 'quotes', lead, quotes }))
}
