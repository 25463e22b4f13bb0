import type { Figure } from '../table.ts'
import { percent, whole } from '../table-words.ts'

/** A share that may be told. */
export interface ToldFigure extends Figure {
  readonly percent: number
  readonly low: number
  readonly high: number
}

export const isTold = (figure: Figure | null | undefined): figure is ToldFigure =>
  figure != null && figure.percent !== null && figure.low !== null && figure.high !== null

/** „(37–47 %)”; nothing where both ends are the number itself. */
function range({ percent: middle, low, high }: ToldFigure): string {
  const [from, to] = [Math.round(low), Math.round(high)]
  if (from === to && to === Math.round(middle)) return ''
  return from === to ? ` (${percent(high)})` : ` (${whole(low)}–${percent(high)})`
}

/** The number: „ok. 42 %”, „poniżej 1 %”, „0 %”. */
function number({ percent: value }: ToldFigure): string {
  if (value === 0 || value === 100) return percent(value)
  if (value < 0.5) return `poniżej ${percent(1)}`
  return value >= 99.5 ? `ponad ${percent(99)}` : `ok. ${percent(value)}`
}

/** „ok. 42 % (37–47 %)”, with what it is of after the number: „ok. 42 % osób (37–47 %)”. */
export function figureInWords(figure: ToldFigure, of = ''): string {
  return `${number(figure)}${of === '' ? '' : ` ${of}`}${range(figure)}`
}

/** The largest share of each word, in percent; the last has none. */
const SHARES: readonly (readonly [number, string])[] = [
  [0.5, 'prawie nikt'],
  [1.5, 'mniej więcej 1 na 100'],
  [2.5, 'mniej więcej 1 na 50'],
  [4, 'mniej więcej 1 na 30'],
  [7, 'mniej więcej 1 na 20'],
  [15, 'mniej więcej 1 na 10'],
  [23, 'mniej więcej 2 na 10'],
  [27, 'mniej więcej 1 na 4'],
  [31.5, 'mniej więcej 3 na 10'],
  [35, 'mniej więcej 1 na 3'],
  [45, 'mniej więcej 4 na 10'],
  [55, 'mniej więcej połowa'],
  [65, 'mniej więcej 6 na 10'],
  [68.5, 'mniej więcej 2 na 3'],
  [73, 'mniej więcej 7 na 10'],
  [77, 'mniej więcej 3 na 4'],
  [85, 'mniej więcej 8 na 10'],
  [93, 'mniej więcej 9 na 10'],
  [96, 'mniej więcej 19 na 20'],
]

/** A share in words: „mniej więcej 4 na 10”. */
export function shareInWords(value: number): string {
  if (value === 0) return 'nikt'
  if (value === 100) return 'wszyscy'
  return SHARES.find(([largest]) => value < largest)?.[1] ?? 'prawie wszyscy'
}
