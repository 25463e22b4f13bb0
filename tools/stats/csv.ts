/** A table as text: '' where a value is missing. */
export interface TextTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Reads comma-separated text with optional quotes (a doubled quote is a quote). */
export function readCsv(text: string): TextTable {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy
  for (let match = cell.exec(text); match && cell.lastIndex <= text.length; match = cell.exec(text)) {
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2]!)
    if (match[3] === '') break
    if (match[3] !== ',') rows.push([])
  }
  const [header = [], ...lines] = rows
  return { header, rows: lines.filter((line) => line.length === header.length) }
}
