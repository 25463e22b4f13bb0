import { expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { checkBatch, isInSample, LOT_COUNT, missingSheets, numbersInWords } from './batches.ts'
import { SheetsMissingError } from './errors.ts'

const batch = { name: ' Parafia Wola Jachowa ', expectedCount: 6, firstSheet: 101 }

it('names the sheets of a batch that are not in', () => {
  expect(missingSheets(batch, ['101', '103', '104', 'bez numeru'])).toEqual([102, 105, 106])
})

it('tells gaps only where the first number of a batch is not known', () => {
  expect(missingSheets({ ...batch, firstSheet: null }, ['7', '9', '12'])).toEqual([8, 10, 11])
  expect(missingSheets({ ...batch, firstSheet: null }, [])).toEqual([])
})

it('writes numbers by runs', () => {
  expect(numbersInWords([12, 3, 7, 8, 9])).toBe('3, 7–9, 12')
  expect(new SheetsMissingError(2, [8, 9]).message).toContain('Brakuje numerów: 8–9.')
})

it('takes a batch with a name and a number of sheets', () => {
  expect(checkBatch(batch).name).toBe('Parafia Wola Jachowa')
  for (const wrong of [{ name: ' ' }, { expectedCount: 0 }, { firstSheet: 1.5 }])
    expect(() => checkBatch({ ...batch, ...wrong })).toThrow(InvalidInputError)
})

it('puts the share of all lots in the sample, and keeps them there when the share grows', () => {
  const inSample = (percent: number) =>
    Array.from({ length: LOT_COUNT }, (_, lot) => lot).filter((lot) => isInSample(lot, percent))

  expect([0, 10, 100].map((percent) => inSample(percent).length)).toEqual([0, 1000, 10_000])
  expect(inSample(20)).toEqual(expect.arrayContaining([...inSample(10)].slice(0, 50)))
})
