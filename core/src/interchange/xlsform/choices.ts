import { isSpecialCode, type Option } from '../../questionnaire/index.ts'
import type { Ledger } from '../ledger.ts'
import { claim, codeFrom } from '../names.ts'
import { isYes, textOf, translationsOf, type FormLanguages, type FormText } from './form-languages.ts'
import { OPTION_COLUMNS } from './own-columns.ts'
import { readFlag } from './question-types.ts'
import type { FormRow, FormTable } from './read-sheet.ts'

/** A list of the choices sheet. */
export interface ChoiceList {
  readonly name: string
  readonly row: number
  readonly options: readonly Option[]
  /** Our codes by the form's names. */
  readonly codes: ReadonlyMap<string, string>
  /** What the columns say of each option, by our code; filters speak of them. */
  readonly columns: ReadonlyMap<string, FormRow>
}

interface OpenList extends ChoiceList {
  readonly options: Option[]
  readonly codes: Map<string, string>
  readonly columns: Map<string, FormRow>
  readonly taken: Set<string>
}

const MOST_OPTIONS = 500

/** Options are not worded anew for each person: an answer piped into one is left out. */
function plainLabel(row: FormRow, languages: FormLanguages, ledger: Ledger): FormText {
  const { base, others } = textOf(row, 'label', languages)
  const plain = (text: string) => text.replace(/\$\{[^{}]*\}/g, '…')
  if (plain(base) !== base)
    ledger.approximated(
      { ...row, column: 'label' },
      `W treści odpowiedzi „${base}” nie wstawiamy innych odpowiedzi; stoi w niej „…”.`,
    )
  return {
    base: plain(base),
    others: Object.fromEntries(Object.entries(others).map(([code, text]) => [code, plain(text)])),
  }
}

function optionOf(row: FormRow, code: string, languages: FormLanguages, ledger: Ledger): Option {
  const label = plainLabel(row, languages, ledger)
  const name = row.cell('name')
  if (label.base === '')
    ledger.approximated({ ...row, column: 'label' }, `Odpowiedź „${name}” nie ma treści; wpisano jej nazwę.`)
  const translations = translationsOf({ label })
  const value = row.cell(OPTION_COLUMNS.value)
  return {
    code,
    label: (label.base === '' ? name : label.base).slice(0, 300),
    ...(value !== '' && Number.isFinite(Number(value)) && !isSpecialCode(code) && { value: Number(value) }),
    ...(isYes(row, OPTION_COLUMNS.exclusive) && { exclusive: true }),
    ...(isYes(row, OPTION_COLUMNS.allowsText) && { allowsText: true }),
    ...(translations && { translations }),
  }
}

function isMissingColumns({ headers, headerRow, rows }: FormTable, ledger: Ledger): boolean {
  const missing = ['list_name', 'name'].filter((column) => !headers.some(({ name }) => name === column))
  if (rows.length === 0 || missing.length === 0) return false
  for (const column of missing)
    ledger.broken({ sheet: 'choices', row: headerRow }, `brakuje kolumny „${column}”.`)
  return true
}

/** Reads the choices sheet. What is broken goes to the ledger. */
export function readChoices(
  table: FormTable,
  languages: FormLanguages,
  settings: FormRow | undefined,
  ledger: Ledger,
): ReadonlyMap<string, ChoiceList> {
  const lists = new Map<string, OpenList>()
  if (isMissingColumns(table, ledger)) return lists
  const mayRepeat = readFlag(settings?.cell('allow_choice_duplicates') ?? '') === true
  for (const row of table.rows) {
    const listName = row.cell('list_name')
    const name = row.cell('name')
    if (listName === '' || name === '') {
      const column = listName === '' ? 'list_name' : 'name'
      ledger.broken({ ...row, column }, `wiersz odpowiedzi nie ma wpisu w kolumnie „${column}”.`)
      continue
    }
    const list: OpenList = lists.get(listName) ?? {
      name: listName,
      row: row.row,
      options: [],
      codes: new Map(),
      columns: new Map(),
      taken: new Set(),
    }
    lists.set(listName, list)
    if (list.codes.has(name)) {
      if (mayRepeat) ledger.dropped({ ...row, column: 'name' }, `Powtórzoną odpowiedź „${name}” pominięto.`)
      else
        ledger.broken(
          { ...row, column: 'name' },
          `odpowiedź „${name}” występuje na liście „${listName}” dwa razy.`,
        )
      continue
    }
    if (list.options.length === MOST_OPTIONS) {
      ledger.broken(row, `lista „${listName}” ma ponad ${MOST_OPTIONS} odpowiedzi.`)
      continue
    }
    const code = claim(list.taken, codeFrom(name), 40)
    if (code !== name)
      ledger.approximated({ ...row, column: 'name' }, `Odpowiedź „${name}” ma u nas kod „${code}”.`)
    list.codes.set(name, code)
    list.columns.set(code, row)
    list.options.push(optionOf(row, code, languages, ledger))
    reportMedia(row, ledger)
  }
  return lists
}

/** Pictures and sounds are left out, wherever they stand. */
export function reportMedia(row: FormRow, ledger: Ledger): void {
  for (const column of ['image', 'audio', 'video', 'big-image']) {
    if (row.cell(column) !== '')
      ledger.dropped(
        { ...row, column },
        `Załącznika „${row.cell(column)}” nie wczytano: pytania są bez obrazów i dźwięków.`,
      )
  }
}
