import { InvalidInputError } from '@rozeznanie/core/errors'
import { SurveyAlreadyClosedError } from '@rozeznanie/core/survey'
import { builder } from '../builder.ts'
import { extendSurvey } from './extend-survey.ts'

const ExtendSurveyInput = builder.inputType('ExtendSurveyInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    closesOn: t.field({ type: 'Date', required: true, description: 'The new last day, inclusive.' }),
  }),
})

builder.mutationField('extendSurvey', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: 'Lets a survey run until a later day. Null for a survey that the viewer does not organise.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError, SurveyAlreadyClosedError] },
    args: { input: t.arg({ type: ExtendSurveyInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const isExtended = await extendSurvey(context, input)
      const where = { id: input.surveyId }
      return isExtended ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where }) : null
    },
  }),
)
