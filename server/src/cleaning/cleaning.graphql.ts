import { isOrganiserOf } from '@rozeznanie/core/account'
import {
  CORRECTION_KINDS,
  CORRECTION_SOURCES,
  FLAG_KINDS,
  LaterCorrectionError,
  type Flag,
} from '@rozeznanie/core/cleaning'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { ErrorInterface } from '../kernel/error.graphql.ts'
import { readLog, type LineInWords } from './read-log.ts'
import { readFlagged, type ListedFlagged } from './read-flagged.ts'
import { readOpened, type ResponseToRead } from './read-opened.ts'

/** What can be decided about a response. */
export const CorrectionKindEnum = builder.enumType('CorrectionKind', {
  values: CORRECTION_KINDS,
  description: 'What was decided about a stored response; UNDO takes an earlier line back.',
})
const SourceEnum = builder.enumType('CorrectionSource', {
  values: CORRECTION_SOURCES,
  description: 'Cleaning by an organiser, a sheet entered twice, or two contents under one id.',
})
const FlagKindEnum = builder.enumType('FlagKind', {
  values: FLAG_KINDS,
  description: 'Why a response deserves a look. A flag excludes nothing by itself.',
})

const FlagRef = builder.objectRef<Flag>('ResponseFlag')
FlagRef.implement({
  description: 'Why a response deserves a look.',
  fields: (t) => ({
    kind: t.expose('kind', { type: FlagKindEnum }),
    message: t.exposeString('message', { description: 'Polish.' }),
    questionKeys: t.stringList({ resolve: ({ questionKeys }) => [...questionKeys] }),
  }),
})

const FlaggedRef = builder.objectRef<ListedFlagged>('FlaggedResponse')
FlaggedRef.implement({
  description: 'A response with flags that nobody has looked at yet.',
  fields: (t) => ({
    responseId: t.exposeID('responseId'),
    mode: t.exposeString('mode'),
    submittedOn: t.expose('submittedOn', { type: 'Date' }),
    sheetNumber: t.exposeString('sheetNumber', { nullable: true }),
    flags: t.field({ type: [FlagRef], resolve: ({ open }) => [...open] }),
  }),
})

/** A line of the log for a page. */
export const LogLineRef = builder.objectRef<LineInWords>('CleaningLogLine')
LogLineRef.implement({
  description: 'A decision about a response: who, when, why, and what counted before and after.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Counts from 1 in the survey.' }),
    responseId: t.exposeID('responseId'),
    sheetNumber: t.exposeString('sheetNumber', { nullable: true }),
    kind: t.expose('kind', { type: CorrectionKindEnum }),
    source: t.expose('source', { type: SourceEnum }),
    path: t.stringList({ resolve: ({ path }) => [...path] }),
    place: t.exposeString('place', { description: 'The question, row or item in words.' }),
    before: t.string({ nullable: true, resolve: ({ beforeWords }) => beforeWords }),
    after: t.string({ nullable: true, resolve: ({ afterWords }) => afterWords }),
    reason: t.exposeString('reasonWords', { description: 'In words.' }),
    remark: t.exposeString('remark'),
    at: t.expose('at', { type: 'DateTime' }),
    byName: t.exposeString('byName'),
    undoes: t.int({ nullable: true, resolve: ({ undoes }) => undoes ?? null }),
    undoneBy: t.exposeInt('undoneBy', { nullable: true, description: 'Null: in force.' }),
  }),
})

const OpenedRef = builder.objectRef<ResponseToRead>('OpenedResponse')
OpenedRef.implement({
  description: 'One response with its answers and its part of the log.',
  fields: (t) => ({
    responseId: t.exposeID('id'),
    version: t.exposeInt('version'),
    questionnaire: t.field({ type: 'JSON', resolve: ({ questionnaire }) => questionnaire }),
    mode: t.exposeString('mode'),
    answeredBy: t.exposeString('answeredBy', { nullable: true }),
    submittedOn: t.expose('submittedOn', { type: 'Date' }),
    sheetNumber: t.exposeString('sheetNumber', { nullable: true }),
    isExcluded: t.exposeBoolean('isExcluded'),
    sent: t.field({
      type: 'JSON',
      description: 'As sent. Shape: `Answers` of core.',
      resolve: ({ sent }) => sent,
    }),
    counted: t.field({ type: 'JSON', description: 'As they count.', resolve: ({ counted }) => counted }),
    flags: t.field({ type: [FlagRef], resolve: ({ flags }) => [...flags] }),
    openFlags: t.field({
      type: [FlagRef],
      description: 'Those that nobody has looked at.',
      resolve: ({ open }) => [...open],
    }),
    log: t.field({ type: [LogLineRef], description: 'Newest first.', resolve: ({ log }) => [...log] }),
  }),
})

builder.objectType(LaterCorrectionError, {
  name: 'LaterCorrectionError',
  description: 'A later line about the same answer has to be taken back first.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ number: t.exposeInt('number') }),
})

const OWNER = { id: true, organisationId: true } as const
const organises = ({ viewer }: Context, organisationId: string) =>
  viewer !== null && isOrganiserOf(viewer, organisationId)
const ORGANISERS = 'Null for accounts that do not organise the survey.'
const COUNTING = { field: 20, multiplier: 1 } as const

builder.prismaObjectFields('Survey', (t) => ({
  flaggedCount: t.int({
    nullable: true,
    description: `Responses with flags that nobody has looked at. ${ORGANISERS}`,
    select: OWNER,
    complexity: COUNTING,
    resolve: async ({ id, organisationId }, _args, context) => {
      if (!organises(context, organisationId)) return null
      const reading = await context.surveyQuality.read(id)
      return reading?.flagged.filter(({ open }) => open.length > 0).length ?? 0
    },
  }),
  flaggedResponses: t.field({
    type: [FlaggedRef],
    nullable: true,
    description: `At most 200 of them, in an order that tells nothing of time. ${ORGANISERS}`,
    select: OWNER,
    complexity: COUNTING,
    args: { kind: t.arg({ type: FlagKindEnum, description: 'Only those with this flag.' }) },
    resolve: ({ id, organisationId }, { kind }, context) =>
      organises(context, organisationId) ? readFlagged(context, id, kind ?? null) : null,
  }),
  openedResponse: t.field({
    type: OpenedRef,
    nullable: true,
    description: `${ORGANISERS} Null where the survey has no such response.`,
    select: OWNER,
    complexity: COUNTING,
    args: { responseId: t.arg.id({ required: true }) },
    resolve: ({ id, organisationId }, { responseId }, context) =>
      organises(context, organisationId) ? readOpened(context, id, responseId) : null,
  }),
  correctionCount: t.exposeInt('correctionCount', { description: 'Lines of the cleaning log.' }),
  cleaningLog: t.field({
    type: [LogLineRef],
    nullable: true,
    description: `The log, newest first, at most 100 lines. ${ORGANISERS}`,
    select: OWNER,
    complexity: COUNTING,
    args: { beforeNumber: t.arg.int({ description: 'Only lines before this one.' }) },
    resolve: ({ id, organisationId }, { beforeNumber }, context) =>
      organises(context, organisationId)
        ? readLog(context, { surveyId: id, before: beforeNumber ?? undefined })
        : null,
  }),
}))
