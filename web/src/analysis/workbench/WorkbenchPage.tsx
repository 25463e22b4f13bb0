import { useQuery, useSubscription } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import type { WorkbenchQuery as WorkbenchQueryType } from '../../gql/graphql.ts'
import { graphql } from '../../gql/index.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageFallback } from '../../ui/PageFallback.tsx'
import { useThrottled } from '../../ui/use-throttled.ts'
import { crossChoices, publishedChoices } from './cross-choices.ts'
import { offeredQuestions } from './questions.ts'
import { requestGiven } from './request-input.ts'
import { useView } from './use-view.ts'
import { isAsOutsider } from './view-state.ts'
import { Workbench } from './Workbench.tsx'
import './workbench.css'

const WorkbenchQuery = graphql(`
  query Workbench($id: ID!) {
    survey(id: $id) {
      id
      resultsQuestionnaire
      dimensions {
        key
        label
        isPublished
        ...FilterPanel_dimension
      }
      weightVersions {
        number
        name
        retiredOn
      }
      usualWeightVersion {
        number
        name
      }
      savedViews {
        id
        name
        request {
          rowKeys
          columnKey
          filter {
            dimension
            codes
          }
          weightVersion
          isUnweighted
          percentOf
          chart
          answerCode
        }
      }
    }
  }
`)

const WorkbenchProgressed = graphql(`
  subscription WorkbenchProgressed($surveyId: ID!) {
    surveyProgressed(surveyId: $surveyId) {
      surveyId
      responseCount
    }
  }
`)

/** Between two askings while answers come in. */
const PAUSE_MS = 5_000

/** Tables and charts of any questions, as one wants to see them; every state has a link of its own. */
export function WorkbenchPage() {
  const { t } = useTranslation('workbench')
  const { id = '' } = useParams()
  const [state, setState] = useState(0)
  const { data, loading, error, refetch } = useQuery(WorkbenchQuery, { variables: { id } })
  const refresh = useThrottled(() => setState((before) => before + 1), PAUSE_MS)
  useSubscription(WorkbenchProgressed, { variables: { surveyId: id }, onData: refresh })
  const survey = data?.survey
  if (!survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  if (!survey.dimensions) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('hidden.title')}>
          <p>{t('hidden.text')}</p>
        </EmptyState>
      </Page>
    )
  }
  return <OwnWorkbench survey={survey} dimensions={survey.dimensions} state={state} />
}

type Survey = NonNullable<WorkbenchQueryType['survey']>

interface OwnWorkbenchProps {
  readonly survey: Survey
  readonly dimensions: NonNullable<Survey['dimensions']>
  readonly state: number
}

/** The workbench of those whose survey it is. */
function OwnWorkbench({ survey, dimensions, state }: OwnWorkbenchProps) {
  const { t } = useTranslation('workbench')
  const { id, resultsQuestionnaire, savedViews, weightVersions, usualWeightVersion } = survey
  const kept = useMemo(
    () => (savedViews ?? []).map((one) => ({ ...one, request: requestGiven(one.request) })),
    [savedViews],
  )
  const view = useView(kept)
  const questions = useMemo(
    () => offeredQuestions(parseQuestionnaire(resultsQuestionnaire)),
    [resultsQuestionnaire],
  )
  const asOutsider = isAsOutsider(view.search)
  const known = asOutsider ? dimensions.filter(({ isPublished }) => isPublished) : dimensions
  const names = { people: t('show.groups.people'), survey: t('show.groups.survey') }
  return (
    <Workbench
      surveyId={id}
      questions={questions}
      crossChoices={
        asOutsider ? publishedChoices(known, names.people) : crossChoices(known, questions, names)
      }
      dimensions={known}
      weights={{
        versions: weightVersions.filter(({ retiredOn }) => retiredOn == null),
        usual: usualWeightVersion ?? null,
      }}
      views={kept}
      view={view}
      eyes={asOutsider ? 'AS_OUTSIDER' : 'OWN'}
      state={state}
    />
  )
}
