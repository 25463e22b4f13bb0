import PDFDocument from 'pdfkit'
import { fontFile, type FontStyle } from './fonts.ts'

/** Points in a millimetre. */
export const MM = 72 / 25.4

/** What sheets are printed on, in points. */
export const PAPER = {
  a3: { width: 297 * MM, height: 420 * MM },
  a4: { width: 210 * MM, height: 297 * MM },
  a5: { width: 148 * MM, height: 210 * MM },
} as const
export type PaperSize = keyof typeof PAPER

/** Dark enough for any printer, also a grey one. */
export const INK = '#111111'
export const SOFT_INK = '#444444'

/** Size in points, and how the text stands. */
export interface TextStyle extends FontStyle {
  readonly size: number
  readonly align?: 'left' | 'center' | 'right'
  readonly colour?: string
  readonly lineGap?: number
}

/** Facts of an element of the structure: its language, what a picture shows, what a header heads. */
export interface ElementOptions {
  readonly lang?: string
  readonly alt?: string
  readonly actual?: string
  readonly title?: string
  readonly scope?: 'Column' | 'Row'
}

export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

interface PenOptions {
  readonly title: string
  readonly language: string
  readonly author: string
  readonly size: PaperSize
}

const UNIVERSAL_ACCESS =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>'
const LOCALES: Readonly<Record<string, string>> = { pl: 'pl-PL', uk: 'uk-UA', en: 'en-GB' }

/** Words of one letter stay with the next, as Polish print has it. */
const typeset = (text: string): string => text.replace(/(^|[\s(„])([aiouwz]) /giu, '$1$2\u00a0')

/** The language of a document as readers of documents name it. */
export const localeOf = (language: string): string => LOCALES[language] ?? language

/**
 * A tagged PDF being written: everything that is painted belongs to an element of the structure, in the order of
 * reading, or is marked as mere decoration. Fonts are embedded.
 */
export class Pen {
  readonly doc: PDFKit.PDFDocument
  private readonly chunks: Buffer[] = []
  private readonly open: PDFKit.PDFStructureElement[] = []
  /** False while something is painted that is tagged as a whole elsewhere. */
  private isTagging = true
  private readonly recordings = new Map<PDFKit.PDFKitReference, string>()

  constructor({ title, language, author, size }: PenOptions) {
    const { width, height } = PAPER[size]
    this.doc = new PDFDocument({
      autoFirstPage: false,
      size: [width, height],
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: localeOf(language),
      info: { Title: title, Author: author, Creator: 'Rozeznanie', Producer: 'Rozeznanie' },
      font: fontFile('', {}),
    })
    this.doc.appendXML(UNIVERSAL_ACCESS)
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk))
    this.begin('Document')
  }

  /** Opens an element that holds others. */
  begin(type: string, options: ElementOptions = {}): void {
    if (!this.isTagging) return
    const element = this.doc.struct(type, options)
    const parent = this.open.at(-1)
    if (parent) parent.add(element)
    else this.doc.addStructure(element)
    this.open.push(element)
  }

  end(): void {
    if (this.isTagging) this.open.pop()?.end()
  }

  /** An element that holds others. */
  within(type: string, paint: () => void, options: ElementOptions = {}): void {
    this.begin(type, options)
    paint()
    this.end()
  }

  /** An element with what is painted in it. */
  leaf(type: string, paint: () => void, options: ElementOptions = {}): void {
    if (!this.isTagging) return paint()
    this.begin(type, options)
    this.open.at(-1)?.add(this.doc.markStructureContent(type))
    paint()
    this.doc.endMarkedContent()
    this.end()
  }

  /** What is no part of what is read: lines, page numbers. */
  artifact(paint: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
    if (!this.isTagging) return paint()
    this.doc.markContent('Artifact', { type })
    paint()
    this.doc.endMarkedContent()
  }

  /** Paints without tags, into something that is tagged as a whole where it is used. */
  untagged(paint: () => void): void {
    const before = this.isTagging
    this.isTagging = false
    paint()
    this.isTagging = before
  }

  private set(text: string, { size, ...style }: TextStyle): PDFKit.PDFDocument {
    return this.doc.font(fontFile(text, style)).fontSize(size)
  }

  heightOf(text: string, style: TextStyle, width: number): number {
    const { lineGap = style.size * 0.12, align = 'left' } = style
    return this.set(text, style).heightOfString(typeset(text), { width, lineGap, align })
  }

  widthOf(text: string, style: TextStyle): number {
    return this.set(text, style).widthOfString(text)
  }

  /** Text within a width; its lines go down from the place. @returns where they end */
  text(text: string, style: TextStyle, { x, y, width }: Place): number {
    const { lineGap = style.size * 0.12, align = 'left', colour = INK } = style
    this.set(text, style).fillColor(colour).text(typeset(text), x, y, { width, lineGap, align })
    return this.doc.y
  }

  /** A paragraph of its own. */
  paragraph(type: string, text: string, style: TextStyle & ElementOptions, place: Place): void {
    const { lang } = style
    this.leaf(type, () => void this.text(text, style, place), lang === undefined ? {} : { lang })
  }

  /** Paints something once, to be shown on many pages; fonts of the present page serve it. */
  record(paint: () => void): PDFKit.PDFKitReference {
    const { page } = this.doc
    const form = this.doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, page.width, page.height] })
    const before = page.content
    page.content = form
    this.untagged(paint)
    page.content = before
    Object.assign(form.data, { Resources: { Font: { ...page.fonts } } })
    form.end('')
    this.recordings.set(form, `Page${this.recordings.size}`)
    return form
  }

  /** Shows what was recorded, at the place where it was painted. */
  show(recorded: PDFKit.PDFKitReference): void {
    const name = this.recordings.get(recorded)
    if (name === undefined) throw new Error('nothing was recorded under this name')
    this.doc.page.xobjects[name] = recorded
    this.doc.addContent(`/${name} Do`)
  }

  box(x: number, y: number, width: number, height: number): void {
    this.doc.lineWidth(1).rect(x, y, width, height).stroke(INK)
  }

  /** A thin line to write on. */
  line({ x, y, width }: Place, weight = 0.75): void {
    this.doc
      .lineWidth(weight)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke(INK)
  }

  /** Ends the document. @returns its bytes */
  finish(): Promise<Buffer> {
    while (this.open.length > 0) this.end()
    const { doc, chunks } = this
    return new Promise((resolve, reject) => {
      doc.on('end', () => resolve(Buffer.concat(chunks)))
      doc.on('error', reject)
      doc.end()
    })
  }
}
