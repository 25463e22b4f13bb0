import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewRequest } from '@rozeznanie/core/analysis'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { extremeMeans } from './extreme-means.ts'
import { areComparable, comparedGrid, type Grid, gridOf } from './grid.ts'
import { TableResult } from './TableResult.tsx'
import type { Tables } from './use-tables.ts'

interface ResultsProps {
  readonly found: Tables
  readonly request: ViewRequest
  readonly onChange: (change: Partial<ViewRequest>) => void
  /** What can be done with one result: given the request of it alone. */
  readonly actionsOf: (request: ViewRequest) => ReactNode
}

/** The tables one under another; questions with the same answers, compared in one. */
export function Results({ found, request, onChange, actionsOf }: ResultsProps) {
  const { t } = useTranslation('workbench')
  const { tables, isLoading } = found
  if (isLoading && tables.length === 0) return <Skeleton />
  const said = tables.map(({ sentences }) => sentences[0] ?? '').join(' ')
  return (
    <div className={isLoading ? 'workbench__tables workbench__tables--old' : 'workbench__tables'}>
      <p className="visually-hidden" role="status">
        {isLoading ? '' : t('result.announced', { count: tables.length, said })}
      </p>
      {areComparable(tables) ? (
        <Compared
          grid={comparedGrid(tables, (count) => t('result.several', { count }))}
          {...{ tables, request, onChange, actionsOf }}
        />
      ) : (
        tables.map((table) => (
          <TableResult
            key={table.rowKey}
            grid={gridOf(table, request.percentOf)}
            tables={[table]}
            sentences={table.sentences}
            actions={actionsOf({ ...request, rowKeys: [table.rowKey] })}
            {...{ request, onChange }}
          />
        ))
      )}
    </div>
  )
}

interface ComparedProps extends Omit<ResultsProps, 'found'> {
  readonly grid: Grid
  readonly tables: Tables['tables']
}

/** Several questions in one chart, with the two that lie farthest apart in words. */
function Compared({ grid, actionsOf, ...result }: ComparedProps) {
  const { t } = useTranslation('workbench')
  const extremes = extremeMeans(grid)
  const sentences = extremes ? [t('result.extremes', { ...extremes })] : []
  return <TableResult grid={grid} sentences={sentences} actions={actionsOf(result.request)} {...result} />
}
