import {
  CHART_KINDS,
  parseViewRequest,
  PERCENTS_OF,
  type Condition,
  type ViewRequest,
} from '@rozeznanie/core/analysis'
import { ConditionInput } from '../analysis/filter.graphql.ts'
import { builder } from '../builder.ts'
import { badInput } from '../kernel/refusals.ts'

const FLAT = { field: 1, multiplier: 1 } as const

const ChartKindEnum = builder.enumType('ChartKind', {
  description: 'How a table is drawn; TABLE: not at all.',
  values: CHART_KINDS,
})
const PercentOfEnum = builder.enumType('PercentOf', {
  description: 'Whether percentages are of the people of a column, of a row, or of everybody.',
  values: PERCENTS_OF,
})

const ConditionRef = builder.objectRef<Condition>('Condition')
ConditionRef.implement({
  description: 'One condition of a filter that was kept: responses that gave any of these answers.',
  fields: (t) => ({
    dimension: t.exposeString('dimension'),
    codes: t.stringList({ complexity: FLAT, resolve: ({ codes }) => [...codes] }),
  }),
})

/** What is asked for in the workbench. */
export const ViewRequestRef = builder.objectRef<ViewRequest>('ViewRequest')
ViewRequestRef.implement({
  description: 'What one looks at in the workbench: what is asked, never what came out.',
  fields: (t) => ({
    rowKeys: t.stringList({ complexity: FLAT, resolve: ({ rowKeys }) => [...rowKeys] }),
    columnKey: t.exposeString('columnKey', { nullable: true, description: 'Null: crossed with nothing.' }),
    filter: t.expose('filter', { type: [ConditionRef], complexity: FLAT }),
    weightVersion: t.int({
      nullable: true,
      description: 'A weight version by its number; null: the usual one, unless unweighted.',
      resolve: ({ weights }) => (typeof weights === 'number' ? weights : null),
    }),
    isUnweighted: t.boolean({ resolve: ({ weights }) => weights === 'NONE' }),
    percentOf: t.expose('percentOf', { type: PercentOfEnum }),
    chart: t.expose('chart', {
      type: ChartKindEnum,
      nullable: true,
      description: 'Null: the one that suits the question.',
    }),
    answerCode: t.exposeString('answerCode', {
      nullable: true,
      description: 'The answer whose share is compared between groups; null: the first.',
    }),
  }),
})

export const ViewRequestInput = builder.inputType('ViewRequestInput', {
  description: 'What is asked for in the workbench.',
  fields: (t) => ({
    rowKeys: t.stringList({ required: true }),
    columnKey: t.string(),
    filter: t.field({ type: [ConditionInput], required: true }),
    weightVersion: t.int({ description: 'Null: the usual one, unless unweighted.' }),
    isUnweighted: t.boolean({ required: true }),
    percentOf: t.field({ type: PercentOfEnum, required: true }),
    chart: t.field({ type: ChartKindEnum }),
    answerCode: t.string(),
  }),
})

/** @throws RefusedRequest BAD_USER_INPUT for a request without a question */
export function viewRequestOf(input: typeof ViewRequestInput.$inferInput): ViewRequest {
  const { isUnweighted, weightVersion, ...rest } = input
  const request = parseViewRequest({ ...rest, weights: isUnweighted ? 'NONE' : (weightVersion ?? 'USUAL') })
  if (request === null) throw badInput('Proszę wybrać co najmniej jedno pytanie.')
  return request
}
