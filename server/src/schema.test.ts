import { readFileSync } from 'node:fs'
import { type GraphQLObjectType, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { FIELDS, OBJECT_TYPES } from '../testing/authorisation/index.ts'
import { inRepository } from './repository.ts'
import { printedSchema, schema } from './schema.ts'

const roots = [
  schema.getQueryType(),
  schema.getMutationType(),
  schema.getSubscriptionType(),
] as GraphQLObjectType[]
const fieldsOf = (type: GraphQLObjectType) =>
  Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)
const objectTypes = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type))

describe('access', () => {
  it('is decided in the table for every root field, and the table names no field that is gone', () => {
    expect(Object.keys(FIELDS).sort()).toEqual(roots.flatMap(fieldsOf).sort())
  })

  it('is decided for every object type', () => {
    const isPartOfList = (name: string) => /(Connection|Edge|PageInfo)$/.test(name)
    const undecided = objectTypes
      .filter((type) => !type.name.startsWith('__') && !roots.includes(type) && !isPartOfList(type.name))
      .filter((type) => !type.getInterfaces().some(({ name }) => name === 'Error'))
      .map(({ name }) => name)

    expect(undecided.sort()).toEqual(Object.keys(OBJECT_TYPES).sort())
  })

  it('is a rule of its own on the types whose row says so', () => {
    const withRule = objectTypes
      .filter((type) => {
        const { pothosOptions } = type.extensions as { pothosOptions?: { authScopes?: unknown } }
        return pothosOptions?.authScopes !== undefined
      })
      .map(({ name }) => name)

    expect(withRule.sort()).toEqual(
      Object.keys(OBJECT_TYPES)
        .filter((name) => OBJECT_TYPES[name] !== 'through its parent')
        .sort(),
    )
  })
})

describe('the contract with the web', () => {
  it('is committed as it is printed; `npm run generate` writes it', () => {
    expect(readFileSync(inRepository('server', 'schema.graphql'), 'utf8')).toBe(printedSchema())
  })

  it('describes every type and every mutation', () => {
    const mute = Object.values(schema.getTypeMap())
      .filter(({ name }) => !name.startsWith('__') && !/(Input|Connection|Edge|Result)$/.test(name))
      .filter(({ name }) => !['Query', 'Mutation', 'Subscription', 'PageInfo'].includes(name))
      .filter(({ description }) => !description)
      .map(({ name }) => name)
    const muteMutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
      ({ description }) => !description,
    )

    expect(mute.filter((name) => !['String', 'ID', 'Int', 'Float', 'Boolean'].includes(name))).toEqual([])
    expect(muteMutations.map(({ name }) => name)).toEqual([])
  })

  it('has refusals that all are of the interface Error and have a code', () => {
    const refusals = objectTypes.filter(({ name }) => name.endsWith('Error') && !name.startsWith('__'))

    expect(refusals.length).toBeGreaterThan(5)
    expect(refusals.filter((type) => !type.getInterfaces().some(({ name }) => name === 'Error'))).toEqual([])
  })
})
