import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { OpenSurveyForm } from './OpenSurveyForm.tsx'
import { surveysPath } from './survey.paths.ts'

const OpenSurveyPageQuery = graphql(`
  query OpenSurveyPage($repeated: ID!, $isRepeating: Boolean!) {
    survey(id: $repeated) @include(if: $isRepeating) {
      id
      title
      opensOn
      closesOn
      sampleType
      informationClause
      contactPhone
      graceDays
      takesCodes
      organisation {
        id
      }
      municipality {
        code
      }
      questionnaireVersion {
        id
        questionnaire {
          id
          key
        }
      }
    }
    surveys(first: 50) {
      edges {
        node {
          id
          title
        }
      }
    }
    viewer {
      accountId
      memberships {
        role
        organisation {
          id
          name
          phone
          municipalities {
            code
            name
          }
        }
      }
    }
    questionnaires {
      id
      key
      title
      latestVersion {
        id
        hasPublicLink
        audience
        estimatedMinutes
        questionCount
      }
    }
  }
`)

/** Opening a survey: one page in four parts, with everything suggested that can be. */
export function OpenSurveyPage() {
  const { t } = useTranslation('survey')
  const [search, setSearch] = useSearchParams()
  const repeatedId = search.get('powtorz') ?? ''
  const { data, loading, error, refetch } = useQuery(OpenSurveyPageQuery, {
    variables: { repeated: repeatedId, isRepeating: repeatedId !== '' },
  })
  if (!data?.questionnaires || !data.viewer) {
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  }
  const organisations = data.viewer.memberships
    .filter(({ role }) => role === 'ORGANISER')
    .map(({ organisation }) => organisation)
  const versions = data.questionnaires.flatMap(({ key, title, latestVersion }) => {
    if (!latestVersion) return []
    const isForInstitutions = latestVersion.audience === 'PROVIDER'
    const isOffered = latestVersion.hasPublicLink || isForInstitutions
    return isOffered ? [{ ...latestVersion, key, title, isForInstitutions }] : []
  })
  return (
    <Page
      title={t('open.title')}
      lead={t('open.lead')}
      crumbs={[{ label: t('list.title'), to: surveysPath() }]}
    >
      {organisations.length === 0 ? (
        <EmptyState title={t('open.forbidden')}>
          <p>{t('open.forbiddenText')}</p>
        </EmptyState>
      ) : (
        <>
          <RepeatField
            surveys={data.surveys?.edges.map(({ node }) => node) ?? []}
            value={repeatedId}
            onChange={(id) => setSearch(id === '' ? {} : { powtorz: id }, { replace: true })}
          />
          <OpenSurveyForm
            key={data.survey?.id ?? ''}
            repeated={data.survey ?? null}
            choices={{ organisations, versions }}
            questionnaireKey={search.get('kwestionariusz') ?? undefined}
          />
        </>
      )}
    </Page>
  )
}

interface RepeatFieldProps {
  readonly surveys: readonly { readonly id: string; readonly title: string }[]
  readonly value: string
  readonly onChange: (surveyId: string) => void
}

/** An earlier survey to begin from; its answers stay where they are. */
function RepeatField({ surveys, value, onChange }: RepeatFieldProps) {
  const { t } = useTranslation('survey')
  if (surveys.length === 0) return null
  const choices = [
    { value: '', label: t('repeat.none') },
    ...surveys.map(({ id, title }) => ({ value: id, label: title })),
  ]
  return (
    <div className="repeat-field">
      <SelectField
        name="repeated"
        label={t('repeat.field')}
        hint={t('repeat.hint')}
        value={value}
        choices={choices}
        onChange={onChange}
      />
    </div>
  )
}
