import type { ChoiceSummary } from '../analysis/index.ts'
import { DONT_KNOW, NOT_APPLICABLE, REFUSED } from '../questionnaire/index.ts'
import { formatBase } from './format-number.ts'
import type { ChartBlock, ReportBlock, TableBlock } from './model.ts'
import { listShares, notesFor, tooFewText } from './notes.ts'
import {
  countCell,
  percentCell,
  showChoices,
  showDistribution,
  type ShownFrequency,
} from './shown-frequency.ts'
import { MINIMUM_BASE } from './withhold.ts'

const SPECIAL_CODES: readonly string[] = [NOT_APPLICABLE, DONT_KNOW, REFUSED]
const DEFAULT_LEAD = 'Najczęściej wybierano'

/** How the options of one question are shown. */
export interface ChoiceView {
  readonly order: 'byShare' | 'asListed'
  readonly lead?: string
  readonly tableCaption: string
  readonly chartCaption: string
  readonly source: string
}

interface SharesView extends ChoiceView {
  readonly shown: readonly ShownFrequency[]
  readonly base: number
  readonly isMultiple: boolean
  /** Heading of the first column. */
  readonly rowLabel: string
}

/** A sentence, a chart and a table for a question with options; a sentence only, when too few people answered. */
export function choiceBlocks(summary: ChoiceSummary, view: ChoiceView): readonly ReportBlock[] {
  const base = summary.base.validCount
  if (base < MINIMUM_BASE) return [{ kind: 'paragraph', text: tooFewText(summary.text) }]
  const shown = summary.isMultiple
    ? showChoices(summary.frequencies, base)
    : showDistribution(summary.frequencies, base, [DONT_KNOW])
  return sharesBlocks({ ...view, shown, base, isMultiple: summary.isMultiple, rowLabel: 'Odpowiedź' })
}

/** A sentence, a chart and a table for shares that are already cleared of small cells. */
export function sharesBlocks(view: SharesView): readonly ReportBlock[] {
  const shown = view.order === 'byShare' ? sortByShare(view.shown) : view.shown
  const sorted = { ...view, shown }
  return [...leadSentence(sorted), ...sharesChart(sorted), sharesTable(sorted)]
}

/** Largest first; „nie wiem” and what is withheld stand last, in the order of the questionnaire. */
function sortByShare(shown: readonly ShownFrequency[]): readonly ShownFrequency[] {
  const isRanked = ({ code, count }: ShownFrequency) => count !== null && !SPECIAL_CODES.includes(code)
  const ranked = shown.filter(isRanked).sort((left, right) => (right.count ?? 0) - (left.count ?? 0))
  const rest = shown.filter((frequency) => !isRanked(frequency))
  return [
    ...ranked,
    ...rest.filter(({ count }) => count !== null),
    ...rest.filter(({ count }) => count === null),
  ]
}

const isNamed = (
  frequency: ShownFrequency,
): frequency is ShownFrequency & { count: number; percent: number } =>
  frequency.count !== null && frequency.percent !== null && frequency.count > 0

/** The three most frequent answers, more only where the last place is shared. */
function mostFrequent(shown: readonly ShownFrequency[]) {
  const named = [...shown].filter(isNamed).sort((left, right) => right.count - left.count)
  const third = named[2]?.count ?? 0
  return named.filter((frequency, index) => index < 3 || (frequency.count === third && index < 5))
}

function leadSentence({ shown, base, lead = DEFAULT_LEAD }: SharesView): readonly ReportBlock[] {
  const most = mostFrequent(shown)
  if (most.length === 0) return []
  return [{ kind: 'paragraph', text: `${lead}: ${listShares(most)}; ${formatBase(base)}.` }]
}

function sharesChart({ shown, base, chartCaption, source }: SharesView): readonly ChartBlock[] {
  const drawn = shown.filter(({ percent }) => percent !== null)
  if (drawn.length === 0) return []
  const most = mostFrequent(shown)
  return [
    {
      kind: 'chart',
      caption: chartCaption,
      shape: 'bars',
      categories: drawn.map(({ label }) => label),
      series: [{ label: 'Odsetek badanych', values: drawn.map(({ percent }) => percent) }],
      unit: '%',
      alternativeText: `Wykres słupkowy. Największe odsetki: ${listShares(most)}; ${formatBase(base)}. Wszystkie wartości podaje tabela pod wykresem.`,
      notes: [],
      source,
    },
  ]
}

function sharesTable({ shown, base, isMultiple, rowLabel, tableCaption, source }: SharesView): TableBlock {
  const rows = shown.map(
    ({ label, count, percent }) =>
      [{ kind: 'text', text: label }, countCell(count), percentCell(percent)] as const,
  )
  return {
    kind: 'table',
    caption: tableCaption,
    columns: [
      { label: rowLabel, kind: 'text' },
      { label: 'Liczba osób', kind: 'count' },
      { label: '% badanych', kind: 'percent' },
    ],
    rows,
    notes: notesFor({ base, isMultiple, cells: rows.flat() }),
    source,
  }
}
