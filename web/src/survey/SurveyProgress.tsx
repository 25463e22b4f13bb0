import { useSubscription } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { dayOf, formatClock, formatCount, formatDay } from '../i18n/format.ts'
import { KeyFigures } from '../ui/KeyFigures.tsx'
import { daysLeft } from './days-left.ts'

export const SurveyProgress_survey = graphql(`
  fragment SurveyProgress_survey on Survey {
    id
    status
    opensOn
    closesOn
    responseCount
  }
`)

const SurveyProgressed = graphql(`
  subscription SurveyProgressed($surveyId: ID!) {
    surveyProgressed(surveyId: $surveyId) {
      surveyId
      responseCount
      asOf
    }
  }
`)

interface SurveyProgressProps {
  readonly survey: FragmentType<typeof SurveyProgress_survey>
}

/** The number of responses, live while the page is open, and the time that is left. */
export function SurveyProgress({ survey }: SurveyProgressProps) {
  const { t } = useTranslation('survey')
  const { id, status, opensOn, closesOn, responseCount } = readFragment(SurveyProgress_survey, survey)
  const { data } = useSubscription(SurveyProgressed, {
    variables: { surveyId: id },
    onData: ({ client, data: { data: progressed } }) => {
      const count = progressed?.surveyProgressed.responseCount
      if (count === undefined) return
      const survey = client.cache.identify({ __typename: 'Survey', id })
      client.cache.modify({ id: survey, fields: { responseCount: () => count } })
    },
  })
  const asOf = data?.surveyProgressed.asOf
  const left = daysLeft(closesOn, dayOf(new Date()))
  return (
    <div className="stack-tight">
      <KeyFigures
        figures={[
          { label: t('progress.responses', { count: responseCount }), value: formatCount(responseCount) },
          ...(status === 'OPEN'
            ? [{ label: t('progress.daysLeft', { count: left }), value: formatCount(left) }]
            : []),
        ]}
      />
      <p role="status" className="muted">
        {asOf ? t('progress.asOf', { time: formatClock(asOf) }) : status === 'OPEN' && t('progress.live')}
      </p>
      {status === 'SCHEDULED' && <p>{t('progress.scheduled', { day: formatDay(opensOn) })}</p>}
      {status === 'ENDED' && <p>{t('progress.ended', { day: formatDay(closesOn) })}</p>}
    </div>
  )
}
