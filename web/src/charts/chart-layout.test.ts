import { describe, expect, it } from 'vitest'
import { colourOf } from './chart-colours.ts'
import { barInRow, chartLayout, lineCount, percentAxisEnd } from './chart-layout.ts'
import { segmentLabel, stackedRows } from './stacked-bars-data.ts'

const words = { labels: ['usługi opiekuńcze w miejscu zamieszkania', 'posiłki'], values: ['37,2%'] }

describe('room of a bar chart', () => {
  it('goes beside the bars for labels on a wide screen', () => {
    const layout = chartLayout(900, words)

    expect(layout.isNarrow).toBe(false)
    expect(layout.labelWidth).toBeLessThan(900 * 0.42)
    expect(layout.labelWidth + layout.valueWidth).toBeLessThan(500)
  })

  it('goes above the bars on a phone, and the bar stays under its label', () => {
    const layout = chartLayout(280, words)

    expect(layout.isNarrow).toBe(true)
    expect(barInRow(layout, 100).y).toBeGreaterThanOrEqual(100 + layout.labelHeight)
    expect(barInRow(layout, 100).y + barInRow(layout, 100).height).toBeLessThan(100 + layout.rowHeight)
  })

  it('is as high as its rows', () => {
    const layout = chartLayout(900, { labels: ['a', 'b', 'c'], values: [] })

    expect(layout.height).toBeGreaterThanOrEqual(3 * layout.rowHeight)
  })

  it('gives more lines to a label that does not fit', () => {
    expect(lineCount('posiłki', 200)).toBe(1)
    expect(lineCount('usługi opiekuńcze w miejscu zamieszkania', 150)).toBe(3)
  })
})

describe('the axis of percentages', () => {
  it.each([
    [[3, 17], 20],
    [[21], 40],
    [[97], 100],
    [[100], 100],
    [[], 20],
  ])('of %j ends at %i', (values, end) => {
    expect(percentAxisEnd(values)).toBe(end)
  })
})

describe('stacked bars', () => {
  it('put what is withheld together at the end of its bar', () => {
    const series = [
      { label: 'tak', values: [40, null] },
      { label: 'nie', values: [60, 80] },
    ]

    expect(stackedRows(['a', 'b'], series)).toEqual([
      { label: 'a', s0: 40, s1: 60, withheld: 0 },
      { label: 'b', s0: 0, s1: 80, withheld: 20 },
    ])
  })

  it('write a share inside only where it fits', () => {
    expect(segmentLabel(37.4, 60)).toBe('37')
    expect(segmentLabel(2, 9)).toBeNull()
    expect(segmentLabel(0, 60)).toBeNull()
  })

  it('take colours from the scale where there is one, else in turn', () => {
    expect(colourOf(1, 0).fill).toBe('var(--scale-1)')
    expect(colourOf('none', 0).fill).toBe('var(--scale-none)')
    expect(colourOf(undefined, 1).fill).toBe('var(--series-2)')
    expect(colourOf(undefined, 7).fill).toBe('var(--series-2)')
  })
})
