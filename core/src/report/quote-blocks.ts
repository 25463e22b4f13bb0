import type { QuotesBinding } from '../diagnosis/index.ts'
import type { ReportBlock } from './model.ts'
import type { ReportInput } from './report-input.ts'

const NONE_RELEASED =
  'Do uzupełnienia: odpowiedzi otwarte. Organizator nie dopuścił jeszcze do raportu żadnej odpowiedzi na to pytanie.'

/** The released answers to an open question, or a marked place for them. */
export function quoteBlocks(
  { question, lead }: QuotesBinding,
  { releasedAnswers }: ReportInput,
): readonly ReportBlock[] {
  const quotes = releasedAnswers.filter(({ questionKey }) => questionKey === question).map(({ text }) => text)
  return quotes.length === 0
    ? [{ kind: 'placeholder', text: NONE_RELEASED }]
    : [{ kind: 'quotes', lead, quotes }]
}
