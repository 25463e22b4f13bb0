import type { RankSummary } from '../analysis/index.ts'
import { sharesBlocks, type ChoiceView } from './choice-blocks.ts'
import type { ReportBlock } from './model.ts'
import { tooFewText } from './notes.ts'
import { behindOf, showChoices } from './shown-frequency.ts'

/** Share of people who put an option among their first choices, sorted. */
export function rankingBlocks(summary: RankSummary, view: Omit<ChoiceView, 'order'>): readonly ReportBlock[] {
  const named = summary.rows.map(({ code, label, namedCount, namedWeighted = 0 }) => ({
    code,
    label,
    count: namedCount,
    weighted: namedWeighted,
  }))
  const shown = showChoices(named, behindOf(summary.base, view.rules))
  if (shown.base === null) return [{ kind: 'paragraph', text: tooFewText(summary.text, view.rules) }]
  return sharesBlocks({ ...view, order: 'byShare', shown, isMultiple: true, rowLabel: 'Odpowiedź' })
}
