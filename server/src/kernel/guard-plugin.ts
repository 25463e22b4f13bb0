import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import { type GraphQLFieldResolver, defaultFieldResolver } from 'graphql'
import { badInput } from './refusals.ts'
import { assertSafeValue, QUESTIONNAIRE_LIMITS, VALUE_LIMITS, type ValueLimits } from './safe-values.ts'

const ROOTS = ['Query', 'Mutation', 'Subscription']
const LARGEST_PAGE = 100
const HOLDS_DOCUMENT = 'holdsDocument'

/** For `extensions` of a field whose arguments hold a whole questionnaire: it may be deeper and longer. */
export const DOCUMENT_INSIDE = { [HOLDS_DOCUMENT]: true } as const

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>

/** Default deny and safe arguments: what every room would otherwise have to remember in every field. */
class GuardPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  /** A root field without `authScopes` stops the server from starting. */
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>) {
    const isRoot = ROOTS.includes(field.parentType)
    const options = field.pothosOptions as { authScopes?: unknown }
    if (isRoot && options.authScopes === undefined) {
      throw new Error(`${field.parentType}.${field.name} does not say who may use it: give it authScopes`)
    }
    return field
  }

  /** Arguments are checked before anything else sees them, whether they came as variables or as literals. */
  override wrapResolve(resolve: Resolver<Types>, field: PothosOutputFieldConfig<Types>): Resolver<Types> {
    if (Object.keys(field.args).length === 0) return resolve
    return guarded(resolve, field.extensions?.[HOLDS_DOCUMENT] === true ? QUESTIONNAIRE_LIMITS : VALUE_LIMITS)
  }

  override wrapSubscribe(subscribe: Resolver<Types> | undefined): Resolver<Types> | undefined {
    return subscribe && guarded(subscribe)
  }
}

function guarded<Context>(
  resolve: GraphQLFieldResolver<unknown, Context, object> = defaultFieldResolver,
  limits: ValueLimits = VALUE_LIMITS,
) {
  return ((parent, args, context, info) => {
    assertSafeValue(args, '', limits)
    assertPage(args as { first?: unknown; last?: unknown })
    return resolve(parent, args, context, info)
  }) satisfies GraphQLFieldResolver<unknown, Context, object>
}

function assertPage({ first, last }: { first?: unknown; last?: unknown }): void {
  for (const size of [first, last]) {
    if (typeof size === 'number' && (size < 1 || size > LARGEST_PAGE)) {
      throw badInput(`Jedna strona listy może mieć od 1 do ${LARGEST_PAGE} pozycji.`)
    }
  }
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      guard: GuardPlugin<Types>
    }
  }
}

SchemaBuilder.registerPlugin('guard', GuardPlugin)
export const guardPlugin = 'guard'
