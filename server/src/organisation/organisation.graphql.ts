import { ORGANISATION_KINDS } from '@rozeznanie/core/account'
import { InvalidInputError } from '@rozeznanie/core/errors'
import { RoleEnum } from '../account/account.graphql.ts'
import { builder } from '../builder.ts'
import { createOrganisation } from './create-organisation.ts'
import {
  canSeeOrganisation,
  organisationIdsWithVisibleMembers,
  visibleOrganisationIds,
} from './organisation.access.ts'
import { findOrganisation, findOrganisations } from './organisation.store.ts'
import { setMembership } from './set-membership.ts'
import { updateOrganisation } from './update-organisation.ts'

const OrganisationKindEnum = builder.enumType('OrganisationKind', {
  description: 'CUS, OPS, PCPR (county) or ROPS (voivodeship).',
  values: ORGANISATION_KINDS,
})

builder.prismaObject('Organisation', {
  description: 'A social-services organisation and the municipalities it serves.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({
      type: OrganisationKindEnum,
      select: { kind: true },
      resolve: (organisation) => organisation.kind,
    }),
    name: t.exposeString('name'),
    phone: t.exposeString('phone'),
    municipalities: t.prismaField({
      type: ['Municipality'],
      select: (_args, _context, nested) => ({
        municipalities: {
          select: { municipality: nested(true) },
          orderBy: { municipalityCode: 'asc' },
        },
      }),
      resolve: (_query, organisation) => organisation.municipalities.map((row) => row.municipality),
    }),
    memberships: t.relation('memberships', {
      description: 'Its people, for administrators and its organisers; empty for others.',
      query: (_args, { viewer }) => {
        const ids = organisationIdsWithVisibleMembers(viewer)
        return {
          ...(ids !== null && { where: { organisationId: { in: [...ids] } } }),
          orderBy: { account: { name: 'asc' } },
        }
      },
    }),
  }),
})

builder.prismaObject('Membership', {
  description: 'A role of one account in one organisation.',
  fields: (t) => ({
    role: t.field({ type: RoleEnum, select: { role: true }, resolve: (membership) => membership.role }),
    account: t.relation('account'),
  }),
})

builder.queryFields((t) => ({
  organisations: t.prismaField({
    type: ['Organisation'],
    nullable: true,
    description: 'The organisations the viewer belongs to; all of them for administrators.',
    authScopes: { signedIn: true },
    resolve: (query, _root, _args, { db, viewer }) =>
      findOrganisations(db, visibleOrganisationIds(viewer), query),
  }),
  organisation: t.prismaField({
    type: 'Organisation',
    nullable: true,
    description: "Null when it is not there or is not the viewer's.",
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id }, { db, viewer }) =>
      canSeeOrganisation(viewer, id) ? findOrganisation(db, id, query) : null,
  }),
}))

const CreateOrganisationInput = builder.inputType('CreateOrganisationInput', {
  fields: (t) => ({
    kind: t.field({ type: OrganisationKindEnum, required: true }),
    name: t.string({ required: true }),
    phone: t.string({ required: true }),
    municipalityCodes: t.idList({ required: true }),
  }),
})
const UpdateOrganisationInput = builder.inputType('UpdateOrganisationInput', {
  fields: (t) => ({
    organisationId: t.id({ required: true }),
    name: t.string({ required: true }),
    phone: t.string({ required: true }),
    municipalityCodes: t.idList({ required: true }),
  }),
})
const SetMembershipInput = builder.inputType('SetMembershipInput', {
  fields: (t) => ({
    organisationId: t.id({ required: true }),
    accountId: t.id({ required: true }),
    role: t.field({ type: RoleEnum, description: 'Null ends the membership.' }),
  }),
})

builder.mutationFields((t) => ({
  createOrganisation: t.prismaField({
    type: 'Organisation',
    nullable: true,
    description: 'Adds an organisation; for administrators.',
    authScopes: { administrator: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: CreateOrganisationInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      findOrganisation(context.db, await createOrganisation(context, input), query),
  }),
  updateOrganisation: t.prismaField({
    type: 'Organisation',
    nullable: true,
    description: 'Changes an organisation; null when it is not there. For administrators.',
    authScopes: { administrator: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: UpdateOrganisationInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      (await updateOrganisation(context, input))
        ? findOrganisation(context.db, input.organisationId, query)
        : null,
  }),
  setMembership: t.prismaField({
    type: 'Organisation',
    nullable: true,
    description:
      'Gives an account its role in an organisation or takes it away; null when either is not there. For administrators.',
    authScopes: { administrator: true },
    args: { input: t.arg({ type: SetMembershipInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      (await setMembership(context, input))
        ? findOrganisation(context.db, input.organisationId, query)
        : null,
  }),
}))
