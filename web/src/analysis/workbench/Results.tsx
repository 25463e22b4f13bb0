import { useTranslation } from 'react-i18next'
import type { ViewRequest } from '@rozeznanie/core/analysis'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { areComparable, comparedGrid, gridOf } from './grid.ts'
import { TableResult } from './TableResult.tsx'
import type { Tables } from './use-tables.ts'
import type { Table } from './workbench-table.ts'

interface ResultsProps {
  readonly found: Tables
  readonly request: ViewRequest
  readonly onChange: (change: Partial<ViewRequest>) => void
}

/** The tables one under another; questions with the same answers, compared in one. */
export function Results({ found, request, onChange }: ResultsProps) {
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
        <TableResult
          grid={comparedGrid(tables, (count) => t('result.several', { count }))}
          tables={tables}
          sentences={firstSentences(tables)}
          {...{ request, onChange }}
        />
      ) : (
        tables.map((table) => (
          <TableResult
            key={table.rowKey}
            grid={gridOf(table, request.percentOf)}
            tables={[table]}
            sentences={table.sentences}
            {...{ request, onChange }}
          />
        ))
      )}
    </div>
  )
}

const MOST_SENTENCES = 4

/** One sentence of each question, of the first few. */
function firstSentences(tables: readonly Table[]): readonly string[] {
  return tables.slice(0, MOST_SENTENCES).flatMap(({ sentences }) => sentences.slice(0, 1))
}
