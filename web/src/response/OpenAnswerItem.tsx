import { useMutation } from '@apollo/client/react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maskedText } from '@rozeznanie/core/response'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { StatusTag } from '../ui/StatusTag.tsx'
import { beginningOf } from './beginning-of.ts'
import { ReleaseForm } from './ReleaseForm.tsx'

export const OpenAnswerItem_answer = graphql(`
  fragment OpenAnswerItem_answer on OpenAnswer {
    responseId
    questionKey
    version
    text
    releasedText
    warnings
  }
`)

const WithdrawAnswer = graphql(`
  mutation WithdrawAnswer($input: WithdrawAnswerInput!) {
    withdrawAnswer(input: $input) {
      responseId
      questionKey
      releasedText
    }
  }
`)

interface OpenAnswerItemProps {
  readonly surveyId: string
  readonly answer: FragmentType<typeof OpenAnswerItem_answer>
  readonly isOfVersions: boolean
}

/** One answer in its writer's words, what in it may point at a person, and whether it stands in the report. */
export function OpenAnswerItem({ surveyId, answer, isOfVersions }: OpenAnswerItemProps) {
  const { t } = useTranslation('response')
  const { responseId, questionKey, version, text, releasedText, warnings } = readFragment(
    OpenAnswerItem_answer,
    answer,
  )
  const [isEditing, setIsEditing] = useState(false)
  const [news, setNews] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [withdraw, { loading }] = useMutation(WithdrawAnswer)
  const item = useRef<HTMLLIElement>(null)
  const isReleased = releasedText !== null && releasedText !== undefined
  const start = beginningOf(text)
  const masked = maskedText(text)

  /** The form is gone and its focus with it: it goes on from the answer itself. */
  const leaveForm = () => {
    setIsEditing(false)
    item.current?.focus()
  }
  const takeBack = async () => {
    const { data, error } = await withdraw({ variables: { input: { surveyId, responseId, questionKey } } })
    if (data?.withdrawAnswer) setNews(t('done.withdrawn'))
    else setProblem(error?.message ?? t('failed'))
  }
  return (
    <li className="open-answer" ref={item} tabIndex={-1}>
      <blockquote>{text}</blockquote>
      {isOfVersions && <p className="muted">{t('version', { number: version })}</p>}
      {warnings.length > 0 && (
        <Notice tone="warning" title={t('warning')}>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      {isReleased && releasedText !== text && (
        <p>
          <strong>{t('releasedAs')}:</strong> {releasedText}
        </p>
      )}
      {problem && (
        <Notice tone="danger" isAnnounced>
          <p>{problem}</p>
        </Notice>
      )}
      {isEditing ? (
        <ReleaseForm
          surveyId={surveyId}
          responseId={responseId}
          questionKey={questionKey}
          text={releasedText ?? masked}
          isMasked={!isReleased && masked !== text}
          onDone={() => {
            leaveForm()
            setNews(t('done.released'))
          }}
          onCancel={leaveForm}
        />
      ) : (
        <div className="row">
          <StatusTag tone={isReleased ? 'positive' : 'neutral'}>
            {t(isReleased ? 'released' : 'notReleased')}
          </StatusTag>
          <Button
            look="secondary"
            label={t(isReleased ? 'changeOf' : 'releaseOf', { text: start })}
            onClick={() => setIsEditing(true)}
          >
            {t(isReleased ? 'change' : 'release')}
          </Button>
          {isReleased && (
            <Button
              look="quiet"
              isBusy={loading}
              label={t('withdrawOf', { text: start })}
              onClick={() => void takeBack()}
            >
              {t('withdraw')}
            </Button>
          )}
        </div>
      )}
      <p role="status" className={news === '' ? 'visually-hidden' : 'muted'}>
        {news}
      </p>
    </li>
  )
}
