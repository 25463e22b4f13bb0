import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { Outlet, useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { qualityPath } from './cleaning.paths.ts'
import './cleaning.css'

export const QualityCounts = graphql(`
  fragment QualityCounts on Survey {
    id
    flaggedCount
    conflictCount
    openDiscrepancyCount
    correctionCount
    responseCount
  }
`)

const QualityLayoutQuery = graphql(`
  query QualityLayout($id: ID!) {
    survey(id: $id) {
      id
      flaggedCount
      conflictCount
      openDiscrepancyCount
      correctionCount
      responseCount
    }
  }
`)

/** Above the pages of quality of a survey: how much waits on each. */
export function QualityLayout() {
  const { t } = useTranslation('cleaning')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(QualityLayoutQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const survey = data?.survey
  if (!survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const { flaggedCount, conflictCount, openDiscrepancyCount, correctionCount } = survey
  if (flaggedCount === null) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('hidden.title')}>
          <p>{t('hidden.text')}</p>
        </EmptyState>
      </Page>
    )
  }
  return (
    <>
      <Tabs
        label={t('tabs.label')}
        level="second"
        tabs={[
          { to: qualityPath(id), label: t('tabs.flagged', { count: flaggedCount }) },
          { to: qualityPath(id, 'sporne'), label: t('tabs.conflicts', { count: conflictCount }) },
          {
            to: qualityPath(id, 'wpisy'),
            label: t('tabs.discrepancies', { count: openDiscrepancyCount ?? 0 }),
          },
          { to: qualityPath(id, 'dziennik'), label: t('tabs.log', { count: correctionCount }) },
        ]}
      />
      <Outlet />
    </>
  )
}
