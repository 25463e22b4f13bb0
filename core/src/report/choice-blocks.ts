import type { ChoiceSummary } from '../analysis/index.ts'
import type {
  DisclosureRules,
  DisplayedShare,
  ProtectedDistribution,
  ProtectedFrequency,
} from '../disclosure/index.ts'
import { DONT_KNOW, NOT_APPLICABLE, REFUSED } from '../questionnaire/index.ts'
import { formatBase } from './format-number.ts'
import type { ChartBlock, ReportBlock, TableBlock } from './model.ts'
import { listShares, notesFor, tooFewText } from './notes.ts'
import { shareCell, showChoices, showDistribution } from './shown-frequency.ts'

const SPECIAL_CODES: readonly string[] = [NOT_APPLICABLE, DONT_KNOW, REFUSED]
const DEFAULT_LEAD = 'Najczęściej wybierano'

/** How the options of one question are shown. */
export interface ChoiceView {
  readonly order: 'byShare' | 'asListed'
  readonly lead?: string
  readonly tableCaption: string
  readonly chartCaption: string
  readonly source: string
  /** What the question demands of its results. */
  readonly rules: DisclosureRules
}

interface SharesView extends ChoiceView {
  readonly shown: ProtectedDistribution
  readonly isMultiple: boolean
  /** Heading of the first column. */
  readonly rowLabel: string
}

/** A sentence, a chart and a table for a question with options; a sentence only, when too few people answered. */
export function choiceBlocks(summary: ChoiceSummary, view: ChoiceView): readonly ReportBlock[] {
  const behind = { base: summary.base.validCount, rules: view.rules }
  const shown = summary.isMultiple
    ? showChoices(summary.frequencies, behind)
    : showDistribution(summary.frequencies, behind, [DONT_KNOW])
  if (shown.base === null) return [{ kind: 'paragraph', text: tooFewText(summary.text, view.rules) }]
  return sharesBlocks({ ...view, shown, isMultiple: summary.isMultiple, rowLabel: 'Odpowiedź' })
}

interface OrderedView extends SharesView {
  /** In the order in which they stand. */
  readonly lines: readonly ProtectedFrequency[]
}

/** A sentence, a chart and a table for shares that are already cleared of small cells. */
export function sharesBlocks(view: SharesView): readonly ReportBlock[] {
  const { frequencies } = view.shown
  const ordered = { ...view, lines: view.order === 'byShare' ? sortByShare(frequencies) : frequencies }
  return [...leadSentence(ordered), ...sharesChart(ordered), sharesTable(ordered)]
}

/**
 * Largest first, by what is shown, so that the order says no more; „nie wiem” and what is withheld stand last, in the
 * order of the questionnaire.
 */
function sortByShare(lines: readonly ProtectedFrequency[]): readonly ProtectedFrequency[] {
  const isRanked = ({ code, share }: ProtectedFrequency) => share !== null && !SPECIAL_CODES.includes(code)
  const ranked = lines
    .filter(isRanked)
    .sort((left, right) => (right.share?.percent ?? 0) - (left.share?.percent ?? 0))
  const rest = lines.filter((line) => !isRanked(line))
  return [
    ...ranked,
    ...rest.filter(({ share }) => share !== null),
    ...rest.filter(({ share }) => share === null),
  ]
}

const isNamed = (line: ProtectedFrequency): line is ProtectedFrequency & { share: DisplayedShare } =>
  line.share !== null && line.share.percent > 0

/** The three most frequent answers, more only where the last place is shared. */
function mostFrequent(lines: readonly ProtectedFrequency[]) {
  const named = lines.filter(isNamed).sort((left, right) => right.share.percent - left.share.percent)
  const third = named[2]?.share.percent ?? 0
  return named.filter(({ share }, index) => index < 3 || (share.percent === third && index < 5))
}

function leadSentence({ lines, shown, lead = DEFAULT_LEAD }: OrderedView): readonly ReportBlock[] {
  const most = mostFrequent(lines)
  if (most.length === 0) return []
  return [{ kind: 'paragraph', text: `${lead}: ${listShares(most)}; ${formatBase(shown.base)}.` }]
}

function sharesChart({ lines, shown, chartCaption, source }: OrderedView): readonly ChartBlock[] {
  const drawn = lines.filter(({ share }) => share !== null)
  if (drawn.length === 0) return []
  const most = mostFrequent(lines)
  return [
    {
      kind: 'chart',
      caption: chartCaption,
      shape: 'bars',
      categories: drawn.map(({ label }) => label),
      series: [{ label: 'Odsetek badanych', values: drawn.map(({ share }) => share?.percent ?? null) }],
      unit: '%',
      alternativeText: `Wykres słupkowy. Największe odsetki: ${listShares(most)}; ${formatBase(shown.base)}. Wszystkie wartości podaje tabela pod wykresem.`,
      notes: [],
      source,
    },
  ]
}

function sharesTable({ lines, shown, isMultiple, rowLabel, tableCaption, source }: OrderedView): TableBlock {
  const rows = lines.map(({ label, share }) => [{ kind: 'text', text: label }, shareCell(share)] as const)
  return {
    kind: 'table',
    caption: tableCaption,
    columns: [
      { label: rowLabel, kind: 'text' },
      { label: '% badanych', kind: 'percent' },
    ],
    rows,
    notes: notesFor({ base: shown.base, isMultiple, cells: rows.flat() }),
    source,
  }
}
