import { expect, it } from 'vitest'
import { createSetupCode } from './setup-code.ts'

it('is twelve letters of an alphabet of 32, which is 60 bits', () => {
  const codes = Array.from({ length: 500 }, () => createSetupCode().code)

  expect(codes.every((code) => /^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBe(500)
  expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32)
})

it('matches itself however it is typed, and nothing else', () => {
  const { code, matches } = createSetupCode()

  expect(matches(code)).toBe(true)
  expect(matches(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(true)
  expect(['', '0', code.slice(1), `${code}A`, 'x'.repeat(1_000_000)].some(matches)).toBe(false)
})
