import type {
  RosterEstimate,
  RosterOption,
  RosterQuestionSummary,
  RosterSummary,
} from '@rozeznanie/core/analysis'
import { builder } from '../builder.ts'
import { mayReadAnswers } from './analysis.access.ts'
import { ConditionInput } from './filter.graphql.ts'
import { readRosters } from './read-rosters.ts'
import { SummaryBaseRef } from './summary.graphql.ts'

const FLAT = { field: 1, multiplier: 1 } as const
const INTERVAL = { nullable: true, description: 'Of the 95 % interval; null where there is none.' } as const

const RosterEstimateRef = builder.objectRef<RosterEstimate>('RosterEstimate').implement({
  description: 'A share (0 to 1) or a mean, with the error of responses whose items come together.',
  fields: (t) => ({
    estimate: t.exposeFloat('estimate'),
    low: t.exposeFloat('low', INTERVAL),
    high: t.exposeFloat('high', INTERVAL),
  }),
})

const RosterOptionRef = builder.objectRef<RosterOption>('RosterOption').implement({
  description: 'An option, counted on the base of items and on that of responses.',
  fields: (t) => ({
    code: t.exposeString('code'),
    label: t.exposeString('label'),
    itemCount: t.exposeInt('itemCount', { description: 'Items (persons) with the option.' }),
    ofItems: t.expose('ofItems', {
      type: RosterEstimateRef,
      nullable: true,
      description: 'Of items with a valid answer; null when there are none.',
    }),
    responseCount: t.exposeInt('responseCount', {
      description: 'Responses (households) with at least one such item.',
    }),
    ofResponses: t.expose('ofResponses', {
      type: RosterEstimateRef,
      nullable: true,
      description: 'Of responses with a valid answer of any item; null when there are none.',
    }),
  }),
})

const RosterQuestionRef = builder.objectRef<RosterQuestionSummary>('RosterQuestionSummary').implement({
  description: 'One question of a roster, or a row of its matrix.',
  fields: (t) => ({
    questionKey: t.exposeString('questionKey', { description: 'Of a row: `key/rowKey`.' }),
    text: t.exposeString('text'),
    base: t.expose('base', { type: SummaryBaseRef, description: 'Items.' }),
    options: t.expose('options', { type: [RosterOptionRef], complexity: FLAT }),
    mean: t.expose('mean', {
      type: RosterEstimateRef,
      nullable: true,
      description: 'Of numbers, over items; null elsewhere and when there are none.',
    }),
  }),
})

const RosterSummaryRef = builder.objectRef<RosterSummary>('RosterSummary')
RosterSummaryRef.implement({
  description: 'What was said in a roster: a row per item, such as a person of a household.',
  fields: (t) => ({
    questionKey: t.exposeString('questionKey'),
    text: t.exposeString('text'),
    itemName: t.exposeString('itemName', { description: 'Polish: „osoba”.' }),
    responseCount: t.exposeInt('responseCount', { description: 'Responses with at least one item.' }),
    itemCount: t.exposeInt('itemCount'),
    questions: t.expose('questions', { type: [RosterQuestionRef], complexity: FLAT }),
    inner: t.expose('inner', {
      type: [RosterSummaryRef],
      complexity: FLAT,
      description: 'Rosters within an item.',
    }),
  }),
})

builder.prismaObjectFields('Survey', (t) => ({
  rosters: t.field({
    type: [RosterSummaryRef],
    nullable: true,
    description: "Null for accounts that may not see this survey's answers.",
    select: { id: true, organisationId: true },
    complexity: { field: 60, multiplier: 1 },
    args: { filter: t.arg({ type: [ConditionInput] }), weightVersion: t.arg.int() },
    resolve: ({ id, organisationId }, { filter, weightVersion }, context) => {
      if (!mayReadAnswers(context, organisationId)) return null
      return readRosters(context, {
        surveyId: id,
        filter: filter ?? [],
        weightVersion: weightVersion ?? null,
      })
    },
  }),
}))
