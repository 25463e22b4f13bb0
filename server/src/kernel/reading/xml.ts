import { SaxesParser } from 'saxes'
import { unreadable } from './unreadable.ts'

const DEEPEST = 60
const MOST_ATTRIBUTES = 60

/** What to do with the elements of a document; names come without their prefix. */
export interface XmlReader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML piece by piece. Documents that declare a type are refused, so that no entity can be defined.
 *
 * @param mostElements - a document with more is refused
 * @throws InvalidInputError for what is no XML, is nested too deep or declares a type
 */
export async function readXml(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  reader: XmlReader,
  mostElements = Number.POSITIVE_INFINITY,
): Promise<void> {
  const parser = parserFor(reader, mostElements)
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of source) parser.write(decoder.decode(chunk, { stream: true }))
  parser.write(decoder.decode())
  parser.close()
}

type Parser = SaxesParser<{ readonly position: false; readonly xmlns: false }>

function parserFor(reader: XmlReader, mostElements: number): Parser {
  const parser: Parser = new SaxesParser({ position: false, xmlns: false })
  let depth = 0
  let attributeCount = 0
  let elementCount = 0
  parser.on('doctype', () => {
    throw unreadable(
      'Plik XML zawiera deklarację DOCTYPE, więc ze względów bezpieczeństwa nie został otwarty.',
    )
  })
  parser.on('error', () => {
    throw unreadable(
      'Plik nie jest poprawnym plikiem XML: jest uszkodzony albo niepełny. Proszę zapisać go ponownie.',
    )
  })
  parser.on('opentagstart', () => {
    depth += 1
    attributeCount = 0
    elementCount += 1
    if (elementCount > mostElements)
      throw unreadable('Plik jest nienaturalnie duży, więc nie został otwarty.')
    if (depth > DEEPEST) throw unreadable('Plik XML jest zagnieżdżony zbyt głęboko, więc nie został otwarty.')
  })
  parser.on('attribute', () => {
    attributeCount += 1
    if (attributeCount > MOST_ATTRIBUTES)
      throw unreadable('Plik XML jest nienaturalnie złożony, więc nie został otwarty.')
  })
  parser.on('opentag', ({ name, attributes }) => reader.open?.(localName(name), attributes))
  parser.on('closetag', ({ name }) => {
    depth -= 1
    reader.close?.(localName(name))
  })
  parser.on('text', (text) => reader.text?.(text))
  parser.on('cdata', (text) => reader.text?.(text))
  return parser
}
