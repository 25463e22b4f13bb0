import { isOrganiserOf, mayCollectFor } from '@rozeznanie/core/account'
import { InvalidInputError } from '@rozeznanie/core/errors'
import { CodeNotReissuedError, CodesSettledError, printedCode } from '@rozeznanie/core/invitation'
import { builder } from '../builder.ts'
import { ErrorInterface } from '../kernel/error.graphql.ts'
import { type CodeBatchFigures, listBatches, listCodes } from './code-list.store.ts'
import { makeCodeBatch } from './make-code-batch.ts'
import { kioskPassOf } from './kiosk-pass.access.ts'
import { reissueCode } from './reissue-code.ts'
import { renewKioskPass } from './renew-kiosk-pass.ts'
import { settleCodes } from './settle-codes.ts'

const CodeBatchRef = builder.objectRef<CodeBatchFigures>('CodeBatch')
CodeBatchRef.implement({
  description: 'One-time codes that were made together.',
  fields: (t) => ({
    id: t.id({ resolve: ({ surveyId, number }) => `${surveyId}/${number}` }),
    number: t.exposeInt('number', { description: 'From 1 in each survey.' }),
    name: t.exposeString('name'),
    localityName: t.exposeString('localityName', {
      nullable: true,
      description: 'Null: for the whole municipality.',
    }),
    madeOn: t.expose('madeOn', { type: 'Date' }),
    codeCount: t.exposeInt('codeCount', {
      description: 'Codes that are valid; replaced ones are not counted.',
    }),
    usedCount: t.exposeInt('usedCount', {
      description:
        'Codes that are known to be used. They become known ten at a time, drawn from twenty or more, so that nobody can tell by watching whose answer came in.',
    }),
    firstSerial: t.exposeInt('firstSerial', { description: 'Number of the first letter.' }),
    lastSerial: t.exposeInt('lastSerial'),
  }),
})

builder.prismaObjectFields('Survey', (t) => ({
  takesCodes: t.exposeBoolean('takesCodes', { description: 'Answering on the web takes a one-time code.' }),
  unusedCodeCount: t.int({
    nullable: true,
    description: 'Codes that are not known to be used; null where the survey takes none.',
    select: { id: true, takesCodes: true },
    resolve: async ({ id, takesCodes }, _args, { db }) =>
      takesCodes ? (await listCodes(db, id)).filter(({ isUsed }) => !isUsed).length : null,
  }),
  kioskPass: t.string({
    nullable: true,
    description:
      "What the address of the survey's shared tablets ends with; null where no codes are taken, and for accounts that do not collect answers for it.",
    select: { id: true, organisationId: true },
    resolve: ({ id, organisationId }, _args, { db, viewer }) =>
      viewer && mayCollectFor(viewer, organisationId) ? kioskPassOf(db, id) : null,
  }),
  codeBatches: t.field({
    type: [CodeBatchRef],
    nullable: true,
    description: 'Newest first; null for accounts that do not organise the survey.',
    select: { id: true, organisationId: true },
    resolve: ({ id, organisationId }, _args, { db, viewer }) =>
      viewer && isOrganiserOf(viewer, organisationId) ? listBatches(db, id) : null,
  }),
}))

builder.objectType(CodesSettledError, {
  name: 'CodesSettledError',
  description: 'The survey has answers or codes, so it cannot begin or cease to take codes.',
  interfaces: [ErrorInterface],
})

builder.objectType(CodeNotReissuedError, {
  name: 'CodeNotReissuedError',
  description: 'The code was used, or the survey is closed.',
  interfaces: [ErrorInterface],
})

const SetSurveyCodesInput = builder.inputType('SetSurveyCodesInput', {
  fields: (t) => ({ surveyId: t.id({ required: true }), takesCodes: t.boolean({ required: true }) }),
})

builder.mutationField('setSurveyCodes', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description:
      'Turns one-time codes on or off, before the first answer. Null for a survey that the viewer does not organise.',
    authScopes: { signedIn: true },
    errors: { types: [CodesSettledError] },
    args: { input: t.arg({ type: SetSurveyCodesInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const isSettled = await settleCodes(context, input)
      const where = { id: input.surveyId }
      return isSettled ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where }) : null
    },
  }),
)

const RenewKioskPassInput = builder.inputType('RenewKioskPassInput', {
  fields: (t) => ({ surveyId: t.id({ required: true }) }),
})

builder.mutationField('renewKioskPass', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description:
      'Makes a new pass for the shared tablets; the old one is refused from now on. Null for a survey that takes no codes, or that the viewer does not organise.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: RenewKioskPassInput, required: true }) },
    resolve: async (query, _root, { input: { surveyId: id } }, context) =>
      (await renewKioskPass(context, id))
        ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id } })
        : null,
  }),
)

const MakeCodeBatchInput = builder.inputType('MakeCodeBatchInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    name: t.string({ required: true }),
    codeCount: t.int({ required: true, description: '1 to 5,000.' }),
    localityId: t.id({ description: 'Null: for the whole municipality.' }),
  }),
})

builder.mutationField('makeCodeBatch', (t) =>
  t.field({
    type: CodeBatchRef,
    nullable: true,
    description: 'Makes one-time codes. Null for a survey that the viewer does not organise.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: MakeCodeBatchInput, required: true }) },
    resolve: async (_root, { input: { surveyId, localityId, ...proposal } }, context) => {
      const wanted = { ...proposal, localityId: localityId ?? null }
      const number = await makeCodeBatch(context, surveyId, wanted)
      if (number === null) return null
      return (await listBatches(context.db, surveyId)).find((batch) => batch.number === number) ?? null
    },
  }),
)

interface ReissuedCode {
  readonly serial: number
  readonly code: string
}
const ReissuedCodeRef = builder.objectRef<ReissuedCode>('ReissuedCode')
ReissuedCodeRef.implement({
  description: 'The code that replaces a lost one.',
  fields: (t) => ({
    serial: t.exposeInt('serial', { description: 'Number of the letter.' }),
    code: t.string({
      description: 'As it stands on a letter.',
      resolve: ({ code }) => printedCode(code),
    }),
  }),
})

const ReissueCodeInput = builder.inputType('ReissueCodeInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    serial: t.int({ required: true, description: 'Number of the letter.' }),
  }),
})

builder.mutationField('reissueCode', (t) =>
  t.field({
    type: ReissuedCodeRef,
    nullable: true,
    description:
      'Replaces the lost code of a letter; the old one is no longer valid. Null for a survey that the viewer does not organise.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError, CodeNotReissuedError] },
    args: { input: t.arg({ type: ReissueCodeInput, required: true }) },
    resolve: async (_root, { input: { surveyId, serial } }, context) => {
      const code = await reissueCode(context, surveyId, serial)
      return code === null ? null : { serial, code }
    },
  }),
)
