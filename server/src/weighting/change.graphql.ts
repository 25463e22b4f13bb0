import { InvalidInputError } from '@rozeznanie/core/errors'
import { WeightsRefusedError } from '@rozeznanie/core/weighting'
import { builder } from '../builder.ts'
import { createWeightVersion, retireWeightVersion, setUsualWeightVersion } from './change-weights.ts'
import { tryWeights } from './plan-weights.ts'
import { WeightPlanRef } from './weighting.graphql.ts'

const NULL_FOR_OTHERS = 'Null for a survey that the viewer does not organise.'
const RECIPE = 'Shape: `WeightRecipe` of core; numbers may be texts as somebody typed them.'

const PlanWeightsInput = builder.inputType('PlanWeightsInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    recipe: t.field({ type: 'JSON', required: true, description: RECIPE }),
  }),
})

builder.mutationField('planWeights', (t) =>
  t.field({
    type: WeightPlanRef,
    nullable: true,
    description: `Tries weights on the answers that there are and stores nothing. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: PlanWeightsInput, required: true }) },
    resolve: (_root, { input }, context) => tryWeights(context, { ...input, recipe: input.recipe }),
  }),
)

const CreateWeightVersionInput = builder.inputType('CreateWeightVersionInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    recipe: t.field({ type: 'JSON', required: true, description: RECIPE }),
    isUsual: t.boolean({ required: true, description: 'Results use it from now on.' }),
  }),
})

builder.mutationField('createWeightVersion', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: `Makes a weight version. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError, WeightsRefusedError] },
    args: { input: t.arg({ type: CreateWeightVersionInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const number = await createWeightVersion(context, { ...input, recipe: input.recipe })
      const where = { id: input.surveyId }
      return number === null ? null : context.db.prisma.survey.findUniqueOrThrow({ ...query, where })
    },
  }),
)

const RetireWeightVersionInput = builder.inputType('RetireWeightVersionInput', {
  fields: (t) => ({ surveyId: t.id({ required: true }), number: t.int({ required: true }) }),
})

builder.mutationField('retireWeightVersion', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: `Retires a weight version: results use it no longer. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: RetireWeightVersionInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const isDone = await retireWeightVersion(context, input)
      const where = { id: input.surveyId }
      return isDone ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where }) : null
    },
  }),
)

const SetUsualWeightVersionInput = builder.inputType('SetUsualWeightVersionInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    number: t.int({ description: 'Null: results count people as they are.' }),
  }),
})

builder.mutationField('setUsualWeightVersion', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: `Makes results use a weight version, or none. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: SetUsualWeightVersionInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { surveyId, number = null } = input
      const isDone = await setUsualWeightVersion(context, { surveyId, number })
      return isDone ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id: surveyId } }) : null
    },
  }),
)
