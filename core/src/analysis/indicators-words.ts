import { pluralForm } from '../text.ts'
import type { LinearEstimate } from './indicators-figure.ts'
import type { IndicatorUnit } from './indicators-rules.ts'

const decimal = (value: number) =>
  (Math.round(value * 10) / 10).toFixed(1).replace('.', ',').replace('-', '−')
const whole = (value: number) => String(Math.round(value) + 0).replace('-', '−')

const isFine = (unit: IndicatorUnit) => unit === 'POINTS' || unit === 'HOURS'

/** A number as people read it: whole percents and points, tenths of a scale. */
export function numberInWords(value: number, unit: IndicatorUnit): string {
  const number = isFine(unit) ? decimal(value) : whole(value)
  return unit === 'PERCENT' ? `${number}%` : number
}

type Told = Pick<LinearEstimate, 'estimate' | 'low' | 'high'>

/** „ok. 42 % (37–47 %)”, the estimate in the unit itself. */
export function estimateInWords({ estimate, low, high }: Told, unit: IndicatorUnit): string {
  const number = `ok. ${numberInWords(estimate, unit)}`
  if (low === null || high === null) return number
  const from = isFine(unit) ? decimal(low) : whole(low)
  const between = from.startsWith('−') ? ' do ' : '–'
  return `${number} (${from}${between}${numberInWords(high, unit)})`
}

/** „o 12 punktów procentowych”; tenths of a point for means. */
export function differenceInWords(difference: number, unit: IndicatorUnit): string {
  const size = Math.abs(difference)
  if (unit === 'HOURS') return `o ${decimal(size)} godziny`
  if (isFine(unit)) return `o ${decimal(size)} punktu`
  const rounded = Math.round(size)
  if (rounded === 0) return 'o mniej niż 1 punkt procentowy'
  const points = pluralForm(rounded, 'punkt procentowy', 'punkty procentowe', 'punktów procentowych')
  return `o ${rounded} ${points}`
}
