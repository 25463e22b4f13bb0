import type { AnalysisTable, ColumnMean } from '../table.ts'
import { decimal, whole } from '../table-words.ts'

/** A mean that may be told. */
export interface ToldMean extends ColumnMean {
  readonly mean: number
  readonly low: number
  readonly high: number
}

export const isToldMean = (mean: ColumnMean | null | undefined): mean is ToldMean =>
  mean != null && mean.mean !== null && mean.low !== null && mean.high !== null

type Written = Pick<AnalysisTable, 'rowType' | 'number'>

/** Means of scales and of whole numbers have one decimal place, large numbers and years none. */
export function writeNumber(value: number, { rowType, number }: Written, isMean: boolean): string {
  if (rowType === 'DATE_YEAR') return String(Math.round(value))
  const digits = (number?.decimals ?? 0) + (isMean ? 1 : 0)
  const isLarge = Math.abs(value) >= 1000
  return isLarge || digits === 0 ? whole(value) : decimal(value, digits)
}

const withUnit = (text: string, unit: string | null | undefined) => (unit ? `${text}\u00a0${unit}` : text)

/** „3,6 (3,5–3,8)” */
export function meanInWords({ mean, low, high }: ToldMean, table: Written): string {
  const write = (value: number) => writeNumber(value, table, true)
  const [from, to] = [write(low), write(high)]
  const middle = withUnit(write(mean), table.number?.unit)
  return from === to ? middle : `${middle} (${from}–${to})`
}

/** A number with its unit, as somebody gave it. */
export const valueInWords = (value: number, table: Written): string =>
  withUnit(writeNumber(value, table, false), table.number?.unit)
