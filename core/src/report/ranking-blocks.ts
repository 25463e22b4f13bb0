import type { RankSummary } from '../analysis/index.ts'
import { sharesBlocks, type ChoiceView } from './choice-blocks.ts'
import type { ReportBlock } from './model.ts'
import { tooFewText } from './notes.ts'
import { showChoices } from './shown-frequency.ts'
import { MINIMUM_BASE } from './withhold.ts'

/** Share of people who put an option among their first choices, sorted. */
export function rankingBlocks(summary: RankSummary, view: Omit<ChoiceView, 'order'>): readonly ReportBlock[] {
  const base = summary.base.validCount
  if (base < MINIMUM_BASE) return [{ kind: 'paragraph', text: tooFewText(summary.text) }]
  const named = summary.rows.map(({ code, label, namedCount }) => ({
    code,
    label,
    count: namedCount,
    ofRespondents: null,
    ofAnswers: null,
  }))
  return sharesBlocks({
    ...view,
    order: 'byShare',
    shown: showChoices(named, base),
    base,
    isMultiple: true,
    rowLabel: 'Odpowiedź',
  })
}
