import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { LibraryCard } from './LibraryCard.tsx'
import './questionnaire.css'

const LibraryPageQuery = graphql(`
  query LibraryPage {
    viewer {
      accountId
      memberships {
        role
        organisation {
          id
        }
      }
    }
    questionnaires {
      id
      ...LibraryCard_questionnaire
    }
  }
`)

/** The ready questionnaires, to choose from. */
export function LibraryPage() {
  const { t } = useTranslation('questionnaire')
  const { data, loading, error, refetch } = useQuery(LibraryPageQuery)
  if (!data?.questionnaires) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  const mayOpen = data.viewer?.memberships.some(({ role }) => role === 'ORGANISER') ?? false
  return (
    <Page title={t('library.title')} lead={t('library.lead')}>
      {data.questionnaires.length === 0 ? (
        <EmptyState title={t('library.empty')}>
          <p>{t('library.emptyText')}</p>
        </EmptyState>
      ) : (
        <div className="library">
          {data.questionnaires.map((questionnaire) => (
            <LibraryCard key={questionnaire.id} questionnaire={questionnaire} mayOpen={mayOpen} />
          ))}
        </div>
      )}
    </Page>
  )
}
