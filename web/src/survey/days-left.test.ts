import { expect, it } from 'vitest'
import { daysLeft } from './days-left.ts'

it('counts the last day as a day in which one may answer', () => {
  expect(daysLeft('2026-11-22', '2026-11-22')).toBe(1)
  expect(daysLeft('2026-12-06', '2026-11-22')).toBe(15)
})

it('is zero once the survey is over', () => {
  expect(daysLeft('2026-11-20', '2026-11-22')).toBe(0)
})

it('is not mistaken by the night when clocks change', () => {
  expect(daysLeft('2026-10-26', '2026-10-24')).toBe(3)
})
