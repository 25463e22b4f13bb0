import { InvalidInputError } from '@rozeznanie/core/errors'
import { parse } from 'csv-parse/sync'

const SEPARATORS = [';', ',', '\t'] as const

/**
 * Reads CSV as Polish Excel and Google Forms write it: UTF-8 with or without a mark, UTF-16 or Windows-1250;
 * semicolons, commas or tabs; an optional line `sep=;`.
 *
 * @throws InvalidInputError naming the line when quotes are broken
 */
export function readCsv(bytes: Uint8Array): readonly (readonly string[])[] {
  const text = decoded(bytes)
  const declared = /^sep=(.)\r?\n/.exec(text)
  const body = declared ? text.slice(declared[0].length) : text
  try {
    return parse(body, {
      delimiter: declared?.[1] ?? separatorOf(body),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
    })
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? ` w wierszu ${String(error.lines)}` : ''
    throw new InvalidInputError([
      {
        path: 'file',
        message: `Nie udało się odczytać pliku CSV${line}. Proszę zapisać go ponownie jako CSV UTF-8 albo XLSX.`,
      },
    ])
  }
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1250').decode(bytes)
  }
}

/** The separator met most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const firstLine = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (separator: string) => firstLine.split(separator).length - 1
  return SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}
