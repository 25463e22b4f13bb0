export interface HeatCell {
  /** 0 to 100; `null` where it is not shown or empty: both look the same. */
  readonly value: number | null
  readonly valueLabel: string
  /** „▲” or „▼” where the cell differs from what chance would give. */
  readonly sign?: string | undefined
}

export interface HeatShade {
  readonly fill: string
  /** Colour of letters on it. */
  readonly ink: string
}

/** Steps of one hue from pale to deep; lightness alone carries the order, so that it survives grey print. */
const SHADES: readonly HeatShade[] = [
  { fill: 'var(--heat-1)', ink: 'var(--ink)' },
  { fill: 'var(--heat-2)', ink: 'var(--ink)' },
  { fill: 'var(--heat-3)', ink: 'var(--ink)' },
  { fill: 'var(--heat-4)', ink: 'var(--on-primary)' },
  { fill: 'var(--heat-5)', ink: 'var(--on-primary)' },
]
const FIRST: HeatShade = { fill: 'var(--heat-1)', ink: 'var(--ink)' }

/** Upper ends of the steps, equal in width and whole: up to the next ten that the largest value needs. */
export function heatSteps(cells: readonly (readonly HeatCell[])[]): readonly number[] {
  const largest = Math.max(0, ...cells.flat().map(({ value }) => value ?? 0))
  const step = Math.max(4, Math.ceil(Math.min(100, largest) / SHADES.length))
  return SHADES.map((_, place) => (place + 1) * step)
}

/** The shade of a value among the steps. */
export function shadeOf(value: number, steps: readonly number[]): HeatShade {
  const place = steps.findIndex((end) => Math.round(value) <= end)
  return SHADES[place < 0 ? SHADES.length - 1 : place] ?? FIRST
}

export interface HeatStep {
  readonly shade: HeatShade
  readonly from: number
  readonly to: number
}

/** The steps for the legend: „0–10”, „11–20” and on. */
export function heatLegend(steps: readonly number[]): readonly HeatStep[] {
  return steps.flatMap((to, place) => {
    const from = place === 0 ? 0 : (steps[place - 1] ?? 0) + 1
    return from > 100 ? [] : [{ shade: SHADES[place] ?? FIRST, from, to: Math.min(100, to) }]
  })
}
