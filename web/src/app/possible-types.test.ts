import { buildSchema, isInterfaceType } from 'graphql'
import { expect, it } from 'vitest'
import { POSSIBLE_TYPES } from './possible-types.ts'

const [source = ''] = Object.values(
  import.meta.glob<string>('../../../server/schema.graphql', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

it('knows which types stand behind every interface of the schema', () => {
  const schema = buildSchema(source)
  const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType)

  const behind = Object.fromEntries(
    interfaces.map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .sort(),
    ]),
  )

  const known = Object.fromEntries(
    Object.entries(POSSIBLE_TYPES).map(([name, types]) => [name, [...types].sort()]),
  )
  expect(known).toEqual(behind)
})
