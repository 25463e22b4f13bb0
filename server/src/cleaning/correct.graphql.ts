import { InvalidInputError } from '@rozeznanie/core/errors'
import { LaterCorrectionError } from '@rozeznanie/core/cleaning'
import { AnswersRefusedError } from '@rozeznanie/core/response'
import { builder } from '../builder.ts'
import { correctResponse, undoCorrection } from './correct-response.ts'
import { decideConflict } from './decide-conflict.ts'

/** What a decision came to. */
export interface CorrectedResponse {
  readonly surveyId: string
  readonly responseId: string
  readonly numbers: readonly number[]
}

export const CorrectedRef = builder.objectRef<CorrectedResponse>('CorrectedResponse')
CorrectedRef.implement({
  description: 'What was decided stands in the cleaning log and counts.',
  fields: (t) => ({
    responseId: t.exposeID('responseId'),
    numbers: t.intList({ description: 'Of the new lines.', resolve: ({ numbers }) => [...numbers] }),
    survey: t.prismaField({
      type: 'Survey',
      resolve: (query, { surveyId }, _args, { db }) =>
        db.prisma.survey.findUniqueOrThrow({ ...query, where: { id: surveyId } }),
    }),
  }),
})

/** The result of a decision about a response. */
export function corrected(
  surveyId: string,
  responseId: string,
  lines: readonly { readonly number: number }[] | null,
): CorrectedResponse | null {
  return lines && { surveyId, responseId, numbers: lines.map(({ number }) => number) }
}

const DecidedKind = builder.enumType('DecidedKind', {
  values: ['CHANGE', 'BLANK', 'EXCLUDE', 'INCLUDE', 'KEEP'] as const,
  description: 'What an organiser can decide about a response.',
})

const CorrectResponseInput = builder.inputType('CorrectResponseInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    responseId: t.id({ required: true }),
    kind: t.field({ type: DecidedKind, required: true }),
    path: t.stringList({ required: true, description: 'Of CHANGE and BLANK: where the answer stands.' }),
    value: t.field({ type: 'JSON', description: 'Of CHANGE.' }),
    reason: t.string({ required: true, description: 'Code of `CORRECTION_REASONS` of core.' }),
    remark: t.string({ required: true }),
    flags: t.stringList({ required: true, description: 'Of KEEP: kinds of flags that were looked at.' }),
  }),
})

const FOR_ORGANISERS = 'Null where the viewer organises no survey with such a response.'

builder.mutationField('correctResponse', (t) =>
  t.field({
    type: CorrectedRef,
    nullable: true,
    description: `Decides one thing about a stored response; what was sent stays as it is. ${FOR_ORGANISERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError, AnswersRefusedError] },
    args: { input: t.arg({ type: CorrectResponseInput, required: true }) },
    resolve: async (_root, { input: { value, ...wish } }, context) =>
      corrected(
        wish.surveyId,
        wish.responseId,
        await correctResponse(context, { ...wish, value: value ?? undefined }),
      ),
  }),
)

const UndoCorrectionInput = builder.inputType('UndoCorrectionInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    number: t.int({ required: true, description: 'Of the line that is taken back.' }),
    remark: t.string({ required: true }),
  }),
})

builder.mutationField('undoCorrection', (t) =>
  t.field({
    type: CorrectedRef,
    nullable: true,
    description: `Takes a line of the cleaning log back, by a further line. ${FOR_ORGANISERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError, LaterCorrectionError] },
    args: { input: t.arg({ type: UndoCorrectionInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const undone = await undoCorrection(context, input)
      return undone && corrected(input.surveyId, undone.responseId, undone.lines)
    },
  }),
)

const TakenContent = builder.enumType('TakenContent', {
  values: ['FIRST', 'SECOND'] as const,
  description: 'Which of two contents counts.',
})

const DecideConflictInput = builder.inputType('DecideConflictInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    responseId: t.id({ required: true }),
    conflictHash: t.string({ required: true, description: 'Of the second content.' }),
    take: t.field({ type: TakenContent, required: true }),
    reason: t.string({ required: true, description: 'Code of `CORRECTION_REASONS` of core.' }),
    remark: t.string({ required: true }),
  }),
})

builder.mutationField('decideConflict', (t) =>
  t.field({
    type: CorrectedRef,
    nullable: true,
    description: `Decides which of two contents under one id counts. ${FOR_ORGANISERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: DecideConflictInput, required: true }) },
    resolve: async (_root, { input }, context) =>
      corrected(input.surveyId, input.responseId, await decideConflict(context, input)),
  }),
)
