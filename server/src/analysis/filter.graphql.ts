import { dimensionsOf, type Dimension, MOST_CONDITIONS } from '@rozeznanie/core/analysis'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { CodeLabelRef } from './crosstab.graphql.ts'

/** One condition of a filter; a list of them is a filter, all of them hold. */
export const ConditionInput = builder.inputType('ConditionInput', {
  description:
    `Responses that gave any of these answers. A filter is a list of at most ${MOST_CONDITIONS} conditions that all hold; ` +
    'a condition without codes restricts nothing.',
  fields: (t) => ({
    dimension: t.string({
      required: true,
      description: 'Of `Survey.dimensions`: `@LOCALITY`, `@MODE`, `@VERSION`, a question or `key/rowKey`.',
    }),
    codes: t.stringList({ required: true }),
  }),
})

export const DimensionRef = builder.objectRef<Dimension>('Dimension')
DimensionRef.implement({
  description: 'Something that responses can be filtered by.',
  fields: (t) => ({
    key: t.exposeString('key'),
    label: t.exposeString('label'),
    codes: t.expose('codes', { type: [CodeLabelRef], complexity: { field: 1, multiplier: 1 } }),
    isPublished: t.exposeBoolean('isPublished', {
      description: 'Accounts outside the organisation may filter by it as well.',
    }),
  }),
})

/** What a survey's responses can be filtered by; the caller has made sure that the viewer may read answers. */
export async function readDimensions(
  { surveyColumns }: Pick<Context, 'surveyColumns'>,
  surveyId: string,
): Promise<readonly Dimension[] | null> {
  const state = await surveyColumns.read(surveyId)
  return state === null ? null : dimensionsOf(state.columns)
}
