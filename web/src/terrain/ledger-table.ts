import type { Holdings } from './storage/tablet.ts'
import { titleOf } from './surveys.ts'
import { texts } from './texts.ts'

/** A spreadsheet must not take a title for a formula. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${safe.replace(/"/g, '""')}"`
}

/** The list of receipts for a spreadsheet: semicolons and a mark of UTF-8, as Polish ones like it. */
export function ledgerTable(holdings: Holdings): string {
  const { number, survey, finishedOn, sentOn, receipt } = texts.ledger
  const rows = holdings.ledger.map((entry) => [
    String(entry.number),
    titleOf(holdings, entry.surveyId),
    entry.finishedOn,
    entry.sentOn,
    entry.receipt,
  ])
  const lines = [[number, survey, finishedOn, sentOn, receipt], ...rows]
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`
}
