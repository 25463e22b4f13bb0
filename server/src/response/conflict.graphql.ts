import { isOrganiserOf } from '@rozeznanie/core/account'
import { builder } from '../builder.ts'
import {
  type ConflictContent,
  countConflicts,
  findConflicts,
  type ResponseConflict,
} from './conflict.store.ts'
import { AnsweredByEnum, CollectionModeEnum } from './response.graphql.ts'

const ConflictContentRef = builder.objectRef<ConflictContent>('ConflictContent')
ConflictContentRef.implement({
  description: 'One of the contents that came under the same id.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Number of the version that was answered.' }),
    questionnaireVersionId: t.exposeID('questionnaireVersionId'),
    mode: t.expose('mode', { type: CollectionModeEnum }),
    submittedOn: t.expose('submittedOn', { type: 'Date' }),
    sheetNumber: t.exposeString('sheetNumber', { nullable: true, description: 'Null: not from paper.' }),
    answeredBy: t.expose('answeredBy', {
      type: AnsweredByEnum,
      nullable: true,
      description: 'Null: nobody was asked.',
    }),
    answers: t.expose('answers', { type: 'JSON' }),
  }),
})

const ResponseConflictRef = builder.objectRef<ResponseConflict>('ResponseConflict')
ResponseConflictRef.implement({
  description: 'Two contents under the id of one response; the first counts until a person decides.',
  fields: (t) => ({
    responseId: t.exposeID('responseId'),
    conflictHash: t.exposeString('conflictHash', {
      description: 'Names the second content among those of the response.',
    }),
    first: t.expose('first', { type: ConflictContentRef, description: 'As it was sent first.' }),
    second: t.expose('second', { type: ConflictContentRef }),
  }),
})

builder.prismaObjectFields('Survey', (t) => ({
  conflictCount: t.int({
    description: 'How many second contents wait for a decision.',
    resolve: ({ id }, _args, { db }) => countConflicts(db, id),
  }),
  conflicts: t.field({
    type: [ResponseConflictRef],
    nullable: true,
    description:
      'What waits for a decision, at most 1,000; null for accounts that do not organise the survey.',
    select: { id: true, organisationId: true },
    resolve: ({ id, organisationId }, _args, { db, viewer }) =>
      viewer && isOrganiserOf(viewer, organisationId) ? findConflicts(db, id) : null,
  }),
}))
