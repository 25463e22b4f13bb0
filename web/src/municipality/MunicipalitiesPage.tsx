import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { Pager } from '../ui/Pager.tsx'
import { MunicipalitySearch } from './MunicipalitySearch.tsx'
import { MunicipalityTable } from './MunicipalityTable.tsx'
import { RegisterImport } from './RegisterImport.tsx'

const MunicipalitiesPageQuery = graphql(`
  query MunicipalitiesPage($search: String, $after: String) {
    viewer {
      accountId
      isAdministrator
    }
    municipalities(search: $search, first: 25, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          code
          ...MunicipalityTable_municipality
        }
      }
    }
  }
`)

/** The register of municipalities, with a search that stands in the address. */
export function MunicipalitiesPage() {
  const { t } = useTranslation('municipality')
  const [params, setParams] = useSearchParams()
  const search = params.get('szukaj') ?? ''
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(MunicipalitiesPageQuery, {
    variables: { search: search === '' ? null : search },
  })
  const shown = data ?? previousData
  if (!shown?.municipalities) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  const { edges, pageInfo, totalCount } = shown.municipalities
  return (
    <Page title={t('list.title')} lead={t('list.lead')}>
      <MunicipalitySearch
        search={search}
        onSearch={(text) => setParams(text === '' ? {} : { szukaj: text }, { replace: true })}
      />
      {edges.length === 0 ? (
        <EmptyState title={t(search === '' ? 'list.empty' : 'list.nothingFound', { search })}>
          <p>{t(search === '' ? 'list.emptyText' : 'list.nothingFoundText')}</p>
        </EmptyState>
      ) : (
        <>
          <MunicipalityTable municipalities={edges.map(({ node }) => node)} />
          <Pager
            shown={edges.length}
            total={totalCount}
            hasMore={pageInfo.hasNextPage}
            isBusy={loading}
            onMore={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}
          />
        </>
      )}
      {shown.viewer?.isAdministrator && <RegisterImport onApplied={() => void refetch()} />}
    </Page>
  )
}
