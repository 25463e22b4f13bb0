import {
  ANALYST,
  MEMBERS,
  ORGANISER,
  ORGANISER_OR_FORBIDDEN,
  SIGNED_IN,
  quoted,
  type FieldRow,
} from '../verdicts.ts'

/** Root fields of surveys. */
export const SURVEY_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Query.surveys': { call: () => 'surveys { totalCount }', verdicts: SIGNED_IN },
  'Query.survey': { call: ({ surveyId }) => `survey(id: ${quoted(surveyId)}) { title }`, verdicts: MEMBERS },
  'Query.regionalSurveys': { call: () => 'regionalSurveys { organisationName }', verdicts: ANALYST },
  'Query.regionalSurvey': {
    call: ({ surveyId }) => `regionalSurvey(id: ${quoted(surveyId)}) { organisationName }`,
    verdicts: ANALYST,
  },
  'Mutation.renewSnapshot': {
    call: ({ surveyId }) => `renewSnapshot(input: { surveyId: ${quoted(surveyId)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.openSurvey': {
    call: ({ organisationId, questionnaireVersionId }) =>
      `openSurvey(input: { organisationId: ${quoted(organisationId)}, municipalityCode: "260401",
        questionnaireVersionId: ${quoted(questionnaireVersionId)}, title: "", opensOn: "2026-11-01", closesOn: "2026-11-30",
        sampleType: OPEN_LINK, informationClause: "", contactPhone: "" }) { __typename }`,
    verdicts: ORGANISER_OR_FORBIDDEN,
  },
  'Mutation.updateMaterials': {
    call: ({ surveyId }) =>
      `updateMaterials(input: { surveyId: ${quoted(surveyId)}, invitationReason: "", sheetReturn: "", embedHosts: [] }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.planBooklets': {
    call: ({ surveyId }) =>
      `planBooklets(input: { surveyId: ${quoted(surveyId)}, copies: 1, language: "pl", isLarge: false }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.closeSurvey': {
    call: async (world) =>
      `closeSurvey(input: { surveyId: ${quoted(await world.spareSurveyId())} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.setSurveyGrace': {
    call: ({ surveyId }) =>
      `setSurveyGrace(input: { surveyId: ${quoted(surveyId)}, graceDays: 5 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.moveSurvey': {
    call: ({ surveyId, questionnaireVersionId: versionId }) =>
      `moveSurvey(input: { surveyId: ${quoted(surveyId)}, questionnaireVersionId: ${quoted(versionId)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.extendSurvey': {
    call: ({ surveyId }) =>
      `extendSurvey(input: { surveyId: ${quoted(surveyId)}, closesOn: "2000-01-02" }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Subscription.surveyProgressed': {
    call: ({ surveyId }) => `surveyProgressed(surveyId: ${quoted(surveyId)}) { responseCount }`,
    verdicts: ORGANISER_OR_FORBIDDEN,
  },
}
