import { bandLabel, type FieldworkBoard, type QuotaCell, SEXES } from '@rozeznanie/core/fieldwork'
import { useTranslation } from 'react-i18next'
import { formatCount, formatDay } from '../i18n/format.ts'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { fieldworkPath } from './fieldwork.paths.ts'

interface QuotaCardProps {
  readonly surveyId: string
  readonly board: FieldworkBoard
}

/** Sex, age and place against the population, and what to do next in words. */
export function QuotaCard({ surveyId, board }: QuotaCardProps) {
  const { t } = useTranslation('fieldwork')
  const { quota, structure, structureSource, structureOn, target } = board
  if (!quota || !structure) {
    return (
      <Card title={t('quota.title')}>
        <p className="measure">{t('quota.none')}</p>
        <div className="row">
          <LinkButton to={fieldworkPath(surveyId, 'cele')}>{t('quota.enter')}</LinkButton>
        </div>
      </Card>
    )
  }
  return (
    <Card title={t('quota.title')}>
      {target === null && <p className="measure">{t('quota.noTarget')}</p>}
      {board.nextSteps.length > 0 && (
        <>
          <h3>{t('quota.next')}</h3>
          <ol className="fieldwork-steps">
            {board.nextSteps.map((step) => (
              <li key={`${step.place} ${step.sex} ${step.age}`}>{step.message}</li>
            ))}
          </ol>
        </>
      )}
      {target !== null && board.nextSteps.length === 0 && <p>{t('quota.full')}</p>}
      <QuotaTable board={board} />
      <p className="muted">
        {t('quota.source', {
          source: structureSource ?? '',
          day: structureOn === null ? '' : formatDay(structureOn),
        })}{' '}
        {quota.outsideCount > 0 && t('quota.outside', { count: quota.outsideCount })}
      </p>
    </Card>
  )
}

interface QuotaRow {
  readonly key: string
  readonly name: string
  readonly cells: readonly QuotaCell[]
}

function QuotaTable({ board: { quota, structure } }: Pick<QuotaCardProps, 'board'>) {
  const { t } = useTranslation('fieldwork')
  if (!quota || !structure) return null
  const rows: readonly QuotaRow[] = structure.places.flatMap(({ name }, place) =>
    SEXES.map((sex) => ({
      key: `${place} ${sex}`,
      name: structure.places.length === 1 ? t(`sex.${sex}`) : `${name}: ${t(`sex.${sex}`).toLowerCase()}`,
      cells: quota.cells.filter((cell) => cell.place === place && cell.sex === sex),
    })),
  )
  const columns: readonly Column<QuotaRow>[] = [
    { key: 'name', header: t('quota.group'), isRowHeader: true, cell: ({ name }) => name },
    ...structure.ages.map((age): Column<QuotaRow> => ({
      key: String(age),
      header: bandLabel(age, structure.ages),
      align: 'end',
      cell: ({ cells }) => <QuotaFigure cell={cells.find((one) => one.age === age)} />,
    })),
  ]
  return (
    <DataTable
      caption={t('quota.caption')}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      narrow="cards"
    />
  )
}

/** „12 z 20”, and how many are missing; the bar only repeats it. */
function QuotaFigure({ cell }: { readonly cell: QuotaCell | undefined }) {
  const { t } = useTranslation('fieldwork')
  if (!cell) return null
  const { achieved, target, missing } = cell
  return (
    <span className="quota-figure">
      <span>{t('quota.of', { achieved: formatCount(achieved), target: formatCount(target) })}</span>
      <span className={missing > 0 ? 'quota-figure__missing' : 'quota-figure__full'}>
        {missing > 0 ? t('quota.missing', { count: missing }) : t('quota.reached')}
      </span>
    </span>
  )
}
