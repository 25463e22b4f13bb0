import {
  type Indicator,
  INDICATOR_KEYS,
  type ModeComparison,
  type ModeEffects,
  type ModeEstimate,
  type NeedFigure,
  type OverallNeed,
  type PeopleRange,
  type ServiceNeed,
} from '@rozeznanie/core/analysis'
import { builder } from '../builder.ts'
import { CollectionModeEnum } from '../response/response.graphql.ts'
import type { ReadNeeds, SurveyIndicators } from './read-indicators.ts'
import { ReliabilityEnum, WeightVersionNameRef } from './table.graphql.ts'

/** Everything here is counted before the first field is asked for: a list costs no more than a field. */
const FLAT = { field: 1, multiplier: 1 } as const
const COUNTING = { field: 20, multiplier: 1 } as const
const UNKNOWN = { nullable: true, description: 'Null: too few answers to name a number.' } as const
const INTERVAL = { nullable: true, description: 'Of the 95 % interval; null where there is none.' } as const

/** What the number of an indicator is. */
export const IndicatorUnitEnum = builder.enumType('IndicatorUnit', {
  description: 'What the number of an indicator is.',
  values: {
    PERCENT: { description: '0 to 100.' },
    POINTS: { description: "Of the question's own scale." },
    INDEX: { description: '0 to 100.' },
    NET: { description: '−100 to 100 percentage points.' },
    HOURS: { description: 'A week.' },
    PEOPLE: { description: 'Of the population.' },
  } as const,
})

const IndicatorKeyEnum = builder.enumType('IndicatorKey', {
  description: 'The indicators of the handbook that are computed from answers.',
  values: INDICATOR_KEYS,
})

/** One indicator. */
export const IndicatorRef = builder.objectRef<Indicator>('Indicator').implement({
  description:
    'A figure with its formula: who is counted among whom, with its error and how far to trust it.',
  fields: (t) => ({
    key: t.expose('key', { type: IndicatorKeyEnum }),
    name: t.exposeString('name', { description: 'Polish.' }),
    questionKey: t.exposeString('questionKey'),
    rowKey: t.exposeString('rowKey', {
      nullable: true,
      description: 'Null: of no single service or option.',
    }),
    rowLabel: t.exposeString('rowLabel', { nullable: true, description: 'Null where `rowKey` is.' }),
    unit: t.expose('unit', { type: IndicatorUnitEnum }),
    isHeadline: t.exposeBoolean('isHeadline', { description: 'One of the few that a plan begins with.' }),
    numerator: t.exposeFloat('numerator', {
      nullable: true,
      description: 'People with the trait, weighted when weights are given; null for means and totals.',
    }),
    denominator: t.exposeFloat('denominator', { description: 'People behind it, weighted likewise.' }),
    estimate: t.exposeFloat('estimate', UNKNOWN),
    low: t.exposeFloat('low', INTERVAL),
    high: t.exposeFloat('high', INTERVAL),
    n: t.exposeInt('n', { description: 'People behind it, never weighted.' }),
    effective: t.exposeFloat('effective', { description: "Kish's effective number of them." }),
    reliability: t.expose('reliability', { type: ReliabilityEnum }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Polish: how to read it, or why there is no number; null where there is nothing to say.',
    }),
  }),
})

/** All indicators of a survey. */
export const SurveyIndicatorsRef = builder.objectRef<SurveyIndicators>('SurveyIndicators').implement({
  description: 'All indicators that the answers of a survey give, under one filter.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime', description: 'State of the answers.' }),
    footer: t.stringList({
      complexity: FLAT,
      description: 'Polish: how people were chosen, and which weights the numbers have.',
      resolve: ({ footer }) => [...footer],
    }),
    weightVersion: t.expose('weightVersion', {
      type: WeightVersionNameRef,
      nullable: true,
      description: 'Null: every person counts the same.',
    }),
    responseCount: t.exposeInt('responseCount', { description: 'Responses after the filter.' }),
    groupSize: t.exposeFloat('groupSize', {
      nullable: true,
      description: 'People of the population that the responses stand for; null where nobody knows.',
    }),
    indicators: t.expose('indicators', {
      type: [IndicatorRef],
      complexity: FLAT,
      description: 'In the order of the handbook.',
    }),
  }),
})

const NeedFigureRef = builder.objectRef<NeedFigure>('NeedFigure').implement({
  description: 'A number 0 to 100 (a gap −100 to 100) with its 95 % interval.',
  fields: (t) => ({
    estimate: t.exposeFloat('estimate', UNKNOWN),
    low: t.exposeFloat('low', INTERVAL),
    high: t.exposeFloat('high', INTERVAL),
    n: t.exposeInt('n'),
    effective: t.exposeFloat('effective'),
    reliability: t.expose('reliability', { type: ReliabilityEnum }),
  }),
})

const PeopleRangeRef = builder.objectRef<PeopleRange>('PeopleRange').implement({
  description: 'Between how many people, in tens, with 95 %.',
  fields: (t) => ({ from: t.exposeInt('from'), to: t.exposeInt('to') }),
})

