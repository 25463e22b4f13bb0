import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { RegionTable } from './RegionTable.tsx'

const RegionPageQuery = graphql(`
  query RegionPage {
    regionalSurveys {
      ...RegionTable_survey
    }
  }
`)

/** What the region's municipalities are asking, for the analyst of the ROPS: no answers, only that surveys take place. */
export function RegionPage() {
  const { t } = useTranslation('survey')
  const { data, loading, error, refetch } = useQuery(RegionPageQuery, { fetchPolicy: 'cache-and-network' })
  if (!data?.regionalSurveys) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  return (
    <Page title={t('region.title')} lead={t('region.lead')}>
      <Notice>
        <p>{t('region.rounded')}</p>
      </Notice>
      {data.regionalSurveys.length === 0 ? (
        <EmptyState title={t('region.empty')} />
      ) : (
        <RegionTable surveys={data.regionalSurveys} />
      )}
    </Page>
  )
}
