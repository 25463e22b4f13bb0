import { useQuery } from '@apollo/client/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { CodeChoice, type CodingContext } from './CodeChoice.tsx'
import { CodedAnswersQuery } from './coding-queries.ts'

/** Answers without codes, one at a time. */
export function AnswersToCode(context: CodingContext) {
  const { surveyId, questionKey } = context
  const { t } = useTranslation('coding')
  const [done, setDone] = useState<readonly string[]>([])
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const { data, error, loading, refetch, fetchMore } = useQuery(CodedAnswersQuery, {
    variables: { id: surveyId, questionKey, show: 'TO_CODE' },
    fetchPolicy: 'network-only',
  })
  const frame = useRef<HTMLDivElement>(null)
  const answers = data?.survey?.coding?.answers
  const left = (answers?.edges ?? [])
    .map(({ node }) => node)
    .filter(({ responseId }) => !done.includes(responseId))
  const answer = left.find(({ responseId }) => !skipped.includes(responseId))
  const isPageDone =
    answers !== undefined && answer === undefined && (left.length > 0 || answers.totalCount > done.length)
  const { hasNextPage = false, endCursor = null } = answers?.pageInfo ?? {}
  useEffect(() => {
    if (!isPageDone || loading) return
    if (hasNextPage) void fetchMore({ variables: { after: endCursor } })
  }, [isPageDone, loading, hasNextPage, endCursor, fetchMore])

  if (error && !data) {
    return (
      <Notice tone="danger" isAnnounced>
        <p>{error.message}</p>
      </Notice>
    )
  }
  if (!answers || (isPageDone && hasNextPage)) return <Loading />
  if (answer === undefined) {
    const startAgain = () => {
      setSkipped([])
      void refetch()
    }
    return (
      <EmptyState title={t(left.length > 0 ? 'onlySkipped.title' : 'allCoded.title')}>
        <p>{t(left.length > 0 ? 'onlySkipped.text' : 'allCoded.text')}</p>
        {left.length > 0 && <Button onClick={startAgain}>{t('onlySkipped.again')}</Button>}
      </EmptyState>
    )
  }
  const next = (move: () => void) => {
    move()
    frame.current?.focus()
  }
  return (
    <div className="card stack coding-answer" ref={frame} tabIndex={-1}>
      <p className="eyebrow" role="status">
        {t('left', { count: answers.totalCount - done.length })}
        {answer.isShared && ` · ${t('shared')}`}
      </p>
      <blockquote>{answer.text}</blockquote>
      <CodeChoice
        key={answer.responseId}
        {...context}
        responseId={answer.responseId}
        begun={[]}
        suggested={answer.suggestedCodes}
        saveLabel={t('saveNext')}
        extra={
          <Button look="quiet" onClick={() => next(() => setSkipped([...skipped, answer.responseId]))}>
            {t('skip')}
          </Button>
        }
        onSaved={() => next(() => setDone([...done, answer.responseId]))}
      />
    </div>
  )
}
