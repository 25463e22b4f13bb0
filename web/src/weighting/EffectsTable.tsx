import { useTranslation } from 'react-i18next'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { pointsBetween, wholePercent } from './comparison-data.ts'
import type { Plan } from './use-plan.ts'

interface EffectsTableProps {
  readonly effects: Plan['effects']
}

/** How the results of the survey change: the questions that weighting moves the most. */
export function EffectsTable({ effects }: EffectsTableProps) {
  const { t } = useTranslation('weighting')
  return (
    <Card title={t('effects.title')}>
      <p className="measure">{t('effects.lead')}</p>
      <DataTable
        caption={t('effects.title')}
        isCaptionHidden
        rows={effects}
        rowKey={({ questionText }) => questionText}
        columns={[
          {
            key: 'question',
            header: t('effects.question'),
            isRowHeader: true,
            cell: ({ questionText }) => questionText,
          },
          { key: 'answer', header: t('effects.answer'), cell: ({ answer }) => answer },
          {
            key: 'before',
            header: t('effects.before'),
            align: 'end',
            cell: ({ unweightedPercent }) => wholePercent(unweightedPercent),
          },
          {
            key: 'after',
            header: t('effects.after'),
            align: 'end',
            cell: ({ weightedPercent }) => wholePercent(weightedPercent),
          },
          {
            key: 'change',
            header: t('effects.change'),
            align: 'end',
            cell: ({ unweightedPercent, weightedPercent }) =>
              t('effects.points', { points: pointsBetween(unweightedPercent, weightedPercent) }),
          },
        ]}
      />
    </Card>
  )
}
