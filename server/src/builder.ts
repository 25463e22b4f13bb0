import SchemaBuilder from '@pothos/core'
import ComplexityPlugin, { ComplexityErrorKind } from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import { isMemberOf, isOrganiserOf, isRegionalAnalyst } from '@rozeznanie/core/account'
import type { GraphQLField } from 'graphql'
import type { Context } from './context.ts'
import type PrismaTypes from './generated/pothos.ts'
import { getDatamodel } from './generated/pothos.ts'
import { guardPlugin } from './kernel/guard-plugin.ts'
import { forbidden, notSignedIn, tooMuch } from './kernel/refusals.ts'
import { DateScalar, DateTimeScalar, JsonScalar } from './kernel/scalars.ts'

const HIGHEST_COST = 5000
const LIST_COST = 5
const PAGE_COST = 20

interface BuilderTypes {
  Context: Context
  PrismaTypes: PrismaTypes
  AuthScopes: {
    /** The field is meant for anybody, signed in or not. */
    everyone: boolean
    signedIn: boolean
    administrator: boolean
    regionalAnalyst: boolean
    /** Any role in the organisation of this id. */
    memberOf: string
    organiserOf: string
  }
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: Date; Output: Date }
    Date: { Input: string; Output: string | Date }
    JSON: { Input: unknown; Output: unknown }
  }
  DefaultFieldNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
}

/** What a list costs: its items times the fields of each. A connection says in `first` how many. */
function costOfField(
  args: Record<string, unknown>,
  _context: Context,
  field: GraphQLField<unknown, Context>,
) {
  if (field.args.some((arg) => arg.name === 'first')) {
    return { field: 1, multiplier: typeof args.first === 'number' ? args.first : PAGE_COST }
  }
  const isList = String(field.type).startsWith('[')
  return { field: 1, multiplier: isList && field.name !== 'edges' ? LIST_COST : 1 }
}

const capitalised = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

/** The one schema builder. Root fields must say who may use them; fields are non-null unless they say otherwise. */
export const builder = new SchemaBuilder<BuilderTypes>({
  plugins: [guardPlugin, ScopeAuthPlugin, ErrorsPlugin, RelayPlugin, PrismaPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: (context) => context.db.prisma,
    dmmf: getDatamodel(),
    filterConnectionTotalCount: true,
    onUnusedQuery: null,
    maxConnectionSize: 100,
    defaultConnectionSize: PAGE_COST,
  },
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    edgesFieldOptions: { nullable: { list: false, items: false } },
    nodeFieldOptions: { nullable: false },
  },
  errors: {
    directResult: true,
    defaultTypes: [],
    defaultUnionOptions: { name: ({ fieldName }) => `${capitalised(fieldName)}Result` },
  },
  scopeAuth: {
    authorizeOnSubscribe: true,
    unauthorizedError: (_parent, context) => (context.viewer ? forbidden() : notSignedIn()),
    authScopes: ({ viewer }) => ({
      everyone: true,
      signedIn: viewer !== null,
      administrator: viewer?.isAdministrator === true,
      regionalAnalyst: viewer !== null && isRegionalAnalyst(viewer),
      memberOf: (organisationId) => viewer !== null && isMemberOf(viewer, organisationId),
      organiserOf: (organisationId) => viewer !== null && isOrganiserOf(viewer, organisationId),
    }),
  },
  complexity: {
    fieldComplexity: costOfField,
    limit: { complexity: HIGHEST_COST },
    complexityError: (kind) =>
      tooMuch(
        kind === ComplexityErrorKind.Complexity
          ? 'Zapytanie prosi o zbyt wiele danych naraz. Proszę podzielić je na mniejsze.'
          : 'Zapytanie jest zbyt rozbudowane.',
      ),
  },
})

builder.scalarType('DateTime', DateTimeScalar)
builder.scalarType('Date', DateScalar)
builder.scalarType('JSON', JsonScalar)
builder.queryType({})
builder.mutationType({})
builder.subscriptionType({})
