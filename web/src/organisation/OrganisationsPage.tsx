import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { CreateOrganisation } from './CreateOrganisation.tsx'
import { OrganisationTable } from './OrganisationTable.tsx'

const OrganisationsPageQuery = graphql(`
  query OrganisationsPage {
    viewer {
      accountId
      isAdministrator
    }
    organisations {
      id
      ...OrganisationTable_organisation
    }
  }
`)

/** The organisations one may see; administrators add new ones here. */
export function OrganisationsPage() {
  const { t } = useTranslation('organisation')
  const { data, loading, error, refetch } = useQuery(OrganisationsPageQuery)
  if (!data?.organisations) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  return (
    <Page title={t('list.title')} lead={t('list.lead')}>
      {data.viewer?.isAdministrator && (
        <Disclosure summary={t('create.title')} isOpenAtFirst={data.organisations.length === 0}>
          <CreateOrganisation />
        </Disclosure>
      )}
      {data.organisations.length === 0 ? (
        <EmptyState title={t('list.empty')}>
          <p>{t('list.emptyText')}</p>
        </EmptyState>
      ) : (
        <OrganisationTable organisations={data.organisations} />
      )}
    </Page>
  )
}
