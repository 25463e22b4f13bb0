import { InvalidInputError } from '@rozeznanie/core/errors'
import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWorkbook, type WorkbookLimits } from './workbook.ts'

const LIMITS: WorkbookLimits = {
  unpackedBytes: 5_000_000,
  rows: 1000,
  columns: 50,
  cellLength: 1000,
  elements: 5000,
}

async function written(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
const onlyRows = async (fill: (sheet: ExcelJS.Worksheet) => void) => {
  const bytes = await written((workbook) => fill(workbook.addWorksheet('Arkusz')))
  return (await readWorkbook(bytes, LIMITS))[0]?.rows
}

/** A workbook of one sheet, as raw XML. */
function raw(sheet: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="x"><x:sheetData>${sheet}</x:sheetData></x:worksheet>`,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

describe('reading a workbook', () => {
  it('gives every cell as a person sees it', async () => {
    const rows = await onlyRows((sheet) => {
      sheet.addRow([1, 2.5, 0.1 + 0.2, true, 'tekst', new Date('2026-01-31T00:00:00Z')])
      sheet.addRow([{ formula: '1+1', result: 2 }, { richText: [{ text: 'Raczej ' }, { text: 'tak' }] }])
      sheet.addRow([{ text: 'strona', hyperlink: 'https://example.pl' }, { error: '#REF!' }])
      sheet.getCell('A4').value = 0.5
      sheet.getCell('A4').numFmt = 'hh:mm'
      sheet.getCell('B4').value = new Date('2026-01-31T12:30:00Z')
      sheet.getCell('B4').numFmt = 'dd.mm.yyyy hh:mm'
      sheet.getCell('C4').value = 45
      sheet.getCell('C4').numFmt = '0 "dni"'
    })

    expect(rows).toEqual([
      ['1', '2.5', '0.3', 'TRUE', 'tekst', '2026-01-31'],
      ['2', 'Raczej tak'],
      ['strona', '#REF!'],
      ['12:00:00', '2026-01-31 12:30:00', '45'],
    ])
  })

  it('keeps empty rows, so that the numbers of rows are those a person sees', async () => {
    const rows = await onlyRows((sheet) => {
      sheet.getCell('B2').value = 'drugi'
      sheet.getCell('A5').value = 'piąty'
    })

    expect(rows).toEqual([[], ['', 'drugi'], [], [], ['piąty']])
  })

  it('reads every sheet that is wanted, and tells the names of the others', async () => {
    const bytes = await written((workbook) => {
      workbook.addWorksheet('survey').addRow(['type'])
      workbook.addWorksheet('notatki').addRow(['x'])
    })

    expect(await readWorkbook(bytes, LIMITS, (name) => name === 'survey')).toEqual([
      { name: 'survey', rows: [['type']] },
      { name: 'notatki', rows: null },
    ])
  })

  it('reads inline texts, cells without addresses and elements with prefixes', async () => {
    const cells = '<x:c t="inlineStr"><x:is><x:t>a_x000A_b</x:t></x:is></x:c><x:c><x:v>7</x:v></x:c>'
    const [sheet] = await readWorkbook(raw(`<x:row>${cells}</x:row>`), LIMITS)

    expect(sheet?.rows).toEqual([['a\nb', '7']])
  })
})

describe('a workbook that is too large or dangerous', () => {
  it.each([
    ['a row too far', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', /wiersz 1048576/],
    ['a column too far', '<row r="1"><c r="XFD1"><v>1</v></c></row>', /najwyżej 50 kolumn/],
    [
      'a huge cell',
      `<row><c t="inlineStr"><is><t>${'a'.repeat(2000)}</t></is></c></row>`,
      /najwyżej 1000 znaków/,
    ],
    ['an entity of its own', '<row>&bomba;</row>', /nie jest poprawnym plikiem XML/],
    ['more elements than any form has', '<row/>'.repeat(6000), /nienaturalnie duży/],
    ['deep nesting', '<a>'.repeat(500), /zagnieżdżony zbyt głęboko/],
    ['more than is allowed unpacked', ' '.repeat(6_000_000), /nienaturalnie duży/],
  ])('is refused for %s', async (_what, sheet, message) => {
    const reading = readWorkbook(raw(sheet), LIMITS)

    await expect(reading).rejects.toThrow(InvalidInputError)
    await expect(reading).rejects.toThrow(message)
  })

  it('is refused when it declares a type of document', async () => {
    const workbook = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook>&x;</workbook>'

    await expect(readWorkbook(raw('', { 'xl/workbook.xml': workbook }), LIMITS)).rejects.toThrow(/DOCTYPE/)
  })

  it.each([
    ['cut in half', (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)],
    [
      'with bytes changed in a part',
      (bytes: Uint8Array) => bytes.map((byte, at) => (at > 60 && at < 90 ? 255 : byte)),
    ],
  ])('is refused when it is %s', async (_what, spoil) => {
    const bytes = raw('<row><c><v>1</v></c></row>')

    await expect(readWorkbook(spoil(bytes), LIMITS)).rejects.toThrow(/uszkodzony/)
  })
})
