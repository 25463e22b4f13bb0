import { useQuery } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { graphql } from '../../gql/index.ts'
import { openSurveyPath, surveyPath } from '../../survey/survey.paths.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { questionnairePath } from '../questionnaire.paths.ts'

const RunningSurveys = graphql(`
  query RunningSurveys {
    surveys(first: 100) {
      edges {
        node {
          id
          title
          status
          questionnaireVersion {
            id
            number
            questionnaire {
              id
            }
          }
        }
      }
    }
  }
`)

interface PublishedProps {
  readonly questionnaireId: string
  readonly questionnaireKey: string
  readonly number: number
}

/** What a person can do once a version is out. */
export function Published({ questionnaireId, questionnaireKey, number }: PublishedProps) {
  const { t } = useTranslation('revision')
  const { t: tq } = useTranslation('questionnaire')
  const box = useRef<HTMLDivElement>(null)
  const { data } = useQuery(RunningSurveys, { fetchPolicy: 'no-cache' })
  useEffect(() => box.current?.focus(), [])
  const running = (data?.surveys?.edges ?? [])
    .map(({ node }) => node)
    .filter(
      ({ status, questionnaireVersion: version }) =>
        status !== 'CLOSED' && version.questionnaire.id === questionnaireId && version.number < number,
    )
  return (
    <div ref={box} tabIndex={-1} className="stack">
      <Notice tone="success" title={t('published.title', { number })} isAnnounced>
        <p>{t('published.text')}</p>
      </Notice>
      <div className="row">
        <LinkButton to={openSurveyPath(questionnaireKey)}>{tq('open')}</LinkButton>
        <LinkButton to={questionnairePath(questionnaireKey)} look="secondary">
          {t('published.see')}
        </LinkButton>
      </div>
      {running.length > 0 && (
        <section className="stack-tight" aria-labelledby="running-title">
          <h2 id="running-title">{t('published.running')}</h2>
          <p className="measure">{t('published.runningText')}</p>
          <ul className="publish-reasons">
            {running.map(({ id, title, questionnaireVersion: version }) => (
              <li key={id}>
                <Link to={surveyPath(id)}>{title}</Link>{' '}
                <span className="muted">({t('published.surveyVersion', { number: version.number })})</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
