import type {
  NotComparable,
  Trend,
  TrendChange,
  TrendFigure,
  TrendItem,
  TrendWave,
} from '@rozeznanie/core/analysis'
import { builder } from '../builder.ts'
import { mayReadAnswers } from './analysis.access.ts'
import { IndicatorUnitEnum } from './indicator-types.graphql.ts'
import { readTrend } from './read-trend.ts'

const FLAT = { field: 1, multiplier: 1 } as const
const COUNTING = { field: 60, multiplier: 1 } as const
const INTERVAL = { nullable: true, description: 'Of the 95 % interval; null where there is none.' } as const

const TrendItemRef = builder.objectRef<TrendItem>('TrendItem').implement({
  description: 'What is followed: an option, or the mean.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The code of the option; `@MEAN` for the mean.' }),
    label: t.exposeString('label'),
    unit: t.expose('unit', { type: IndicatorUnitEnum }),
  }),
})

const TrendFigureRef = builder.objectRef<TrendFigure>('TrendFigure').implement({
  description: 'A number of one survey, in the unit of its item.',
  fields: (t) => ({
    estimate: t.exposeFloat('estimate'),
    low: t.exposeFloat('low', INTERVAL),
    high: t.exposeFloat('high', INTERVAL),
    n: t.exposeInt('n'),
  }),
})

const TrendWaveRef = builder.objectRef<TrendWave>('TrendWave').implement({
  description: 'One survey of a trend.',
  fields: (t) => ({
    surveyId: t.exposeID('surveyId'),
    title: t.exposeString('title'),
    opensOn: t.expose('opensOn', { type: 'Date' }),
    closesOn: t.expose('closesOn', { type: 'Date' }),
    n: t.exposeInt('n', { description: 'People who answered the question.' }),
    figures: t.field({
      type: t.listRef(TrendFigureRef, { nullable: true }),
      complexity: FLAT,
      description: 'In the order of the items; null where the survey did not offer the option.',
      resolve: ({ figures }) => figures,
    }),
  }),
})

const TrendChangeRef = builder.objectRef<TrendChange>('TrendChange').implement({
  description: 'What became of one item since an earlier survey.',
  fields: (t) => ({
    surveyId: t.exposeID('surveyId', { description: 'Of the earlier survey.' }),
    itemKey: t.exposeString('itemKey'),
    difference: t.exposeFloat('difference', { description: 'This survey minus the earlier one.' }),
    low: t.exposeFloat('low', INTERVAL),
    high: t.exposeFloat('high', INTERVAL),
    adjustedP: t.exposeFloat('adjustedP', {
      nullable: true,
      description: 'Adjusted by Holm over all changes; null where no test is possible.',
    }),
    isDifferent: t.exposeBoolean('isDifferent'),
    sentence: t.exposeString('sentence', { description: 'Polish.' }),
  }),
})

const NotComparableRef = builder.objectRef<NotComparable>('NotComparableSurvey').implement({
  description: 'A survey whose answers cannot be set beside.',
  fields: (t) => ({
    surveyId: t.exposeID('surveyId'),
    title: t.exposeString('title'),
    reason: t.exposeString('reason', { description: 'Polish.' }),
  }),
})

const TrendRef = builder.objectRef<Trend>('Trend').implement({
  description: 'One question through several surveys of a municipality.',
  fields: (t) => ({
    questionKey: t.exposeString('questionKey'),
    text: t.exposeString('text'),
    items: t.expose('items', { type: [TrendItemRef], complexity: FLAT }),
    waves: t.expose('waves', {
      type: [TrendWaveRef],
      complexity: FLAT,
      description: 'Oldest first; the last one is this survey.',
    }),
    changes: t.expose('changes', { type: [TrendChangeRef], complexity: FLAT }),
    notComparable: t.expose('notComparable', { type: [NotComparableRef], complexity: FLAT }),
    notes: t.stringList({ description: 'Polish.', complexity: FLAT, resolve: ({ notes }) => [...notes] }),
  }),
})

builder.prismaObjectFields('Survey', (t) => ({
  trend: t.field({
    type: TrendRef,
    nullable: true,
    description:
      'Other surveys of the same organisation and municipality join where the question is proven to be the same. ' +
      "Null for accounts that may not see this survey's answers.",
    select: { id: true, organisationId: true },
    complexity: COUNTING,
    args: {
      questionKey: t.arg.string({ required: true, description: 'Of a matrix: `key/rowKey`.' }),
      otherSurveyIds: t.arg.idList({ description: 'Without it: all that opened no later.' }),
      weightVersion: t.arg.int({ description: 'Of this survey; the others then have their usual weights.' }),
    },
    resolve: ({ id, organisationId }, { questionKey, otherSurveyIds, weightVersion }, context) =>
      mayReadAnswers(context, organisationId)
        ? readTrend(context, id, {
            questionKey,
            otherSurveyIds: otherSurveyIds ?? null,
            weightVersion: weightVersion ?? null,
          })
        : null,
  }),
}))
