import { useQuery } from '@apollo/client/react'
import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { ConflictItem } from './ConflictItem.tsx'

const ConflictsPageQuery = graphql(`
  query ConflictsPage($id: ID!) {
    survey(id: $id) {
      id
      municipality {
        code
        localities {
          id
          name
        }
      }
      versions {
        version {
          id
          document
        }
      }
      conflicts {
        responseId
        conflictHash
        first {
          questionnaireVersionId
          mode
          submittedOn
          answers
        }
        second {
          questionnaireVersionId
          mode
          submittedOn
          answers
        }
      }
    }
  }
`)

/** Responses whose id came twice with different answers. */
export function ConflictsPage() {
  const { t } = useTranslation('cleaning')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(ConflictsPageQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const survey = data?.survey
  const conflicts = survey?.conflicts
  if (!survey || !conflicts)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  return (
    <Page title={t('conflicts.title')} lead={<p className="measure">{t('conflicts.lead')}</p>}>
      {conflicts.length === 0 && (
        <EmptyState title={t('conflicts.emptyTitle')}>
          <p>{t('conflicts.empty')}</p>
        </EmptyState>
      )}
      {conflicts.map((conflict, index) => {
        const found = survey.versions.find(
          ({ version }) => version.id === conflict.first.questionnaireVersionId,
        )
        return (
          found && (
            <ConflictItem
              key={conflict.conflictHash}
              surveyId={id}
              title={t('conflicts.item', { number: index + 1, count: conflicts.length })}
              conflict={conflict}
              questionnaire={found.version.document as Questionnaire}
              localities={survey.municipality.localities}
              onDone={async () => void (await refetch())}
            />
          )
        )
      })}
    </Page>
  )
}
