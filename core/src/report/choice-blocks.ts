import { shareInWords, type ChoiceSummary } from '../analysis/index.ts'
import type { DisclosureRules, ProtectedDistribution, ProtectedFrequency } from '../disclosure/index.ts'
import { DONT_KNOW, NOT_APPLICABLE, REFUSED } from '../questionnaire/index.ts'
import type { SampleType } from '../survey/index.ts'
import { certaintyCell, intervalHeading, intervalNotes, shareWithRange } from './certainty.ts'
import { formatBase } from './format-number.ts'
import { leadingOf, type NamedLine } from './leading.ts'
import type { ChartBlock, ReportBlock, TableBlock } from './model.ts'
import { listShares, notesFor, tooFewText } from './notes.ts'
import { behindOf, shareCell, showChoices, showDistribution } from './shown-frequency.ts'

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
  /** It decides what intervals may be called. */
  readonly sampleType: SampleType
}

interface SharesView extends ChoiceView {
  readonly shown: ProtectedDistribution
  readonly isMultiple: boolean
  /** Heading of the first column. */
  readonly rowLabel: string
}

/** A sentence, a chart and a table for a question with options; a sentence only, when too few people answered. */
export function choiceBlocks(summary: ChoiceSummary, view: ChoiceView): readonly ReportBlock[] {
  const behind = behindOf(summary.base, view.rules)
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

const NO_ORDER = 'Żadna odpowiedź nie wybija się wyraźnie na czoło'
const SHOWN_ONLY = 'Spośród odpowiedzi, które można pokazać'

/** Answers with their ranges, the first in words as well. */
function withRanges(
  lines: readonly NamedLine[],
  base: ProtectedDistribution['base'],
  isFirst: boolean,
): string {
  const parts = lines.map(({ label, share }, at) => {
    const words = isFirst && at === 0 ? `, ${shareInWords(share.percent)}` : ''
    return `„${label}” – ${shareWithRange(share, base)}${words}`
  })
  return parts.join('; ')
}

/** Only what a test has found is called the most frequent; everything else is told without an order. */
function leadSentence({
  lines,
  shown,
  isMultiple,
  lead = DEFAULT_LEAD,
}: OrderedView): readonly ReportBlock[] {
  const { base, certainBase } = shown
  const { named, certainCount, isPartial } = leadingOf({ lines, base: certainBase, isMultiple })
  if (named.length === 0) return []
  const told = (subject: string, leading: readonly NamedLine[]) =>
    `${subject}: ${withRanges(leading, certainBase, true)}`
  const rest = named.slice(certainCount)
  const next =
    certainCount > 0 && rest.length > 0 ? `. Z pozostałych: ${withRanges(rest, certainBase, false)}` : ''
  const first =
    certainCount > 0
      ? told(lead, named.slice(0, certainCount))
      : told(isPartial ? SHOWN_ONLY : NO_ORDER, named)
  return [{ kind: 'paragraph', text: `${first}${next} (${formatBase(base)}).` }]
}

function sharesChart({ lines, shown, isMultiple, chartCaption, source }: OrderedView): readonly ChartBlock[] {
  const drawn = lines.filter(({ share }) => share !== null)
  if (drawn.length === 0) return []
  const most = leadingOf({ lines, base: shown.certainBase, isMultiple }).named
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

function sharesTable(view: OrderedView): TableBlock {
  const { lines, shown, isMultiple, rowLabel, tableCaption, source, sampleType } = view
  const rows = lines.map(
    ({ label, share }) =>
      [{ kind: 'text', text: label }, shareCell(share), certaintyCell(share, shown.certainBase)] as const,
  )
  const cells = rows.flat()
  return {
    kind: 'table',
    caption: tableCaption,
    columns: [
      { label: rowLabel, kind: 'text' },
      { label: '% badanych', kind: 'percent' },
      { label: intervalHeading(sampleType), kind: 'text' },
    ],
    rows,
    notes: [...notesFor({ base: shown.base, isMultiple, cells }), ...intervalNotes(sampleType, cells)],
    source,
  }
}
