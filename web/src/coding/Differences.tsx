import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { CodeChoice, type CodingContext } from './CodeChoice.tsx'
import { CodedAnswersQuery } from './coding-queries.ts'

/** Answers that two people coded differently, to be settled one by one. */
export function Differences(context: CodingContext) {
  const { surveyId, questionKey, codes } = context
  const { t } = useTranslation('coding')
  const { data, error, refetch } = useQuery(CodedAnswersQuery, {
    variables: { id: surveyId, questionKey, show: 'DIFFERENT' },
    fetchPolicy: 'network-only',
  })
  const answers = data?.survey?.coding?.answers
  if (error && !data) {
    return (
      <Notice tone="danger" isAnnounced>
        <p>{error.message}</p>
      </Notice>
    )
  }
  if (!answers) return <Loading />
  const labels = (ids: readonly string[]) =>
    ids.map((id) => codes.find((one) => one.id === id)?.label ?? '').join(' · ')
  if (answers.totalCount === 0) {
    return (
      <EmptyState title={t('noDifferences.title')}>
        <p>{t('noDifferences.text')}</p>
      </EmptyState>
    )
  }
  return (
    <section className="stack" aria-label={t('parts.roznice')}>
      <p className="muted">{t('differences', { count: answers.totalCount })}</p>
      <ul className="coding-list">
        {answers.edges.map(({ node }) => (
          <li key={node.responseId} className="card stack">
            <blockquote>{node.text}</blockquote>
            <Facts
              facts={(node.differing ?? []).map((chosen, place) => ({
                label: t(place === 0 ? 'firstPerson' : 'secondPerson'),
                value: labels(chosen),
              }))}
            />
            <CodeChoice
              {...context}
              responseId={node.responseId}
              begun={(node.differing?.[0] ?? []).filter((id) => node.differing?.[1]?.includes(id))}
              suggested={[...new Set((node.differing ?? []).flat())]}
              isSettling
              saveLabel={t('settle')}
              onSaved={() => void refetch()}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
