import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Pager } from '../ui/Pager.tsx'
import { OpenAnswerItem } from './OpenAnswerItem.tsx'

const OpenAnswersQuery = graphql(`
  query OpenAnswers($id: ID!, $questionKey: String!, $after: String) {
    survey(id: $id) {
      id
      openAnswers(questionKey: $questionKey, first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            responseId
            questionKey
            ...OpenAnswerItem_answer
          }
        }
      }
    }
  }
`)

interface OpenAnswerListProps {
  readonly surveyId: string
  readonly questionKey: string
  /** Did the survey ever move? Then each answer says to which version it is. */
  readonly isOfVersions: boolean
}

/** The answers to one question, twenty at a time. */
export function OpenAnswerList({ surveyId, questionKey, isOfVersions }: OpenAnswerListProps) {
  const { t } = useTranslation('response')
  const { data, loading, error, fetchMore } = useQuery(OpenAnswersQuery, {
    variables: { id: surveyId, questionKey },
    fetchPolicy: 'cache-and-network',
  })
  if (!data && loading) return <Loading />
  if (!data) {
    return (
      <Notice tone="danger" isAnnounced>
        <p>{error?.message}</p>
      </Notice>
    )
  }
  const answers = data.survey?.openAnswers
  if (!answers) {
    return (
      <EmptyState title={t('hidden.title')}>
        <p>{t('hidden.text')}</p>
      </EmptyState>
    )
  }
  if (answers.totalCount === 0) {
    return (
      <EmptyState title={t('empty.title')}>
        <p>{t('empty.text')}</p>
      </EmptyState>
    )
  }
  const { hasNextPage, endCursor } = answers.pageInfo
  return (
    <section aria-label={t('list')} className="stack">
      <p className="muted">{t('count', { count: answers.totalCount })}</p>
      <ul className="open-answers">
        {answers.edges.map(({ node }) => (
          <OpenAnswerItem
            key={node.responseId}
            surveyId={surveyId}
            answer={node}
            isOfVersions={isOfVersions}
          />
        ))}
      </ul>
      <Pager
        shown={answers.edges.length}
        total={answers.totalCount}
        hasMore={hasNextPage}
        isBusy={loading}
        onMore={() => void fetchMore({ variables: { after: endCursor } })}
      />
    </section>
  )
}
