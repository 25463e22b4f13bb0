import { InvalidInputError } from '@rozeznanie/core/errors'
import { DEFAULT_INVITATION_REASON, MOST_COPIES } from '@rozeznanie/core/survey'
import { builder } from '../builder.ts'
import { planBooklets } from './plan-booklets.ts'
import { updateMaterials } from './update-materials.ts'

builder.prismaObject('PrintRun', {
  description: 'Paper questionnaires printed together; no other run has their numbers.',
  fields: (t) => ({
    firstSheet: t.exposeInt('firstSheet'),
    lastSheet: t.exposeInt('lastSheet'),
    language: t.exposeString('language'),
    isLarge: t.exposeBoolean('isLarge', { description: 'With letters of 18 points.' }),
    plannedAt: t.expose('plannedAt', { type: 'DateTime' }),
  }),
})

builder.prismaObjectFields('Survey', (t) => ({
  invitationReason: t.exposeString('invitationReason', {
    description: 'Why it matters to answer, in the words of the organiser; empty: those of the house.',
  }),
  defaultInvitationReason: t.string({
    description: 'The words of the house.',
    resolve: () => DEFAULT_INVITATION_REASON,
  }),
  sheetReturn: t.exposeString('sheetReturn', {
    description: 'Where filled sheets are brought; empty: the sentence of the house.',
  }),
  embedHosts: t.exposeStringList('embedHosts', {
    description: 'Websites that may show the answering page inside theirs.',
  }),
  printRuns: t.relation('printRuns', {
    description: 'Newest first.',
    query: { orderBy: { firstSheet: 'desc' } },
  }),
}))

const UpdateMaterialsInput = builder.inputType('UpdateMaterialsInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    invitationReason: t.string({ required: true }),
    sheetReturn: t.string({ required: true }),
    embedHosts: t.stringList({ required: true }),
  }),
})

builder.mutationField('updateMaterials', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description:
      'Settles what invitations say and where the survey may be embedded. Null for a survey that the viewer does not organise.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: UpdateMaterialsInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const isSaved = await updateMaterials(context, input)
      return isSaved
        ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id: input.surveyId } })
        : null
    },
  }),
)

const PlanBookletsInput = builder.inputType('PlanBookletsInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    copies: t.int({ required: true, description: `1 to ${MOST_COPIES}.` }),
    language: t.string({ required: true, description: 'One of the questionnaire.' }),
    isLarge: t.boolean({ required: true }),
  }),
})

builder.mutationField('planBooklets', (t) =>
  t.prismaField({
    type: 'PrintRun',
    nullable: true,
    description:
      'Gives the next numbers to sheets about to be printed. Null for a survey that the viewer does not organise.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: PlanBookletsInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { surveyId } = input
      const firstSheet = await planBooklets(context, input)
      return firstSheet === null
        ? null
        : context.db.prisma.printRun.findUniqueOrThrow({
            ...query,
            where: { surveyId_firstSheet: { surveyId, firstSheet } },
          })
    },
  }),
)
