import { useQuery } from '@apollo/client/react'
import type { RecipeMargin, WeightRecipe } from '@rozeznanie/core/weighting'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { graphql } from '../gql/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { Assistant } from './Assistant.tsx'
import { draftOf, emptyDraft } from './weights-draft.ts'

const NewWeightsPageQuery = graphql(`
  query NewWeightsPage($id: ID!) {
    survey(id: $id) {
      id
      sampleType
      responseCount
      weighting {
        traits {
          key
          label
          codes {
            code
            label
          }
        }
        suggestedMargins
      }
      weightVersions {
        number
        recipe
      }
    }
  }
`)

/** Leads an organiser from the traits to weights that can be used. */
export function NewWeightsPage() {
  const { t } = useTranslation('weighting')
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const { data, loading, error, refetch } = useQuery(NewWeightsPageQuery, {
    variables: { id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  })
  const survey = data?.survey
  if (!survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  if (!survey.weighting || survey.responseCount === 0) {
    const state = survey.weighting ? 'empty' : 'hidden'
    return (
      <Page title={t('new.title')}>
        <EmptyState title={t(`${state}.title`)}>
          <p>{t(`${state}.text`)}</p>
        </EmptyState>
      </Page>
    )
  }
  const known = survey.weighting.suggestedMargins as readonly RecipeMargin[]
  const from = survey.weightVersions.find(({ number }) => String(number) === search.get('z'))
  return (
    <Page title={t('new.title')} lead={<p className="measure">{t('new.lead')}</p>}>
      <Assistant
        surveyId={id}
        traits={survey.weighting.traits}
        known={known}
        isOpenLink={survey.sampleType === 'OPEN_LINK'}
        first={from ? draftOf(from.recipe as WeightRecipe) : emptyDraft(known)}
      />
    </Page>
  )
}
