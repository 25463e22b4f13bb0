import type { ChoiceSummary } from '../analysis/index.ts'
import type { ShareBinding } from '../diagnosis/index.ts'
import { DONT_KNOW } from '../questionnaire/index.ts'
import { formatNumber, formatPercent } from './format-number.ts'
import type { ReportBlock } from './model.ts'
import { shareOf } from './service-need.ts'
import { showDistribution } from './shown-frequency.ts'
import { MINIMUM_BASE } from './withhold.ts'

/** One sentence with the share of some options; nothing when it would tell what the table withholds. */
export function shareBlocks(
  summary: ChoiceSummary,
  { codes, withoutCodes, text }: ShareBinding,
): readonly ReportBlock[] {
  const shown = showDistribution(summary.frequencies, summary.base.validCount, [DONT_KNOW])
  const counted = shown.filter(({ code }) => !withoutCodes.includes(code))
  const leftOut = shown.filter(({ code }) => withoutCodes.includes(code))
  if (leftOut.some(({ count }) => count === null)) return []
  const base = summary.base.validCount - leftOut.reduce((sum, { count }) => sum + (count ?? 0), 0)
  const percent = base < MINIMUM_BASE ? null : shareOf(counted, codes, base)
  if (percent === null) return []
  const sentence = text.replace('{procent}', formatPercent(percent)).replace('{n}', formatNumber(base))
  return [{ kind: 'paragraph', text: sentence.replace('n = ', 'n\u00a0=\u00a0') }]
}
