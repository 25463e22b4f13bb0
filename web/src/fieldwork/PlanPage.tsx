import { useTranslation } from 'react-i18next'
import { StructureCard } from './StructureCard.tsx'
import { TargetsCard } from './TargetsCard.tsx'
import { WithBoard } from './WithBoard.tsx'

/** What is to be reached: how many answers, where, and from whom. */
export function PlanPage() {
  const { t } = useTranslation('fieldwork')
  return (
    <WithBoard title={t('plan.title')} lead={t('plan.lead')}>
      {({ survey, board, refresh }) => (
        <>
          <TargetsCard survey={survey} board={board} onSaved={refresh} />
          <StructureCard key={board.structureOn ?? ''} survey={survey} board={board} onSaved={refresh} />
        </>
      )}
    </WithBoard>
  )
}
