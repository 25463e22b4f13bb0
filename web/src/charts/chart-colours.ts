/** A step of the colours of a scale, or the colour of „nie wiem”. */
export type Tone = 1 | 2 | 3 | 4 | 5 | 'none'

/** Lines or dots over a colour: what tells two colours apart in grey print and for the colour-blind. */
export type Texture = 'rising' | 'falling' | 'dots' | 'level' | 'upright'

export interface Colour {
  readonly fill: string
  /** Colour of letters on it. */
  readonly ink: string
  readonly texture?: Texture
}

const LIGHT = 'var(--on-primary)'
const DARK = 'var(--ink)'

/** The low end carries lines and the high end none: in grey both ends are equally dark. */
const TONES: Readonly<Record<Tone, Colour>> = {
  1: { fill: 'var(--scale-1)', ink: LIGHT, texture: 'rising' },
  2: { fill: 'var(--scale-2)', ink: DARK, texture: 'rising' },
  3: { fill: 'var(--scale-3)', ink: DARK },
  4: { fill: 'var(--scale-4)', ink: DARK },
  5: { fill: 'var(--scale-5)', ink: LIGHT },
  none: { fill: 'var(--scale-none)', ink: DARK, texture: 'dots' },
}

const SERIES: readonly Colour[] = [
  { fill: 'var(--series-1)', ink: LIGHT },
  { fill: 'var(--series-2)', ink: DARK, texture: 'rising' },
  { fill: 'var(--series-3)', ink: LIGHT, texture: 'falling' },
  { fill: 'var(--series-4)', ink: DARK, texture: 'level' },
  { fill: 'var(--series-5)', ink: LIGHT, texture: 'dots' },
  { fill: 'var(--series-6)', ink: LIGHT, texture: 'upright' },
]

/** Colour of a series: by its meaning on a scale where it has one, otherwise by its place. */
export function colourOf(tone: Tone | undefined, place: number): Colour {
  const colour = tone === undefined ? SERIES[place % SERIES.length] : TONES[tone]
  return colour ?? TONES.none
}
