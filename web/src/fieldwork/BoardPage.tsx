import { useTranslation } from 'react-i18next'
import { formatClock, formatCount, formatShare } from '../i18n/format.ts'
import { KeyFigures } from '../ui/KeyFigures.tsx'
import { AlertList } from './AlertList.tsx'
import { DaysCard } from './DaysCard.tsx'
import { LocalitiesCard } from './LocalitiesCard.tsx'
import { QuotaCard } from './QuotaCard.tsx'
import { type BoardProps, WithBoard } from './WithBoard.tsx'
import { WorkListCard } from './WorkListCard.tsx'

/** How the collecting of a survey goes, live: answers against targets, who is missing, and what waits to be done. */
export function BoardPage() {
  const { t } = useTranslation('fieldwork')
  return (
    <WithBoard title={t('board.title')} lead={t('board.lead')}>
      {(props) => <Board {...props} />}
    </WithBoard>
  )
}

function Board({ survey, board, asOf, refresh }: BoardProps) {
  const { t } = useTranslation('fieldwork')
  return (
    <>
      <BoardFigures board={board} />
      <p role="status" className="muted">
        {asOf ? t('board.asOf', { time: formatClock(asOf) }) : board.status === 'OPEN' && t('board.live')}
      </p>
      <AlertList surveyId={survey.id} board={board} onExtended={refresh} />
      <WorkListCard survey={survey} board={board} />
      <DaysCard board={board} />
      <QuotaCard surveyId={survey.id} board={board} />
      <LocalitiesCard board={board} />
    </>
  )
}

function BoardFigures({ board }: Pick<BoardProps, 'board'>) {
  const { t } = useTranslation('fieldwork')
  const { countedCount, storedCount, target, rates } = board
  const missing = target === null ? null : Math.max(0, target - countedCount)
  const excluded = storedCount - countedCount
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: t('figures.counted', { count: countedCount }),
            value: formatCount(countedCount),
            ...(target !== null && { note: t('figures.ofTarget', { target: formatCount(target) }) }),
          },
          ...(missing === null
            ? []
            : [{ label: t('figures.missing', { count: missing }), value: formatCount(missing) }]),
          ...(rates.responseShare === null
            ? []
            : [{ label: t('figures.response'), value: formatShare(rates.responseShare, 0) }]),
        ]}
      />
      {target !== null && (
        <progress
          className="fieldwork-progress"
          value={Math.min(countedCount, target)}
          max={target}
          aria-label={t('figures.progress')}
        />
      )}
      {excluded > 0 && (
        <p className="muted">
          {t('figures.excluded', { count: excluded, stored: formatCount(storedCount) })}
        </p>
      )}
    </>
  )
}
