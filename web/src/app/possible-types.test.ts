import { buildSchema, isInterfaceType, isUnionType } from 'graphql'
import { expect, it } from 'vitest'
import { POSSIBLE_TYPES } from './possible-types.ts'

const [source = ''] = Object.values(
  import.meta.glob<string>('../../../server/schema.graphql', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

it('knows every interface, what stands behind it, and every member of a union', () => {
  const schema = buildSchema(source)
  const types = Object.values(schema.getTypeMap())
  const interfaces = types.filter(isInterfaceType)
  const members = types.filter(isUnionType).flatMap((type) => schema.getPossibleTypes(type))
  const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).sort()

  const wanted = Object.fromEntries([
    ...[...members, ...interfaces.flatMap((type) => schema.getPossibleTypes(type))].map(({ name }) => [
      name,
      [],
    ]),
    ...interfaces.map((type) => [type.name, namesOf(schema.getPossibleTypes(type))]),
  ])

  expect(POSSIBLE_TYPES).toEqual(wanted)
})
