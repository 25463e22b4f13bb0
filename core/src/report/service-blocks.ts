import type { MatrixSummary } from '../analysis/index.ts'
import type { DisplayedShare } from '../disclosure/index.ts'
import { formatBase, formatShare } from './format-number.ts'
import { baseNotes, stackedChart, type PairView } from './matrix-blocks.ts'
import type { Cell, ReportBlock, TableBlock } from './model.ts'
import { signNotes, tooFewText } from './notes.ts'
import { NEED_TONES, showNeed, type ShownNeed } from './service-need.ts'
import { baseCell, shareCell } from './shown-frequency.ts'

interface ServiceView extends PairView {
  /** Names of services in the genitive, by code. */
  readonly genitives: Readonly<Record<string, string>>
}

const MERGED_NOTE =
  'Odpowiedzi „potrzebuję teraz, ale nie korzystam” i „korzystam, ale to nie wystarcza” połączono, aby chronić anonimowość osób badanych.'
const HOUSEHOLD_NOTE = 'Pytanie dotyczyło osoby badanej lub kogoś w jej gospodarstwie domowym.'

/** The need for the services of one area: two sentences, stacked bars and a table. */
export function serviceNeedBlocks(
  summary: MatrixSummary,
  rowKeys: readonly string[],
  view: ServiceView,
): readonly ReportBlock[] {
  const needs = summary.rows
    .filter(({ key }) => rowKeys.includes(key))
    .map((row) => showNeed(row, view.rules))
  if (needs.length === 0) return []
  const enough = needs.filter(({ base }) => base !== null)
  if (enough.length === 0) return [{ kind: 'paragraph', text: tooFewText(summary.text, view.rules) }]
  return [...needSentences(enough, view.genitives), needChart(needs, view), needTable(needs, view)]
}

function needChart(needs: readonly ShownNeed[], view: ServiceView) {
  const isMerged = needs.some(({ base, levels }) => base !== null && levels === null)
  const rows = needs.map(({ label, base, levels, mergedLevels }) => ({
    label,
    base,
    shown: isMerged ? mergedLevels : (levels ?? mergedLevels),
  }))
  const chart = stackedChart({ ...view, rows, tones: NEED_TONES })
  return isMerged ? { ...chart, notes: [...chart.notes, MERGED_NOTE] } : chart
}

function needTable(needs: readonly ShownNeed[], { tableCaption, source }: PairView): TableBlock {
  const rows = needs.map((need): readonly Cell[] => [
    { kind: 'text', text: need.label },
    baseCell(need.base),
    shareCell(need.needed),
    shareCell(need.unmet),
    shareCell(need.future),
  ])
  return {
    kind: 'table',
    caption: tableCaption,
    columns: [
      { label: 'Usługa', kind: 'text' },
      { label: 'n', kind: 'count' },
      { label: 'Potrzebna teraz (%)', kind: 'percent' },
      { label: 'w tym potrzeba niezaspokojona (%)', kind: 'percent' },
      { label: 'Potrzebna w ciągu 5 lat (%)', kind: 'percent' },
    ],
    rows,
    notes: [
      `n – przybliżona liczba osób, które odpowiedziały w danym wierszu; wszystkie wartości w % tych osób. ${HOUSEHOLD_NOTE}`,
      'Potrzeba niezaspokojona: usługa jest potrzebna, ale badani z niej nie korzystają albo korzystają w niewystarczającym zakresie.',
      ...baseNotes(needs),
      ...signNotes(rows.flat()),
    ],
    source,
  }
}

type ShareKey = 'needed' | 'unmet'

const percentOf = (share: DisplayedShare | null): number => share?.percent ?? 0
const formatNeed = (share: DisplayedShare | null): string => (share === null ? '•' : formatShare(share))

function highest(needs: readonly ShownNeed[], share: ShareKey): ShownNeed | undefined {
  const known = needs.filter((need) => percentOf(need[share]) > 0)
  return [...known].sort((left, right) => percentOf(right[share]) - percentOf(left[share]))[0]
}

