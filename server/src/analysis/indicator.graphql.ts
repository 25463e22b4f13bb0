import type { Filter } from '@rozeznanie/core/analysis'
import { builder } from '../builder.ts'
import { mayReadAnswers } from './analysis.access.ts'
import { ConditionInput } from './filter.graphql.ts'
import {
  IndicatorRef,
  ModeEffectsRef,
  NeedsIndexRef,
  SurveyIndicatorsRef,
} from './indicator-types.graphql.ts'
import { readIndicators, readModeEffects, readNeeds, readNetAny } from './read-indicators.ts'

const COUNTING = { field: 20, multiplier: 1 } as const
const OWNER = { id: true, organisationId: true } as const
const NOT_FOR_OTHERS = "Null for accounts that may not see this survey's answers."
const WEIGHTS = {
  description: 'Number of a weight version; without it every person counts the same.',
} as const
const POPULATION = {
  description: 'People in the group that is looked at, where it is known better.',
} as const

interface ScopeArguments {
  readonly filter?: Filter | null
  readonly weightVersion?: number | null
  readonly population?: number | null
}

const scopeOf = (surveyId: string, { filter, weightVersion, population }: ScopeArguments) => ({
  surveyId,
  filter: filter ?? [],
  weightVersion: weightVersion ?? null,
  typedPopulation: population ?? null,
})

builder.prismaObjectFields('Survey', (t) => ({
  indicators: t.field({
    type: SurveyIndicatorsRef,
    nullable: true,
    description: NOT_FOR_OTHERS,
    select: OWNER,
    complexity: COUNTING,
    args: {
      filter: t.arg({ type: [ConditionInput] }),
      weightVersion: t.arg.int(WEIGHTS),
      population: t.arg.int(POPULATION),
    },
    resolve: ({ id, organisationId }, args, context) =>
      mayReadAnswers(context, organisationId) ? readIndicators(context, scopeOf(id, args)) : null,
  }),
  netAny: t.field({
    type: IndicatorRef,
    nullable: true,
    description: `People with at least one of several answers, each counted once. ${NOT_FOR_OTHERS}`,
    select: OWNER,
    complexity: COUNTING,
    args: {
      questionKey: t.arg.string({ required: true, description: 'Of a matrix: `key/rowKey`, or any row.' }),
      codes: t.arg.stringList({ required: true }),
      filter: t.arg({ type: [ConditionInput] }),
      weightVersion: t.arg.int(WEIGHTS),
    },
    resolve: ({ id, organisationId }, { questionKey, codes, ...args }, context) =>
      mayReadAnswers(context, organisationId)
        ? readNetAny(context, scopeOf(id, args), { questionKey, codes })
        : null,
  }),
}))

builder.prismaObjectFields('Survey', (t) => ({
  needsIndex: t.field({
    type: NeedsIndexRef,
    nullable: true,
    description: `Null also when the survey does not ask for needs. ${NOT_FOR_OTHERS}`,
    select: OWNER,
    complexity: COUNTING,
    args: {
      needKey: t.arg.string({ description: 'A matrix of scales; with `availabilityKey` of the same rows.' }),
      availabilityKey: t.arg.string({ description: 'Without both: the levels of `serv_need`.' }),
      filter: t.arg({ type: [ConditionInput] }),
      weightVersion: t.arg.int(WEIGHTS),
      population: t.arg.int(POPULATION),
    },
    resolve: ({ id, organisationId }, { needKey, availabilityKey, ...args }, context) => {
      if (!mayReadAnswers(context, organisationId)) return null
      const questions = needKey && availabilityKey ? { needKey, availabilityKey } : null
      return readNeeds(context, scopeOf(id, args), questions)
    },
  }),
  modeEffects: t.field({
    type: ModeEffectsRef,
    nullable: true,
    description: NOT_FOR_OTHERS,
    select: OWNER,
    complexity: COUNTING,
    args: { filter: t.arg({ type: [ConditionInput] }), weightVersion: t.arg.int(WEIGHTS) },
    resolve: ({ id, organisationId }, args, context) =>
      mayReadAnswers(context, organisationId) ? readModeEffects(context, scopeOf(id, args)) : null,
  }),
}))
