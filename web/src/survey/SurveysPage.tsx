import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { Pager } from '../ui/Pager.tsx'
import { SurveyList } from './SurveyList.tsx'
import { openSurveyPath } from './survey.paths.ts'

const SurveysPageQuery = graphql(`
  query SurveysPage($after: String) {
    viewer {
      accountId
      memberships {
        role
        organisation {
          id
        }
      }
    }
    surveys(first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...SurveyList_survey
        }
      }
    }
  }
`)

/** All surveys of one's organisations, newest first. */
export function SurveysPage() {
  const { t } = useTranslation('survey')
  const { data, loading, error, refetch, fetchMore } = useQuery(SurveysPageQuery, {
    fetchPolicy: 'cache-and-network',
  })
  if (!data?.surveys)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const { edges, pageInfo, totalCount } = data.surveys
  const mayOpen = data.viewer?.memberships.some(({ role }) => role === 'ORGANISER') ?? false
  const open = mayOpen && <LinkButton to={openSurveyPath()}>{t('list.open')}</LinkButton>
  return (
    <Page title={t('list.title')} lead={t('list.lead')} actions={edges.length > 0 && open}>
      {edges.length === 0 ? (
        <EmptyState title={t('list.empty')} action={open}>
          <p>{t(mayOpen ? 'list.emptyOrganiser' : 'list.emptyOther')}</p>
        </EmptyState>
      ) : (
        <>
          <SurveyList caption={t('list.title')} surveys={edges.map(({ node }) => node)} />
          <Pager
            shown={edges.length}
            total={totalCount}
            hasMore={pageInfo.hasNextPage}
            isBusy={loading}
            onMore={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}
          />
        </>
      )}
    </Page>
  )
}
