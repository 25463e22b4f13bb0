import { nearest } from '../../questionnaire/index.ts'
import { FormBrokenError } from '../errors.ts'
import type { SheetRows, XlsFormSheets } from '../model.ts'

/** A sheet of a workbook by its name; `rows` is null for one that was not read. */
export interface NamedSheet {
  readonly name: string
  readonly rows: SheetRows | null
}

const FORM_SHEETS = ['survey', 'choices', 'settings'] as const
type FormSheet = (typeof FORM_SHEETS)[number]
const SEPARATE = '_'

/** Which sheet of a form a name means, in any case and with any spaces around it; null for another sheet. */
export function formSheetOf(name: string): FormSheet | null {
  const plain = name.trim().toLowerCase()
  return FORM_SHEETS.find((sheet) => sheet === plain) ?? null
}

/** Has it the columns of questions, and does not begin with the name of a sheet? */
const looksLikeForm = (rows: SheetRows | null): boolean => {
  const header = rows
    ?.find((row) => row.some((cell) => cell.trim() !== ''))
    ?.map((cell) => cell.trim().toLowerCase())
  if (header === undefined || formSheetOf(header[0] ?? '') !== null) return false
  return header.includes('type') && header.includes('name')
}

function missing(names: readonly string[]): FormBrokenError {
  const meant = names.find((name) => nearest(name.trim().toLowerCase(), ['survey']) !== undefined)
  const hint =
    meant === undefined
      ? ' Prosimy nazwać tak arkusz, w którym są pytania (z kolumnami „type” i „name”).'
      : ` Czy chodziło o arkusz „${meant}”? Prosimy zmienić jego nazwę na „survey”.`
  const list = names.map((name) => `„${name}”`).join(', ')
  const message = `w skoroszycie nie ma arkusza „survey”; są w nim: ${list === '' ? 'żadne arkusze' : list}.${hint}`
  return new FormBrokenError([{ sheet: 'survey', row: 1, message }])
}

/**
 * The sheets of an XLSForm among those of a workbook. A workbook with one sheet that has questions in it needs no
 * names. Sheets whose name begins with `_` are nobody's business; others are told of in the report.
 *
 * @throws FormBrokenError when there is no sheet of questions
 */
export function pickFormSheets(sheets: readonly NamedSheet[]): XlsFormSheets {
  const rowsOf = (wanted: FormSheet): SheetRows | undefined =>
    sheets.find(({ name }) => formSheetOf(name) === wanted)?.rows ?? undefined
  const [only] = sheets
  const survey =
    rowsOf('survey') ?? (sheets.length === 1 && looksLikeForm(only?.rows ?? null) ? only?.rows : undefined)
  if (!survey) throw missing(sheets.map(({ name }) => name))
  const others = sheets
    .filter(({ name, rows }) => formSheetOf(name) === null && !name.startsWith(SEPARATE) && rows !== survey)
    .map(({ name }) => name)
  return {
    survey,
    choices: rowsOf('choices') ?? [],
    settings: rowsOf('settings') ?? [],
    ...(others.length > 0 && { others }),
  }
}

/**
 * The sheets of a form that is one table: either the survey sheet alone, or all sheets below one another, the name of
 * each in the first column. Rows keep their numbers.
 *
 * @throws FormBrokenError when neither is the case
 */
export function splitFormTable(rows: SheetRows): XlsFormSheets {
  if (looksLikeForm(rows)) return { survey: rows, choices: [], settings: [] }
  const parts = new Map<string, (readonly string[])[]>()
  let current: (readonly string[])[] | undefined
  rows.forEach(([first = '', ...cells], at) => {
    const name = first.trim()
    if (name !== '') {
      current = parts.get(name) ?? []
      parts.set(name, current)
    }
    if (current === undefined || cells.every((cell) => cell.trim() === '')) return
    while (current.length < at) current.push([])
    current.push(cells)
  })
  const isFormAtAll = [...parts.keys()].some((name) => formSheetOf(name) === 'survey')
  if (!isFormAtAll) {
    const message =
      'pierwszy wiersz powinien zawierać nazwy kolumn, wśród nich „type” i „name”, albo pierwsza kolumna nazwy arkuszy („survey”, „choices”, „settings”).'
    throw new FormBrokenError([{ sheet: 'survey', row: 1, message }])
  }
  return pickFormSheets([...parts].map(([name, part]) => ({ name, rows: part })))
}
