import {
  asStored,
  formSheetOf,
  importLss,
  importOwnJson,
  importSurveyJs,
  importXlsForm,
  isOwnJson,
  pickFormSheets,
  splitFormTable,
  type FormFormat,
  type ImportedForm,
} from '@rozeznanie/core/interchange'
import { isZip, openArchive } from '../kernel/reading/archive.ts'
import { decodeText, readCsv } from '../kernel/reading/csv.ts'
import { unreadable } from '../kernel/reading/unreadable.ts'
import { readWorkbook } from '../kernel/reading/workbook.ts'
import { readJson } from './read-json.ts'
import { readLss } from './read-lss.ts'

/** A form read from a file, and what it was written in. */
export interface FormFile extends ImportedForm {
  readonly format: FormFormat
}

const MEGABYTE = 1024 * 1024
const WORKBOOK = {
  unpackedBytes: 24 * MEGABYTE,
  rows: 20_000,
  columns: 300,
  cellLength: 32_767,
  elements: 300_000,
} as const
const { rows: MOST_ROWS, columns: MOST_COLUMNS } = WORKBOOK
const LARGEST_OWN = 2 * MEGABYTE
const START_LENGTH = 2000
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]
const NO_TEXT =
  'Tego pliku nie umiemy odczytać. Wczytujemy formularze XLSForm (.xlsx, .csv), SurveyJS i Rozeznania (.json) oraz LimeSurvey (.lss).'

function assertWorkbook(bytes: Uint8Array): void {
  const { names } = openArchive(bytes, 0)
  if (names.includes('xl/workbook.xml') || names.some((name) => /vbaProject/i.test(name))) return
  if (names.includes('content.xml'))
    throw unreadable(
      'To plik LibreOffice (ODF). Proszę zapisać go jako „Excel 2007–365 (.xlsx)” i przesłać ponownie.',
    )
  if (names.some((name) => name.endsWith('.lss')))
    throw unreadable('To archiwum LimeSurvey. Proszę rozpakować je i przesłać sam plik .lss.')
  throw unreadable('To archiwum nie jest skoroszytem XLSX. Proszę przesłać plik zapisany jako XLSX albo CSV.')
}

async function fromWorkbook(bytes: Uint8Array): Promise<FormFile> {
  assertWorkbook(bytes)
  const names: string[] = []
  const isWanted = (name: string) => names.push(name) === 1 || formSheetOf(name) !== null
  return {
    format: 'xlsform',
    ...importXlsForm(pickFormSheets(await readWorkbook(bytes, WORKBOOK, isWanted))),
  }
}

function fromCsv(bytes: Uint8Array): FormFile {
  const rows = readCsv(bytes, { mostRows: MOST_ROWS + 1, keepsEmptyRows: true })
  if (rows.length > MOST_ROWS) throw unreadable(`Plik może mieć najwyżej ${MOST_ROWS} wierszy.`)
  const wide = rows.findIndex(({ length }) => length > MOST_COLUMNS)
  if (wide >= 0) throw unreadable(`Wiersz ${wide + 1} pliku ma ponad ${MOST_COLUMNS} kolumn.`)
  return { format: 'xlsform', ...importXlsForm(splitFormTable(rows)) }
}

function fromJson(bytes: Uint8Array): FormFile {
  const json = readJson(bytes)
  if (!isOwnJson(json)) return { format: 'surveyjs', ...importSurveyJs(json) }
  if (bytes.length > LARGEST_OWN)
    throw unreadable('Kwestionariusz Rozeznania może mieć najwyżej 2 MB; ten plik jest większy.')
  return { format: 'own', ...importOwnJson(json) }
}

async function read(bytes: Uint8Array): Promise<FormFile> {
  if (isZip(bytes)) return fromWorkbook(bytes)
  if (OLD_OFFICE.every((byte, at) => bytes[at] === byte))
    throw unreadable(
      'To plik starego Excela (.xls) albo plik z hasłem. Proszę otworzyć go i zapisać bez hasła jako XLSX albo CSV.',
    )
  const start = decodeText(bytes.subarray(0, START_LENGTH)).replace('\ufeff', '').trimStart()
  if (start.startsWith('<')) return { format: 'limesurvey', ...importLss(await readLss(bytes)) }
  if (/^[{[]/.test(start)) return fromJson(bytes)
  if (start.startsWith('%PDF') || start.includes('\u0000')) throw unreadable(NO_TEXT)
  return fromCsv(bytes)
}

/**
 * Reads a form of another system, or one of our own; what it is, is told by the bytes, not by the name.
 *
 * @throws FormBrokenError with places when the form is broken; InvalidInputError when the file cannot be read at all
 */
export async function readFormFile(bytes: Uint8Array): Promise<FormFile> {
  const form = await read(bytes)
  return { ...form, questionnaire: asStored(form.questionnaire) }
}
