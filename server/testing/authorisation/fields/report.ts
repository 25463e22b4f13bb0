import { randomUUID } from 'node:crypto'
import { ORGANISER, quoted, type FieldRow } from '../verdicts.ts'

const REQUEST = '{ rowKeys: ["sleep"], filter: [], isUnweighted: false, percentOf: COLUMN }'

/** Root fields of the report. */
export const REPORT_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Mutation.addReportTable': {
    call: ({ surveyId }) =>
      `addReportTable(input: { surveyId: ${quoted(surveyId)}, sectionCode: "${randomUUID()}", request: ${REQUEST} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.removeReportTable': {
    call: async ({ surveyId, spareReportTableId }) =>
      `removeReportTable(input: { surveyId: ${quoted(surveyId)}, tableId: ${quoted(await spareReportTableId())} }) { __typename }`,
    verdicts: ORGANISER,
  },
}
