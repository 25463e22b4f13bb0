import { useQuery } from '@apollo/client/react'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { surveyPath, surveysPath } from '../survey/survey.paths.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { ImportWizard } from './ImportWizard.tsx'

const ImportPage_query = graphql(`
  query ImportPage($id: ID!) {
    survey(id: $id) {
      id
      title
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
  const { data, loading, error } = useQuery(ImportPage_query, { variables: { id } })
  const survey = data?.survey
  const document = survey?.questionnaireVersion.document
  const questionnaire = useMemo(
    () => (document === undefined ? null : parseQuestionnaire(document)),
    [document],
  )
  const crumbs = [
    { label: t('surveys'), to: surveysPath() },
    ...(survey ? [{ label: survey.title, to: surveyPath(survey.id) }] : []),
  ]
  return (
    <Page title={t('title')} crumbLabel={t('crumb')} crumbs={crumbs} lead={t('lead')}>
      {loading && <Loading />}
      {error && <Notice tone="danger">{error.message}</Notice>}
      {!loading && !error && !questionnaire && <EmptyState title={t('notFound')} />}
      {survey && questionnaire && <ImportWizard surveyId={survey.id} questionnaire={questionnaire} />}
    </Page>
  )
}
