import type { CaseBatch, Dictionary, Variable } from '@rozeznanie/core/microdata'
import { formulaSafe } from '../kernel/formula-safe.ts'
import { xmlText } from '../kernel/xml-text.ts'
import type { FileChoice } from './file-wish.ts'

const BYTE_ORDER_MARK = '\ufeff'
const PLAIN_NUMBER = /^-?\d+(?:,\d+)?$/
const NEEDS_QUOTES = /[";\r\n]/

/** A text in one line that no spreadsheet runs, quoted where it has to be; a number is left alone. */
export function csvText(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text
  const safe = formulaSafe(xmlText(text).replace(/[\r\n]+/g, ' '))
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const csvNumber = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(value).replace('.', ',')

/** How the number of a variable is written; what a code is called is worked out once. */
function writerOf({ values }: Variable, choice: Pick<FileChoice, 'values'>): (value: number) => string {
  const words = new Map(
    values.map(({ number, code, label }) => [number, csvText(choice.values === 'codes' ? code : label)]),
  )
  return (value) => (Number.isNaN(value) ? '' : (words.get(value) ?? csvNumber(value)))
}

/** Small whole numbers are looked up in a list instead of a map. */
function quick(write: (value: number) => string): (value: number) => string {
  const least = -99
  const known = Array.from({ length: 400 }, (_, index) => write(least + index))
  return (value) => known[value - least] ?? write(value)
}

/**
 * The file as CSV for Polish spreadsheets: UTF-8 with its mark, semicolons, decimal commas, CRLF; one line for each
 * response and one for the names of variables, never a line break within a cell.
 */
export async function* csvBytes(
  { variables }: Dictionary,
  batches: AsyncIterable<CaseBatch>,
  choice: Pick<FileChoice, 'values'>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${BYTE_ORDER_MARK}${variables.map(({ name }) => name).join(';')}\r\n`)
  const writers = variables.map((variable) =>
    variable.kind === 'text' ? null : quick(writerOf(variable, choice)),
  )
  const width = variables.length
  for await (const { count, numbers, texts } of batches) {
    let lines = ''
    let at = 0
    let textAt = 0
    for (let row = 0; row < count; row += 1) {
      for (let place = 0; place < width; place += 1) {
        if (place > 0) lines += ';'
        const write = writers[place]
        if (write) lines += write(numbers[at] ?? NaN)
        else {
          lines += csvText(texts[textAt] ?? '')
          textAt += 1
        }
        at += 1
      }
      lines += '\r\n'
    }
    yield Buffer.from(lines)
  }
}
