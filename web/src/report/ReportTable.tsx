import type { TableBlock } from '@rozeznanie/core/report'
import type { TableRow } from '../charts/ChartWithTable.tsx'
import { DataTable, type Column } from '../ui/DataTable.tsx'
import { tableRows } from './report-data.ts'

interface ReportTableProps {
  readonly table: TableBlock
  /** „Tabela nr 1.” */
  readonly label: string
}

/** A table of the document with its numbered caption, notes and source. */
export function ReportTable({ table, label }: ReportTableProps) {
  const columns = table.columns.map(({ label: header, kind }, place): Column<TableRow> => ({
    key: String(place),
    header,
    cell: ({ cells }) => cells[place] ?? '',
    isRowHeader: place === 0,
    align: kind === 'text' ? 'start' : 'end',
  }))
  return (
    <div className="report__item">
      <DataTable
        caption={`${label} ${table.caption}`}
        columns={columns}
        rows={tableRows(table)}
        rowKey={({ key }) => key}
        narrow="scroll"
      />
      <SourceLines notes={table.notes} source={table.source} />
    </div>
  )
}

interface SourceLinesProps {
  readonly notes: readonly string[]
  readonly source: string
}

/** What stands under every table and chart. */
export function SourceLines({ notes, source }: SourceLinesProps) {
  return (
    <div className="report__source">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p>{source}</p>
    </div>
  )
}
