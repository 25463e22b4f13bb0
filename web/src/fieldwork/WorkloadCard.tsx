import { useMutation } from '@apollo/client/react'
import { CONTACT_OUTCOMES, type Workload } from '@rozeznanie/core/fieldwork'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { formatCount, formatDay, formatShare } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import type { BoardProps } from './WithBoard.tsx'

const UnassignInterviewer = graphql(`
  mutation UnassignInterviewer($input: UnassignInterviewerInput!) {
    unassignInterviewer(input: $input) {
      id
    }
  }
`)

interface WorkloadCardProps extends Pick<BoardProps, 'survey'> {
  readonly interviewer: Workload
  readonly onChanged: () => void
}

/** One interviewer: where, how many, and what came of their contacts. */
export function WorkloadCard({ survey, interviewer, onChanged }: WorkloadCardProps) {
  const { t } = useTranslation('fieldwork')
  const { name, target, outcomes, rates, interviewDays } = interviewer
  const done = rates.interviewCount
  const known = CONTACT_OUTCOMES.filter((outcome) => (outcomes[outcome] ?? 0) > 0)
  return (
    <Card title={name}>
      <p>
        {target === null
          ? t('workload.done', { count: done })
          : t('workload.ofTarget', { count: done, target: formatCount(target) })}{' '}
        {rates.responseShare !== null && t('workload.rate', { share: formatShare(rates.responseShare, 0) })}
      </p>
      {target !== null && (
        <progress
          className="fieldwork-progress"
          value={Math.min(done, target)}
          max={target}
          aria-label={t('workload.progress', { name })}
        />
      )}
      <Places survey={survey} interviewer={interviewer} onChanged={onChanged} />
      {known.length > 0 && (
        <ul className="fieldwork-outcomes">
          {known.map((outcome) => (
            <li key={outcome}>
              {t(`outcome.${outcome}`)}: <strong>{formatCount(outcomes[outcome] ?? 0)}</strong>
            </li>
          ))}
        </ul>
      )}
      {interviewDays.length > 0 && (
        <Disclosure summary={t('workload.days')}>
          <DataTable
            caption={t('workload.daysCaption', { name })}
            isCaptionHidden
            rows={interviewDays}
            rowKey={({ day }) => day}
            narrow="scroll"
            columns={[
              { key: 'day', header: t('days.day'), isRowHeader: true, cell: ({ day }) => formatDay(day) },
              {
                key: 'count',
                header: t('workload.interviews'),
                align: 'end',
                cell: ({ count }) => formatCount(count),
              },
            ]}
          />
        </Disclosure>
      )}
    </Card>
  )
}

function Places({ survey, interviewer: { name, places }, onChanged }: WorkloadCardProps) {
  const { t } = useTranslation('fieldwork')
  const [unassign, { loading }] = useMutation(UnassignInterviewer)
  const nameOf = (id: string | null) =>
    id === null
      ? t('workload.everywhere')
      : (survey.municipality.localities.find((one) => one.id === id)?.name ?? t('workload.formerPlace'))
  const remove = async (assignmentId: string) => {
    await unassign({ variables: { input: { surveyId: survey.id, assignmentId } } })
    onChanged()
  }
  if (places.length === 0) return <p className="muted">{t('workload.noPlace')}</p>
  return (
    <ul className="fieldwork-places">
      {places.map(({ assignmentId, localityId, target }) => (
        <li key={assignmentId}>
          <span>
            {nameOf(localityId)}
            {target !== null && `: ${t('workload.wanted', { count: target })}`}
          </span>
          <Button
            look="quiet"
            isBusy={loading}
            onClick={() => void remove(assignmentId)}
            label={t('workload.removeLabel', { place: nameOf(localityId), name })}
          >
            {t('workload.remove')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
