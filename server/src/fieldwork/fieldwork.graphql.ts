import { InvalidInputError } from '@rozeznanie/core/errors'
import { mayCollectFor } from '@rozeznanie/core/account'
import { CONTACT_CHANNELS, CONTACT_OUTCOMES, type Callback, DAY_PARTS } from '@rozeznanie/core/fieldwork'
import { builder } from '../builder.ts'
import { findCallbacks } from './board.store.ts'
import { readBoard } from './read-board.ts'
import { recordCall } from './record-contacts.ts'

const ContactChannel = builder.enumType('ContactChannel', {
  values: CONTACT_CHANNELS,
  description: 'A visit with a tablet, or a call.',
})
const ContactOutcome = builder.enumType('ContactOutcome', {
  values: CONTACT_OUTCOMES,
  description: 'What came of a visit or a call.',
})
const DayPart = builder.enumType('DayPart', { values: DAY_PARTS, description: 'When to try again.' })

const CallbackRef = builder.objectRef<Callback>('Callback')
CallbackRef.implement({
  description: 'Somebody to try again; who it is, only the list of the centre knows.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Of the contact that noted it.' }),
    channel: t.expose('channel', { type: ContactChannel }),
    outcome: t.expose('outcome', { type: ContactOutcome }),
    comeBackOn: t.expose('comeBackOn', { type: 'Date' }),
    comeBackPart: t.expose('comeBackPart', { type: DayPart, nullable: true }),
    localityId: t.exposeID('localityId', { nullable: true }),
    listPosition: t.exposeInt('listPosition', {
      nullable: true,
      description: 'On the list that the centre keeps outside this program.',
    }),
  }),
})

builder.prismaObjectFields('Survey', (t) => ({
  fieldwork: t.field({
    type: 'JSON',
    nullable: true,
    description: 'The fieldwork board; shape: `FieldworkBoard` of core. Null unless the viewer organises it.',
    select: { id: true },
    complexity: { field: 20, multiplier: 1 },
    resolve: ({ id }, _args, context) => readBoard(context, id),
  }),
  callbacks: t.field({
    type: [CallbackRef],
    description: 'Calls to make again, the earliest first. Empty for people who enter no answers.',
    select: { id: true, organisationId: true },
    resolve: async ({ id, organisationId }, _args, { db, viewer }) => {
      if (!viewer || !mayCollectFor(viewer, organisationId)) return []
      return (await findCallbacks(db, id)).filter(({ channel }) => channel === 'CATI')
    },
  }),
}))

const RecordCallInput = builder.inputType('RecordCallInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    id: t.id({
      required: true,
      description: 'A random UUID of the device: sent twice, the call counts once.',
    }),
    outcome: t.field({ type: ContactOutcome, required: true }),
    comeBackOn: t.field({ type: 'Date' }),
    comeBackPart: t.field({ type: DayPart }),
    listPosition: t.int(),
    settles: t.id({ description: 'The callback that this call takes up.' }),
  }),
})

builder.mutationField('recordCall', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description:
      'Records one call and what came of it, once. Null for a survey that the viewer does not collect.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: RecordCallInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const isRecorded = await recordCall(context, input)
      const where = { id: input.surveyId }
      return isRecorded ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where }) : null
    },
  }),
)
