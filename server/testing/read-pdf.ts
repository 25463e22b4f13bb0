import {
  pdfObjects,
  PdfReader,
  pdfText,
  type PdfDictionary,
  type PdfObject,
  type PdfValue,
} from './pdf-values.ts'

/** An element of the structure, as a screen reader meets it. */
export interface PdfElement {
  readonly type: string
  readonly language: string | null
  readonly alt: string | null
  readonly actual: string | null
  readonly scope: string | null
  /** Of the element itself, without those it holds. */
  readonly text: string
  readonly children: readonly PdfElement[]
}

export interface ReadPdf {
  readonly isTagged: boolean
  readonly language: string | null
  readonly title: string | null
  /** All text of each page, page numbers included. */
  readonly pages: readonly string[]
  /** Sizes of the letters that are used, in points. */
  readonly sizes: ReadonlySet<number>
  readonly areFontsEmbedded: boolean
  readonly root: PdfElement
}

const NOTHING: PdfDictionary = new Map()

/** Codes of a font to letters, as its map says. */
function lettersOf(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>()
  const unhex = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, first = '', , list = ''] of map.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    ;[...list.matchAll(/<(\w*)>/g)].forEach(([, hex = ''], index) =>
      letters.set(Number.parseInt(first, 16) + index, unhex(hex)),
    )
  }
  return letters
}

class Reading {
  readonly sizes = new Set<number>()
  private readonly fonts = new Map<number, ReadonlyMap<number, string>>()

  constructor(private readonly objects: ReadonlyMap<number, PdfObject>) {}

  object(value: PdfValue | undefined): PdfObject {
    if (value && typeof value === 'object' && 'ref' in value) {
      return this.objects.get(value.ref) ?? { value: null, content: null }
    }
    return { value: value ?? null, content: null }
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const { value: found } = this.object(value)
    return found instanceof Map ? found : NOTHING
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const { value: found } = this.object(value)
    return Array.isArray(found) ? found : found === null ? [] : [value ?? null]
  }

  private font(value: PdfValue | undefined): ReadonlyMap<number, string> {
    const number = value && typeof value === 'object' && 'ref' in value ? value.ref : -1
    const known = this.fonts.get(number)
    if (known) return known
    const letters = lettersOf(this.object(this.dictionary(value).get('ToUnicode')).content ?? '')
    this.fonts.set(number, letters)
    return letters
  }

  /** The text of a page: all of it, and that of each marked part. */
  contents(
    content: string,
    resources: PdfDictionary,
    parts: Map<number, string>,
    outer: number | null,
  ): string {
    const fonts = this.dictionary(resources.get('Font'))
    const forms = this.dictionary(resources.get('XObject'))
    const reader = new PdfReader(content)
    const marks: (number | null)[] = [outer]
    let operands: PdfValue[] = []
    let font: ReadonlyMap<number, string> = new Map()
    let all = ''
    const add = (text: string) => {
      all += text
      const mark = marks.at(-1)
      if (mark !== null && mark !== undefined) parts.set(mark, (parts.get(mark) ?? '') + text)
    }
    for (let token = reader.next(); token !== undefined; token = reader.next()) {
      if (token === null || typeof token !== 'object' || !('operator' in token)) {
        operands.push(token)
        continue
      }
      const [first, second] = operands
      if (token.operator === 'Tf') {
        font = this.font(fonts.get(String(first).slice(1)))
        this.sizes.add(Number(second))
      } else if (token.operator === 'TJ' && Array.isArray(first)) {
        for (const piece of first) if (typeof piece === 'string') add(decoded(piece, font))
      } else if (token.operator === 'ET') add(' ')
      else if (token.operator === 'BDC') {
        const mcid = second instanceof Map ? second.get('MCID') : undefined
        marks.push(typeof mcid === 'number' ? mcid : null)
      } else if (token.operator === 'BMC') marks.push(null)
      else if (token.operator === 'EMC') marks.pop()
      else if (token.operator === 'Do') {
        const form = this.object(forms.get(String(first).slice(1)))
        const own = this.dictionary(this.dictionary(form.value).get('Resources'))
        all += this.contents(form.content ?? '', own, parts, marks.at(-1) ?? null)
      }
      operands = []
    }
    return all
  }

  element(
    value: PdfValue | undefined,
    parts: ReadonlyMap<PdfDictionary, ReadonlyMap<number, string>>,
  ): PdfElement {
    const entries = this.dictionary(value)
    const page = this.dictionary(entries.get('Pg'))
    const children: PdfElement[] = []
    let text = ''
    for (const kid of this.list(entries.get('K'))) {
      if (typeof kid === 'number') text += parts.get(page)?.get(kid) ?? ''
      else children.push(this.element(kid, parts))
    }
    return {
      type: String(entries.get('S') ?? '/StructTreeRoot').slice(1),
      language: pdfText(entries.get('Lang')),
      alt: pdfText(entries.get('Alt')),
      actual: pdfText(entries.get('ActualText')),
      scope: pdfText(this.dictionary(entries.get('A')).get('Scope'))?.slice(1) ?? null,
      text: text.replace(/\s+/g, ' ').trim(),
      children,
    }
  }
}

function decoded(codes: string, font: ReadonlyMap<number, string>): string {
  let text = ''
  for (let at = 0; at + 1 < codes.length; at += 2) {
    text += font.get(codes.charCodeAt(at) * 256 + codes.charCodeAt(at + 1)) ?? '?'
  }
  return text
}

/** Reads back a PDF as our own printing writes it: its structure, its text and its fonts. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const { objects, trailer } = pdfObjects(bytes)
  const reading = new Reading(objects)
  const catalog = reading.dictionary(trailer.get('Root'))
  const kids = reading.list(reading.dictionary(catalog.get('Pages')).get('Kids'))
  const parts = new Map<PdfDictionary, Map<number, string>>()
  const pages = kids.map((kid) => {
    const page = reading.dictionary(kid)
    const own = new Map<number, string>()
    parts.set(page, own)
    const content = reading.object(page.get('Contents')).content ?? ''
    const all = reading.contents(content, reading.dictionary(page.get('Resources')), own, null)
    return all.replace(/\s+/g, ' ').trim()
  })
  const descriptors = [...objects.values()].filter(
    ({ value }) => value instanceof Map && value.get('Type') === '/FontDescriptor',
  )
  return {
    isTagged: reading.dictionary(catalog.get('MarkInfo')).get('Marked') === true,
    language: pdfText(catalog.get('Lang')),
    title: pdfText(reading.object(reading.dictionary(trailer.get('Info')).get('Title')).value),
    pages,
    sizes: reading.sizes,
    areFontsEmbedded:
      descriptors.length > 0 &&
      descriptors.every(
        ({ value }) => value instanceof Map && (value.has('FontFile2') || value.has('FontFile3')),
      ),
    root: reading.element(catalog.get('StructTreeRoot'), parts),
  }
}

/** An element and all that it holds, in the order of reading. */
export function allElements(element: PdfElement): readonly PdfElement[] {
  return [element, ...element.children.flatMap(allElements)]
}
