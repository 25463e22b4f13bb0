import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable, type Column } from '../ui/DataTable.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import './charts.css'

export interface TableRow {
  readonly key: string
  /** Cells in the order of the columns; the first names the row. */
  readonly cells: readonly string[]
}

interface ChartWithTableProps {
  readonly caption: string
  readonly chart: ReactNode
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  readonly isTableOpen: boolean
  readonly notes?: readonly string[]
}

/** A chart is never alone: the same numbers stand in a table under it. */
export function ChartWithTable({
  caption,
  chart,
  columns,
  rows,
  isTableOpen,
  notes = [],
}: ChartWithTableProps) {
  const { t } = useTranslation('charts')
  const tableColumns = columns.map((header, place): Column<TableRow> => ({
    key: `${place}`,
    header,
    cell: (row) => row.cells[place] ?? '',
    isRowHeader: place === 0,
    align: place === 0 ? 'start' : 'end',
  }))
  return (
    <div className="chart-with-table">
      {chart}
      {notes.map((note) => (
        <p className="muted chart__note" key={note}>
          {note}
        </p>
      ))}
      <Disclosure key={String(isTableOpen)} summary={t('table')} isOpenAtFirst={isTableOpen}>
        <DataTable
          caption={caption}
          columns={tableColumns}
          rows={rows}
          rowKey={(row) => row.key}
          narrow="scroll"
        />
      </Disclosure>
    </div>
  )
}
