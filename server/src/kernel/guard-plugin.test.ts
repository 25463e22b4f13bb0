import SchemaBuilder from '@pothos/core'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import { graphql } from 'graphql'
import { expect, it } from 'vitest'
import { guardPlugin } from './guard-plugin.ts'

const aBuilder = () =>
  new SchemaBuilder<{ AuthScopes: { everyone: boolean } }>({
    plugins: [guardPlugin, ScopeAuthPlugin],
    scopeAuth: { authScopes: () => ({ everyone: true }) },
  } as never)

it('stops the server from starting with a root field that does not say who may use it', () => {
  const builder = aBuilder()
  builder.queryType({ fields: (t) => ({ secret: t.string({ resolve: () => 'x' }) }) })

  expect(() => builder.toSchema()).toThrow('Query.secret does not say who may use it: give it authScopes')
})

it('checks arguments before the resolver sees them, literals as well as variables', async () => {
  const seen: string[] = []
  const builder = aBuilder()
  builder.queryType({
    fields: (t) => ({
      echo: t.string({
        authScopes: { everyone: true },
        args: { text: t.arg.string({ required: true }) },
        resolve: (_root, { text }) => {
          seen.push(text)
          return text
        },
      }),
    }),
  })
  const schema = builder.toSchema()

  const answers = [
    await graphql({ schema, source: '{ echo(text: "dobry") }', contextValue: {} }),
    await graphql({ schema, source: '{ echo(text: "z\\u0000y") }', contextValue: {} }),
    await graphql({
      schema,
      source: 'query ($text: String!) { echo(text: $text) }',
      variableValues: { text: 'z\ud800y' },
      contextValue: {},
    }),
  ]

  expect(seen).toEqual(['dobry'])
  expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
    undefined,
    'BAD_USER_INPUT',
    'BAD_USER_INPUT',
  ])
})
