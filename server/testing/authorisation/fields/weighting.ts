import { ORGANISER, quoted, type FieldRow } from '../verdicts.ts'

/** Root fields of weights. */
export const WEIGHTING_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Mutation.planWeights': {
    call: ({ surveyId }) =>
      `planWeights(input: { surveyId: ${quoted(surveyId)}, recipe: $answers }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.createWeightVersion': {
    call: ({ surveyId }) =>
      `createWeightVersion(input: { surveyId: ${quoted(surveyId)}, recipe: $answers, isUsual: false }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.retireWeightVersion': {
    call: ({ surveyId }) =>
      `retireWeightVersion(input: { surveyId: ${quoted(surveyId)}, number: 1 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.setUsualWeightVersion': {
    call: ({ surveyId }) => `setUsualWeightVersion(input: { surveyId: ${quoted(surveyId)} }) { __typename }`,
    verdicts: ORGANISER,
  },
}
