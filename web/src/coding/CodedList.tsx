import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Pager } from '../ui/Pager.tsx'
import { CodeChoice, type CodingContext } from './CodeChoice.tsx'
import { CodedAnswersQuery } from './coding-queries.ts'
import { codingPath } from './coding.paths.ts'

interface CodedListProps extends CodingContext {
  readonly code: string
}

/** The answers that have one code; each can get others. */
export function CodedList({ code, ...context }: CodedListProps) {
  const { surveyId, questionKey, codes } = context
  const { t } = useTranslation('coding')
  const [open, setOpen] = useState<string | null>(null)
  const { data, error, loading, refetch, fetchMore } = useQuery(CodedAnswersQuery, {
    variables: { id: surveyId, questionKey, show: 'ALL', code },
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
  const labelOf = (id: string) => codes.find((one) => one.id === id)?.label ?? ''
  return (
    <section className="stack" aria-label={t('listOf', { code: labelOf(code) })}>
      <div className="row">
        <h2>{t('listOf', { code: labelOf(code) })}</h2>
        <Link to={codingPath(surveyId, { question: questionKey, part: 'wyniki' })}>{t('backToResults')}</Link>
      </div>
      {answers.totalCount === 0 && (
        <EmptyState title={t('noneWithCode.title')}>
          <p>{t('noneWithCode.text')}</p>
        </EmptyState>
      )}
      <ul className="coding-list">
        {answers.edges.map(({ node }) => (
          <li key={node.responseId} className="card stack-tight">
            <blockquote>{node.text}</blockquote>
            {open === node.responseId ? (
              <CodeChoice
                {...context}
                responseId={node.responseId}
                begun={node.finalCodes ?? node.ownCodes}
                suggested={[]}
                saveLabel={t('save')}
                extra={
                  <Button look="quiet" onClick={() => setOpen(null)}>
                    {t('cancel')}
                  </Button>
                }
                onSaved={() => {
                  setOpen(null)
                  void refetch()
                }}
              />
            ) : (
              <div className="row">
                <span className="muted">{(node.finalCodes ?? node.ownCodes).map(labelOf).join(' · ')}</span>
                <Button look="quiet" onClick={() => setOpen(node.responseId)}>
                  {t('change')}
                  <span className="visually-hidden">: {node.text.slice(0, 60)}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Pager
        shown={answers.edges.length}
        total={answers.totalCount}
        hasMore={answers.pageInfo.hasNextPage}
        isBusy={loading}
        onMore={() => void fetchMore({ variables: { after: answers.pageInfo.endCursor } })}
      />
    </section>
  )
}
