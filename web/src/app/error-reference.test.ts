import { expect, it } from 'vitest'
import { errorReference, isStaleChunk } from './error-reference.ts'

const at = new Date('2026-11-22T12:05:00Z')

it('gives the same reference for the same defect and another for another', () => {
  const one = errorReference(new Error('boom'), at)

  expect(one).toMatch(/^1122-1305-[0-9A-F]{4}$/)
  expect(errorReference(new Error('boom'), at)).toBe(one)
  expect(errorReference(new Error('crash'), at)).not.toBe(one)
})

it('tells an outdated page from a defect', () => {
  expect(isStaleChunk(new TypeError('Failed to fetch dynamically imported module: /assets/a.js'))).toBe(true)
  expect(isStaleChunk(new TypeError('x is not a function'))).toBe(false)
})
