import type { AnalysisTable, PercentOf } from '../analysis/index.ts'
import { toldBy, type Protected } from '../disclosure/index.ts'
import { formatNumber } from './format-number.ts'
import type { Cell, ChartBlock, ReportBlock, TableBlock } from './model.ts'
import { signNotes } from './notes.ts'

/** A table that the organiser added to a section of the report; it passed disclosure control. */
export interface AddedTable {
  /** Code of the template's node. */
  readonly sectionCode: string
  readonly table: Protected<AnalysisTable>
  readonly percentOf: PercentOf
}

/** A table that was added but cannot be counted for a report: the Polish sentence why. */
export interface RefusedTable {
  readonly sectionCode: string
  readonly problem: string
}

const FIGURES = { COLUMN: 'ofColumn', ROW: 'ofRow', ALL: 'ofAll' } as const
const WEIGHTED_NOTE = 'Odsetki ważone; liczba osób bez ważenia.'
/** More answers than that are told apart in a table only. */
const MOST_SERIES = 6

/** Withheld and empty look the same. */
function percentCell(percent: Protected<number> | null): Cell {
  return percent === null ? { kind: 'suppressed' } : { kind: 'percent', value: percent }
}

const captionOf = ({ rowText, columnText }: AnalysisTable): string =>
  columnText === null ? rowText : `${rowText} Według: ${columnText}`

function percentAt({ table, percentOf }: AddedTable, row: number, column: number): Protected<number> | null {
  const kind = table.columnKey === null ? 'COLUMN' : percentOf
  return toldBy(table, ({ cells }) => cells[row]?.[column]?.[FIGURES[kind]]?.percent)
}

function peopleCell(count: number | null): Cell {
  return count === null ? { kind: 'suppressed' } : { kind: 'text', text: `ok. ${formatNumber(count)}` }
}

function tableBlock(added: AddedTable, source: string): TableBlock {
  const { table } = added
  const rows: (readonly Cell[])[] = table.rows.map(({ label }, row) => [
    { kind: 'text', text: label },
    ...table.columns.map((_, column) => percentCell(percentAt(added, row, column))),
  ])
  const people: readonly Cell[] = [
    { kind: 'text', text: 'Liczba osób' },
    ...table.columnTotals.map(({ count }) => peopleCell(count)),
  ]
  return {
    kind: 'table',
    caption: captionOf(table),
    columns: [
      { label: 'Odpowiedź', kind: 'text' },
      ...table.columns.map(({ label }) => ({ label, kind: 'percent' as const })),
    ],
    rows: [...rows, people],
    notes: [
      ...(table.weightVersion === null ? [] : [WEIGHTED_NOTE]),
      ...table.notes,
      ...signNotes([...rows, people].flat()),
    ],
    source,
    versions: table.versions,
  }
}

/** Bars of one question, or one divided bar for each group where a person gave one answer. */
function chartBlock(added: AddedTable, source: string): readonly ChartBlock[] {
  const { table, percentOf } = added
  const isCrossed = table.columnKey !== null
  if (isCrossed && (table.isRowMultiple || percentOf !== 'COLUMN' || table.rows.length > MOST_SERIES))
    return []
  const share = (row: number, column: number) => percentAt(added, row, column)
  const answers = table.rows.map(({ label }) => label)
  const groups = table.columns.map(({ label }) => label)
  const series = isCrossed
    ? answers.map((label, row) => ({ label, values: groups.map((_, column) => share(row, column)) }))
    : [{ label: '% osób', values: answers.map((_, row) => share(row, 0)) }]
  const shape = isCrossed ? 'stackedBars' : 'bars'
  return [
    {
      kind: 'chart',
      caption: captionOf(table),
      shape,
      categories: isCrossed ? groups : answers,
      series,
      unit: '%',
      alternativeText: `Wykres: ${[captionOf(table), ...table.sentences].join(' ')}`,
      notes: [],
      source,
      versions: table.versions,
    },
  ]
}

/**
 * What a table of the workbench becomes in the report: its sentences, a chart where one can be read, and the table.
 * One that cannot be counted leaves a marked place that says why.
 */
export function addedTableBlocks(added: AddedTable | RefusedTable, source: string): readonly ReportBlock[] {
  if ('problem' in added) return [{ kind: 'placeholder', text: `Do uzupełnienia: ${added.problem}` }]
  const { table } = added
  if (table.hiddenBecause !== null) {
    return [{ kind: 'paragraph', text: `${captionOf(table)} ${table.hiddenBecause}` }]
  }
  const said = table.sentences.join(' ')
  return [
    ...(said === '' ? [] : [{ kind: 'paragraph' as const, text: said }]),
    ...chartBlock(added, source),
    tableBlock(added, source),
  ]
}