function serviceName({ code, label }: ShownNeed, genitives: ServiceView['genitives']): string {
  return genitives[code] ?? `usługi „${label}”`
}

/** „Spośród pokazanych wyników” stands where some are withheld: the highest may be among those. */
function scope(needs: readonly ShownNeed[], share: ShareKey): string {
  return needs.some((need) => need[share] === null)
    ? 'Spośród wyników, które można pokazać, najwyższy'
    : 'Najwyższy'
}

function needSentences(
  needs: readonly ShownNeed[],
  genitives: ServiceView['genitives'],
): readonly ReportBlock[] {
  const needed = highest(needs, 'needed')
  const unmet = highest(needs, 'unmet')
  const isAlone = needs.length === 1
  const begin = (share: ShareKey) => (isAlone ? 'Odsetek' : `${scope(needs, share)} odsetek`)
  const sentences = [
    needed &&
      `${begin('needed')} badanych, w których gospodarstwie teraz potrzeba ${serviceName(needed, genitives)}: ${formatNeed(needed.needed)} (${formatBase(needed.base)}).`,
    unmet &&
      `${begin('unmet')} badanych, których potrzeba ${serviceName(unmet, genitives)} nie jest zaspokojona: ${formatNeed(unmet.unmet)} (${formatBase(unmet.base)}).`,
  ].filter((sentence) => sentence !== undefined)
  return sentences.length === 0 ? [] : [{ kind: 'paragraph', text: sentences.join(' ') }]
}

/** Unmet need of all services, largest first; what is withheld stands last. */
export function unmetNeedBlocks(summary: MatrixSummary, view: PairView): readonly ReportBlock[] {
  const needs = summary.rows.map((row) => showNeed(row, view.rules))
  if (needs.every(({ base }) => base === null)) return []
  const sorted = [
    ...needs
      .filter(({ unmet }) => unmet !== null)
      .sort((left, right) => percentOf(right.unmet) - percentOf(left.unmet)),
    ...needs.filter(({ unmet }) => unmet === null),
  ]
  return [...unmetChart(sorted, view), unmetTable(sorted, view)]
}

function unmetChart(needs: readonly ShownNeed[], { chartCaption, source }: PairView): readonly ReportBlock[] {
  const drawn = needs.filter(({ unmet }) => unmet !== null)
  if (drawn.length === 0) return []
  const most = drawn
    .slice(0, 3)
    .map(({ label, unmet, base }) => `${label} ${formatNeed(unmet)} (${formatBase(base)})`)
  return [
    {
      kind: 'chart',
      caption: chartCaption,
      shape: 'bars',
      categories: drawn.map(({ label }) => label),
      series: [
        { label: 'Potrzeba niezaspokojona', values: drawn.map(({ unmet }) => unmet?.percent ?? null) },
      ],
      unit: '%',
      alternativeText: `Wykres słupkowy. Największe odsetki: ${most.join(', ')}. Wszystkie wartości podaje tabela pod wykresem.`,
      notes: [],
      source,
    },
  ]
}

function unmetTable(needs: readonly ShownNeed[], { tableCaption, source }: PairView): TableBlock {
  const rows = needs.map(({ label, base, unmet }): readonly Cell[] => [
    { kind: 'text', text: label },
    baseCell(base),
    shareCell(unmet),
  ])
  return {
    kind: 'table',
    caption: tableCaption,
    columns: [
      { label: 'Usługa', kind: 'text' },
      { label: 'n', kind: 'count' },
      { label: 'Potrzeba niezaspokojona (%)', kind: 'percent' },
    ],
    rows,
    notes: [
      `n – przybliżona liczba osób, które odpowiedziały w danym wierszu. ${HOUSEHOLD_NOTE}`,
      ...baseNotes(needs),
      ...signNotes(rows.flat()),
    ],
    source,
  }
}
