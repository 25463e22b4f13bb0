import { expect, it } from 'vitest'
import { emptyRow, localityRows, unseen } from './locality-rows.ts'

const stored = localityRows([
  { name: 'Górki', kind: 'SOLECTWO' },
  { name: 'Zachód', kind: 'OSIEDLE' },
])

it('adds a pasted locality once, and not at all when it is on the list', () => {
  const pasted = ['górki ', 'Nowa Wieś', 'NOWA WIEŚ'].map((name) => ({ name, kind: 'SOLECTWO' as const }))

  expect(unseen(stored, pasted).map(({ name }) => name)).toEqual(['Nowa Wieś'])
})

it('starts a new line with the kind of the last one', () => {
  expect(emptyRow(stored)).toMatchObject({ name: '', kind: 'OSIEDLE' })
  expect(emptyRow([])).toMatchObject({ kind: 'SOLECTWO' })
})

it('gives every line a key of its own', () => {
  const keys = [...stored, emptyRow(stored), emptyRow(stored)].map(({ key }) => key)

  expect(new Set(keys).size).toBe(4)
})
