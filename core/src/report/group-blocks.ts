import type { ChoiceSummary, Crosstab } from '../analysis/index.ts'
import type { GroupsBinding } from '../diagnosis/index.ts'
import type {
  CountedOption,
  DisclosureRules,
  Protected,
  ProtectedDistribution,
  WeightedBase,
} from '../disclosure/index.ts'
import { formatBase, formatShare } from './format-number.ts'
import { groupDifferences } from './group-differences.ts'
import type { Cell, ReportBlock, TableBlock } from './model.ts'
import { MULTIPLE_NOTE, signNotes } from './notes.ts'
import { shareCell, showChoices } from './shown-frequency.ts'

const REST_NOTE = 'Wyników pozostałych osób nie pokazujemy, aby nikogo nie można było rozpoznać.'

interface Group {
  readonly label: string
  readonly base: number
  /** Absent without weights. */
  readonly byWeight?: WeightedBase
  readonly frequencies: readonly CountedOption[]
}

interface ShownGroup {
  readonly label: string
  readonly shown: ProtectedDistribution
}

/** What a table of groups is made from, beside its binding. */
export interface GroupsInput {
  readonly crosstab: Crosstab
  /** The same question asked of everybody, which the report shows too. */
  readonly everybody: ChoiceSummary
  readonly source: string
  /** What the question demands of its results. */
  readonly rules: DisclosureRules
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Fold the columns of a crosstab into groups; its columns must be of a question with one answer per person. */
function foldGroups(crosstab: Crosstab, { groups }: GroupsBinding): readonly Group[] {
  return groups.map(({ label, codes }) => {
    const inGroup = (counts: readonly number[]) =>
      sum(counts.filter((_, column) => codes.includes(crosstab.columns[column]?.code ?? '')))
    const { counts, columnTotals, byWeight } = crosstab
    const frequencies = crosstab.rows.map((row, index) => ({
      ...row,
      count: inGroup(counts[index] ?? []),
      ...(byWeight && { weighted: inGroup(byWeight.cells[index] ?? []) }),
    }))
    const base = inGroup(columnTotals)
    if (byWeight === undefined) return { label, base, frequencies }
    const weighted = inGroup(byWeight.columnTotals)
    const effective = weighted ** 2 / inGroup(byWeight.columnSquares)
    return { label, base, byWeight: { weighted, effective }, frequencies }
  })
}

/** Those in none of the groups, only as people: whoever has the answers of everybody can compute theirs. */
function restOf(groups: readonly Group[], { base, frequencies }: ChoiceSummary): Group {
  const countIn = (group: Group, code: string) =>
    group.frequencies.find((frequency) => frequency.code === code)?.count ?? 0
  return {
    label: '',
    base: base.validCount - sum(groups.map((group) => group.base)),
    frequencies: frequencies.map(({ code, label, count }) => ({
      code,
      label,
      count: count - sum(groups.map((group) => countIn(group, code))),
    })),
  }
}

const isTooFew = ({ base }: Group, least: number): boolean => base > 0 && base < least

/** The groups that may be shown: without the largest when the rest would otherwise be too few people. */
function shownGroups(
  groups: readonly Group[],
  everybody: ChoiceSummary,
  { minimumBase }: DisclosureRules,
): readonly Group[] {
  if (!isTooFew(restOf(groups, everybody), minimumBase)) return groups
  const largest = Math.max(...groups.map(({ base }) => base))
  const left = groups.findIndex(({ base }) => base === largest)
  return groups.filter((_, index) => index !== left)
}

const hiddenCodes = ({ frequencies }: ProtectedDistribution): readonly string[] =>
  frequencies.flatMap(({ code, share }) => (share === null ? [code] : []))

/** What is withheld in one group, or of those in none, is withheld in all: their sum is shown elsewhere. */
function withhold(groups: readonly Group[], rest: Group, rules: DisclosureRules): readonly ShownGroup[] {
  const show = ({ frequencies, base, byWeight }: Group) => showChoices(frequencies, { base, byWeight, rules })
  const shown = groups.map(show)
  const unseen = rest.base === 0 ? [] : [show(rest)]
  const hidden = [...shown, ...unseen].flatMap(hiddenCodes)
  return groups.map(({ label }, index) => ({ label, shown: shown[index]!.withheld(hidden) }))
}

/** Rows by what is shown of the first group, largest first; what is withheld stands last. */
function orderOf([first]: readonly ShownGroup[]): readonly number[] {
  const percentOf = (row: number) => first?.shown.frequencies[row]?.share?.percent ?? -1
  return (first?.shown.frequencies ?? [])
    .map((_, row) => row)
    .sort((left, right) => percentOf(right) - percentOf(left))
}

/** A group as its columns and bars stand. */
interface Column {
  readonly label: string
  readonly base: Protected<number> | null
  /** How many answers its shares are as certain as. */
  readonly certainBase: Protected<number> | null
  readonly lines: ProtectedDistribution['frequencies']
}

/**
 * Shares of each option of a question with several answers among groups of people; nothing when a group has too few
 * of them. Neither a group nor the people in none of them are told about where they are one to four.
 */
export function groupBlocks(
  binding: GroupsBinding,
  { crosstab, everybody, source, rules }: GroupsInput,
): readonly ReportBlock[] {
  if (crosstab.isColumnMultiple || !crosstab.isRowMultiple) return []
  const folded = foldGroups(crosstab, binding)
  if (folded.length === 0 || folded.some(({ base }) => base < rules.minimumBase)) return []
  const chosen = shownGroups(folded, everybody, rules)
  if (chosen.length === 0) return []
  const groups = withhold(chosen, restOf(chosen, everybody), rules)
  const order = orderOf(groups)
  const columns = groups.map(({ label, shown }) => ({
    label,
    base: shown.base,
    certainBase: shown.certainBase,
    lines: order.flatMap((row) => shown.frequencies[row] ?? []),
  }))
  const compared = columns.map(({ label, certainBase, lines }) => ({ label, base: certainBase, lines }))
  const notes = chosen.length < folded.length ? [REST_NOTE] : []
  return [
    ...groupDifferences(compared).map((text) => ({ kind: 'paragraph', text }) as const),
    ...groupChart(columns, binding, source),
    groupTable(columns, binding, { notes, source }),
  ]
}

function groupChart(
  columns: readonly Column[],
  { chartCaption }: GroupsBinding,
  source: string,
): readonly ReportBlock[] {
  const rows = (columns[0]?.lines ?? []).flatMap(({ share }, row) => (share === null ? [] : [row]))
  if (rows.length === 0) return []
  const described = columns.map(({ label, base, lines }) => {
    const parts = rows.slice(0, 3).flatMap((row) => {
      const line = lines[row]
      return line?.share ? [`„${line.label}” ${formatShare(line.share)}`] : []
    })
    return `${label} (${formatBase(base)}): ${parts.join(', ')}.`
  })
  return [
    {
      kind: 'chart',
      caption: chartCaption,
      shape: 'bars',
      categories: rows.map((row) => columns[0]?.lines[row]?.label ?? ''),
      series: columns.map(({ label, lines }) => ({
        label,
        values: rows.map((row) => lines[row]?.share?.percent ?? null),
      })),
      unit: '%',
      alternativeText: `Wykres słupkowy grupowany. ${described.join(' ')} Wszystkie wartości podaje tabela pod wykresem.`,
      notes: [],
      source,
    },
  ]
}

function groupTable(
  columns: readonly Column[],
  { tableCaption }: GroupsBinding,
  { notes, source }: Pick<TableBlock, 'notes' | 'source'>,
): TableBlock {
  const rows = (columns[0]?.lines ?? []).map(({ label }, row): readonly Cell[] => [
    { kind: 'text', text: label },
    ...columns.map(({ lines }) => shareCell(lines[row]?.share ?? null)),
  ])
  return {
    kind: 'table',
    caption: tableCaption,
    columns: [
      { label: 'Odpowiedź', kind: 'text' },
      ...columns.map(({ label, base }) => ({
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
