import type { CaseBatch, Dictionary, Variable } from '@rozeznanie/core/microdata'
import { formulaSafe } from '../kernel/formula-safe.ts'
import { xmlText } from '../kernel/xml-text.ts'
import type { FileChoice } from './file-wish.ts'
import { columnName, sharedStrings, SHEET_BEGINNING, SHEET_END, workbookParts } from './xlsx-parts.ts'
import { ZipStream } from './zip-stream.ts'

/** What Excel opens. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
/** Taken for each cell when sheets are planned, so that none outgrows the zip. */
const CELL_BYTES = 48
const TEXT_BYTES = 600
const SHEET_BYTES = 3.5e9
const LONGEST_CELL = 32_767
/** Longer texts would stay in memory for long. */
const XML_AT_ONCE = 60_000

const NUMBER = /^-?\d{1,15}$/
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  formulaSafe(xmlText(text))
    .slice(0, LONGEST_CELL)
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)

/** Texts that occur again and again, each once. */
class Strings {
  readonly texts: string[] = []
  private readonly places = new Map<string, number>()

  place(text: string): number {
    const known = this.places.get(text)
    if (known !== undefined) return known
    this.places.set(text, this.texts.length)
    return this.texts.push(escaped(text)) - 1
  }
}

/** What follows the address of a cell: its kind and value. */
function endingOf(variable: Variable, strings: Strings, { values: wish }: Pick<FileChoice, 'values'>) {
  const endings = new Map(
    variable.values.map(({ number, code, label }) => {
      const text = wish === 'codes' ? code : label
      const ending = NUMBER.test(text) ? `"><v>${text}</v></c>` : `" t="s"><v>${strings.place(text)}</v></c>`
      return [number, ending]
    }),
  )
  return (value: number): string => endings.get(value) ?? `"><v>${value}</v></c>`
}

const textEnding = (text: string): string =>
  `" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

function headerRow(variables: readonly Variable[], strings: Strings): string {
  const cells = variables.map(
    ({ name }, place) => `<c r="${columnName(place)}1" s="1" t="s"><v>${strings.place(name)}</v></c>`,
  )
  return `<row r="1">${cells.join('')}</row>`
}

function rowsPerSheet(variables: readonly Variable[]): number {
  const bytes = variables.reduce((sum, { kind }) => sum + (kind === 'text' ? TEXT_BYTES : CELL_BYTES), 40)
  return Math.min(MOST_ROWS - 1, Math.floor(SHEET_BYTES / bytes))
}

/** Draws rows; absent values have no cell. */
function rowDrawer({ variables }: Dictionary, strings: Strings, choice: Pick<FileChoice, 'values'>) {
  const beginnings = variables.map((_, place) => `<c r="${columnName(place)}`)
  const endings = variables.map((variable) =>
    variable.kind === 'text' ? null : endingOf(variable, strings, choice),
  )
  const width = variables.length
  const textCount = variables.filter(({ kind }) => kind === 'text').length
  return ({ numbers, texts }: CaseBatch, row: number, sheetRow: number): string => {
    let xml = `<row r="${sheetRow}">`
    let textAt = row * textCount
    for (let place = 0; place < width; place += 1) {
      const ending = endings[place]
      if (ending) {
        const value = numbers[row * width + place] ?? NaN
        if (!Number.isNaN(value)) xml += `${beginnings[place]}${sheetRow}` + ending(value)
      } else {
        const text = texts[textAt] ?? ''
        textAt += 1
        if (text !== '') xml += `${beginnings[place]}${sheetRow}` + textEnding(text)
      }
    }
    return `${xml}</row>`
  }
}

/**
 * The file as a workbook: a row for each response, on as many sheets as it takes. The list of parts at its end is
 * written only after the last response, so that no program opens a file that breaks off.
 */
export async function* xlsxBytes(
  dictionary: Dictionary,
  batches: AsyncIterable<CaseBatch>,
  options: Pick<FileChoice, 'values'> & { readonly caseCount: number },
): AsyncGenerator<Uint8Array> {
  const { variables } = dictionary
  if (variables.length > MOST_COLUMNS) throw new RangeError('More columns than a sheet has')
  const most = rowsPerSheet(variables)
  const strings = new Strings()
  const header = headerRow(variables, strings)
  const draw = rowDrawer(dictionary, strings, options)
  const zip = new ZipStream()
  try {
    for (const [name, text] of workbookParts(Math.max(1, Math.ceil(options.caseCount / most)))) {
      await zip.begin(name)
      await zip.write(text)
    }
    let sheet = 0
    let left = 0
    const nextSheet = async () => {
      if (sheet > 0) await zip.write(SHEET_END)
      sheet += 1
      left = most
      await zip.begin(`xl/worksheets/sheet${sheet}.xml`)
      await zip.write(SHEET_BEGINNING + header)
    }
    await nextSheet()
    for await (const batch of batches) {
      let xml = ''
      for (let row = 0; row < batch.count; row += 1) {
        if (left === 0 || xml.length > XML_AT_ONCE) {
          await zip.write(xml)
          xml = ''
        }
        if (left === 0) await nextSheet()
        xml += draw(batch, row, most - left + 2)
        left -= 1
      }
      await zip.write(xml)
      yield* zip.take()
    }
    await zip.write(SHEET_END)
    await zip.begin('xl/sharedStrings.xml')
    await zip.write(sharedStrings(strings.texts))
    await zip.end()
    yield* zip.take()
  } finally {
    zip.destroy()
  }
}
