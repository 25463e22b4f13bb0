import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { BarsChart } from './BarsChart.tsx'
import { DivergingBarsChart } from './DivergingBarsChart.tsx'
import { DotsChart } from './DotsChart.tsx'
import { HeatMapChart } from './HeatMapChart.tsx'
import { composePicture } from './picture/compose-picture.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const textsIn = (container: HTMLElement, selector = '.chart text') =>
  [...container.querySelectorAll(selector)].map((text) => text.textContent)

const heatMap = (onPoint = vi.fn()) => (
  <HeatMapChart
    name="Wykres: sen"
    rows={['dobrze', 'źle']}
    columns={['kobiety', 'mężczyźni']}
    cells={[
      [
        { value: 30, valueLabel: '30%', sign: '▼' },
        { value: 62, valueLabel: '62%', sign: '▲' },
      ],
      [
        { value: 70, valueLabel: '70%' },
        { value: null, valueLabel: '' },
      ],
    ]}
    signs={[{ label: 'więcej niż u innych', sign: '▲' }]}
    onPoint={onPoint}
  />
)

describe('charts', () => {
  it('are one picture with a name for a screen reader', () => {
    render(heatMap())

    expect(screen.getByRole('img', { name: 'Wykres: sen' })).toBeDefined()
  })

  it('write a sign into the fields that stand out, and nothing into those not shown', () => {
    const { container } = render(heatMap())

    expect(textsIn(container, '.chart__inside')).toEqual(['30% ▼', '62% ▲', '70%'])
    expect(container.querySelectorAll('.chart__withheld')).toHaveLength(1)
  })

  it('tell over which field the pointer is', () => {
    const listener = vi.fn()
    const { container } = render(heatMap(listener))

    fireEvent.mouseEnter(container.querySelectorAll('.chart__inside')[1]!)

    expect(listener).toHaveBeenCalledWith({ category: 0, series: 1 })
  })

  it('draw a scale around its middle with textures on the low end', () => {
    const { container } = render(
      <DivergingBarsChart
        name="Wykres"
        missing="za mało odpowiedzi"
        categories={['opieka', 'dojazd']}
        series={[
          { label: 'źle', tone: 1, values: [25, null] },
          { label: 'dobrze', tone: 5, values: [60, null] },
          { label: 'nie wiem', tone: 'none', values: [15, null] },
        ]}
      />,
    )

    expect(textsIn(container, '.chart__inside')).toEqual(['25', '60', '15'])
    expect(container.querySelectorAll('.chart .chart__texture')).toHaveLength(2)
    expect(textsIn(container, '.chart__missing')).toEqual(['za mało odpowiedzi'])
    expect(container.querySelectorAll('.chart__middle')).toHaveLength(2)
  })

  it('draw the interval of a bar and of a dot, and no mark for what is not shown', () => {
    const values = [
      { label: 'A', value: 40, valueLabel: '40% (35–45%)', interval: { low: 35, high: 45 }, sign: '▲' },
      { label: 'B', value: null, valueLabel: 'za mało odpowiedzi' },
    ]
    const bars = render(<BarsChart name="Słupki" bars={values} axisEnd={60} />).container
    const dots = render(
      <DotsChart
        name="Punkty"
        dots={values}
        axis={{ from: 0, to: 60, ticks: [0, 20, 40, 60] }}
        tickLabel={(value) => `${value}%`}
        reference={{ value: 38, label: 'ogółem 38%' }}
      />,
    ).container

    expect(textsIn(bars, '.chart__value')).toEqual(['40% (35–45%) ▲', 'za mało odpowiedzi'])
    expect(bars.querySelectorAll('.chart__bar')).toHaveLength(1)
    expect(bars.querySelectorAll('.chart__interval')).toHaveLength(1)
    expect(dots.querySelectorAll('.chart__dot')).toHaveLength(1)
    expect(textsIn(dots)).toContain('ogółem 38%')
  })
})

describe('the picture of a chart', () => {
  it('carries its title, legend, numbers and source, and no class of the page', () => {
    const { container } = render(heatMap())

    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    const picture = composePicture(container, {
      title: 'Jak się śpi?',
      lines: ['n = 310', 'Źródło: ankieta'],
    })
    const texts = [...picture.querySelectorAll('text')].map((text) => text.textContent)

    expect(texts).toEqual(expect.arrayContaining(['Jak się śpi?', '62% ▲', 'n = 310', 'Źródło: ankieta']))
    expect(texts.some((text) => text?.includes('więcej niż u innych'))).toBe(true)
    expect(picture.querySelector('[class]')).toBeNull()
    expect(Number(picture.getAttribute('height'))).toBeGreaterThan(150)
  })
})
