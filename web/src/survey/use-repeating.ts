import { useMutation } from '@apollo/client/react'
import { graphql } from '../gql/index.ts'
import type { RepeatedSurvey } from './repeat-survey.ts'

const CopySurveyPlan = graphql(`
  mutation CopySurveyPlan($input: CopySurveyPlanInput!) {
    copySurveyPlan(input: $input) {
      __typename
    }
  }
`)

const KeepCodes = graphql(`
  mutation KeepCodes($input: SetSurveyCodesInput!) {
    setSurveyCodes(input: $input) {
      __typename
    }
  }
`)

/** Gives the new survey what the earlier one had beside its form: targets, the population, and whether it takes codes. */
export function useRepeating(
  repeated: RepeatedSurvey | null,
  municipalityCode: string,
): (surveyId: string) => Promise<void> {
  const [copyPlan] = useMutation(CopySurveyPlan)
  const [keepCodes] = useMutation(KeepCodes)
  return async (surveyId) => {
    if (!repeated) return
    if (municipalityCode === repeated.municipality.code) {
      await copyPlan({ variables: { input: { fromSurveyId: repeated.id, toSurveyId: surveyId } } })
    }
    if (repeated.takesCodes) await keepCodes({ variables: { input: { surveyId, takesCodes: true } } })
  }
}
