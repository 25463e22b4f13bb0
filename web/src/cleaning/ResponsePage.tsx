import { useQuery } from '@apollo/client/react'
import type { Answers, Questionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { formatDay } from '../i18n/format.ts'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { StatusTag } from '../ui/StatusTag.tsx'
import { AnswerList } from './AnswerList.tsx'
import { qualityPath, responsePath } from './cleaning.paths.ts'
import { LogList } from './LogList.tsx'
import { ResponseActions } from './ResponseActions.tsx'

const ResponsePageQuery = graphql(`
  query OpenedResponsePage($id: ID!, $responseId: ID!) {
    survey(id: $id) {
      id
      municipality {
        code
        localities {
          id
          name
        }
      }
      flaggedResponses {
        responseId
      }
      openedResponse(responseId: $responseId) {
        responseId
        version
        questionnaire
        mode
        answeredBy
        submittedOn
        sheetNumber
        isExcluded
        sent
        counted
        flags {
          kind
          message
          questionKeys
        }
        openFlags {
          kind
        }
        log {
          ...LogList_line
        }
      }
    }
  }
`)

/** One response, question by question, with what makes it odd, what can be decided, and what was. */
export function ResponsePage() {
  const { t } = useTranslation('cleaning')
  const { id = '', responseId = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(ResponsePageQuery, {
    variables: { id, responseId },
    fetchPolicy: 'cache-and-network',
  })
  const survey = data?.survey
  const opened = survey?.openedResponse
  if (!survey || !opened)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const next = survey.flaggedResponses?.find((flagged) => flagged.responseId !== responseId)
  const open = opened.openFlags.map(({ kind }) => kind)
  const facts = [
    t(`mode.${opened.mode as 'CAWI'}`),
    formatDay(opened.submittedOn),
    ...(opened.sheetNumber === null ? [] : [t('sheet', { number: opened.sheetNumber })]),
    ...(opened.answeredBy === null ? [] : [t(`answeredBy.${opened.answeredBy as 'SELF'}`)]),
    t('response.version', { number: opened.version }),
  ]
  const done = async () => void (await refetch())
  return (
    <Page
      title={t('response.title')}
      lead={<p>{facts.join(' · ')}</p>}
      actions={
        <>
          {next && (
            <LinkButton to={responsePath(id, next.responseId)} look="secondary">
              {t('response.next')}
            </LinkButton>
          )}
          <LinkButton to={qualityPath(id)} look="quiet">
            {t('response.back')}
          </LinkButton>
        </>
      }
    >
      {opened.isExcluded && (
        <Notice tone="warning">
          <p>{t('response.excluded')}</p>
        </Notice>
      )}
      <Card title={t('response.flags')}>
        {opened.flags.length === 0 && <p className="muted">{t('response.noFlags')}</p>}
        <ul className="quality-flags">
          {opened.flags.map(({ kind, message }) => (
            <li key={message}>
              <StatusTag tone={open.includes(kind) ? 'attention' : 'neutral'}>{t(`kind.${kind}`)}</StatusTag>{' '}
              {message} {!open.includes(kind) && <span className="muted">({t('response.checked')})</span>}
            </li>
          ))}
        </ul>
        <ResponseActions
          surveyId={id}
          responseId={responseId}
          flags={opened.flags.map(({ kind }) => kind)}
          isExcluded={opened.isExcluded}
          onDone={done}
        />
      </Card>
      <Card title={t('response.answers')}>
        <AnswerList
          surveyId={id}
          responseId={responseId}
          questionnaire={opened.questionnaire as Questionnaire}
          sent={opened.sent as Answers}
          counted={opened.counted as Answers}
          submittedOn={opened.submittedOn}
          localities={survey.municipality.localities}
          oddKeys={opened.flags.flatMap(({ questionKeys }) => questionKeys)}
          onDone={done}
        />
      </Card>
      {opened.log.length > 0 && (
        <Card title={t('response.log')}>
          <LogList surveyId={id} lines={opened.log} isOfOne onDone={done} />
        </Card>
      )}
    </Page>
  )
}
