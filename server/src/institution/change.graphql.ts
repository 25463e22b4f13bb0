import { InvalidInputError } from '@rozeznanie/core/errors'
import { checkInstitution, FormLockedError, readInstitutions } from '@rozeznanie/core/institution'
import { AnswersRefusedError } from '@rozeznanie/core/response'
import { builder } from '../builder.ts'
import {
  acceptFromInstitution,
  inviteInstitutions,
  noteForm,
  type Noting,
  returnToInstitution,
} from './forms.ts'
import { assertOrganiser, organisesInstitution } from './institution.access.ts'
import { addInstitutions, updateInstitution } from './institution.store.ts'

const NULL_FOR_OTHERS = 'Null for what the viewer does not organise.'

const AddInstitutionsInput = builder.inputType('AddInstitutionsInput', {
  fields: (t) => ({
    organisationId: t.id({ required: true }),
    text: t.string({ required: true, description: 'A line each: name; e-mail; telephone.' }),
  }),
})
const UpdateInstitutionInput = builder.inputType('UpdateInstitutionInput', {
  fields: (t) => ({
    institutionId: t.id({ required: true }),
    name: t.string({ required: true }),
    email: t.string({ required: true }),
    phone: t.string({ required: true }),
    isRetired: t.boolean({ required: true }),
  }),
})

builder.mutationFields((t) => ({
  addInstitutions: t.prismaField({
    type: 'Organisation',
    nullable: true,
    description: 'Adds institutions that an organisation asks; known names are passed over.',
    authScopes: (_root, { input }) => ({ organiserOf: input.organisationId }),
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: AddInstitutionsInput, required: true }) },
    resolve: async (query, _root, { input: { organisationId, text } }, { db, viewer, now }) => {
      assertOrganiser(viewer, organisationId)
      await addInstitutions(db, { organisationId, institutions: readInstitutions(text), viewer, at: now() })
      return db.prisma.organisation.findUniqueOrThrow({ ...query, where: { id: organisationId } })
    },
  }),
  updateInstitution: t.prismaField({
    type: 'Institution',
    nullable: true,
    description: `Changes an institution, or stops asking it. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: UpdateInstitutionInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { institutionId: id, isRetired, ...typed } = input
      if (!(await organisesInstitution(context, id))) return null
      const retiredAt = isRetired ? context.now() : null
      if (!(await updateInstitution(context.db, id, { ...checkInstitution(typed), retiredAt }))) {
        const message = 'Inna instytucja na Państwa liście ma już tę nazwę.'
        throw new InvalidInputError([{ path: 'name', message }])
      }
      return context.db.prisma.institution.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
}))

const InviteInstitutionsInput = builder.inputType('InviteInstitutionsInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    institutionIds: t.idList({ required: true }),
    dueOn: t.field({ type: 'Date', required: true }),
    isPrefilled: t.boolean({ required: true, description: 'Begin with what was accepted the last time.' }),
  }),
})
const RemarkInput = builder.inputType('FormRemarkInput', {
  fields: (t) => ({ questionKey: t.string(), text: t.string({ required: true }) }),
})
const ReturnFormInput = builder.inputType('ReturnInstitutionFormInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    formId: t.id({ required: true }),
    remarks: t.field({ type: [RemarkInput], required: true }),
  }),
})
const AcceptFormInput = builder.inputType('AcceptInstitutionFormInput', {
  fields: (t) => ({ surveyId: t.id({ required: true }), formId: t.id({ required: true }) }),
})
const NoteFormInput = builder.inputType('NoteInstitutionFormInput', {
  description: 'Exactly one of the three.',
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    formId: t.id({ required: true }),
    isReminded: t.boolean({ description: 'A reminder was sent today.' }),
    renewsLink: t.boolean({ description: 'The address got into wrong hands: the form gets a new one.' }),
    dueOn: t.field({ type: 'Date', description: 'The new deadline.' }),
  }),
})

/** Which of the notings is asked for. @throws InvalidInputError unless it is exactly one */
function notingOf(input: typeof NoteFormInput.$inferInput): Noting {
  const { isReminded, renewsLink, dueOn } = input
  const wanted = [isReminded === true, renewsLink === true, dueOn != null].filter(Boolean)
  if (wanted.length !== 1) {
    throw new InvalidInputError([{ path: '', message: 'Proszę wybrać jedną zmianę naraz.' }])
  }
  if (dueOn != null) return { kind: 'DUE_MOVED', dueOn }
  return { kind: isReminded === true ? 'REMINDED' : 'LINK_RENEWED' }
}

builder.mutationFields((t) => ({
  inviteInstitutions: t.prismaField({
    type: 'Survey',
    nullable: true,
    description: `Gives institutions their forms, each under a secret address of its own. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: InviteInstitutionsInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const count = await inviteInstitutions(context, {
        ...input,
        institutionIds: input.institutionIds.map(String),
      })
      const where = { id: input.surveyId }
      return count === null ? null : context.db.prisma.survey.findUniqueOrThrow({ ...query, where })
    },
  }),
}))

builder.mutationFields((t) => ({
  returnInstitutionForm: t.prismaField({
    type: 'InstitutionForm',
    nullable: true,
    description: `Gives a submitted form back with remarks. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError, FormLockedError] },
    args: { input: t.arg({ type: ReturnFormInput, required: true }) },
    resolve: async (query, _root, { input: { surveyId, formId, remarks } }, context) => {
      const told = remarks.map(({ questionKey = null, text }) => ({ questionKey, text }))
      const isDone = await returnToInstitution(context, { surveyId, formId, remarks: told })
      const where = { surveyId_id: { surveyId, id: formId } }
      return isDone ? context.db.prisma.institutionForm.findUniqueOrThrow({ ...query, where }) : null
    },
  }),
  acceptInstitutionForm: t.prismaField({
    type: 'InstitutionForm',
    nullable: true,
    description: `Accepts a submitted form: its answers count from now on. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [FormLockedError, AnswersRefusedError] },
    args: { input: t.arg({ type: AcceptFormInput, required: true }) },
    resolve: async (query, _root, { input: { surveyId, formId } }, context) => {
      const isDone = await acceptFromInstitution(context, { surveyId, formId })
      const where = { surveyId_id: { surveyId, id: formId } }
      return isDone ? context.db.prisma.institutionForm.findUniqueOrThrow({ ...query, where }) : null
    },
  }),
  noteInstitutionForm: t.prismaField({
    type: 'InstitutionForm',
    nullable: true,
    description: `Notes a reminder, or gives a form a new address or deadline. ${NULL_FOR_OTHERS}`,
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: NoteFormInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { surveyId, formId } = input
      const isDone = await noteForm(context, { surveyId, formId }, () => notingOf(input))
      const where = { surveyId_id: { surveyId, id: formId } }
      return isDone ? context.db.prisma.institutionForm.findUniqueOrThrow({ ...query, where }) : null
    },
  }),
}))
