import type { NumberedTable } from '@rozeznanie/core/report'

const LONGEST = 31
const FORBIDDEN = /[\\/?*[\]:']/g

/** Names of the sheets: „12 Bariery w korzystaniu”, unlike each other by their number, at most 31 characters. */
export function sheetNames(tables: readonly NumberedTable[]): readonly string[] {
  return tables.map(({ number, table }) => {
    const caption = table.caption.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ')
    return `${number} ${caption}`.slice(0, LONGEST).trim()
  })
}
