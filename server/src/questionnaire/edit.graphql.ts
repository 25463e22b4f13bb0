import { InvalidInputError } from '@rozeznanie/core/errors'
import {
  DraftConflictError,
  LockedQuestionsChangedError,
  QuestionnaireIncompleteError,
  QuestionnairePublishedError,
} from '@rozeznanie/core/questionnaire'
import { RevisionBreaksAnswersError } from '@rozeznanie/core/questionnaire/revision'
import { builder } from '../builder.ts'
import { ErrorInterface, FieldProblemRef } from '../kernel/error.graphql.ts'
import { DOCUMENT_INSIDE } from '../kernel/guard-plugin.ts'
import { createQuestionnaire } from './create-questionnaire.ts'
import { DraftRef } from './draft.graphql.ts'
import { findDraft } from './draft.store.ts'
import { publishDraft } from './publish-draft.ts'
import { AudienceEnum } from './questionnaire.graphql.ts'
import { getQuestionnaire, getVersion } from './questionnaire.store.ts'
import { removeQuestionnaire } from './remove-questionnaire.ts'
import { restoreDraft } from './restore-draft.ts'
import { saveDraft } from './save-draft.ts'

builder.objectType(QuestionnaireIncompleteError, {
  name: 'QuestionnaireIncompleteError',
  description: 'The questionnaire cannot be published as it is; `problems` say what is missing and where.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    problems: t.field({ type: [FieldProblemRef], resolve: ({ defects }) => [...defects] }),
  }),
})

builder.objectType(RevisionBreaksAnswersError, {
  name: 'RevisionBreaksAnswersError',
  description: 'The draft would mix answers that mean different things; `problems` name the questions.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    problems: t.field({ type: [FieldProblemRef], resolve: ({ problems }) => [...problems] }),
  }),
})

builder.objectType(LockedQuestionsChangedError, {
  name: 'LockedQuestionsChangedError',
  description: 'The draft changes questions that the bank keeps locked; `problems` name them.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    problems: t.field({ type: [FieldProblemRef], resolve: ({ problems }) => [...problems] }),
  }),
})

builder.objectType(DraftConflictError, {
  name: 'DraftConflictError',
  description: 'Somebody else saved in the meantime; nothing was stored of this request.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    draft: t.prismaField({
      type: DraftRef,
      description: 'As it is now.',
      resolve: (query, { questionnaireId }, _args, { db }) => findDraft(db, questionnaireId, query),
    }),
  }),
})

builder.objectType(QuestionnairePublishedError, {
  name: 'QuestionnairePublishedError',
  description: 'The questionnaire has published versions, so it stays.',
  interfaces: [ErrorInterface],
})

const FOR_EDITORS = 'Null for a questionnaire that the viewer does not edit.'

const CreateQuestionnaireInput = builder.inputType('CreateQuestionnaireInput', {
  fields: (t) => ({
    organisationId: t.id({ required: true }),
    title: t.string({ required: true }),
    audience: t.field({
      type: AudienceEnum,
      description: 'Without it, that of the copy or of the document.',
    }),
    copyOfVersionId: t.id({ description: 'A version to begin with; its questions keep their keys.' }),
    document: t.field({
      type: 'JSON',
      description: 'What an import has read; shape: `Questionnaire` of core. Its key is not used.',
    }),
  }),
})

builder.mutationField('createQuestionnaire', (t) =>
  t.prismaField({
    type: 'Questionnaire',
    nullable: true,
    description:
      'A new questionnaire with a draft: blank, a copy, or from a document. For organisers of the organisation.',
    authScopes: (_root, { input }) => ({ organiserOf: input.organisationId }),
    errors: { types: [InvalidInputError] },
    extensions: DOCUMENT_INSIDE,
    args: { input: t.arg({ type: CreateQuestionnaireInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { organisationId, title, audience = null, copyOfVersionId = null, document = null } = input
      const wishes = { organisationId, title, audience, copyOfVersionId, document }
      return getQuestionnaire(context.db, await createQuestionnaire(context, wishes), query)
    },
  }),
)

const SaveDraftInput = builder.inputType('SaveDraftInput', {
  fields: (t) => ({
    questionnaireId: t.id({ required: true }),
    baseRevision: t.int({ required: true, description: 'The revision that the document was made from.' }),
    document: t.field({
      type: 'JSON',
      required: true,
      description: 'Shape: `Questionnaire` of core; it may be unfinished. At most 2 MB.',
    }),
  }),
})

builder.mutationField('saveDraft', (t) =>
  t.prismaField({
    type: DraftRef,
    nullable: true,
    description: `Saves the draft as its next state; the same document again changes nothing. ${FOR_EDITORS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError, DraftConflictError] },
    extensions: DOCUMENT_INSIDE,
    args: { input: t.arg({ type: SaveDraftInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      (await saveDraft(context, { document: null, ...input }))
        ? findDraft(context.db, input.questionnaireId, query)
        : null,
  }),
)

const RestoreDraftInput = builder.inputType('RestoreDraftInput', {
  fields: (t) => ({
    questionnaireId: t.id({ required: true }),
    baseRevision: t.int({ required: true, description: 'The newest revision that the person has seen.' }),
    revision: t.int({ required: true, description: 'The state to take back.' }),
  }),
})

builder.mutationField('restoreDraft', (t) =>
  t.prismaField({
    type: DraftRef,
    nullable: true,
    description: `Makes an earlier state the draft again; the history stays whole. ${FOR_EDITORS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError, DraftConflictError] },
    args: { input: t.arg({ type: RestoreDraftInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      (await restoreDraft(context, input)) ? findDraft(context.db, input.questionnaireId, query) : null,
  }),
)

const PublishDraftInput = builder.inputType('PublishDraftInput', {
  fields: (t) => ({
    questionnaireId: t.id({ required: true }),
    revision: t.int({ required: true, description: 'The newest revision that the person has seen.' }),
  }),
})

builder.mutationField('publishDraft', (t) =>
  t.prismaField({
    type: 'QuestionnaireVersion',
    nullable: true,
    description: `Publishes the draft as the next immutable version; without changes it gives the newest. ${FOR_EDITORS}`,
    authScopes: { signedIn: true },
    errors: {
      types: [
        QuestionnaireIncompleteError,
        RevisionBreaksAnswersError,
        LockedQuestionsChangedError,
        DraftConflictError,
      ],
    },
    args: { input: t.arg({ type: PublishDraftInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await publishDraft(context, input)
      return id === null ? null : getVersion(context.db, id, query)
    },
  }),
)

const RemovedQuestionnaireRef = builder.objectRef<{ id: string; key: string }>('RemovedQuestionnaire')
RemovedQuestionnaireRef.implement({
  description: 'A questionnaire that is no more.',
  fields: (t) => ({ id: t.exposeID('id'), key: t.exposeString('key') }),
})

const RemoveQuestionnaireInput = builder.inputType('RemoveQuestionnaireInput', {
  fields: (t) => ({ questionnaireId: t.id({ required: true }) }),
})

builder.mutationField('removeQuestionnaire', (t) =>
  t.field({
    type: RemovedQuestionnaireRef,
    nullable: true,
    description: `Removes a questionnaire that was never published, with its history. ${FOR_EDITORS}`,
    authScopes: { signedIn: true },
    errors: { types: [QuestionnairePublishedError] },
    args: { input: t.arg({ type: RemoveQuestionnaireInput, required: true }) },
    resolve: (_root, { input }, context) => removeQuestionnaire(context, input.questionnaireId),
  }),
)
