import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { formatCell, numberReport } from '@rozeznanie/core/report'
import { aReport } from '@rozeznanie/core/testing'
import { strFromU8, unzipSync } from 'fflate'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderDocx } from './docx.ts'

const report = aReport(320)
const numbers = numberReport(report)
let document: Uint8Array
let parts: Record<string, Uint8Array>
let body: string

beforeAll(async () => {
  document = await renderDocx(report)
  parts = unzipSync(document)
  body = part('word/document.xml')
}, 60_000)

const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
const all = (pattern: RegExp, text = body) => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0])
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}
const textOf = (xml: string) =>
  all(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g, xml)
    .join('')
    .replace(/&\w+;/g, (entity) => entities[entity] ?? entity)
const paragraphs = (style: string) =>
  all(/<w:p>.*?<\/w:p>/gs)
    .filter((xml) => xml.includes(`<w:pStyle w:val="${style}"/>`))
    .map(textOf)

describe('the Word document', () => {
  it('is well-formed XML in every part', () => {
    const broken = Object.keys(parts).filter(
      (name) => /\.(xml|rels)$/.test(name) && XMLValidator.validate(part(name)) !== true,
    )

    expect(broken).toEqual([])
  })

  it('has the chapters as headings of their level', () => {
    expect(paragraphs('Heading1')).toEqual([
      '0. Wprowadzenie',
      'A. Część diagnostyczna',
      'B. Część programowa',
      'Z. Załączniki',
      'Spis tabel',
      'Spis wykresów',
    ])
    expect(paragraphs('Heading2')).toContain('A3. Diagnoza potrzeb mieszkańców w zakresie usług społecznych')
    expect(paragraphs('Heading3')).toContain('A3.0. Charakterystyka respondentów')
  })

  it('numbers its captions in reading order', () => {
    const captions = paragraphs('Caption')

    expect(captions.filter((text) => text.startsWith('Tabela'))).toEqual(
      numbers.tables.map(
        ({ number, table }) =>
          `Tabela nr\u00a0${number}. ${table.caption.replace(/[.?!]$/, '')}${/[?!]$/.test(table.caption) ? table.caption.slice(-1) : '.'}`,
      ),
    )
    expect(captions.filter((text) => text.startsWith('Wykres')).length).toBe(numbers.charts.length)
  })

  it('gives a source to every table and chart', () => {
    const sources = paragraphs('Source')

    expect(sources.length).toBe(numbers.tables.length + numbers.charts.length)
    expect(sources.every((text) => text.startsWith('Źródło: opracowanie własne'))).toBe(true)
  })

  it('marks the header row of every table and repeats it', () => {
    const tables = all(/<w:tbl>.*?<\/w:tbl>/gs)

    expect(tables.length).toBe(numbers.tables.length)
    expect(tables.filter((xml) => all(/<w:tblHeader\/>/g, xml).length !== 1)).toEqual([])
  })

  it('tells in words what every chart shows', () => {
    const descriptions = all(/<wp:docPr [^>]*descr="([^"]*)"/g)

    expect(descriptions.length).toBe(numbers.charts.length)
    expect(descriptions.every((text) => text.length > 40)).toBe(true)
  })

  it('is Polish, and says example data at the head of every page', () => {
    const headers = Object.keys(parts)
      .filter((name) => /word\/header\d*\.xml/.test(name))
      .map(part)

    expect(part('word/styles.xml')).toContain('<w:lang w:val="pl-PL"')
    expect(headers.length).toBe(2)
    expect(headers.every((xml) => textOf(xml).includes('Dane przykładowe'))).toBe(true)
  })

  it('has lists with page numbers and asks for no update on opening', () => {
    const entries = paragraphs('TableofFigures')

    expect(entries.length).toBe(numbers.tables.length + numbers.charts.length)
    expect(entries.every((text) => /\d+$/.test(text))).toBe(true)
    expect(body + part('word/settings.xml')).not.toMatch(/w:dirty="(1|true)"|<w:updateFields/)
  })

  it('links every entry of its lists to a place that exists', () => {
    const bookmarks = new Set(all(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g))
    const anchors = all(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)

    expect(anchors.filter((anchor) => !bookmarks.has(anchor))).toEqual([])
    expect(anchors.length).toBeGreaterThan(numbers.tables.length + numbers.charts.length)
  })

  it('prints the numbers of the report as they are', () => {
    const cells = all(/<w:tbl>.*?<\/w:tbl>/gs).map((xml) =>
      all(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs, xml)
        .slice(1)
        .map((row) => all(/<w:tc>.*?<\/w:tc>/gs, row).map(textOf)),
    )
    const expected = numbers.tables.map(({ table }) => table.rows.map((row) => row.map(formatCell)))
    const withoutNames = (rows: string[][][]) => rows.map((table) => table.map((row) => row.slice(1)))

    expect(withoutNames(cells)).toEqual(withoutNames(expected))
  })

  it('keeps captions, short tables and notes together with what they belong to', () => {
    const isKept = (paragraph: string) => paragraph.includes('<w:keepNext/>')
    const ofStyle = (style: string, text = body) =>
      all(/<w:p>.*?<\/w:p>/gs, text).filter((one) => one.includes(`<w:pStyle w:val="${style}"/>`))
    const tables = all(/<w:tbl>.*?<\/w:tbl>/gs)
    const short = tables.filter((table) => all(/<w:tr>/g, table).length <= 9)

    expect(ofStyle('Caption').every(isKept)).toBe(true)
    expect(ofStyle('Note').every(isKept)).toBe(true)
    expect(short.length).toBeGreaterThan(5)
    expect(short.length).toBeLessThan(tables.length)
    expect(short.flatMap((table) => ofStyle('TableText', table)).every(isKept)).toBe(true)
  })

  it('says nothing of example data when the data are real', async () => {
    const real = unzipSync(await renderDocx({ ...aReport(12), isDemo: false, sections: [] }))

    const saying = Object.entries(real).filter(
      ([name, bytes]) => name.endsWith('.xml') && strFromU8(bytes).includes('Dane przykładowe'),
    )
    expect(saying.map(([name]) => name)).toEqual([])
  })

  it('holds any text a person can write', async () => {
    const quotes = ['<b>&amp;]]></b> "cudzysłów" \u0001\ud800 🙂', 'pierwszy\nwiersz']
    const bytes = await renderDocx({
      ...report,
      sections: [
        {
          code: 'A',
          title: 'A & <B>',
          sections: [],
          blocks: [{ kind: 'quotes', lead: 'Odpowiedzi:', quotes }],
        },
      ],
    })

    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())

    expect(XMLValidator.validate(xml)).toBe(true)
    expect(textOf(xml)).toContain('„<b>&amp;]]></b> "cudzysłów" \ufffd 🙂”')
    expect(new XMLParser().parse(xml)).toBeDefined()
  })
})

const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find(existsSync)

describe.runIf(office !== undefined)('in LibreOffice', () => {
  it('opens and becomes a PDF', { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'report-'))
    try {
      await writeFile(path.join(folder, 'raport.docx'), document)

      await promisify(execFile)(office ?? '', [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        path.join(folder, 'raport.docx'),
      ])

      const pdf = await readFile(path.join(folder, 'raport.pdf'))
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      expect(pdf.length).toBeGreaterThan(100_000)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
