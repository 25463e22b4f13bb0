import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../gql/index.ts'
import type { WeightsKnown } from './workbench/weight-choice.ts'

const KnownWeightsQuery = graphql(`
  query KnownWeights($id: ID!) {
    survey(id: $id) {
      id
      weightVersions {
        number
        name
        retiredOn
      }
      usualWeightVersion {
        number
        name
      }
    }
  }
`)

/** The weights that one may choose among; `null` until they are known. */
export function useKnownWeights(surveyId: string): WeightsKnown | null {
  const { data, error } = useQuery(KnownWeightsQuery, {
    variables: { id: surveyId },
    fetchPolicy: 'cache-and-network',
  })
  const survey = data?.survey
  return useMemo(() => {
    if (!survey) return data || error ? { versions: [], usual: null } : null
    const versions = survey.weightVersions.filter(({ retiredOn }) => retiredOn == null)
    return { versions, usual: survey.usualWeightVersion ?? null }
  }, [survey, data, error])
}
