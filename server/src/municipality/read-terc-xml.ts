import { RegisterFileRefusedError, TERC_COLUMNS, type TercRow } from '@rozeznanie/core/municipality'
import { XMLParser } from 'fast-xml-parser'

const NOT_TERC = 'To nie jest plik TERC w formacie XML. Prosimy wybrać plik TERC_Urzedowy pobrany z eTERYT.'
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const

/** Entities stay unread: a file that declares its own is refused, and the five of XML are read afterwards. */
const parser = new XMLParser({
  ignoreAttributes: true,
  processEntities: false,
  parseTagValue: false,
  removeNSPrefix: true,
  maxNestedTags: 20,
  isArray: (name) => name === 'row',
})

function refuse(): never {
  throw new RegisterFileRefusedError(NOT_TERC)
}

function parse(text: string): unknown {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return refuse()
  try {
    return parser.parse(text)
  } catch {
    return refuse()
  }
}

/** The member at the end of the path; `undefined` where the path leaves the document. */
function at(document: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (holder, key) =>
      typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
        ? (holder as Readonly<Record<string, unknown>>)[key]
        : undefined,
    document,
  )
}

function cell(row: unknown, column: string): string {
  const value = at(row, column)
  if (value === undefined || typeof value !== 'string') return refuse()
  return value
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: keyof typeof ENTITIES) => ENTITIES[name])
    .trim()
}

/**
 * Rows of the official XML (`teryt/catalog/row`).
 * @throws RegisterFileRefusedError
 */
export function parseTercXml(text: string): readonly TercRow[] {
  const rows = at(parse(text), 'teryt', 'catalog', 'row')
  if (!Array.isArray(rows)) return refuse()
  return rows.map(
    (row: unknown) =>
      Object.fromEntries(TERC_COLUMNS.map((column) => [column, cell(row, column)])) as TercRow,
  )
}

/** Is it the answer of the web service TERYT WS1, with the ZIP inside? */
export function isSoapAnswer(text: string): boolean {
  return /<(\w+:)?Envelope[\s>]/.test(text.slice(0, 2000))
}

/** @throws RegisterFileRefusedError */
export function zipOfSoapAnswer(text: string): { readonly fileName: string; readonly bytes: Uint8Array } {
  const result = at(parse(text), 'Envelope', 'Body', 'PobierzKatalogTERCResponse', 'PobierzKatalogTERCResult')
  const fileName = at(result, 'nazwa_pliku')
  const content = at(result, 'plik_zawartosc')
  if (typeof fileName !== 'string' || typeof content !== 'string') return refuse()
  return { fileName, bytes: Buffer.from(content, 'base64') }
}
