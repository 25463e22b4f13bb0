import { InvalidInputError } from '@rozeznanie/core/errors'
import ExcelJS from 'exceljs'
import { Unzip, UnzipInflate } from 'fflate'

const LARGEST_UNPACKED = 100 * 1024 * 1024
const MOST_ENTRIES = 2_000
const PIECE = 64 * 1024

/**
 * Reads the first sheet of an XLSX file that has cells, each cell as the text a person sees.
 *
 * @throws InvalidInputError for macros, archives that unpack to more than 100 MB, or a broken file
 */
export async function readXlsx(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  assertPlausibleArchive(bytes)
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(Buffer.from(bytes).buffer as ArrayBuffer, {
      ignoreNodes: ['dataValidations', 'drawing', 'picture'],
    })
  } catch {
    throw unreadable('Nie udało się otworzyć pliku XLSX. Proszę zapisać go ponownie w Excelu albo jako CSV.')
  }
  const sheet = workbook.worksheets.find((candidate) => candidate.actualRowCount > 0)
  if (!sheet) throw unreadable('W pliku XLSX nie ma arkusza z danymi.')
  const rows: (readonly string[])[] = []
  sheet.eachRow({ includeEmpty: false }, (row) => {
    rows.push(Array.from({ length: row.cellCount }, (_, index) => textOf(row.getCell(index + 1).value)))
  })
  return rows
}

/** Unpacks the archive piece by piece only to count: the sizes an archive declares may lie. */
function assertPlausibleArchive(bytes: Uint8Array): void {
  const seen = { unpacked: 0, entries: 0 }
  const unzip = new Unzip((entry) => {
    seen.entries += 1
    if (/vbaProject/i.test(entry.name))
      throw unreadable('Plik zawiera makra. Proszę zapisać go jako zwykły skoroszyt XLSX, bez makr.')
    entry.ondata = (error, chunk) => {
      if (error)
        throw unreadable('Plik XLSX jest uszkodzony albo niepełny. Proszę zapisać go ponownie w Excelu.')
      seen.unpacked += chunk.length
      if (seen.unpacked > LARGEST_UNPACKED || seen.entries > MOST_ENTRIES) {
        throw unreadable('Plik XLSX po rozpakowaniu jest nienaturalnie duży, więc nie został otwarty.')
      }
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += PIECE)
    unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
}

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('result' in value) return textOf(value.result ?? null)
  if ('text' in value) return textOf(value.text as ExcelJS.CellValue)
  return ''
}

const unreadable = (message: string) => new InvalidInputError([{ path: 'file', message }])
