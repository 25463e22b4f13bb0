import type { ChoiceSummary, Crosstab, Frequency } from '../analysis/index.ts'
import type { GroupsBinding } from '../diagnosis/index.ts'
import { formatBase, formatPercent } from './format-number.ts'
import type { Cell, ReportBlock, TableBlock } from './model.ts'
import { MULTIPLE_NOTE, signNotes } from './notes.ts'
import { percentCell, showChoices, type ShownFrequency } from './shown-frequency.ts'
import { MINIMUM_BASE } from './withhold.ts'

const REST_NOTE = 'Wyników pozostałych osób nie pokazujemy, aby nikogo nie można było rozpoznać.'

interface Group {
  readonly label: string
  readonly base: number
  readonly frequencies: readonly Frequency[]
}

interface ShownGroup extends Group {
  readonly shown: readonly ShownFrequency[]
}

/** What a table of groups is made from, beside its binding. */
export interface GroupsInput {
  readonly crosstab: Crosstab
  /** The same question asked of everybody, which the report shows too. */
  readonly everybody: ChoiceSummary
  readonly source: string
}

const emptyFrequency = { ofRespondents: null, ofAnswers: null }
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Fold the columns of a crosstab into groups; its columns must be of a question with one answer per person. */
function foldGroups(crosstab: Crosstab, { groups }: GroupsBinding): readonly Group[] {
  return groups.map(({ label, codes }) => {
    const inGroup = (counts: readonly number[]) =>
      sum(counts.filter((_, column) => codes.includes(crosstab.columns[column]?.code ?? '')))
    const frequencies = crosstab.rows.map((row, index) => ({
      ...row,
      ...emptyFrequency,
      count: inGroup(crosstab.counts[index] ?? []),
    }))
    return { label, base: inGroup(crosstab.columnTotals), frequencies }
  })
}

/** Those in none of the groups: whoever has the answers of everybody can compute theirs. */
function restOf(groups: readonly Group[], { base, frequencies }: ChoiceSummary): Group {
  const countIn = (group: Group, code: string) =>
    group.frequencies.find((frequency) => frequency.code === code)?.count ?? 0
  return {
    label: '',
    base: base.validCount - sum(groups.map((group) => group.base)),
    frequencies: frequencies.map((frequency) => ({
      ...frequency,
      count: frequency.count - sum(groups.map((group) => countIn(group, frequency.code))),
    })),
  }
}

const isTooFew = ({ base }: Group): boolean => base > 0 && base < MINIMUM_BASE

/** The groups that may be shown: without the largest when the rest would otherwise be too few people. */
function shownGroups(groups: readonly Group[], everybody: ChoiceSummary): readonly Group[] {
  if (!isTooFew(restOf(groups, everybody))) return groups
  const largest = Math.max(...groups.map(({ base }) => base))
  const left = groups.findIndex(({ base }) => base === largest)
  return groups.filter((_, index) => index !== left)
}

/** What is withheld in one group, or of those in none, is withheld in all: their sum is shown elsewhere. */
function withhold(groups: readonly Group[], rest: Group): readonly ShownGroup[] {
  const protectedGroups = groups.map((group) => ({
    ...group,
    shown: showChoices(group.frequencies, group.base),
  }))
  const restShown = rest.base === 0 ? [] : showChoices(rest.frequencies, rest.base)
  const lists = [...protectedGroups.map(({ shown }) => shown), restShown]
  const hidden = new Set(lists.flat().flatMap(({ code, count }) => (count === null ? [code] : [])))
  return protectedGroups.map((group) => ({
    ...group,
    shown: group.shown.map((frequency) =>
      hidden.has(frequency.code) ? { ...frequency, count: null, percent: null } : frequency,
    ),
  }))
}

/**
 * Shares of each option of a question with several answers among groups of people; nothing when a group has too few
 * of them. Neither a group nor the people in none of them are told about where they are one to four.
 */
export function groupBlocks(
  binding: GroupsBinding,
  { crosstab, everybody, source }: GroupsInput,
): readonly ReportBlock[] {
  if (crosstab.isColumnMultiple || !crosstab.isRowMultiple) return []
  const folded = foldGroups(crosstab, binding)
  if (folded.length === 0 || folded.some(({ base }) => base < MINIMUM_BASE)) return []
  const chosen = shownGroups(folded, everybody)
  if (chosen.length === 0) return []
  const groups = withhold(chosen, restOf(chosen, everybody))
  const order = crosstab.rows
    .map((_, row) => row)
    .sort((left, right) => (groups[0]?.shown[right]?.count ?? -1) - (groups[0]?.shown[left]?.count ?? -1))
  const sorted = groups.map((group) => ({ ...group, shown: order.flatMap((row) => group.shown[row] ?? []) }))
  const notes = chosen.length < folded.length ? [REST_NOTE] : []
  return [...groupChart(sorted, binding, source), groupTable(sorted, binding, { notes, source })]
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
  { notes, source }: Pick<TableBlock, 'notes' | 'source'>,
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
      MULTIPLE_NOTE,
      ...notes,
      ...signNotes(rows.flat()),
    ],
    source,
  }
}