const ServiceNeedRef = builder.objectRef<ServiceNeed>('ServiceNeed').implement({
  description: 'What people need of one service, and how much of it is there.',
  fields: (t) => ({
    rowKey: t.exposeString('rowKey'),
    label: t.exposeString('label'),
    need: t.expose('need', { type: NeedFigureRef }),
    availability: t.expose('availability', { type: NeedFigureRef }),
    gap: t.expose('gap', {
      type: NeedFigureRef,
      description: "Mean of each person's need minus availability.",
    }),
    unmet: t.expose('unmet', {
      type: NeedFigureRef,
      description: 'Of people in need those whose need is not met, in percent.',
    }),
    firstPlace: t.int({
      nullable: true,
      description: 'The best place that the intervals of the gaps allow; null without a gap.',
      resolve: ({ places }) => places?.from ?? null,
    }),
    lastPlace: t.int({
      nullable: true,
      description: 'The worst place that the intervals of the gaps allow; null without a gap.',
      resolve: ({ places }) => places?.to ?? null,
    }),
    priority: t.exposeInt('priority', {
      nullable: true,
      description: 'Place on the list of services that surely lack; null: not on it.',
    }),
    unmetPeople: t.expose('unmetPeople', {
      type: PeopleRangeRef,
      nullable: true,
      description: 'People of the population whose need is not met; null where too little is known.',
    }),
  }),
})

const OverallNeedRef = builder.objectRef<OverallNeed>('OverallNeed').implement({
  description: 'One number for all services together.',
  fields: (t) => ({
    index: t.expose('index', {
      type: NeedFigureRef,
      description: 'Mean of the mean gaps of people who answered for at least 60 % of the services.',
    }),
    alpha: t.float({
      nullable: true,
      description: "Cronbach's alpha of the services; null where it cannot be told.",
      resolve: ({ alpha }) => alpha?.alpha ?? null,
    }),
    alphaCount: t.int({
      nullable: true,
      description: 'People who answered for every service; null where there is no alpha.',
      resolve: ({ alpha }) => alpha?.n ?? null,
    }),
  }),
})

/** Needs by service. */
export const NeedsIndexRef = builder.objectRef<ReadNeeds>('NeedsIndex').implement({
  description: 'Needs by service, with gaps and a priority list.',
  fields: (t) => ({
    services: t.expose('services', {
      type: [ServiceNeedRef],
      complexity: FLAT,
      description: 'In the order of their gaps, the largest first.',
    }),
    overall: t.field({
      type: OverallNeedRef,
      nullable: true,
      complexity: COUNTING,
      description: 'Null when nobody answered.',
      resolve: ({ overall }) => overall(),
    }),
    notes: t.stringList({
      complexity: FLAT,
      description: 'Polish: how it is computed.',
      resolve: ({ notes }) => [...notes],
    }),
  }),
})

const ModeEstimateRef = builder.objectRef<ModeEstimate>('ModeEstimate').implement({
  description: 'One way of collecting with what people said there.',
  fields: (t) => ({
    mode: t.expose('mode', { type: CollectionModeEnum }),
    n: t.exposeInt('n'),
    estimate: t.exposeFloat('estimate'),
    low: t.exposeFloat('low', INTERVAL),
    high: t.exposeFloat('high', INTERVAL),
  }),
})

const ModeComparisonRef = builder.objectRef<ModeComparison>('ModeComparison').implement({
  description: 'One indicator in two ways of collecting.',
  fields: (t) => ({
    key: t.expose('key', { type: IndicatorKeyEnum }),
    name: t.exposeString('name', { description: 'Polish.' }),
    unit: t.expose('unit', { type: IndicatorUnitEnum }),
    first: t.expose('first', { type: ModeEstimateRef }),
    second: t.expose('second', { type: ModeEstimateRef }),
    difference: t.exposeFloat('difference', { description: 'First minus second.' }),
    low: t.exposeFloat('low', INTERVAL),
    high: t.exposeFloat('high', INTERVAL),
    adjustedP: t.exposeFloat('adjustedP', {
      nullable: true,
      description: 'Adjusted by Holm over all comparisons; null where no test is possible.',
    }),
    isDifferent: t.exposeBoolean('isDifferent'),
    sentence: t.exposeString('sentence', { description: 'Polish.' }),
  }),
})

/** Effects of the way of collecting. */
export const ModeEffectsRef = builder.objectRef<ModeEffects>('ModeEffects').implement({
  description: 'Whether people answered otherwise in other ways of collecting.',
  fields: (t) => ({
    modes: t.field({
      type: [CollectionModeEnum],
      complexity: FLAT,
      description: 'Ways with enough answers to be compared.',
      resolve: ({ modes }) => [...modes],
    }),
    comparisons: t.expose('comparisons', {
      type: [ModeComparisonRef],
      complexity: FLAT,
      description: 'Those that differ first.',
    }),
    notes: t.stringList({
      complexity: FLAT,
      description: 'Polish: what may and may not be concluded.',
      resolve: ({ notes }) => [...notes],
    }),
  }),
})
