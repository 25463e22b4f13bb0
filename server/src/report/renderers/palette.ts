import type { ChartSeries, ChartTone } from '@rozeznanie/core/report'

/** The colours of documents: the tokens of the web, for white paper. */
export const PALETTE = {
  ink: '#1b2530',
  inkMuted: '#4a5561',
  line: '#d8d2c6',
  lineStrong: '#8b8577',
  sunken: '#f1eee7',
  primary: '#0b5459',
  primarySoft: '#e0efee',
  accent: '#8a4b08',
  accentSoft: '#fdf0d9',
  paper: '#ffffff',
} as const

const TONES: Readonly<Record<ChartTone, string>> = {
  1: '#9c3d1f',
  2: '#dd9a63',
  3: '#cfc8b8',
  4: '#6fb0ab',
  5: '#0b5459',
  none: '#a8a396',
}
const SERIES = ['#0b5459', '#d98e04', '#7a3e7e', '#6f8f2f', '#b0482f', '#5b6b7a'] as const
const DARK: readonly string[] = ['#9c3d1f', '#0b5459', '#7a3e7e', '#b0482f', '#5b6b7a']

/** The colour of a series: by its meaning, else by its place. */
export function seriesColour({ tone }: ChartSeries, index: number): string {
  return tone === undefined ? (SERIES[index % SERIES.length] ?? SERIES[0]) : TONES[tone]
}

/** The colour of a text that stands on another colour. */
export function textColourOn(background: string): string {
  return DARK.includes(background) ? PALETTE.paper : PALETTE.ink
}
