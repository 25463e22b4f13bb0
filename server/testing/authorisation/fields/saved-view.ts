import { randomUUID } from 'node:crypto'
import { ORGANISER, quoted, type FieldRow } from '../verdicts.ts'

const REQUEST = '{ rowKeys: ["sleep"], filter: [], isUnweighted: false, percentOf: COLUMN }'

/** Root fields of kept views. */
export const SAVED_VIEW_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Mutation.saveView': {
    call: ({ surveyId }) =>
      `saveView(input: { surveyId: ${quoted(surveyId)}, name: "${randomUUID()}", request: ${REQUEST} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.removeView': {
    call: async ({ surveyId, spareViewId }) =>
      `removeView(input: { surveyId: ${quoted(surveyId)}, viewId: ${quoted(await spareViewId())} }) { __typename }`,
    verdicts: ORGANISER,
  },
}
