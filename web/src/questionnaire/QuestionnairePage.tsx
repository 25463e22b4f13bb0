import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { openSurveyPath } from '../survey/survey.paths.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { LIBRARY_PATH } from './questionnaire.paths.ts'
import { QuestionnairePreview } from './QuestionnairePreview.tsx'

const QuestionnairePageQuery = graphql(`
  query QuestionnairePage($key: String!) {
    viewer {
      accountId
      memberships {
        role
        organisation {
          id
        }
      }
    }
    questionnaire(key: $key) {
      id
      title
      latestVersion {
        id
        description
        hasPublicLink
        ...QuestionnairePreview_version
      }
    }
  }
`)

/** All questions of one questionnaire, as respondents will meet them. */
export function QuestionnairePage() {
  const { t } = useTranslation('questionnaire')
  const { key = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(QuestionnairePageQuery, { variables: { key } })
  if (!data?.questionnaire) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  const { title, latestVersion } = data.questionnaire
  const mayOpen = data.viewer?.memberships.some(({ role }) => role === 'ORGANISER') ?? false
  return (
    <Page
      title={title}
      lead={latestVersion?.description}
      crumbs={[{ label: t('library.title'), to: LIBRARY_PATH }]}
      actions={
        mayOpen &&
        latestVersion?.hasPublicLink && <LinkButton to={openSurveyPath(key)}>{t('openWith')}</LinkButton>
      }
    >
      {latestVersion ? (
        <QuestionnairePreview version={latestVersion} />
      ) : (
        <EmptyState title={t('library.unpublished')} />
      )}
    </Page>
  )
}
