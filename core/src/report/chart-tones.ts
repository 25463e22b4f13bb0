import { DONT_KNOW } from '../questionnaire/index.ts'
import type { ChartTone } from './model.ts'

/** Which steps a scale of 2, 3, 4 or 5 levels uses. Two levels are „tak” and „nie”. */
const STEPS: Readonly<Record<number, readonly ChartTone[]>> = {
  2: [5, 2],
  3: [1, 3, 5],
  4: [1, 2, 4, 5],
  5: [1, 2, 3, 4, 5],
}

/**
 * Colours of the levels of a scale, from low to high, „nie wiem” apart.
 * More than five levels are no scale to colour: they get none.
 */
export function tonesOf(codes: readonly string[]): readonly (ChartTone | undefined)[] {
  const levels = codes.filter((code) => code !== DONT_KNOW)
  const steps = STEPS[levels.length] ?? []
  return codes.map((code) => (code === DONT_KNOW ? 'none' : steps[levels.indexOf(code)]))
}
