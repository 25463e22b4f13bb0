import { resolveCursorConnection, type ResolveCursorConnectionArgs } from '@pothos/plugin-relay'
import { isOrganiserOf } from '@rozeznanie/core/account'
import { InvalidInputError } from '@rozeznanie/core/errors'
import { personalDataWarnings } from '@rozeznanie/core/response'
import { builder } from '../builder.ts'
import { isUuid } from '../kernel/ids.ts'
import { badInput } from '../kernel/refusals.ts'
import { openAnswerKeys } from './open-answer.access.ts'
import { countOpenAnswers, findOpenAnswers, type OpenAnswer } from './open-answer.store.ts'
import { releaseAnswer, withdrawAnswer } from './release-answer.ts'

const OpenAnswerRef = builder.objectRef<OpenAnswer>('OpenAnswer')
OpenAnswerRef.implement({
  description: 'A text that a respondent wrote; it stands in no report before an organiser releases it.',
  fields: (t) => ({
    responseId: t.exposeID('responseId'),
    questionKey: t.exposeString('questionKey', {
      description: 'The key it has in the version that was answered.',
    }),
    version: t.exposeInt('version', {
      description: 'Number of the version of the questionnaire that was answered.',
    }),
    text: t.exposeString('text'),
    releasedText: t.exposeString('releasedText', { nullable: true, description: 'Null: not released.' }),
    warnings: t.stringList({
      description: 'What the check for personal data found, in Polish; empty when nothing.',
      resolve: ({ text }) => [...personalDataWarnings(text)],
    }),
  }),
})

const PAGE = { defaultSize: 20, maxSize: 100 } as const

const cursorOf = (cursor: string | undefined): string | undefined => {
  if (cursor !== undefined && !isUuid(cursor)) throw badInput('Takiego miejsca na liście nie ma.')
  return cursor
}

builder.prismaObjectField('Survey', 'openAnswers', (t) =>
  t.connection(
    {
      type: OpenAnswerRef,
      nullable: true,
      description:
        'Texts of one open question, in an order that tells nothing of time. Null for accounts that do not organise the survey, and for other questions.',
      args: {
        questionKey: t.arg.string({
          required: true,
          description: 'Of `resultsQuestionnaire`, or its `<key>.inne`.',
        }),
      },
      select: { id: true, organisationId: true },
      resolve: async (
        { id: surveyId, organisationId },
        { questionKey, ...args },
        { db, viewer, surveyColumns },
      ) => {
        if (!viewer || !isOrganiserOf(viewer, organisationId)) return null
        const form = await surveyColumns.form(surveyId)
        const keys = form ? openAnswerKeys(form, questionKey) : []
        if (keys.length === 0) return null
        const page = await resolveCursorConnection(
          { args, ...PAGE, toCursor: (answer: OpenAnswer) => answer.responseId },
          ({ before, after, limit, inverted: isInverted }: ResolveCursorConnectionArgs) =>
            findOpenAnswers(db, {
              surveyId,
              keys,
              before: cursorOf(before),
              after: cursorOf(after),
              limit,
              isInverted,
            }),
        )
        return { ...page, totalCount: await countOpenAnswers(db, { surveyId, keys }) }
      },
    },
    {
      name: 'OpenAnswerConnection',
      fields: (connection) => ({ totalCount: connection.int({ resolve: ({ totalCount }) => totalCount }) }),
    },
    { name: 'OpenAnswerEdge' },
  ),
)

const ReleaseAnswerInput = builder.inputType('ReleaseAnswerInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    responseId: t.id({ required: true }),
    questionKey: t.string({ required: true }),
    text: t.string({ required: true, description: 'As it shall stand in the report, perhaps shortened.' }),
  }),
})

builder.mutationField('releaseAnswer', (t) =>
  t.field({
    type: OpenAnswerRef,
    nullable: true,
    description:
      'Lets an open answer into the report. Null where the viewer organises no survey with such an answer.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: ReleaseAnswerInput, required: true }) },
    resolve: (_root, { input: { text, ...name } }, context) => releaseAnswer(context, name, text),
  }),
)

const WithdrawAnswerInput = builder.inputType('WithdrawAnswerInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    responseId: t.id({ required: true }),
    questionKey: t.string({ required: true }),
  }),
})

builder.mutationField('withdrawAnswer', (t) =>
  t.field({
    type: OpenAnswerRef,
    nullable: true,
    description:
      'Takes an open answer out of the report. Null where the viewer organises no survey with such an answer.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: WithdrawAnswerInput, required: true }) },
    resolve: (_root, { input }, context) => withdrawAnswer(context, input),
  }),
)
