import { InvalidInputError } from '@rozeznanie/core/errors'
import { builder } from '../builder.ts'
import { moveSurvey } from './move-survey.ts'
import { countResponsesTo, findNewerVersionId } from './survey-version.store.ts'

builder.prismaObject('SurveyVersion', {
  description: 'A version of the questionnaire that a survey has had.',
  fields: (t) => ({
    version: t.relation('questionnaireVersion'),
    since: t.expose('since', {
      type: 'DateTime',
      description: 'When the survey was opened with it or moved to it.',
    }),
    responseCount: t.int({
      description: 'Stored responses to this version.',
      resolve: (version, _args, { db }) => countResponsesTo(db, version),
    }),
  }),
})

builder.prismaObjectFields('Survey', (t) => ({
  versions: t.relation('versions', {
    description: 'Every version it has had, oldest first; the last one is shown now.',
    query: { orderBy: { questionnaireVersion: { number: 'asc' } } },
  }),
  newerVersion: t.prismaField({
    type: 'QuestionnaireVersion',
    nullable: true,
    description: 'The newest published version of its questionnaire; null when that is the one it has.',
    resolve: async (query, { questionnaireVersionId }, _args, { db }) => {
      const id = await findNewerVersionId(db, questionnaireVersionId)
      return id === null
        ? null
        : db.prisma.questionnaireVersion.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
}))

const MoveSurveyInput = builder.inputType('MoveSurveyInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    questionnaireVersionId: t.id({
      required: true,
      description: 'A newer published one of the same questionnaire.',
    }),
  }),
})

builder.mutationField('moveSurvey', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description:
      'Lets a survey go on with a newer version of its questionnaire; whoever opened the earlier one finishes that. ' +
      'Null for a survey that the viewer does not organise.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: MoveSurveyInput, required: true }) },
    resolve: async (query, _root, { input: { surveyId: id, questionnaireVersionId } }, context) => {
      const isMoved = await moveSurvey(context, { surveyId: id, versionId: questionnaireVersionId })
      return isMoved ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id } }) : null
    },
  }),
)
