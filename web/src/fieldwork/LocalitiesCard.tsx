import type { FieldworkBoard } from '@rozeznanie/core/fieldwork'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../i18n/format.ts'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'

/** Answers by locality, beside the targets of those that have one. */
export function LocalitiesCard({ board }: { readonly board: FieldworkBoard }) {
  const { t } = useTranslation('fieldwork')
  const rows = board.localities.filter(({ target, countedCount }) => target !== null || countedCount > 0)
  if (rows.length === 0) return null
  const missing = (target: number | null, count: number) =>
    target === null ? '–' : formatCount(Math.max(0, target - count))
  return (
    <Card title={t('places.title')}>
      <DataTable
        caption={t('places.caption')}
        isCaptionHidden
        rows={rows}
        rowKey={({ localityId }) => localityId}
        narrow="scroll"
        columns={[
          { key: 'name', header: t('places.name'), isRowHeader: true, cell: ({ name }) => name },
          {
            key: 'count',
            header: t('places.count'),
            align: 'end',
            cell: ({ countedCount }) => formatCount(countedCount),
          },
          {
            key: 'target',
            header: t('places.target'),
            align: 'end',
            cell: ({ target }) => (target === null ? '–' : formatCount(target)),
          },
          {
            key: 'missing',
            header: t('places.missing'),
            align: 'end',
            cell: ({ target, countedCount }) => missing(target, countedCount),
          },
        ]}
      />
    </Card>
  )
}
