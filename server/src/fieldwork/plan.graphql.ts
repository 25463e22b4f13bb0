import { InvalidInputError } from '@rozeznanie/core/errors'
import { builder } from '../builder.ts'
import { assignInterviewer, unassignInterviewer } from './assign-interviewer.ts'
import { copySurveyPlan, savePopulationStructure, saveSurveyPlan } from './change-plan.ts'

const NULL_FOR_OTHERS = 'Null for a survey that the viewer does not organise.'

const AssignInterviewerInput = builder.inputType('AssignInterviewerInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    accountId: t.id({ required: true }),
    localityId: t.id({ description: 'Null: the whole municipality.' }),
    target: t.int({ description: 'Interviews asked for.' }),
  }),
})

builder.mutationField('assignInterviewer', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: `Gives the survey, or one locality of it, to an interviewer. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: AssignInterviewerInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { localityId = null, target = null } = input
      const isDone = await assignInterviewer(context, { ...input, localityId, target })
      const where = { id: input.surveyId }
      return isDone ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where }) : null
    },
  }),
)

const UnassignInterviewerInput = builder.inputType('UnassignInterviewerInput', {
  fields: (t) => ({ surveyId: t.id({ required: true }), assignmentId: t.id({ required: true }) }),
})

builder.mutationField('unassignInterviewer', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: `Takes a place back from an interviewer; what was collected stays. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: UnassignInterviewerInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const isDone = await unassignInterviewer(context, input)
      const where = { id: input.surveyId }
      return isDone ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where }) : null
    },
  }),
)

const LocalityTargetInput = builder.inputType('LocalityTargetInput', {
  fields: (t) => ({ localityId: t.id({ required: true }), target: t.int({ required: true }) }),
})
const SaveSurveyPlanInput = builder.inputType('SaveSurveyPlanInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    target: t.int({ description: 'Responses in all; null: none.' }),
    population: t.int({ description: 'People the survey is about.' }),
    localityTargets: t.field({ type: [LocalityTargetInput], required: true }),
  }),
})

builder.mutationField('saveSurveyPlan', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: `Stores what is to be reached. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: SaveSurveyPlanInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { surveyId: id, target = null, population = null, localityTargets } = input
      const isDone = await saveSurveyPlan(context, id, { target, population, localityTargets })
      return isDone ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id } }) : null
    },
  }),
)

const PopulationInput = builder.inputType('PopulationInput', {
  fields: (t) => ({
    document: t.field({ type: 'JSON', required: true, description: 'Shape: `PopulationStructure` of core.' }),
    source: t.string({ required: true }),
    asOf: t.field({ type: 'Date', required: true }),
  }),
})
const SavePopulationStructureInput = builder.inputType('SavePopulationStructureInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    population: t.field({ type: PopulationInput, description: 'Null: taken away.' }),
  }),
})

builder.mutationField('savePopulationStructure', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: `Stores the population that answers are compared with. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: SavePopulationStructureInput, required: true }) },
    resolve: async (query, _root, { input: { surveyId: id, population } }, context) => {
      const typed = population ? { ...population, document: population.document } : null
      const isDone = await savePopulationStructure(context, id, typed)
      return isDone ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id } }) : null
    },
  }),
)

const CopySurveyPlanInput = builder.inputType('CopySurveyPlanInput', {
  fields: (t) => ({ fromSurveyId: t.id({ required: true }), toSurveyId: t.id({ required: true }) }),
})

builder.mutationField('copySurveyPlan', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: `Gives a survey the targets and the structure of an earlier one. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: CopySurveyPlanInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const isDone = await copySurveyPlan(context, input)
      const where = { id: input.toSurveyId }
      return isDone ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where }) : null
    },
  }),
)
