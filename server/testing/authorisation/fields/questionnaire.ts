import { MEMBERS, ORGANISER, ORGANISER_OR_FORBIDDEN, SIGNED_IN, quoted, type FieldRow } from '../verdicts.ts'

/** Root fields of questionnaires. */
export const QUESTIONNAIRE_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Query.questionnaires': { call: () => 'questionnaires { key }', verdicts: SIGNED_IN },
  'Query.questionnaire': {
    call: () => 'questionnaire(key: "own_questionnaire") { title }',
    verdicts: MEMBERS,
  },
  'Mutation.createQuestionnaire': {
    call: ({ organisationId }) =>
      `createQuestionnaire(input: { organisationId: ${quoted(organisationId)}, title: "" }) { __typename }`,
    verdicts: ORGANISER_OR_FORBIDDEN,
  },
  'Mutation.saveDraft': {
    call: ({ questionnaireId: id }) =>
      `saveDraft(input: { questionnaireId: ${quoted(id)}, baseRevision: 1, document: $answers }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.restoreDraft': {
    call: ({ questionnaireId: id }) =>
      `restoreDraft(input: { questionnaireId: ${quoted(id)}, baseRevision: 1, revision: 1 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.publishDraft': {
    call: ({ questionnaireId: id }) =>
      `publishDraft(input: { questionnaireId: ${quoted(id)}, revision: 1 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.removeQuestionnaire': {
    call: async (world) =>
      `removeQuestionnaire(input: { questionnaireId: ${quoted(await world.spareQuestionnaireId())} }) { __typename }`,
    verdicts: ORGANISER,
  },
}
