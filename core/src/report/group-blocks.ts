import type { Crosstab } from '../analysis/index.ts'
import type { GroupsBinding } from '../diagnosis/index.ts'
import { formatBase, formatPercent } from './format-number.ts'
import type { Cell, ReportBlock, TableBlock } from './model.ts'
import { MULTIPLE_NOTE, signNotes } from './notes.ts'
import { percentCell, showChoices, type ShownFrequency } from './shown-frequency.ts'
import { MINIMUM_BASE } from './withhold.ts'

interface ShownGroup {
  readonly label: string
  readonly base: number
  readonly shown: readonly ShownFrequency[]
}

const emptyFrequency = { ofRespondents: null, ofAnswers: null }

/** Fold the columns of a crosstab into groups; its columns must be of a question with one answer per person. */
function foldGroups(crosstab: Crosstab, { groups }: GroupsBinding): readonly ShownGroup[] {
  return groups.map(({ label, codes }) => {
    const columns = crosstab.columns
      .map(({ code }, index) => (codes.includes(code) ? index : -1))
      .filter((index) => index >= 0)
    const sum = (counts: readonly number[]) =>
      columns.reduce((total, column) => total + (counts[column] ?? 0), 0)
    const base = sum(crosstab.columnTotals)
    const frequencies = crosstab.rows.map((row, index) => ({
      ...row,
      ...emptyFrequency,
      count: sum(crosstab.counts[index] ?? []),
    }))
    return { label, base, shown: showChoices(frequencies, base) }
  })
}

/** What is withheld in one group is withheld in all: the other question tells their sum. */
function hideAcross(groups: readonly ShownGroup[]): readonly ShownGroup[] {
  const isHidden = (row: number) => groups.some(({ shown }) => shown[row]?.count === null)
  return groups.map((group) => ({
    ...group,
    shown: group.shown.map((frequency, row) =>
      isHidden(row) ? { ...frequency, count: null, percent: null } : frequency,
    ),
  }))
}

/** Shares of each option among groups of people; nothing when a group has too few of them. */
export function groupBlocks(
  crosstab: Crosstab,
  binding: GroupsBinding,
  source: string,
): readonly ReportBlock[] {
  if (crosstab.isColumnMultiple) return []
  const groups = hideAcross(foldGroups(crosstab, binding))
  if (groups.length === 0 || groups.some(({ base }) => base < MINIMUM_BASE)) return []
  const order = crosstab.rows
    .map((_, row) => row)
    .sort((left, right) => (groups[0]?.shown[right]?.count ?? -1) - (groups[0]?.shown[left]?.count ?? -1))
  const sorted = groups.map((group) => ({ ...group, shown: order.flatMap((row) => group.shown[row] ?? []) }))
  return [...groupChart(sorted, binding, source), groupTable(sorted, binding, crosstab.isRowMultiple, source)]
}

function groupChart(
  groups: readonly ShownGroup[],
  { chartCaption }: GroupsBinding,
  source: string,
): readonly ReportBlock[] {
  const rows = (groups[0]?.shown ?? [])
    .map(({ percent }, row) => (percent === null ? -1 : row))
    .filter((row) => row >= 0)
  if (rows.length === 0) return []
  const described = groups.map(({ label, base, shown }) => {
    const parts = rows
      .slice(0, 3)
      .map((row) => `„${shown[row]?.label}” ${formatPercent(shown[row]?.percent ?? 0)}`)
    return `${label} (${formatBase(base)}): ${parts.join(', ')}.`
  })
  return [
    {
      kind: 'chart',
      caption: chartCaption,
      shape: 'bars',
      categories: rows.map((row) => groups[0]?.shown[row]?.label ?? ''),
      series: groups.map(({ label, shown }) => ({
        label,
        values: rows.map((row) => shown[row]?.percent ?? null),
      })),
      unit: '%',
      alternativeText: `Wykres słupkowy grupowany. ${described.join(' ')} Wszystkie wartości podaje tabela pod wykresem.`,
      notes: [],
      source,
    },
  ]
}

function groupTable(
  groups: readonly ShownGroup[],
  { tableCaption }: GroupsBinding,
  isMultiple: boolean,
  source: string,
): TableBlock {
  const rows = (groups[0]?.shown ?? []).map(({ label }, row): readonly Cell[] => [
    { kind: 'text', text: label },
    ...groups.map(({ shown }) => percentCell(shown[row]?.percent ?? null)),
  ])
  return {
    kind: 'table',
    caption: tableCaption,
    columns: [
      { label: 'Odpowiedź', kind: 'text' },
      ...groups.map(({ label, base }) => ({
        label: `${label}, % (${formatBase(base)})`,
        kind: 'percent' as const,
      })),
    ],
    rows,
    notes: [
      'Uwzględniono osoby, które odpowiedziały na oba pytania.',
      ...(isMultiple ? [MULTIPLE_NOTE] : []),
      ...signNotes(rows.flat()),
    ],
    source,
  }
}
