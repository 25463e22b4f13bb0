import { ORGANISER, quoted, type FieldRow } from '../verdicts.ts'

/** Root fields of one-time codes. */
export const INVITATION_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Mutation.setSurveyCodes': {
    call: ({ surveyId }) =>
      `setSurveyCodes(input: { surveyId: ${quoted(surveyId)}, takesCodes: false }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.renewKioskPass': {
    call: ({ codedSurveyId: id }) => `renewKioskPass(input: { surveyId: ${quoted(id)} }) { id }`,
    verdicts: ORGANISER,
  },
  'Mutation.makeCodeBatch': {
    call: ({ surveyId }) =>
      `makeCodeBatch(input: { surveyId: ${quoted(surveyId)}, name: "", codeCount: 0 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.reissueCode': {
    call: ({ surveyId }) => `reissueCode(input: { surveyId: ${quoted(surveyId)}, serial: 1 }) { __typename }`,
    verdicts: ORGANISER,
  },
}
