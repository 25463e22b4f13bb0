import { ADMINISTRATOR, MEMBERS, SIGNED_IN, quoted, type FieldRow } from '../verdicts.ts'

/** Root fields of organisations and the register of municipalities. */
export const ORGANISATION_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Query.municipality': { call: () => 'municipality(code: "260401") { name }', verdicts: SIGNED_IN },
  'Query.municipalities': { call: () => 'municipalities { totalCount }', verdicts: SIGNED_IN },
  'Query.organisations': { call: () => 'organisations { name }', verdicts: SIGNED_IN },
  'Query.organisation': {
    call: ({ organisationId }) => `organisation(id: ${quoted(organisationId)}) { name }`,
    verdicts: { ...MEMBERS, administrator: 'allowed' },
  },
  'Mutation.createOrganisation': {
    call: () =>
      'createOrganisation(input: { kind: CUS, name: "", phone: "", municipalityCodes: [] }) { __typename }',
    verdicts: ADMINISTRATOR,
  },
  'Mutation.updateOrganisation': {
    call: ({ organisationId }) =>
      `updateOrganisation(input: { organisationId: ${quoted(organisationId)}, name: "", phone: "", municipalityCodes: [] }) { __typename }`,
    verdicts: ADMINISTRATOR,
  },
  'Mutation.setLocalities': {
    call: () =>
      'setLocalities(input: { municipalityCode: "260401", localities: [{ name: "", kind: OSIEDLE }] }) { __typename }',
    verdicts: { ...ADMINISTRATOR, organiser: 'allowed' },
  },
}
