import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './table.css'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** The cell that names the row; one column of the table. */
  readonly isRowHeader?: boolean
  /** Figures stand to the right. */
  readonly align?: 'start' | 'end'
}

interface DataTableProps<Row> {
  readonly caption: string
  readonly isCaptionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** On a phone: every row becomes a card, or the table scrolls inside its frame (figures). */
  readonly narrow?: 'cards' | 'scroll'
}

/** A table with a caption and header cells; the roles are written out because cards take the native ones away. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, isCaptionHidden = false, columns, rows, rowKey, narrow = 'cards' } = props
  const { t } = useTranslation('ui')
  const scroll = narrow === 'scroll' && {
    tabIndex: 0,
    role: 'region',
    'aria-label': t('tableScroll', { caption }),
  }
  return (
    <div className="table-frame" {...scroll}>
      <table className={`table table--${narrow}`} role="table">
        <caption className={isCaptionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} scope="col" role="columnheader" className={alignClass(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) =>
                column.isRowHeader ? (
                  <th key={column.key} scope="row" role="rowheader" className={alignClass(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} role="cell" className={alignClass(column)} data-label={column.header}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function alignClass({ align }: { readonly align?: 'start' | 'end' }): string | undefined {
  return align === 'end' ? 'table__end' : undefined
}
