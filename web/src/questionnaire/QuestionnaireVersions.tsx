import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { formatInstant } from '../i18n/format.ts'
import { Notice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Unfolding } from './Unfolding.tsx'
import { VersionChanges } from './VersionChanges.tsx'

const QuestionnaireVersionsQuery = graphql(`
  query QuestionnaireVersions($key: String!) {
    questionnaire(key: $key) {
      id
      versions {
        id
        number
        publishedAt
        questionCount
        surveyCount
        changes {
          weight
        }
      }
    }
  }
`)

/** Every published version, newest first, with what it changed. */
export function QuestionnaireVersions({ questionnaireKey }: { readonly questionnaireKey: string }) {
  const { t } = useTranslation('questionnaire')
  const { data, loading, error } = useQuery(QuestionnaireVersionsQuery, {
    variables: { key: questionnaireKey },
    fetchPolicy: 'cache-and-network',
  })
  const versions = data?.questionnaire?.versions
  if (error && !versions) {
    return (
      <Notice tone="danger" title={t('versions.failed')}>
        <p>{error.message}</p>
      </Notice>
    )
  }
  if (!versions) return loading ? <Skeleton lines={3} /> : null
  if (versions.length === 0) return <p className="muted">{t('versions.none')}</p>
  return (
    <ol className="version-list">
      {versions.map(({ id, number, publishedAt, questionCount, surveyCount, changes }) => (
        <li key={id}>
          <h3>{t('state.version', { number })}</h3>
          <p className="muted">
            {[
              ...(publishedAt ? [t('versions.published', { when: formatInstant(publishedAt) })] : []),
              t('questions', { count: questionCount }),
              t('versions.surveys', { count: surveyCount }),
            ].join(' · ')}
          </p>
          {changes.length > 0 ? (
            <Unfolding
              label={t('versions.changes', { count: changes.length })}
              fullLabel={`${t('versions.changes', { count: changes.length })}, ${t('version', { number })}`}
            >
              {() => <VersionChanges questionnaireKey={questionnaireKey} number={number} />}
            </Unfolding>
          ) : (
            <p className="muted">{t(number === 1 ? 'versions.first' : 'versions.same')}</p>
          )}
        </li>
      ))}
    </ol>
  )
}
