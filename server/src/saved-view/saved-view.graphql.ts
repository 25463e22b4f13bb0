import { InvalidInputError } from '@rozeznanie/core/errors'
import { mayReadAnswers } from '../analysis/analysis.access.ts'
import { builder } from '../builder.ts'
import { removeView, saveView } from './save-view.ts'
import { findViews, type SavedView } from './saved-view.store.ts'
import { viewRequestOf, ViewRequestInput, ViewRequestRef } from './view-request.graphql.ts'

const SavedViewRef = builder.objectRef<SavedView>('SavedView')
SavedViewRef.implement({
  description: 'Something that an organiser wants to find again in the workbench.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    request: t.expose('request', { type: ViewRequestRef }),
    savedAt: t.expose('savedAt', { type: 'DateTime' }),
    authorName: t.exposeString('authorName', {
      nullable: true,
      description: 'Who kept it last; null when the account is gone.',
    }),
  }),
})

builder.prismaObjectField('Survey', 'savedViews', (t) =>
  t.field({
    type: [SavedViewRef],
    nullable: true,
    description: 'By name. Null for accounts that do not organise the survey.',
    select: { id: true, organisationId: true },
    resolve: ({ id, organisationId }, _args, context) =>
      mayReadAnswers(context, organisationId) ? findViews(context.db, id) : null,
  }),
)

const NULL_FOR_OTHERS = 'Null for a survey that the viewer does not organise, and for a view that is gone.'

const SaveViewInput = builder.inputType('SaveViewInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    viewId: t.id({ description: 'Null: a new view. Otherwise the link of the view stays.' }),
    name: t.string({ required: true, description: 'No other view of the survey has it.' }),
    request: t.field({ type: ViewRequestInput, required: true }),
  }),
})

builder.mutationField('saveView', (t) =>
  t.field({
    type: SavedViewRef,
    nullable: true,
    description: `Keeps what one looks at in the workbench under a name. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: SaveViewInput, required: true }) },
    resolve: async (_root, { input: { surveyId, viewId, name, request } }, context) => {
      const view = { name, request: viewRequestOf(request) }
      const id = await saveView(context, { surveyId, viewId: viewId ?? null }, view)
      if (id === null) return null
      return (await findViews(context.db, surveyId)).find((one) => one.id === id) ?? null
    },
  }),
)

const RemoveViewInput = builder.inputType('RemoveViewInput', {
  fields: (t) => ({ surveyId: t.id({ required: true }), viewId: t.id({ required: true }) }),
})

builder.mutationField('removeView', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description: `Removes a view; its link opens an empty workbench. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: RemoveViewInput, required: true }) },
    resolve: async (query, _root, { input: { surveyId, viewId } }, context) =>
      (await removeView(context, surveyId, viewId))
        ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id: surveyId } })
        : null,
  }),
)
