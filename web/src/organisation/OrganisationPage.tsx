import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { Members } from './Members.tsx'
import { ORGANISATIONS_PATH } from './organisation.paths.ts'
import { OrganisationSummary } from './OrganisationSummary.tsx'
import { UpdateOrganisation } from './UpdateOrganisation.tsx'

const OrganisationPageQuery = graphql(`
  query OrganisationPage($id: ID!) {
    viewer {
      accountId
      isAdministrator
    }
    organisation(id: $id) {
      id
      name
      kind
      ...OrganisationSummary_organisation
      ...UpdateOrganisation_organisation
      ...Members_organisation
    }
  }
`)

/** One organisation: its data, the municipalities it serves and its people. */
export function OrganisationPage() {
  const { t } = useTranslation('organisation')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(OrganisationPageQuery, { variables: { id } })
  if (!data?.organisation) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  const { organisation } = data
  const isAdministrator = data.viewer?.isAdministrator ?? false
  return (
    <Page
      title={organisation.name}
      lead={t(`kind.${organisation.kind}`)}
      crumbs={isAdministrator ? [{ label: t('list.title'), to: ORGANISATIONS_PATH }] : undefined}
    >
      {isAdministrator ? (
        <UpdateOrganisation organisation={organisation} />
      ) : (
        <OrganisationSummary organisation={organisation} />
      )}
      <Members organisation={organisation} isEditable={isAdministrator} />
    </Page>
  )
}
