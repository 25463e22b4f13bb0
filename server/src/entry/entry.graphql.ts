import { mayCollectFor } from '@rozeznanie/core/account'
import { missingSheets, SameClerkError, SheetsMissingError } from '@rozeznanie/core/entry'
import { InvalidInputError } from '@rozeznanie/core/errors'
import { isRecord } from '@rozeznanie/core/questionnaire'
import { AnswersRefusedError } from '@rozeznanie/core/response'
import { builder } from '../builder.ts'
import { ErrorInterface } from '../kernel/error.graphql.ts'
import { findBatches, type StoredBatch } from './batch.store.ts'
import { enterSheetAgain, sheetsToEnterAgain } from './enter-again.ts'
import { fileSheet } from './file-sheet.ts'
import { createBatch, setBatchClosed } from './manage-batch.ts'
import type { SheetToEnterAgain } from './paper-sheet.store.ts'

const BatchRef = builder.objectRef<StoredBatch>('EntryBatch')
BatchRef.implement({
  description: 'A named pile of paper sheets.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    expectedCount: t.exposeInt('expectedCount'),
    firstSheet: t.exposeInt('firstSheet', {
      nullable: true,
      description: 'Null: its sheets have no numbers in a row.',
    }),
    enteredCount: t.int({ resolve: ({ sheetNumbers }) => sheetNumbers.length }),
    missingSheets: t.intList({
      description: 'Numbers that are not in, as far as they can be known.',
      resolve: (batch) => [...missingSheets(batch, batch.sheetNumbers)],
    }),
    isClosed: t.boolean({ resolve: ({ closedAt }) => closedAt !== null }),
  }),
})

const SheetRef = builder.objectRef<SheetToEnterAgain>('SheetToEnterAgain')
SheetRef.implement({
  description:
    'A paper sheet that was drawn to be entered a second time; nothing of the first entry is told.',
  fields: (t) => ({
    responseId: t.exposeID('responseId'),
    sheetNumber: t.exposeString('sheetNumber', { nullable: true }),
    batchName: t.exposeString('batchName', { nullable: true }),
    versionId: t.exposeID('versionId', { description: 'Of the questionnaire that the sheet asks.' }),
  }),
})

builder.objectType(SheetsMissingError, {
  name: 'SheetsMissingError',
  description: 'Sheets of the pile are not in; it is closed only when the person insists.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ missingCount: t.exposeInt('missingCount') }),
})
builder.objectType(SameClerkError, {
  name: 'SameClerkError',
  description: 'The second entry is to be made by somebody else.',
  interfaces: [ErrorInterface],
})

builder.prismaObjectFields('Survey', (t) => ({
  entryBatches: t.field({
    type: [BatchRef],
    nullable: true,
    description: 'Open ones first. Null for accounts that enter no answers for the survey.',
    select: { id: true, organisationId: true },
    resolve: ({ id, organisationId }, _args, { db, viewer }) =>
      viewer && mayCollectFor(viewer, organisationId) ? findBatches(db, id) : null,
  }),
  sheetsToEnterAgain: t.field({
    type: [SheetRef],
    description: 'Drawn sheets that wait for the viewer to enter them a second time, by number; at most 500.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => [...(await sheetsToEnterAgain(context, id))],
  }),
  doubleEntryPercent: t.exposeInt('doubleEntryPercent', {
    description: 'Share of paper sheets that are entered twice.',
  }),
}))

const CreateBatchInput = builder.inputType('CreateEntryBatchInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    name: t.string({ required: true }),
    expectedCount: t.int({ required: true }),
    firstSheet: t.int(),
  }),
})
const CloseBatchInput = builder.inputType('SetEntryBatchClosedInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    batchId: t.id({ required: true }),
    isClosed: t.boolean({ required: true }),
    evenIfMissing: t.boolean({ required: true, description: 'Close it although sheets are missing.' }),
  }),
})
const FOR_CLERKS = 'Null for accounts that enter no answers for the survey.'

builder.mutationFields((t) => ({
  createEntryBatch: t.field({
    type: BatchRef,
    nullable: true,
    description: `Begins a pile of paper sheets. ${FOR_CLERKS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: CreateBatchInput, required: true }) },
    resolve: (_root, { input: { surveyId, firstSheet, ...batch } }, context) =>
      createBatch(context, surveyId, { ...batch, firstSheet: firstSheet ?? null }),
  }),
  setEntryBatchClosed: t.field({
    type: BatchRef,
    nullable: true,
    description: `Closes a pile of paper sheets, or opens it again. ${FOR_CLERKS}`,
    authScopes: { signedIn: true },
    errors: { types: [SheetsMissingError, InvalidInputError] },
    args: { input: t.arg({ type: CloseBatchInput, required: true }) },
    resolve: (_root, { input }, context) => setBatchClosed(context, input),
  }),
}))

interface FiledSheet {
  readonly responseId: string
}
const FiledRef = builder.objectRef<FiledSheet>('FiledSheet')
FiledRef.implement({
  description: 'A paper sheet is where it belongs.',
  fields: (t) => ({ responseId: t.exposeID('responseId') }),
})

const FileSheetInput = builder.inputType('FileSheetInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    responseId: t.id({ required: true, description: 'Of the response that was sent just before.' }),
    batchId: t.id({ description: 'Null: of no pile.' }),
  }),
})
const EnterAgainInput = builder.inputType('EnterSheetAgainInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    responseId: t.id({ required: true }),
    answers: t.field({ type: 'JSON', required: true, description: 'Shape: `Answers` of core.' }),
  }),
})

builder.mutationFields((t) => ({
  fileSheet: t.field({
    type: FiledRef,
    nullable: true,
    description: `Puts a stored paper response into its pile and draws its lot, once. ${FOR_CLERKS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: FileSheetInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const isFiled = await fileSheet(context, { ...input, batchId: input.batchId ?? null })
      return isFiled ? { responseId: input.responseId } : null
    },
  }),
  enterSheetAgain: t.field({
    type: FiledRef,
    nullable: true,
    description: `Stores the second entry of a sheet; where it differs, only organisers see. ${FOR_CLERKS}`,
    authScopes: { signedIn: true },
    errors: { types: [AnswersRefusedError, SameClerkError, InvalidInputError] },
    args: { input: t.arg({ type: EnterAgainInput, required: true }) },
    resolve: async (_root, { input: { answers, ...name } }, context) => {
      const isStored = await enterSheetAgain(context, { ...name, answers: isRecord(answers) ? answers : {} })
      return isStored ? { responseId: name.responseId } : null
    },
  }),
}))
