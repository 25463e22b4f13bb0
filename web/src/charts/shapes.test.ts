import { describe, expect, it } from 'vitest'
import { divergingExtent, divergingRow, type ScaleSeries } from './diverging-data.ts'
import { heatLegend, heatSteps, shadeOf } from './heat-map-data.ts'
import { pictureFileName } from './picture/save-picture.ts'
import { wrapWords } from './picture/wrap-words.ts'

const scale = (...shares: readonly (number | null)[]): readonly ScaleSeries[] =>
  ([1, 2, 3, 4, 5, 'none'] as const).map((tone, place) => ({
    label: String(tone),
    tone,
    values: [shares[place] ?? null],
  }))

describe('a diverging row', () => {
  it('has the low steps left of the middle, the high ones right, half of the neutral on each side', () => {
    const row = divergingRow(scale(10, 20, 20, 30, 15, 5), 0)

    expect(row.segments.map(({ from, to }) => [from, to])).toEqual([
      [-40, -30],
      [-30, -10],
      [-10, 10],
      [10, 40],
      [40, 55],
    ])
    expect([row.left, row.right]).toEqual([40, 55])
  })

  it('keeps „nie wiem” apart', () => {
    const row = divergingRow(scale(10, 20, 20, 30, 15, 5), 0)

    expect(row.apart).toBe(5)
    expect(row.segments).toHaveLength(5)
  })

  it('puts what is not shown apart, together, since it has no place on the scale', () => {
    const row = divergingRow(scale(10, null, 20, 30, 15, null), 0)

    expect([row.left, row.right, row.apart, row.withheld]).toEqual([20, 55, 0, 25])
  })

  it('makes no room for a row of which nothing is shown', () => {
    const nothing = divergingRow(scale(null, null, null, null, null, null), 0)

    expect(divergingExtent([nothing])).toEqual({ left: 10, right: 10, apart: 0 })
  })

  it('shares one axis with the other rows, to whole tens', () => {
    const rows = [divergingRow(scale(10, 20, 20, 30, 20, 0), 0), divergingRow(scale(1, 1, 0, 80, 14, 4), 0)]

    expect(divergingExtent(rows)).toEqual({ left: 40, right: 100, apart: 10 })
  })
})

describe('shades of a heat map', () => {
  const cells = [[{ value: 48, valueLabel: '48%' }], [{ value: null, valueLabel: '–' }]]

  it('go in equal whole steps up to the largest share', () => {
    const steps = heatSteps(cells)

    expect(steps).toEqual([10, 20, 30, 40, 50])
    expect(heatLegend(steps).map(({ from, to }) => `${from}–${to}`)).toEqual([
      '0–10',
      '11–20',
      '21–30',
      '31–40',
      '41–50',
    ])
  })

  it('are darker the larger the share', () => {
    const steps = heatSteps(cells)

    expect([0, 10, 10.4, 48, 100].map((value) => shadeOf(value, steps).fill)).toEqual([
      'var(--heat-1)',
      'var(--heat-1)',
      'var(--heat-1)',
      'var(--heat-5)',
      'var(--heat-5)',
    ])
  })
})

describe('words of a picture', () => {
  it('are broken between words', () => {
    expect(wrapWords('jak często pani lub pan', 10, (text) => text.length)).toEqual([
      'jak często',
      'pani lub',
      'pan',
    ])
  })

  it('name the file without Polish letters', () => {
    expect(pictureFileName('Jak często ktoś źle śpi?', 'png')).toBe('jak-czesto-ktos-zle-spi.png')
  })
})
