import { expect, it } from 'vitest'
import { wholeNumber } from './whole-number.ts'

it.each([
  ['17', 17],
  [' 5 000 ', 5_000],
  ['0', null],
  ['-3', null],
  ['1,5', null],
  ['sto', null],
  ['', null],
])('reads %j as %j', (typed, number) => {
  expect(wholeNumber(typed)).toBe(number)
})
