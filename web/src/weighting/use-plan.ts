import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanWeightsMutation } from '../gql/graphql.ts'
import { graphql } from '../gql/index.ts'
import { type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { recipeOf, type WeightsDraft } from './weights-draft.ts'

const PlanWeights = graphql(`
  mutation PlanWeights($input: PlanWeightsInput!) {
    planWeights(input: $input) {
      __typename
      ... on WeightPlan {
        responseCount
        populationSize
        problems {
          kind
          isBlocking
          message
          margin
          mergeFrom
          mergeInto
          lowBound
          highBound
        }
        margins {
          name
          categories {
            label
            count
            samplePercent
            populationPercent
            weightedPercent
          }
        }
        effects {
          questionText
          answer
          unweightedPercent
          weightedPercent
        }
        cost {
          efficiencyPercent
          verdict
        }
        sentences
      }
      ... on InvalidInputError {
        problems {
          path
          message
        }
      }
      ... on Error {
        message
      }
    }
  }
`)

export type Plan = Extract<NonNullable<PlanWeightsMutation['planWeights']>, { __typename: 'WeightPlan' }>
export type PlanProblem = Plan['problems'][number]

interface Planning {
  readonly plan: Plan | null
  readonly problems: readonly FormProblem[]
  readonly isBusy: boolean
  /** @returns whether the weights could be tried at all: the numbers make sense */
  readonly tryDraft: (draft: WeightsDraft) => Promise<boolean>
}

/** Tries weights on the server while they are made. */
export function usePlan(surveyId: string): Planning {
  const { t } = useTranslation('weighting')
  const [plan, setPlan] = useState<Plan | null>(null)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [run, { loading }] = useMutation(PlanWeights)
  const tryDraft = async (draft: WeightsDraft) => {
    const { data, error } = await run({ variables: { input: { surveyId, recipe: recipeOf(draft) } } })
    const result = data?.planWeights
    const isPlan = result?.__typename === 'WeightPlan'
    if (isPlan) setPlan(result)
    setProblems(isPlan ? [] : problemsOf({ message: error?.message ?? t('failed'), ...result }))
    return isPlan
  }
  return { plan, problems, isBusy: loading, tryDraft }
}
