import { useTranslation } from 'react-i18next'
import { AssignCard } from './AssignCard.tsx'
import { RatesCard } from './RatesCard.tsx'
import { WithBoard } from './WithBoard.tsx'
import { WorkloadCard } from './WorkloadCard.tsx'

/** Who collects the survey, where, and how it goes. */
export function InterviewersPage() {
  const { t } = useTranslation('fieldwork')
  return (
    <WithBoard title={t('interviewers.title')} lead={t('interviewers.lead')}>
      {({ survey, board, refresh }) => (
        <>
          {board.interviewers.map((interviewer) => (
            <WorkloadCard
              key={interviewer.accountId}
              survey={survey}
              interviewer={interviewer}
              onChanged={refresh}
            />
          ))}
          <AssignCard survey={survey} onAssigned={refresh} />
          <RatesCard rates={board.rates} />
        </>
      )}
    </WithBoard>
  )
}
