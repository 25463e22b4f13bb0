import {
  ADDRESS_EDITION,
  parseTercCsv,
  RegisterFileRefusedError,
  type TercRow,
} from '@rozeznanie/core/municipality'
import { unzipSync, type UnzipFileInfo } from 'fflate'
import { isSoapAnswer, parseTercXml, zipOfSoapAnswer } from './read-terc-xml.ts'

/** An uploaded file. */
export interface NamedFile {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** The official CSV has 0.2 MB and the XML 1 MB. */
const LARGEST_TEXT = 8 * 1024 * 1024
const TOO_LARGE =
  'Plik jest o wiele większy niż rejestr TERC. Prosimy wybrać plik TERC_Urzedowy pobrany z eTERYT.'
const BAD_ZIP =
  'Tego archiwum ZIP nie da się otworzyć. Prosimy pobrać plik TERC_Urzedowy z eTERYT jeszcze raz.'
const NO_TERC_IN_ZIP =
  'W archiwum ZIP nie ma pliku TERC (CSV ani XML). Prosimy wybrać plik TERC_Urzedowy pobrany z eTERYT.'
const NOT_UTF8 =
  'Pliku nie da się odczytać jako tekst UTF-8. Prosimy pobrać plik TERC jeszcze raz i nie zapisywać go w arkuszu.'

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

function refuseAddressEdition(fileName: string): void {
  if (/adresow/i.test(fileName)) throw new RegisterFileRefusedError(ADDRESS_EDITION)
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length > LARGEST_TEXT) throw new RegisterFileRefusedError(TOO_LARGE)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new RegisterFileRefusedError(NOT_UTF8)
  }
}

/** Unpacks only TERC files of a likely size, into memory of exactly the size they claim: no bomb can grow. */
function unpack(bytes: Uint8Array): NamedFile {
  const isWanted = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!/\.(csv|xml)$/i.test(name)) return false
    if (originalSize > LARGEST_TEXT) throw new RegisterFileRefusedError(TOO_LARGE)
    return true
  }
  const files = unzipped(bytes, isWanted)
  const names = Object.keys(files).toSorted()
  const name = names.find((candidate) => /\.csv$/i.test(candidate)) ?? names[0]
  const found = name === undefined ? undefined : files[name]
  if (name === undefined || found === undefined) throw new RegisterFileRefusedError(NO_TERC_IN_ZIP)
  return { fileName: name, bytes: found }
}

function unzipped(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  let kept = 0
  try {
    return unzipSync(bytes, { filter: (file) => filter(file) && ++kept <= 4 })
  } catch (error) {
    throw error instanceof RegisterFileRefusedError ? error : new RegisterFileRefusedError(BAD_ZIP)
  }
}

/**
 * Rows of an official TERC file as downloaded: CSV, XML, the ZIP with both, or the answer of the web service.
 * @throws RegisterFileRefusedError with a sentence that says which file to choose
 */
export function readTercFile(file: NamedFile): readonly TercRow[] {
  refuseAddressEdition(file.fileName)
  if (isZip(file.bytes)) return readText(unpack(file.bytes))
  return readText(file)
}

function readText({ fileName, bytes }: NamedFile): readonly TercRow[] {
  refuseAddressEdition(fileName)
  const text = textOf(bytes)
  if (!/^\uFEFF?\s*</.test(text)) return parseTercCsv(text)
  if (!isSoapAnswer(text)) return parseTercXml(text)
  const zip = zipOfSoapAnswer(text)
  refuseAddressEdition(zip.fileName)
  const packed = unpack(zip.bytes)
  refuseAddressEdition(packed.fileName)
  const inner = textOf(packed.bytes)
  return /^\uFEFF?\s*</.test(inner) ? parseTercXml(inner) : parseTercCsv(inner)
}
