import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'react-router'
import { graphql, readFragment } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { newWeightsPath } from './weighting.paths.ts'
import { VersionCard, WeightVersions } from './VersionCard.tsx'

const WeightsPageQuery = graphql(`
  query WeightsPage($id: ID!) {
    survey(id: $id) {
      id
      sampleType
      resultsQuestionnaire
      ...WeightVersions
    }
  }
`)

const savedName = (state: unknown): string | null =>
  typeof state === 'object' && state !== null && 'savedWeights' in state ? String(state.savedWeights) : null

/** The weights of a survey: what they are for, and every version with its sources and its cost. */
export function WeightsPage() {
  const { t } = useTranslation('weighting')
  const { id = '' } = useParams()
  const location = useLocation()
  const { data, loading, error, refetch } = useQuery(WeightsPageQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const survey = data?.survey
  const versions = readFragment(WeightVersions, survey)?.weightVersions ?? []
  if (!survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  if (survey.resultsQuestionnaire === null) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('hidden.title')}>
          <p>{t('hidden.text')}</p>
        </EmptyState>
      </Page>
    )
  }
  const saved = savedName(location.state)
  const make = <LinkButton to={newWeightsPath(id)}>{t('make')}</LinkButton>
  return (
    <Page
      title={t('title')}
      lead={<p className="measure">{t('lead')}</p>}
      actions={versions.length > 0 && make}
    >
      {saved && (
        <Notice tone="success" isAnnounced>
          <p>{t('saved', { name: saved })}</p>
        </Notice>
      )}
      {survey.sampleType === 'OPEN_LINK' && (
        <Notice tone="warning" title={t('openLink.title')}>
          <p>{t('openLink.text')}</p>
        </Notice>
      )}
      {versions.length === 0 && (
        <EmptyState title={t('none.title')} action={make}>
          <p className="measure">{t('none.text')}</p>
        </EmptyState>
      )}
      {versions.map((version) => (
        <VersionCard key={version.number} surveyId={id} version={version} />
      ))}
    </Page>
  )
}
