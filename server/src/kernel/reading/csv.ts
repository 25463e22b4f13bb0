import { parse } from 'csv-parse/sync'
import { unreadable } from './unreadable.ts'

const SEPARATORS = [';', ',', '\t'] as const
const LONGEST_RECORD = 1_000_000

/** How much of a file is read, and whether rows without a word in them are left out. */
export interface CsvOptions {
  /** Rows after these are not read. */
  readonly mostRows: number
  readonly keepsEmptyRows: boolean
}

/**
 * Reads CSV as Polish Excel and Google Forms write it: UTF-8 with or without a mark, UTF-16 or Windows-1250;
 * semicolons, commas or tabs; an optional line `sep=;`.
 *
 * @throws InvalidInputError naming the line when quotes are broken
 */
export function readCsv(
  bytes: Uint8Array,
  { mostRows, keepsEmptyRows }: CsvOptions,
): readonly (readonly string[])[] {
  const text = decodeText(bytes)
  const declared = /^sep=(.)\r?\n/.exec(text)
  const body = declared ? text.slice(declared[0].length) : text
  try {
    return parse(body, {
      delimiter: declared?.[1] ?? separatorOf(body),
      relax_column_count: true,
      skip_empty_lines: !keepsEmptyRows,
      max_record_size: LONGEST_RECORD,
      to: mostRows,
    })
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? ` w wierszu ${String(error.lines)}` : ''
    throw unreadable(
      `Nie udało się odczytać pliku CSV${line}. Proszę zapisać go ponownie jako CSV UTF-8 albo XLSX.`,
    )
  }
}

/** A text file as text: UTF-8 with or without a mark, UTF-16, or else Windows-1250. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1250').decode(bytes)
  }
}

/**
 * The separator met most often in the first line, outside quotes. A first line of one cell, such as the name of a sheet,
 * tells nothing; the second does when its first cell is empty.
 */
function separatorOf(text: string): string {
  const [first = '', second = ''] = text.split(/\r?\n/, 2).map((line) => line.replace(/"[^"]*"/g, ''))
  const holdsAny = SEPARATORS.some((separator) => first.includes(separator))
  const telling = !holdsAny && SEPARATORS.some((separator) => second.startsWith(separator)) ? second : first
  const count = (separator: string) => telling.split(separator).length - 1
  return SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}
