import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { graphql } from '../../gql/index.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageFallback } from '../../ui/PageFallback.tsx'
import { LIBRARY_PATH } from '../questionnaire.paths.ts'
import { NewQuestionnaireForm } from './NewQuestionnaireForm.tsx'

const NewQuestionnairePageQuery = graphql(`
  query NewQuestionnairePage {
    viewer {
      accountId
      memberships {
        role
        organisation {
          id
          name
        }
      }
    }
    questionnaires {
      id
      key
      title
      organisation {
        id
      }
      latestVersion {
        id
        number
        audience
      }
    }
  }
`)

/** A new questionnaire: empty, or with the questions of another one. */
export function NewQuestionnairePage() {
  const { t } = useTranslation('create')
  const { t: tq } = useTranslation('questionnaire')
  const [search] = useSearchParams()
  const { data, loading, error, refetch } = useQuery(NewQuestionnairePageQuery)
  if (!data?.questionnaires || !data.viewer) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  const organisations = data.viewer.memberships
    .filter(({ role }) => role === 'ORGANISER')
    .map(({ organisation }) => organisation)
  const sources = data.questionnaires.flatMap(({ key, title, organisation, latestVersion }) =>
    latestVersion ? [{ ...latestVersion, key, title, isOwn: organisation !== null }] : [],
  )
  return (
    <Page title={t('title')} lead={t('lead')} crumbs={[{ label: tq('library.title'), to: LIBRARY_PATH }]}>
      {organisations.length === 0 ? (
        <EmptyState title={t('forbidden')}>
          <p>{t('forbiddenText')}</p>
        </EmptyState>
      ) : (
        <NewQuestionnaireForm organisations={organisations} sources={sources} sourceKey={search.get('z')} />
      )}
    </Page>
  )
}
