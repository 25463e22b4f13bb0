import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../../gql/index.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageFallback } from '../../ui/PageFallback.tsx'
import { InvitationCard } from '../InvitationCard.tsx'
import { isOrganiserOf } from '../is-organiser-of.ts'
import { BookletCard } from './BookletCard.tsx'
import { EmbedCard } from './EmbedCard.tsx'
import { NoticeCard } from './NoticeCard.tsx'
import { WordsCard } from './WordsCard.tsx'
import './materials.css'

const MaterialsPageQuery = graphql(`
  query MaterialsPage($id: ID!) {
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
      organisation {
        id
      }
      ...InvitationCard_survey
      ...NoticeCard_survey
      ...BookletCard_survey
      ...WordsCard_survey
      ...EmbedCard_survey
    }
  }
`)

/** All that invites to a survey, in one place: address, leaflet, poster, paper, and code for a website. */
export function MaterialsPage() {
  const { t } = useTranslation('materials')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(MaterialsPageQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  if (!data?.survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const { survey, viewer } = data
  const mayPrint = isOrganiserOf(viewer, survey.organisation.id)
  return (
    <Page title={t('title')} lead={t('lead')}>
      <InvitationCard survey={survey} isAmongMaterials />
      {mayPrint ? (
        <>
          <NoticeCard survey={survey} />
          <BookletCard survey={survey} />
          <WordsCard survey={survey} />
          <EmbedCard survey={survey} />
        </>
      ) : (
        <EmptyState title={t('onlyOrganiser')}>
          <p>{t('onlyOrganiserText')}</p>
        </EmptyState>
      )}
    </Page>
  )
}
