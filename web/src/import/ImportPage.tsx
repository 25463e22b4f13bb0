import { useQuery } from '@apollo/client/react'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { ImportWizard } from './ImportWizard.tsx'

const ImportPageQuery = graphql(`
  query ImportPage($id: ID!) {
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
      title
      organisation {
        id
      }
      municipality {
        code
        localities {
          id
          name
        }
      }
      questionnaireVersion {
        id
        document
      }
    }
  }
`)

/** Brings answers from a file into a survey: choose, match columns, look at the dry run, confirm. */
export function ImportPage() {
  const { t } = useTranslation('import')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(ImportPageQuery, { variables: { id } })
  const survey = data?.survey
  const document = survey?.questionnaireVersion.document
  const questionnaire = useMemo(
    () => (document === undefined ? null : parseQuestionnaire(document)),
    [document],
  )
  if (!survey || !questionnaire)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const mayImport = data.viewer?.memberships.some(
    ({ role, organisation }) => role === 'ORGANISER' && organisation.id === survey.organisation.id,
  )
  if (!mayImport) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('hidden.title')}>
          <p>{t('hidden.text')}</p>
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ImportWizard
        surveyId={survey.id}
        questionnaire={questionnaire}
        localities={survey.municipality.localities.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Page>
  )
}
