import { InvalidInputError } from '@rozeznanie/core/errors'
import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readAnswerFile } from './read-answer-file.ts'

const text = (content: string) => new TextEncoder().encode(content)

async function xlsx(rows: readonly (readonly unknown[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('pusty')
  workbook.addWorksheet('Odpowiedzi').addRows(rows.map((row) => [...row]))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

describe('reading a file of answers', () => {
  it.each([
    ['semicolons and UTF-8 with its mark', text('\ufeffPłeć;Wiek\r\n"Kobieta; tak";61\r\n\r\n')],
    ['commas', text('Płeć,Wiek\n"Kobieta; tak",61\n')],
    ['tabs', text('Płeć\tWiek\nKobieta; tak\t61\n')],
    ['a line that names the separator', text('sep=,\r\nPłeć,Wiek\r\nKobieta; tak,61\r\n')],
    [
      'Windows-1250',
      Uint8Array.from([...'P\u00b3e\u00e6;Wiek\nKobieta, tak;61'].map((c) => c.charCodeAt(0))),
    ],
  ])('understands CSV with %s', async (_name, bytes) => {
    const table = await readAnswerFile(bytes)

    expect(table.header).toEqual(['Płeć', 'Wiek'])
    expect(table.rows[0]?.[1]).toBe('61')
    expect(table.rows).toHaveLength(1)
  })

  it('reads the first sheet of a workbook that has cells, as a person sees them', async () => {
    const rich = { richText: [{ text: 'Raczej ' }, { text: 'tak' }] }
    const bytes = await xlsx([
      ['Płeć', 'Wiek', 'Dzień', 'Ocena'],
      ['Kobieta', 61, new Date('2024-10-01T00:00:00Z'), rich],
      ['Mężczyzna', { formula: '60+1', result: 61 }],
    ])

    const table = await readAnswerFile(bytes)

    expect(table.rows).toEqual([
      ['Kobieta', '61', '2024-10-01', 'Raczej tak'],
      ['Mężczyzna', '61', '', ''],
    ])
  })

  it('replaces what the database could not store', async () => {
    const table = await readAnswerFile(text('a;b\nx\u0000y;2'))

    expect(table.rows[0]?.[0]).toBe('xy')
  })

  it.each([
    ['an empty file', text('   \n')],
    ['a header without answers', text('Płeć;Wiek\n')],
    ['broken quotes', text('a;b\n"x;1\n')],
    ['a cut archive', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
    ['an archive that is no workbook', zipSync({ 'a.txt': strToU8('a') })],
    ['a workbook with macros', zipSync({ 'xl/vbaProject.bin': strToU8('x') })],
    [
      'an archive that unpacks to more than 100 MB',
      zipSync({ 'xl/a.xml': new Uint8Array(101 * 1024 * 1024) }),
    ],
    ['too many columns', text(`${'a;'.repeat(600)}\n1\n`)],
  ])('refuses %s with a sentence', async (_name, bytes) => {
    await expect(readAnswerFile(bytes)).rejects.toThrow(InvalidInputError)
  })
})
