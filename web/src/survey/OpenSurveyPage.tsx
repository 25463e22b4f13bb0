import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { OpenSurveyForm } from './OpenSurveyForm.tsx'
import { surveysPath } from './survey.paths.ts'

const OpenSurveyPageQuery = graphql(`
  query OpenSurveyPage {
    viewer {
      accountId
      memberships {
        role
        organisation {
          id
          name
          phone
          municipalities {
            code
            name
          }
        }
      }
    }
    questionnaires {
      id
      key
      title
      latestVersion {
        id
        hasPublicLink
        estimatedMinutes
        questionCount
      }
    }
  }
`)

/** Opening a survey: one page in four parts, with everything suggested that can be. */
export function OpenSurveyPage() {
  const { t } = useTranslation('survey')
  const [search] = useSearchParams()
  const { data, loading, error, refetch } = useQuery(OpenSurveyPageQuery)
  if (!data?.questionnaires || !data.viewer) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  const organisations = data.viewer.memberships
    .filter(({ role }) => role === 'ORGANISER')
    .map(({ organisation }) => organisation)
  const versions = data.questionnaires.flatMap(({ key, title, latestVersion }) =>
    latestVersion?.hasPublicLink ? [{ ...latestVersion, key, title }] : [],
  )
  return (
    <Page
      title={t('open.title')}
      lead={t('open.lead')}
      crumbs={[{ label: t('list.title'), to: surveysPath() }]}
    >
      {organisations.length === 0 ? (
        <EmptyState title={t('open.forbidden')}>
          <p>{t('open.forbiddenText')}</p>
        </EmptyState>
      ) : (
        <OpenSurveyForm
          choices={{ organisations, versions }}
          questionnaireKey={search.get('kwestionariusz') ?? undefined}
        />
      )}
    </Page>
  )
}
