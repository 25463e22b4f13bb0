import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { documentLimits, noSubscriptions, onlySubscriptions } from './document-limits.ts'

const schema = buildSchema(`
  type Query { node: Node }
  type Subscription { node: Node }
  type Node { id: ID  node: Node }
`)

const refusals = (document: string, rules = [documentLimits]): string[] =>
  validate(schema, parse(document), rules).map((error) => error.message)

const nestedFields = (depth: number): string => (depth === 1 ? 'id' : `node { ${nestedFields(depth - 1)} }`)
const repeated = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')

describe('one document', () => {
  it('may be 10 fields deep and not 11', () => {
    expect(refusals(`{ ${nestedFields(10)} }`)).toEqual([])
    expect(refusals(`{ ${nestedFields(11)} }`)).toEqual(['Zapytanie jest zagnieżdżone zbyt głęboko.'])
  })

  it('counts the depth of fragments where they are used', () => {
    const fragments = repeated(10, (index) => `fragment F${index} on Node { node { ...F${index + 1} } }`)

    expect(refusals(`{ node { ...F0 } } ${fragments} fragment F10 on Node { id }`)).toEqual([
      'Zapytanie jest zagnieżdżone zbyt głęboko.',
    ])
  })

  it('may have 15 aliases and not 16', () => {
    expect(refusals(`{ ${repeated(15, (index) => `a${index}: node { id }`)} }`)).toEqual([])
    expect(refusals(`{ ${repeated(16, (index) => `a${index}: node { id }`)} }`)).toEqual([
      'Zapytanie ma zbyt wiele aliasów.',
    ])
  })

  it('may have 30 directives and not 31', () => {
    expect(refusals(`{ node { ${repeated(30, () => 'id @skip(if: false)')} } }`)).toEqual([])
    expect(refusals(`{ node { ${repeated(31, () => 'id @skip(if: false)')} } }`)).toEqual([
      'Zapytanie ma zbyt wiele dyrektyw.',
    ])
  })

  it('is refused at once when its fragments unfold to 2^30 fields', () => {
    const fragments = repeated(
      30,
      (index) => `fragment F${index} on Node { ...F${index + 1} ...F${index + 1} }`,
    )
    const started = performance.now()

    const found = refusals(`{ node { ...F0 } } ${fragments} fragment F30 on Node { id }`)

    expect(found).toEqual(['Zapytanie prosi o zbyt wiele pól naraz.'])
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('ends with fragments that hold each other', () => {
    const cycle = '{ node { ...A } } fragment A on Node { ...B } fragment B on Node { ...A }'

    expect(refusals(cycle)).toEqual([])
  })

  it('subscribes only over the WebSocket, and does nothing else there', () => {
    expect(refusals('subscription { node { id } }', [noSubscriptions])).toHaveLength(1)
    expect(refusals('{ node { id } }', [noSubscriptions])).toHaveLength(0)
    expect(refusals('{ node { id } }', [onlySubscriptions])).toHaveLength(1)
    expect(refusals('subscription { node { id } }', [onlySubscriptions])).toHaveLength(0)
  })
})
