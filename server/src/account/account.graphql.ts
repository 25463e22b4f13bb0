import {
  EmailTakenError,
  LastAdministratorError,
  ROLES,
  SetupCodeWrongError,
  SignInRefusedError,
  type Viewer,
} from '@rozeznanie/core/account'
import { InvalidInputError } from '@rozeznanie/core/errors'
import { builder } from '../builder.ts'
import { ErrorInterface } from '../kernel/error.graphql.ts'
import { accountById, allAccounts, hasAdministrator, isDemo, organisationById } from './account.store.ts'
import { createAccount } from './create-account.ts'
import { createFirstAdministrator } from './create-first-administrator.ts'
import { setAccountDisabled } from './set-account-disabled.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

export const RoleEnum = builder.enumType('Role', {
  description: 'What an account may do within an organisation.',
  values: ROLES,
})

builder.objectType(SignInRefusedError, {
  name: 'SignInRefusedError',
  description: 'Wrong e-mail or password, or too many tries.',
  interfaces: [ErrorInterface],
})
builder.objectType(SetupCodeWrongError, {
  name: 'SetupCodeWrongError',
  description: 'The code of the first start is wrong, or was tried too often.',
  interfaces: [ErrorInterface],
})
builder.objectType(EmailTakenError, {
  name: 'EmailTakenError',
  description: 'Another account already has this e-mail address.',
  interfaces: [ErrorInterface],
})
builder.objectType(LastAdministratorError, {
  name: 'LastAdministratorError',
  description: 'Nobody could manage the platform any more.',
  interfaces: [ErrorInterface],
})

const InstallationRef = builder.objectRef<{ readonly version: string }>('Installation')
InstallationRef.implement({
  description: 'This installation.',
  fields: (t) => ({
    needsSetup: t.boolean({
      description: 'True while there is no administrator: the page asks for the first one.',
      resolve: async (_installation, _args, { db }) => !(await hasAdministrator(db)),
    }),
    isDemo: t.boolean({
      description: 'True when the database holds the example region.',
      resolve: (_installation, _args, { db }) => isDemo(db),
    }),
    version: t.exposeString('version'),
  }),
})

const ViewerRef = builder.objectRef<Viewer>('Viewer')
const ViewerMembershipRef = builder.objectRef<Viewer['memberships'][number]>('ViewerMembership')
ViewerRef.implement({
  description: 'The signed-in person.',
  fields: (t) => ({
    accountId: t.exposeID('accountId'),
    name: t.exposeString('name'),
    email: t.exposeString('email'),
    isAdministrator: t.exposeBoolean('isAdministrator'),
    memberships: t.field({ type: [ViewerMembershipRef], resolve: (viewer) => [...viewer.memberships] }),
  }),
})
ViewerMembershipRef.implement({
  description: 'A role of the signed-in person in one organisation.',
  fields: (t) => ({
    role: t.field({ type: RoleEnum, resolve: (membership) => membership.role }),
    organisation: t.prismaField({
      type: 'Organisation',
      resolve: (query, { organisationId }, _args, { db }) => organisationById(db, organisationId, query),
    }),
  }),
})

builder.prismaObject('Account', {
  description: 'Visible to administrators, and to organisers within their organisation.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    email: t.exposeString('email'),
    isAdministrator: t.exposeBoolean('isAdministrator'),
    isDisabled: t.boolean({
      select: { disabledAt: true },
      resolve: (account) => account.disabledAt !== null,
    }),
  }),
})

builder.queryFields((t) => ({
  installation: t.field({
    type: InstallationRef,
    authScopes: { everyone: true },
    resolve: (_root, _args, { version }) => ({ version }),
  }),
  viewer: t.field({
    type: ViewerRef,
    nullable: true,
    description: 'The signed-in person; null when nobody is.',
    authScopes: { everyone: true },
    resolve: (_root, _args, { viewer }) => viewer,
  }),
  accounts: t.prismaField({
    type: ['Account'],
    nullable: true,
    description: 'All accounts, by name; for administrators.',
    authScopes: { administrator: true },
    resolve: (query, _root, _args, { db }) => allAccounts(db, query),
  }),
}))

const SignInInput = builder.inputType('SignInInput', {
  fields: (t) => ({ email: t.string({ required: true }), password: t.string({ required: true }) }),
})
const CreateFirstAdministratorInput = builder.inputType('CreateFirstAdministratorInput', {
  fields: (t) => ({
    setupCode: t.string({ required: true }),
    email: t.string({ required: true }),
    name: t.string({ required: true }),
    password: t.string({ required: true }),
  }),
})
const CreateAccountInput = builder.inputType('CreateAccountInput', {
  fields: (t) => ({
    email: t.string({ required: true }),
    name: t.string({ required: true }),
    password: t.string({ required: true }),
    isAdministrator: t.boolean({ required: true }),
    organisationId: t.id(),
    role: t.field({ type: RoleEnum }),
  }),
})
const SetAccountDisabledInput = builder.inputType('SetAccountDisabledInput', {
  fields: (t) => ({ accountId: t.id({ required: true }), isDisabled: t.boolean({ required: true }) }),
})

builder.mutationFields((t) => ({
  signIn: t.field({
    type: ViewerRef,
    nullable: true,
    description: 'Starts a session; its cookie comes with the answer.',
    authScopes: { everyone: true },
    errors: { types: [SignInRefusedError, InvalidInputError] },
    args: { input: t.arg({ type: SignInInput, required: true }) },
    resolve: (_root, { input }, context) => signIn(context, input),
  }),
  signOut: t.boolean({
    nullable: true,
    description: 'Ends the session here and on the server.',
    authScopes: { everyone: true },
    resolve: async (_root, _args, context) => {
      await signOut(context)
      return true
    },
  }),
  createFirstAdministrator: t.field({
    type: ViewerRef,
    nullable: true,
    description: 'Makes the first administrator with the code from the terminal and signs them in.',
    authScopes: { everyone: true },
    errors: { types: [SetupCodeWrongError, InvalidInputError] },
    args: { input: t.arg({ type: CreateFirstAdministratorInput, required: true }) },
    resolve: (_root, { input }, context) => createFirstAdministrator(context, input),
  }),
  createAccount: t.prismaField({
    type: 'Account',
    nullable: true,
    description: 'Adds an account, perhaps with its first role in an organisation; for administrators.',
    authScopes: { administrator: true },
    errors: { types: [EmailTakenError, InvalidInputError] },
    args: { input: t.arg({ type: CreateAccountInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      accountById(context.db, await createAccount(context, input), query),
  }),
  setAccountDisabled: t.prismaField({
    type: 'Account',
    nullable: true,
    description: 'Disables an account and ends its sessions, or enables it again; null when it is not there.',
    authScopes: { administrator: true },
    errors: { types: [LastAdministratorError] },
    args: { input: t.arg({ type: SetAccountDisabledInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      (await setAccountDisabled(context, input)) ? accountById(context.db, input.accountId, query) : null,
  }),
}))
