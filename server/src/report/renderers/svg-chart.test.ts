import type { ChartBlock } from '@rozeznanie/core/report'
import { shown } from '@rozeznanie/core/testing'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { chartPicture } from './chart-picture.ts'
import { svgChart } from './svg-chart.ts'
import { axisEnd } from './svg/bars.ts'
import { textLines, textWidth } from './svg/text-lines.ts'

const chart = (change: Partial<ChartBlock>): ChartBlock => ({
  kind: 'chart',
  caption: 'Bariery',
  shape: 'bars',
  categories: ['za drogo', 'za daleko'],
  series: [{ label: 'Odsetek', values: [shown(42), shown(7)] }],
  unit: '%',
  alternativeText: '',
  notes: [],
  source: '',
  ...change,
})
const widths = (svg: string, fill: string) =>
  [...svg.matchAll(new RegExp(`<rect [^>]*width="([\\d.]+)"[^>]*fill="${fill}"`, 'g'))].map(([, width]) =>
    Number(width),
  )
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

describe('bars', () => {
  it('are as long as their shares and carry them in words', () => {
    const svg = svgChart(chart({}))
    const [long = 0, short = 0] = widths(svg, '#0b5459')

    expect(long / short).toBeCloseTo(42 / 7, 1)
    expect(texts(svg)).toEqual(['za drogo', '42%', 'za daleko', '7%'])
  })

  it('of two groups differ in more than colour', () => {
    const svg = svgChart(
      chart({
        series: [
          { label: 'poniżej 60 lat', values: [shown(10), shown(20)] },
          { label: '60 lat i więcej', values: [shown(30), shown(40)] },
        ],
      }),
    )

    expect(widths(svg, 'url\\(#dots\\)').length).toBe(3)
    expect(texts(svg)).toContain('60 lat i więcej')
  })

  it('begin at zero and end at a round number', () => {
    expect([0, 4.2, 42.1, 100].map((value) => axisEnd([value]))).toEqual([5, 5, 50, 100])
  })
})

describe('stacked bars', () => {
  it('hatch what is withheld', () => {
    const svg = svgChart(
      chart({
        shape: 'stackedBars',
        series: [
          { label: 'Tak', values: [shown(60), shown(50)] },
          { label: 'Nie', values: [shown(40), null] },
        ],
      }),
    )

    expect(widths(svg, 'url\\(#hatch\\)').length).toBe(2)
    expect(texts(svg)).toContain('wartości ukryte')
  })
})

describe('any chart', () => {
  it('is XML that nothing in a text can break', () => {
    const svg = svgChart(chart({ caption: '"><script>alert(1)</script>\u0001', categories: ['<&>', 'b'] }))

    expect(XMLValidator.validate(svg)).toBe(true)
    expect(svg).not.toContain('<script>')
    expect(new XMLParser().parse(svg)).toBeDefined()
  })

  it.each(['bars', 'stackedBars', 'histogram'] as const)('becomes a PNG picture: %s', (shape) => {
    const { png, width } = chartPicture(chart({ shape }))

    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(width).toBe(800)
  })

  it('breaks long names at spaces', () => {
    const lines = textLines('usługi opiekuńcze w miejscu zamieszkania osoby', 150, 15)

    expect(lines.join(' ')).toBe('usługi opiekuńcze w miejscu zamieszkania osoby')
    expect(lines.every((line) => textWidth(line, 15) <= 150)).toBe(true)
  })
})
