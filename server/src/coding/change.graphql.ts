import { InvalidInputError } from '@rozeznanie/core/errors'
import { builder } from '../builder.ts'
import { changeQuestionCodes } from './change-codebook.ts'
import { codeAnswer, type OpenedAnswer, settleCoding } from './code-answer.ts'
import { CodedAnswerRef, OpenCodingRef, type ShownAnswer } from './coding.graphql.ts'

const CodeInput = builder.inputType('OpenCodeInput', {
  description: 'A code as it was typed.',
  fields: (t) => ({
    id: t.string({ description: 'Absent: a new code.' }),
    label: t.string({ required: true }),
    description: t.string({ required: true }),
  }),
})
const CodeMoveInput = builder.inputType('OpenCodeMoveInput', {
  description: 'What becomes of answers whose code is gone.',
  fields: (t) => ({
    from: t.string({ required: true }),
    to: t.string({ description: 'A code that stays; absent: they are coded again.' }),
  }),
})
const ChangeCodebookInput = builder.inputType('ChangeCodebookInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    questionKey: t.string({ required: true }),
    revision: t.int({ required: true, description: 'The state that the changes were made from.' }),
    codes: t.field({
      type: [CodeInput],
      required: true,
      description: 'All of them, without the two fixed ones.',
    }),
    moves: t.field({ type: [CodeMoveInput], required: true }),
    doubleShare: t.float({ required: true, description: '0 to 1' }),
  }),
})

builder.mutationField('changeCodebook', (t) =>
  t.field({
    type: OpenCodingRef,
    nullable: true,
    description:
      'Changes the codes of an open question. Null where the viewer organises no survey with such a question.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: ChangeCodebookInput, required: true }) },
    resolve: (_root, { input: { moves, ...wanted } }, context) =>
      changeQuestionCodes(context, {
        ...wanted,
        moves: moves.map(({ from, to }) => ({ from, to: to ?? null })),
      }),
  }),
)

const CodeAnswerInput = builder.inputType('CodeAnswerInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    questionKey: t.string({ required: true, description: 'As results call the question.' }),
    responseId: t.id({ required: true }),
    codes: t.stringList({ required: true }),
  }),
})

const shown = (found: OpenedAnswer | null): ShownAnswer | null => found && { ...found, suggest: null }

builder.mutationFields((t) => ({
  codeAnswer: t.field({
    type: CodedAnswerRef,
    nullable: true,
    description: 'Gives an open answer codes. Null where the viewer organises no survey with such an answer.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: CodeAnswerInput, required: true }) },
    resolve: async (_root, { input }, context) => shown(await codeAnswer(context, input)),
  }),
  settleCoding: t.field({
    type: CodedAnswerRef,
    nullable: true,
    description:
      'Settles an answer that two people coded differently. Null where the viewer organises no such survey.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: CodeAnswerInput, required: true }) },
    resolve: async (_root, { input }, context) => shown(await settleCoding(context, input)),
  }),
}))
