import { ORGANISER, ORGANISER_OR_FORBIDDEN, quoted, type FieldRow } from '../verdicts.ts'
import type { World } from '../world.ts'

const formName = ({ surveyId, formId }: World) => `surveyId: ${quoted(surveyId)}, formId: ${quoted(formId)}`

/** Root fields of institutions and their forms. */
export const INSTITUTION_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Mutation.addInstitutions': {
    call: ({ organisationId }) =>
      `addInstitutions(input: { organisationId: ${quoted(organisationId)}, text: "" }) { __typename }`,
    verdicts: ORGANISER_OR_FORBIDDEN,
  },
  'Mutation.updateInstitution': {
    call: ({ institutionId: id }) =>
      `updateInstitution(input: { institutionId: ${quoted(id)}, name: "", email: "", phone: "", isRetired: false }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.inviteInstitutions': {
    call: ({ surveyId }) =>
      `inviteInstitutions(input: { surveyId: ${quoted(surveyId)}, institutionIds: [], dueOn: "2026-11-22", isPrefilled: false }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.returnInstitutionForm': {
    call: (world) => `returnInstitutionForm(input: { ${formName(world)}, remarks: [] }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.acceptInstitutionForm': {
    call: (world) => `acceptInstitutionForm(input: { ${formName(world)} }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.noteInstitutionForm': {
    call: (world) => `noteInstitutionForm(input: { ${formName(world)} }) { __typename }`,
    verdicts: ORGANISER,
  },
}
