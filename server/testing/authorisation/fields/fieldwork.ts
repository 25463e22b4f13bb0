import { randomUUID } from 'node:crypto'
import { MEMBERS, ORGANISER, quoted, type FieldRow } from '../verdicts.ts'

/** Root fields of fieldwork. */
export const FIELDWORK_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Mutation.recordCall': {
    call: ({ surveyId }) =>
      `recordCall(input: { surveyId: ${quoted(surveyId)}, id: "${randomUUID()}", outcome: BUSY }) { __typename }`,
    verdicts: MEMBERS,
  },
  'Mutation.assignInterviewer': {
    call: ({ surveyId, spareAccountId: id }) =>
      `assignInterviewer(input: { surveyId: ${quoted(surveyId)}, accountId: ${quoted(id)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.unassignInterviewer': {
    call: ({ surveyId, spareAccountId: id }) =>
      `unassignInterviewer(input: { surveyId: ${quoted(surveyId)}, assignmentId: ${quoted(id)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.saveSurveyPlan': {
    call: ({ surveyId }) =>
      `saveSurveyPlan(input: { surveyId: ${quoted(surveyId)}, target: 0, localityTargets: [] }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.savePopulationStructure': {
    call: ({ surveyId }) =>
      `savePopulationStructure(input: { surveyId: ${quoted(surveyId)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.copySurveyPlan': {
    call: ({ surveyId: id }) =>
      `copySurveyPlan(input: { fromSurveyId: ${quoted(id)}, toSurveyId: ${quoted(id)} }) { __typename }`,
    verdicts: ORGANISER,
  },
}
