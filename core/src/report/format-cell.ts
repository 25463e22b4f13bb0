import { formatNumber, formatPercent } from './format-number.ts'
import type { Cell } from './model.ts'

/** The sign of a withheld number. */
export const SUPPRESSED_SIGN = '•'
/** The sign of „did not occur”. */
export const NONE_SIGN = '–'

/** A cell as a person reads it. */
export function formatCell(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'count':
      return formatNumber(cell.value)
    case 'percent':
      return formatPercent(cell.value)
    case 'decimal':
      return formatNumber(cell.value, cell.digits)
    case 'suppressed':
      return SUPPRESSED_SIGN
    case 'none':
      return NONE_SIGN
  }
}
