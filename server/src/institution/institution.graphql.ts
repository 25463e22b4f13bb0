import { isOrganiserOf } from '@rozeznanie/core/account'
import { FORM_STATUSES, FormLockedError, type Remark } from '@rozeznanie/core/institution'
import { builder } from '../builder.ts'
import { ErrorInterface } from '../kernel/error.graphql.ts'
import { nameOfAccount } from './form-event.store.ts'

const FormStatusEnum = builder.enumType('InstitutionFormStatus', {
  description:
    'INVITED until its first answer, then FILLING; SUBMITTED to the organiser, RETURNED, ACCEPTED.',
  values: FORM_STATUSES,
})

const FormEventKindEnum = builder.enumType('InstitutionFormEventKind', {
  description: 'What happened to a form, each with its day.',
  values: ['INVITED', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'REMINDED', 'LINK_RENEWED', 'DUE_MOVED'] as const,
})

builder.objectType(FormLockedError, {
  name: 'FormLockedError',
  description: 'What was asked for does not fit the status of the form.',
  interfaces: [ErrorInterface],
})

const InstitutionRef = builder.prismaObject('Institution', {
  description: 'An institution that an organisation asks year after year.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    email: t.exposeString('email', { description: 'Of an office; empty: none.' }),
    phone: t.exposeString('phone'),
    isRetired: t.boolean({
      description: 'It is not asked any more.',
      select: { retiredAt: true },
      resolve: ({ retiredAt }) => retiredAt !== null,
    }),
  }),
})

const RemarkRef = builder.objectRef<Remark>('FormRemark')
RemarkRef.implement({
  description: 'What an institution is asked to mend.',
  fields: (t) => ({
    questionKey: t.exposeString('questionKey', { nullable: true, description: 'Null: of the whole form.' }),
    text: t.exposeString('text'),
  }),
})

builder.prismaObject('InstitutionFormEvent', {
  description: 'Something that happened to a form.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Counts from 1.' }),
    kind: t.field({ type: FormEventKindEnum, select: { kind: true }, resolve: ({ kind }) => kind }),
    at: t.expose('at', { type: 'DateTime' }),
    personName: t.string({
      nullable: true,
      description: 'Null: the institution.',
      select: { accountId: true },
      resolve: ({ accountId }, _args, { db }) => (accountId === null ? null : nameOfAccount(db, accountId)),
    }),
  }),
})

const KEY = { surveyId: true, id: true } as const

const InstitutionFormRef = builder.prismaObject('InstitutionForm', {
  description: 'What one institution fills in for one survey; seen by organisers only.',
  select: KEY,
  fields: (t) => ({
    id: t.exposeID('id'),
    institution: t.relation('institution'),
    status: t.field({ type: FormStatusEnum, select: { status: true }, resolve: ({ status }) => status }),
    dueOn: t.expose('dueOn', { type: 'Date' }),
    path: t.string({
      description: 'Its secret address, `/formularz/<token>`: whoever has it fills the form in.',
      select: { token: true },
      resolve: ({ token }) => `/formularz/${token}`,
    }),
    prefilledFrom: t.expose('prefilledFrom', {
      type: 'Date',
      nullable: true,
      description: 'The reference day of the form it was filled in from; null: it began empty.',
    }),
    remindedOn: t.expose('remindedOn', { type: 'Date', nullable: true }),
    answers: t.field({
      type: 'JSON',
      description: 'As far as they are filled in; shape: `Answers` of core.',
      select: { answers: true },
      resolve: ({ answers }) => answers,
    }),
    document: t.field({
      type: 'JSON',
      description: 'The questionnaire it is filled in by; shape: `Questionnaire` of core.',
      select: { questionnaireVersionId: true },
      resolve: async ({ questionnaireVersionId: id }, _args, { db }) =>
        (await db.prisma.questionnaireVersion.findUniqueOrThrow({ where: { id } })).document,
    }),
    remarks: t.field({
      type: [RemarkRef],
      select: { remarks: true },
      // Written by this program only, in this shape.
      resolve: ({ remarks }) => remarks as unknown as readonly Remark[] as Remark[],
    }),
    events: t.relation('events', { query: { orderBy: { number: 'asc' } } }),
  }),
})

builder.prismaObjectField('Organisation', 'institutions', (t) =>
  t.prismaField({
    type: [InstitutionRef],
    description: 'Institutions that it asks, by name; empty for those who do not organise its surveys.',
    select: { id: true },
    resolve: (query, { id: organisationId }, _args, { db, viewer }) =>
      viewer && isOrganiserOf(viewer, organisationId)
        ? db.prisma.institution.findMany({ ...query, where: { organisationId }, orderBy: { name: 'asc' } })
        : [],
  }),
)

builder.prismaObjectFields('Survey', (t) => ({
  institutionForms: t.prismaField({
    type: [InstitutionFormRef],
    description: 'Forms of invited institutions, by name; empty for those who do not organise the survey.',
    select: { id: true, organisationId: true },
    resolve: (query, { id: surveyId, organisationId }, _args, { db, viewer }) =>
      viewer && isOrganiserOf(viewer, organisationId)
        ? db.prisma.institutionForm.findMany({
            ...query,
            where: { surveyId },
            orderBy: { institution: { name: 'asc' } },
          })
        : [],
  }),
}))
