import { InvalidInputError } from '@rozeznanie/core/errors'
import { TicketRefusedError, TicketSpentError } from '@rozeznanie/core/invitation'
import {
  ANSWERED_BY,
  AnswersRefusedError,
  COLLECTION_MODES,
  ResponseConflictError,
  type Violation,
} from '@rozeznanie/core/response'
import { SurveyNotOpenError } from '@rozeznanie/core/survey'
import { builder } from '../builder.ts'
import { ErrorInterface } from '../kernel/error.graphql.ts'
import { mayOrganiseSurvey } from '../survey/survey.access.ts'
import { SurveyStatusEnum } from '../survey/survey.graphql.ts'
import { countResponses } from './response.store.ts'
import { submitResponse, type Receipt } from './submit-response.ts'

/** How a response was collected. */
export const CollectionModeEnum = builder.enumType('CollectionMode', {
  values: COLLECTION_MODES,
  description:
    'On the web, by an interviewer with a tablet, on paper, by telephone, or imported from a file.',
})

/** Who gave the answers. */
export const AnsweredByEnum = builder.enumType('AnsweredBy', {
  values: ANSWERED_BY,
  description: "The respondent, the respondent with somebody's help, or somebody in their place.",
})

const ViolationRef = builder.objectRef<Violation>('Violation')
ViolationRef.implement({
  description: 'One wrong answer; `message` is a Polish sentence for the respondent.',
  fields: (t) => ({
    questionKey: t.exposeString('questionKey'),
    rowKey: t.exposeString('rowKey', {
      nullable: true,
      description: 'Row of a matrix, where the fault is in one row.',
    }),
    path: t.stringList({
      nullable: true,
      resolve: ({ path }) => path?.map(String) ?? null,
      description:
        'Where the question stands in a group that repeats: key of the group, number of the item from 0, key. ' +
        'Null for all other questions.',
    }),
    code: t.exposeString('code'),
    message: t.exposeString('message'),
  }),
})

builder.objectType(AnswersRefusedError, {
  name: 'AnswersRefusedError',
  description: 'Answers break the rules of their questionnaire; nothing was stored.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    violations: t.field({ type: [ViolationRef], resolve: (error) => [...error.violations] }),
  }),
})

builder.objectType(ResponseConflictError, {
  name: 'ResponseConflictError',
  description:
    'Other answers were stored before under the same id. They count; both are kept until a person decides.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    receipt: t.exposeString('receipt', { description: 'Of the answers that were stored first.' }),
  }),
})

builder.objectType(SurveyNotOpenError, {
  name: 'SurveyNotOpenError',
  description: 'The survey takes no responses now.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ status: t.expose('status', { type: SurveyStatusEnum }) }),
})

builder.objectType(TicketRefusedError, {
  name: 'TicketRefusedError',
  description:
    'The survey takes one-time codes, and the response came without a ticket that it signed, or from a tablet without its pass.',
  interfaces: [ErrorInterface],
})

builder.objectType(TicketSpentError, {
  name: 'TicketSpentError',
  description: 'The ticket let another response in.',
  interfaces: [ErrorInterface],
})

const ReceiptRef = builder.objectRef<Receipt>('Receipt')
ReceiptRef.implement({
  description: 'Proof that a response is stored; the same response always has the same receipt.',
  fields: (t) => ({ receipt: t.exposeString('receipt') }),
})

const SubmitResponseInput = builder.inputType('SubmitResponseInput', {
  fields: (t) => ({
    surveyCode: t.string({ required: true }),
    id: t.id({ required: true, description: 'A random UUID made by the device when the form is opened.' }),
    questionnaireVersionId: t.id({ required: true }),
    mode: t.field({ type: CollectionModeEnum, required: true }),
    answers: t.field({ type: 'JSON', required: true, description: 'Shape: `Answers` of core.' }),
    sheetNumber: t.string({ description: 'Of the paper sheet.' }),
    answeredBy: t.field({ type: AnsweredByEnum, description: 'Null: nobody was asked.' }),
    secondsSpent: t.float({ description: 'On filling the form in. It is not stored; it may make a signal.' }),
    ticket: t.string({
      description: 'Where the survey takes one-time codes: what the code was exchanged for.',
    }),
    kioskPass: t.string({
      description: 'Of a shared tablet, where the survey takes one-time codes: what its address ends with.',
    }),
    trap: t.string({ description: 'What stood in the field that people do not see.' }),
  }),
})

builder.mutationField('submitResponse', (t) =>
  t.field({
    type: ReceiptRef,
    nullable: true,
    description:
      'Stores one response, once; also for people who are not signed in. Null when no survey has the code.',
    authScopes: { everyone: true },
    errors: {
      types: [
        AnswersRefusedError,
        ResponseConflictError,
        SurveyNotOpenError,
        TicketRefusedError,
        TicketSpentError,
        InvalidInputError,
      ],
    },
    args: { input: t.arg({ type: SubmitResponseInput, required: true }) },
    resolve: (_root, { input: { surveyCode, sheetNumber, answeredBy, ...sent } }, context) =>
      submitResponse(context, surveyCode, {
        ...sent,
        ...(sheetNumber && { sheetNumber }),
        ...(answeredBy && { answeredBy }),
      }),
  }),
)

interface SurveyProgress {
  readonly surveyId: string
  readonly responseCount: number
  readonly asOf: Date
}
const SurveyProgressRef = builder.objectRef<SurveyProgress>('SurveyProgress')
SurveyProgressRef.implement({
  description: 'How far a survey is.',
  fields: (t) => ({
    surveyId: t.exposeID('surveyId'),
    responseCount: t.exposeInt('responseCount'),
    asOf: t.expose('asOf', { type: 'DateTime' }),
  }),
})

builder.subscriptionField('surveyProgressed', (t) =>
  t.field({
    type: SurveyProgressRef,
    description:
      'Fires at most twice a second while answers come in; the page then asks for its results again.',
    authScopes: (_root, { surveyId }, context) => mayOrganiseSurvey(context, surveyId),
    args: { surveyId: t.arg.id({ required: true }) },
    subscribe: (_root, { surveyId }, { progress }) => progress.watch(surveyId),
    resolve: async (surveyId, _args, { db, now }) => {
      const asOf = now()
      return { surveyId, responseCount: await countResponses(db, surveyId), asOf }
    },
  }),
)
