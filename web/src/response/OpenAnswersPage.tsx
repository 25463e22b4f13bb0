import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { openQuestions } from '@rozeznanie/core/response'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { useAddress } from '../ui/use-address.ts'
import { OpenAnswerList } from './OpenAnswerList.tsx'
import './response.css'

const OpenAnswersPageQuery = graphql(`
  query OpenAnswersPage($id: ID!) {
    survey(id: $id) {
      id
      resultsQuestionnaire
      versions {
        since
      }
    }
  }
`)

/** What residents wrote, question by question, and what of it goes into the report. */
export function OpenAnswersPage() {
  const { t } = useTranslation('response')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(OpenAnswersPageQuery, { variables: { id } })
  const document = data?.survey?.resultsQuestionnaire
  const questions = useMemo(() => (document ? openQuestions(parseQuestionnaire(document)) : []), [document])
  const [search, changeAddress] = useAddress()
  if (!data?.survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  if (!document) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('hidden.title')}>
          <p>{t('hidden.text')}</p>
        </EmptyState>
      </Page>
    )
  }
  const chosen = questions.find(({ key }) => key === search.get('pytanie')) ?? questions[0]
  if (!chosen) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('noQuestions.title')}>
          <p>{t('noQuestions.text')}</p>
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t('title')} lead={<p className="measure">{t('lead')}</p>}>
      <div className="measure">
        <SelectField
          name="question"
          label={t('question')}
          value={chosen.key}
          choices={questions.map(({ key, question, isOther }) => ({
            value: key,
            label: isOther ? t('other', { question }) : question,
          }))}
          onChange={(key) => changeAddress(new URLSearchParams({ pytanie: key }))}
        />
      </div>
      <OpenAnswerList
        key={chosen.key}
        surveyId={id}
        questionKey={chosen.key}
        isOfVersions={data.survey.versions.length > 1}
      />
    </Page>
  )
}
