import { isOrganiserOf } from '@rozeznanie/core/account'
import { differencesPerThousand } from '@rozeznanie/core/cleaning'
import { checkSharePercent } from '@rozeznanie/core/entry'
import { InvalidInputError } from '@rozeznanie/core/errors'
import { AnswersRefusedError } from '@rozeznanie/core/response'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { corrected, CorrectedRef } from './correct.graphql.ts'
import { countDoubleEntry, type DoubleEntryCounts } from './discrepancy.store.ts'
import {
  countOpenDiscrepancies,
  openDiscrepancies,
  type Discrepancy,
  type SheetDiscrepancies,
} from './open-discrepancies.ts'
import { resolveDiscrepancy } from './resolve-discrepancy.ts'
import { setDoubleEntryShare } from './set-share.ts'

const CountsRef = builder.objectRef<DoubleEntryCounts>('DoubleEntryProgress')
CountsRef.implement({
  description: 'How far the second entering of paper sheets is, and how often two entries differ.',
  fields: (t) => ({
    sampledCount: t.exposeInt('sampledCount', { description: 'Sheets that were drawn.' }),
    enteredCount: t.exposeInt('enteredCount'),
    fieldCount: t.exposeInt('fieldCount', { description: 'Fields that were compared.' }),
    differenceCount: t.exposeInt('differenceCount'),
    differencesPerThousand: t.float({
      nullable: true,
      description: 'Null: nothing was compared.',
      resolve: ({ differenceCount, fieldCount }) => differencesPerThousand(differenceCount, fieldCount),
    }),
  }),
})

const DiscrepancyRef = builder.objectRef<Discrepancy>('EntryDiscrepancy')
DiscrepancyRef.implement({
  description: 'A field that two entries of one sheet fill differently.',
  fields: (t) => ({
    path: t.stringList({ resolve: ({ path }) => [...path] }),
    place: t.exposeString('place', { description: 'The question, row or item in words.' }),
    first: t.exposeString('first', { description: 'In words.' }),
    second: t.exposeString('second', { description: 'In words.' }),
  }),
})

const SheetRef = builder.objectRef<SheetDiscrepancies>('SheetDiscrepancies')
SheetRef.implement({
  description: 'A sheet whose two entries differ in something that nobody has decided.',
  fields: (t) => ({
    responseId: t.exposeID('responseId'),
    sheetNumber: t.exposeString('sheetNumber', { nullable: true }),
    batchName: t.exposeString('batchName', { nullable: true }),
    questionnaire: t.field({ type: 'JSON', resolve: ({ questionnaire }) => questionnaire }),
    fields: t.field({ type: [DiscrepancyRef], resolve: ({ open }) => [...open] }),
  }),
})

const OWNER = { id: true, organisationId: true } as const
const organises = ({ viewer }: Context, organisationId: string) =>
  viewer !== null && isOrganiserOf(viewer, organisationId)
const ORGANISERS = 'Null for accounts that do not organise the survey.'
const COUNTING = { field: 20, multiplier: 1 } as const

builder.prismaObjectFields('Survey', (t) => ({
  openDiscrepancyCount: t.int({
    nullable: true,
    description: `Fields that two entries fill differently and that wait for a decision. ${ORGANISERS}`,
    select: OWNER,
    complexity: COUNTING,
    resolve: ({ id, organisationId }, _args, context) =>
      organises(context, organisationId) ? countOpenDiscrepancies(context, id) : null,
  }),
  discrepancies: t.field({
    type: [SheetRef],
    nullable: true,
    description: `By the number of the sheet. ${ORGANISERS}`,
    select: OWNER,
    complexity: COUNTING,
    resolve: async ({ id, organisationId }, _args, context) =>
      organises(context, organisationId) ? [...(await openDiscrepancies(context, id))] : null,
  }),
  doubleEntry: t.field({
    type: CountsRef,
    nullable: true,
    description: ORGANISERS,
    select: OWNER,
    resolve: ({ id, organisationId }, _args, context) =>
      organises(context, organisationId) ? countDoubleEntry(context.db, id) : null,
  }),
}))

const TakenEntry = builder.enumType('TakenEntry', {
  values: ['FIRST', 'SECOND', 'OTHER'] as const,
  description: 'Which entry says what the paper says; OTHER: neither.',
})

const ResolveInput = builder.inputType('ResolveDiscrepancyInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    responseId: t.id({ required: true }),
    path: t.stringList({ required: true }),
    take: t.field({ type: TakenEntry, required: true }),
    value: t.field({ type: 'JSON', description: 'Of OTHER; null: the field is empty on the paper.' }),
    remark: t.string({ required: true }),
  }),
})
const ShareInput = builder.inputType('SetDoubleEntryShareInput', {
  fields: (t) => ({ surveyId: t.id({ required: true }), percent: t.int({ required: true }) }),
})

builder.mutationFields((t) => ({
  resolveDiscrepancy: t.field({
    type: CorrectedRef,
    nullable: true,
    description:
      'Decides by the paper where two entries differ. Null where the viewer organises no such survey.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError, AnswersRefusedError] },
    args: { input: t.arg({ type: ResolveInput, required: true }) },
    resolve: async (_root, { input: { value, ...decision } }, context) => {
      const { surveyId, responseId } = decision
      return corrected(
        surveyId,
        responseId,
        await resolveDiscrepancy(context, { ...decision, value: value ?? undefined }),
      )
    },
  }),
  setDoubleEntryShare: t.prismaField({
    type: 'Survey',
    nullable: true,
    description:
      'Sets which share of paper sheets is entered twice. Null where the viewer does not organise the survey.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: ShareInput, required: true }) },
    resolve: async (query, _root, { input: { surveyId, percent } }, context) => {
      const isSet = await setDoubleEntryShare(context, surveyId, checkSharePercent(percent))
      return isSet ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id: surveyId } }) : null
    },
  }),
}))
