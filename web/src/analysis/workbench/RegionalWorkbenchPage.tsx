import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import type { RegionalWorkbenchQuery as RegionalWorkbenchQueryType } from '../../gql/graphql.ts'
import { graphql } from '../../gql/index.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageFallback } from '../../ui/PageFallback.tsx'
import { publishedChoices } from './cross-choices.ts'
import { offeredQuestions } from './questions.ts'
import { useView } from './use-view.ts'
import { Workbench } from './Workbench.tsx'
import './workbench.css'

const RegionalWorkbenchQuery = graphql(`
  query RegionalWorkbench($id: ID!) {
    regionalSurvey(id: $id) {
      id
      title
      organisationName
      municipality {
        code
        name
      }
      resultsQuestionnaire
      dimensions {
        key
        label
        isPublished
        ...FilterPanel_dimension
      }
    }
  }
`)

/** The workbench of the region's analysts: protected tables of one survey. */
export function RegionalWorkbenchPage() {
  const { t } = useTranslation('workbench')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(RegionalWorkbenchQuery, { variables: { id } })
  const survey = data?.regionalSurvey
  if (!survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  if (!survey.dimensions || !survey.resultsQuestionnaire) {
    return (
      <Page title={survey.title}>
        <EmptyState title={t('eyes.nothing')}>
          <p>{t('eyes.nothingText')}</p>
        </EmptyState>
      </Page>
    )
  }
  return <RegionalWorkbench survey={survey} dimensions={survey.dimensions} />
}

type Survey = NonNullable<RegionalWorkbenchQueryType['regionalSurvey']>

interface RegionalWorkbenchProps {
  readonly survey: Survey
  readonly dimensions: NonNullable<Survey['dimensions']>
}

const NO_WEIGHTS = { versions: [], usual: null }

function RegionalWorkbench({ survey, dimensions }: RegionalWorkbenchProps) {
  const { t } = useTranslation('workbench')
  const { id, title, organisationName, municipality, resultsQuestionnaire } = survey
  const view = useView([])
  const questions = useMemo(
    () => offeredQuestions(parseQuestionnaire(resultsQuestionnaire)),
    [resultsQuestionnaire],
  )
  return (
    <Workbench
      surveyId={id}
      title={title}
      lead={t('eyes.lead', { organisation: organisationName, municipality: municipality.name })}
      questions={questions}
      crossChoices={publishedChoices(dimensions, t('show.groups.people'))}
      dimensions={dimensions}
      weights={NO_WEIGHTS}
      views={null}
      view={view}
      eyes="REGION"
      state={0}
    />
  )
}
