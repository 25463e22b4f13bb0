import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { CloseSurvey } from './CloseSurvey.tsx'
import { GraceCard } from './GraceCard.tsx'
import { InvitationCard } from './InvitationCard.tsx'
import { isOrganiserOf } from './is-organiser-of.ts'
import { KioskCard } from './kiosk/KioskCard.tsx'
import { RepeatCard } from './RepeatCard.tsx'
import { NewerVersion } from './NewerVersion.tsx'
import { SurveyFacts } from './SurveyFacts.tsx'
import { SurveyProgress } from './SurveyProgress.tsx'
import { SurveyStatusTag } from './SurveyStatusTag.tsx'

const SurveyPageQuery = graphql(`
  query SurveyPage($id: ID!) {
    viewer {
      accountId
      memberships {
        role
        organisation {
          id
        }
      }
    }
    survey(id: $id) {
      id
      title
      status
      referenceOn
      organisation {
        id
      }
      municipality {
        code
        name
      }
      ...SurveyProgress_survey
      ...InvitationCard_survey
      ...KioskCard_survey
      ...SurveyFacts_survey
      ...CloseSurvey_survey
      ...GraceCard_survey
      ...NewerVersion_survey
    }
  }
`)

/** One survey: how it goes, how to invite people, and what was settled when it was opened. */
export function SurveyPage() {
  const { t } = useTranslation('survey')
  const { id = '' } = useParams()
  const location = useLocation()
  const { data, loading, error, refetch } = useQuery(SurveyPageQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  if (!data?.survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const { survey, viewer } = data
  const isOrganiser = isOrganiserOf(viewer, survey.organisation.id)
  const asksResidents = survey.referenceOn === null
  const isNew = location.state === 'opened'
  const isAnswered = survey.status === 'OPEN' || survey.status === 'SCHEDULED'
  return (
    <Page
      title={survey.title}
      lead={
        <span className="row">
          <SurveyStatusTag status={survey.status} />
          <span>{t('page.where', { municipality: survey.municipality.name })}</span>
        </span>
      }
    >
      {isNew && (
        <Notice tone="success" title={t('page.opened')} isAnnounced>
          <p>{t(asksResidents ? 'page.openedText' : 'page.openedInstitutions')}</p>
        </Notice>
      )}
      {isOrganiser && isAnswered && <NewerVersion survey={survey} />}
      <SurveyProgress survey={survey} />
      {asksResidents && <InvitationCard survey={survey} />}
      {asksResidents && isAnswered && <KioskCard survey={survey} mayRenew={isOrganiser} />}
      <SurveyFacts survey={survey} />
      {isOrganiser && <GraceCard survey={survey} />}
      {isOrganiser && <RepeatCard surveyId={survey.id} />}
      {isOrganiser && survey.status !== 'CLOSED' && <CloseSurvey survey={survey} />}
    </Page>
  )
}
