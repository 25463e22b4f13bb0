/** A table as text, column by column: '' where a value is missing. */
export interface TextTable {
  readonly header: readonly string[]
  readonly columns: readonly (readonly string[])[]
  readonly rowCount: number
}

const QUOTE = 34
const COMMA = 44
const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/** Reads one record from `at`; gives its cells and where the next begins. */
function readRecord(text: string, from: number): { readonly cells: string[]; readonly next: number } {
  const cells: string[] = []
  let at = from
  for (;;) {
    let cell = ''
    if (text.charCodeAt(at) === QUOTE) {
      for (;;) {
        const close = text.indexOf('"', at + 1)
        const end = close < 0 ? text.length : close
        cell += text.slice(at + 1, end)
        at = end + 1
        if (text.charCodeAt(at) !== QUOTE) break
        cell += '"'
      }
    }
    const start = at
    while (at < text.length) {
      const code = text.charCodeAt(at)
      if (code === COMMA || code === LINE_FEED || code === CARRIAGE_RETURN) break
      at++
    }
    cells.push(cell + text.slice(start, at))
    if (text.charCodeAt(at) !== COMMA) break
    at++
  }
  if (text.charCodeAt(at) === CARRIAGE_RETURN) at++
  if (text.charCodeAt(at) === LINE_FEED) at++
  return { cells, next: at }
}

/** Reads comma-separated text with optional quotes (a doubled quote is a quote); lines of another length are left out. */
export function readCsv(text: string): TextTable {
  const first = readRecord(text, text.startsWith('\uFEFF') ? 1 : 0)
  const columns = first.cells.map(() => [] as string[])
  let rowCount = 0
  for (let at = first.next; at < text.length;) {
    const { cells, next } = readRecord(text, at)
    at = next
    if (cells.length !== columns.length || (cells.length === 1 && cells[0] === '')) continue
    cells.forEach((cell, place) => columns[place]!.push(cell))
    rowCount++
  }
  return { header: first.cells, columns, rowCount }
}
