import type { WeightSource } from '@rozeznanie/core/analysis'
import {
  type ComparedCategory,
  type ComparedMargin,
  type Trait,
  WEIGHT_PROBLEM_KINDS,
  WEIGHT_VERDICTS,
  type WeightCost,
  type WeightEffect,
  type WeightPlan,
  type WeightProblem,
  WeightsRefusedError,
} from '@rozeznanie/core/weighting'
import { CodeLabelRef } from '../analysis/crosstab.graphql.ts'
import { mayReadAnswers } from '../analysis/analysis.access.ts'
import { builder } from '../builder.ts'
import { ErrorInterface } from '../kernel/error.graphql.ts'
import {
  type ListedVersion,
  readStart,
  readUsual,
  readVersions,
  type WeightingStart,
} from './read-weighting.ts'

const FLAT = { field: 1, multiplier: 1 } as const
const COUNTING = { field: 20, multiplier: 1 } as const

const WeightingMethod = builder.enumType('WeightingMethod', {
  values: ['RAKING', 'POST_STRATIFICATION'] as const,
  description: 'Several distributions at once within bounds, or one division into cells.',
})
const WeightVerdict = builder.enumType('WeightVerdict', {
  values: Object.fromEntries(
    WEIGHT_VERDICTS.map((verdict) => [verdict.toUpperCase(), { value: verdict }]),
  ) as Record<string, { value: (typeof WEIGHT_VERDICTS)[number] }>,
  description: 'How far weights may be trusted, by their design effect: over 1.5, 2 and 2.5 it gets worse.',
})
const WeightProblemKind = builder.enumType('WeightProblemKind', {
  values: WEIGHT_PROBLEM_KINDS,
  description: 'What is to be known or mended before weights are made.',
})

const CostRef = builder.objectRef<WeightCost>('WeightCost')
CostRef.implement({
  description: 'What unequal weights cost.',
  fields: (t) => ({
    designEffect: t.exposeFloat('designEffect', { description: 'Kish; 1: nothing.' }),
    effectiveCount: t.exposeFloat('effectiveCount', {
      description: 'As many equally weighted people would tell as much.',
    }),
    efficiencyPercent: t.exposeFloat('efficiencyPercent', { description: '0 to 100.' }),
    verdict: t.expose('verdict', { type: WeightVerdict }),
    smallestRatio: t.exposeFloat('smallestRatio', { description: 'Of the mean weight.' }),
    largestRatio: t.exposeFloat('largestRatio', { description: 'Of the mean weight.' }),
  }),
})

const SourceRef = builder.objectRef<WeightSource>('WeightSource')
SourceRef.implement({
  description: 'Where the numbers of one distribution of the population are from.',
  fields: (t) => ({
    margin: t.exposeString('margin', { description: 'What people were divided by.' }),
    source: t.exposeString('source'),
    table: t.exposeString('table', { nullable: true, description: 'Null: it has no name.' }),
    day: t.expose('day', { type: 'Date' }),
  }),
})

/** A weight version as results name it. */
export const WeightVersionRef = builder.objectRef<ListedVersion>('WeightVersion')
WeightVersionRef.implement({
  description: 'A recipe for weights, applied to the answers as they are whenever results are read.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'From 1 in each survey.' }),
    name: t.string({ resolve: ({ recipe }) => recipe.name }),
    method: t.field({ type: WeightingMethod, resolve: ({ recipe }) => recipe.method }),
    lowBound: t.float({
      nullable: true,
      description: 'Of the mean weight; null where there are no bounds.',
      resolve: ({ recipe }) => recipe.bounds?.low ?? null,
    }),
    highBound: t.float({ nullable: true, resolve: ({ recipe }) => recipe.bounds?.high ?? null }),
    sources: t.field({
      type: [SourceRef],
      complexity: FLAT,
      resolve: ({ recipe }) =>
        recipe.margins.map(({ name: margin, source, table, day }) => ({ margin, source, table, day })),
    }),
    recipe: t.field({
      type: 'JSON',
      description: 'Whole. Shape: `WeightRecipe` of core.',
      resolve: ({ recipe }) => recipe,
    }),
    createdOn: t.expose('createdOn', { type: 'Date' }),
    createdByName: t.exposeString('createdByName'),
    responseCount: t.exposeInt('responseCount', { description: 'When it was made.' }),
    cost: t.expose('cost', { type: CostRef, description: 'When it was made.' }),
    sentences: t.stringList({
      description: 'Polish: the cost in words.',
      resolve: ({ sentences }) => [...sentences],
    }),
    retiredOn: t.expose('retiredOn', { type: 'Date', nullable: true, description: 'Null: not retired.' }),
    isUsual: t.exposeBoolean('isUsual', { description: 'Results use it.' }),
  }),
})

const TraitRef = builder.objectRef<Trait>('WeightTrait')
TraitRef.implement({
  description: 'Something that people of a survey can be weighted by.',
  fields: (t) => ({
    key: t.exposeString('key', { description: '`@LOCALITY`, or the key of a question with one answer.' }),
    label: t.exposeString('label'),
    codes: t.expose('codes', { type: [CodeLabelRef], complexity: FLAT }),
  }),
})

