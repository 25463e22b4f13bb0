/** A step of the colours of a scale, or the colour of „nie wiem”. */
export type Tone = 1 | 2 | 3 | 4 | 5 | 'none'

export interface Colour {
  readonly fill: string
  /** Colour of letters on it. */
  readonly ink: string
}

const LIGHT = 'var(--on-primary)'
const DARK = 'var(--ink)'

const TONES: Readonly<Record<Tone, Colour>> = {
  1: { fill: 'var(--scale-1)', ink: LIGHT },
  2: { fill: 'var(--scale-2)', ink: DARK },
  3: { fill: 'var(--scale-3)', ink: DARK },
  4: { fill: 'var(--scale-4)', ink: DARK },
  5: { fill: 'var(--scale-5)', ink: LIGHT },
  none: { fill: 'var(--scale-none)', ink: DARK },
}

const SERIES: readonly Colour[] = [
  { fill: 'var(--series-1)', ink: LIGHT },
  { fill: 'var(--series-2)', ink: DARK },
  { fill: 'var(--series-3)', ink: LIGHT },
  { fill: 'var(--series-4)', ink: DARK },
  { fill: 'var(--series-5)', ink: LIGHT },
  { fill: 'var(--series-6)', ink: LIGHT },
]

/** Colour of a series: by its meaning on a scale where it has one, otherwise by its place. */
export function colourOf(tone: Tone | undefined, place: number): Colour {
  const colour = tone === undefined ? SERIES[place % SERIES.length] : TONES[tone]
  return colour ?? TONES.none
}
