import { MEMBERS, ORGANISER, quoted, type FieldRow } from '../verdicts.ts'

/** Root fields of corrections and paper sheets. */
export const CLEANING_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Mutation.correctResponse': {
    call: ({ surveyId, responseId }) =>
      `correctResponse(input: { surveyId: ${quoted(surveyId)}, responseId: ${quoted(responseId)}, kind: INCLUDE, path: [], reason: "OTHER", remark: "", flags: [] }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.undoCorrection': {
    call: ({ surveyId }) =>
      `undoCorrection(input: { surveyId: ${quoted(surveyId)}, number: 1, remark: "" }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.decideConflict': {
    call: ({ surveyId, responseId }) =>
      `decideConflict(input: { surveyId: ${quoted(surveyId)}, responseId: ${quoted(responseId)}, conflictHash: "", take: FIRST, reason: "OTHER", remark: "" }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.resolveDiscrepancy': {
    call: ({ surveyId, responseId }) =>
      `resolveDiscrepancy(input: { surveyId: ${quoted(surveyId)}, responseId: ${quoted(responseId)}, path: [], take: FIRST, remark: "" }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.setDoubleEntryShare': {
    call: ({ surveyId }) =>
      `setDoubleEntryShare(input: { surveyId: ${quoted(surveyId)}, percent: 10 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.createEntryBatch': {
    call: ({ surveyId }) =>
      `createEntryBatch(input: { surveyId: ${quoted(surveyId)}, name: "", expectedCount: 1 }) { __typename }`,
    verdicts: MEMBERS,
  },
  'Mutation.setEntryBatchClosed': {
    call: ({ surveyId }) =>
      `setEntryBatchClosed(input: { surveyId: ${quoted(surveyId)}, batchId: "-", isClosed: true, evenIfMissing: false }) { __typename }`,
    verdicts: MEMBERS,
  },
  'Mutation.fileSheet': {
    call: ({ surveyId, responseId }) =>
      `fileSheet(input: { surveyId: ${quoted(surveyId)}, responseId: ${quoted(responseId)}, batchId: "-" }) { __typename }`,
    verdicts: MEMBERS,
  },
  'Mutation.enterSheetAgain': {
    call: ({ surveyId, responseId }) =>
      `enterSheetAgain(input: { surveyId: ${quoted(surveyId)}, responseId: ${quoted(responseId)}, answers: $answers }) { __typename }`,
    verdicts: MEMBERS,
  },
}