const StartRef = builder.objectRef<WeightingStart>('WeightingStart')
StartRef.implement({
  description: 'What the making of weights begins with.',
  fields: (t) => ({
    traits: t.expose('traits', { type: [TraitRef], complexity: FLAT }),
    suggestedMargins: t.field({
      type: 'JSON',
      description: "What the population of the survey's targets gives. Shape: `RecipeMargin[]` of core.",
      resolve: ({ suggestedMargins }) => suggestedMargins,
    }),
  }),
})

const ProblemRef = builder.objectRef<WeightProblem>('WeightProblem')
ProblemRef.implement({
  description: 'Something to know of weights, or to mend before they can be made.',
  fields: (t) => ({
    kind: t.expose('kind', { type: WeightProblemKind }),
    isBlocking: t.exposeBoolean('isBlocking', {
      description: 'Weights cannot be made before it is mended.',
    }),
    message: t.exposeString('message', { description: 'Polish: where, and what to do.' }),
    margin: t.exposeInt('margin', { nullable: true, description: 'Its place in the recipe, from 0.' }),
    mergeFrom: t.int({
      nullable: true,
      description: 'A group that had better be joined with another, by its place; null: none.',
      resolve: ({ merge }) => merge?.from ?? null,
    }),
    mergeInto: t.int({ nullable: true, resolve: ({ merge }) => merge?.into ?? null }),
    lowBound: t.float({
      nullable: true,
      description: 'Wider bounds that would do; null: none are proposed.',
      resolve: ({ bounds }) => bounds?.low ?? null,
    }),
    highBound: t.float({ nullable: true, resolve: ({ bounds }) => bounds?.high ?? null }),
  }),
})

builder.objectType(WeightsRefusedError, {
  name: 'WeightsRefusedError',
  description: 'Weights cannot be made of these answers; `problems` say why and what would mend it.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    problems: t.field({ type: [ProblemRef], resolve: ({ problems }) => [...problems] }),
  }),
})

const CategoryRef = builder.objectRef<ComparedCategory>('WeightedCategory')
CategoryRef.implement({
  description: 'A group before and after weighting; shares 0 to 100 of those who belong to some group.',
  fields: (t) => ({
    label: t.exposeString('label'),
    count: t.exposeInt('count', { description: 'Answers.' }),
    samplePercent: t.exposeFloat('samplePercent'),
    populationPercent: t.exposeFloat('populationPercent'),
    weightedPercent: t.exposeFloat('weightedPercent', {
      nullable: true,
      description: 'Null where no weights could be made.',
    }),
  }),
})

const MarginRef = builder.objectRef<ComparedMargin>('WeightedMargin')
MarginRef.implement({
  description: 'One distribution of the population beside the answers.',
  fields: (t) => ({
    name: t.exposeString('name'),
    categories: t.expose('categories', { type: [CategoryRef], complexity: FLAT }),
  }),
})

const EffectRef = builder.objectRef<WeightEffect>('WeightEffect')
EffectRef.implement({
  description: 'The most frequent answer to a question before and after weighting, 0 to 100.',
  fields: (t) => ({
    questionText: t.exposeString('questionText'),
    answer: t.exposeString('answer'),
    unweightedPercent: t.exposeFloat('unweightedPercent'),
    weightedPercent: t.exposeFloat('weightedPercent'),
  }),
})

/** Weights tried on the answers. */
export const WeightPlanRef = builder.objectRef<WeightPlan>('WeightPlan')
WeightPlanRef.implement({
  description: 'Weights tried on the answers that there are; nothing is stored.',
  fields: (t) => ({
    responseCount: t.exposeInt('responseCount'),
    populationSize: t.exposeFloat('populationSize'),
    problems: t.expose('problems', { type: [ProblemRef], description: 'Those that block come first.' }),
    margins: t.expose('margins', { type: [MarginRef] }),
    effects: t.expose('effects', {
      type: [EffectRef],
      description: 'At most three questions, those that weighting moves the most.',
    }),
    cost: t.expose('cost', {
      type: CostRef,
      nullable: true,
      description: 'Null where no weights could be made.',
    }),
    sentences: t.stringList({
      description: 'Polish: the cost in words.',
      resolve: ({ sentences }) => [...sentences],
    }),
  }),
})

const OWNER = { id: true, organisationId: true } as const

builder.prismaObjectFields('Survey', (t) => ({
  weightVersions: t.field({
    type: [WeightVersionRef],
    description: "The newest first. Empty for accounts that may not see this survey's answers.",
    select: OWNER,
    complexity: COUNTING,
    resolve: async ({ id, organisationId }, _args, context) =>
      mayReadAnswers(context, organisationId) ? [...(await readVersions(context, id))] : [],
  }),
  usualWeightVersion: t.field({
    type: WeightVersionRef,
    nullable: true,
    description: 'The version that results use; null: they count people as they are.',
    select: OWNER,
    complexity: COUNTING,
    resolve: ({ id, organisationId }, _args, context) =>
      mayReadAnswers(context, organisationId) ? readUsual(context, id) : null,
  }),
  weighting: t.field({
    type: StartRef,
    nullable: true,
    description: "Null for accounts that may not see this survey's answers.",
    select: OWNER,
    complexity: COUNTING,
    resolve: ({ id, organisationId }, _args, context) =>
      mayReadAnswers(context, organisationId) ? readStart(context, id) : null,
  }),
}))
