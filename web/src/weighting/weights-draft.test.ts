import type { RecipeMargin, Trait } from '@rozeznanie/core/weighting'
import { describe, expect, it } from 'vitest'
import { pointsBetween, wholePercent } from './comparison-data.ts'
import {
  agesOf,
  emptyDraft,
  marginOf,
  merged,
  offeredMargins,
  pasted,
  proposedName,
  recipeOf,
  sumOf,
  toggled,
  withAges,
} from './weights-draft.ts'

const trait = (key: string, codes: readonly string[]): Trait => ({
  key,
  label: `Pytanie o ${key}`,
  codes: codes.map((code) => ({ code, label: code })),
})
const traits = [
  trait('dem_sex', ['WOMAN', 'MAN', 'OTHER']),
  trait('dem_age', ['18_24', '35_44', '60_64', '75_79']),
  trait('dem_edu', ['P', 'S', 'H']),
  trait('@LOCALITY', ['a', 'b']),
]
const known: RecipeMargin = {
  name: 'płeć i wiek',
  traits: ['dem_sex', 'dem_age'],
  unit: 'PEOPLE',
  categories: [
    { label: 'Kobiety', members: [['WOMAN', '18_24']], people: 12 },
    { label: 'Mężczyźni', members: [['MAN', '18_24']], people: 13.5 },
  ],
  source: 'GUS',
  table: null,
  day: '2025-12-31',
}

describe('weights while they are made', () => {
  it('begin with what is known, and offer each trait once', () => {
    expect(emptyDraft([known]).margins).toMatchObject([
      { isKnown: true, table: '', categories: [{ people: '12' }, { people: '13,5' }] },
    ])
    expect(offeredMargins(traits, [known]).map(({ name }) => name)).toEqual([
      'płeć i wiek',
      'miejscowość',
      'wykształcenie',
    ])
  })

  it('take a trait in and out by the same press', () => {
    const [education] = offeredMargins(traits, []).slice(-1)
    const draft = toggled(emptyDraft([known]), education!.make())

    expect(draft.margins.map(({ name }) => name)).toEqual(['płeć i wiek', 'wykształcenie'])
    expect(toggled(draft, education!.make()).margins).toHaveLength(1)
  })

  it('are cut into other bands of age', () => {
    const margin = marginOf(traits.slice(0, 2))
    expect(agesOf(margin, traits)).toEqual([18, 35, 60])

    const finer = withAges(margin, traits, [18, 35, 60, 75])

    expect(finer.categories).toHaveLength(8)
    expect(agesOf(finer, traits)).toEqual([18, 35, 60, 75])
    expect(agesOf(marginOf(traits.slice(2, 3)), traits)).toBeNull()
  })

  it('are filled from a pasted table and summed while they are typed', () => {
    const { margin, foundCount, unknown } = pasted(marginOf(traits.slice(2, 3)), 'P\t1 200\nS\t12,5\nX\t3')

    expect([foundCount, unknown]).toEqual([2, ['X']])
    expect(margin.categories.map(({ people }) => people)).toEqual(['1200', '12,5', ''])
    expect(sumOf(margin)).toBe(1212.5)
  })

  it('join two groups with their numbers', () => {
    const [margin] = merged(emptyDraft([known]), 0, { from: 1, into: 0 }).margins

    expect(margin?.categories).toEqual([
      {
        label: 'Kobiety / Mężczyźni',
        members: [
          ['WOMAN', '18_24'],
          ['MAN', '18_24'],
        ],
        people: '25,5',
      },
    ])
  })

  it('are sent under a name even where nobody gave one', () => {
    const draft = emptyDraft([known])

    expect(proposedName(draft)).toBe('Płeć i wiek (dane z 2025)')
    expect(recipeOf(draft)).toMatchObject({ name: 'Płeć i wiek (dane z 2025)', populationSize: null })
    expect(JSON.stringify(recipeOf(draft))).not.toContain('isKnown')
  })
})

describe('shares', () => {
  it.each([
    [0, '0%'],
    [0.3, '<1%'],
    [12.5, '13%'],
  ])('of %s are %s', (share, words) => {
    expect(wholePercent(share)).toBe(words)
  })

  it('differ by what people see', () => {
    expect([pointsBetween(12.4, 15.6), pointsBetween(15, 12), pointsBetween(12.4, 11.6)]).toEqual([
      '+4',
      '−3',
      '0',
    ])
  })
})
