import type { ChoiceSummary } from '../analysis/index.ts'
import type { ShareBinding } from '../diagnosis/index.ts'
import type { DisclosureRules } from '../disclosure/index.ts'
import { DONT_KNOW } from '../questionnaire/index.ts'
import { formatNumber, formatShare } from './format-number.ts'
import type { ReportBlock } from './model.ts'
import { behindOf, showDistribution } from './shown-frequency.ts'

/** One sentence with the share of some options; nothing when it would tell what the table withholds. */
export function shareBlocks(
  summary: ChoiceSummary,
  { codes, withoutCodes, text }: ShareBinding,
  rules: DisclosureRules,
): readonly ReportBlock[] {
  const behind = behindOf(summary.base, rules)
  const told = showDistribution(summary.frequencies, behind, [DONT_KNOW]).shareOf(codes, withoutCodes)
  if (told === null) return []
  const sentence = text
    .replace('{procent}', formatShare(told.share))
    .replace('n = ', 'n\u00a0≈\u00a0')
    .replace('{n}', formatNumber(told.base))
  return [{ kind: 'paragraph', text: sentence }]
}
