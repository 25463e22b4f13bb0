import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { LibraryCard } from './LibraryCard.tsx'
import { OwnQuestionnaireItem } from './OwnQuestionnaireItem.tsx'
import './questionnaire.css'
import { IMPORT_QUESTIONNAIRE_PATH, NEW_QUESTIONNAIRE_PATH } from './questionnaire.paths.ts'

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
      organisation {
        id
      }
      ...LibraryCard_questionnaire
      ...OwnQuestionnaireItem_questionnaire
    }
  }
`)

/** One's own questionnaires and the ready ones. */
export function LibraryPage() {
  const { t } = useTranslation('questionnaire')
  const { data, loading, error, refetch } = useQuery(LibraryPageQuery, { fetchPolicy: 'cache-and-network' })
  if (!data?.questionnaires) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  const isOrganiser = data.viewer?.memberships.some(({ role }) => role === 'ORGANISER') ?? false
  const own = data.questionnaires.filter(({ organisation }) => organisation !== null)
  const ready = data.questionnaires.filter(({ organisation }) => organisation === null)
  return (
    <Page
      title={t('library.title')}
      lead={t('library.lead')}
      actions={
        isOrganiser && (
          <>
            <LinkButton to={NEW_QUESTIONNAIRE_PATH}>{t('library.new')}</LinkButton>
            <LinkButton to={IMPORT_QUESTIONNAIRE_PATH} look="secondary">
              {t('library.import')}
            </LinkButton>
          </>
        )
      }
    >
      {(isOrganiser || own.length > 0) && (
        <section className="stack-tight" aria-labelledby="own-title">
          <h2 id="own-title">{t('library.ours')}</h2>
          {own.length === 0 ? (
            <p className="muted measure">{t('library.oursEmpty')}</p>
          ) : (
            <ul className="own-list">
              {own.map((questionnaire) => (
                <OwnQuestionnaireItem key={questionnaire.id} questionnaire={questionnaire} />
              ))}
            </ul>
          )}
        </section>
      )}
      <section className="stack-tight" aria-labelledby="ready-title">
        <h2 id="ready-title">{t('library.ready')}</h2>
        {ready.length === 0 ? (
          <EmptyState title={t('library.empty')}>
            <p>{t('library.emptyText')}</p>
          </EmptyState>
        ) : (
          <div className="library">
            {ready.map((questionnaire) => (
              <LibraryCard key={questionnaire.id} questionnaire={questionnaire} isOrganiser={isOrganiser} />
            ))}
          </div>
        )}
      </section>
    </Page>
  )
}
