import { languageCode } from '../languages.ts'
import type { Ledger } from '../ledger.ts'
import { readFlag } from './question-types.ts'
import type { FormRow, FormTable } from './read-sheet.ts'

/** Which language of a form becomes the questionnaire's own, and the codes of the others. */
export interface FormLanguages {
  readonly base: string
  /** Languages as the form writes them → our codes; those that cannot be told are not here. */
  readonly others: ReadonlyMap<string, string>
}

/** Finds Polish among the languages of a form; without it the form's default language stands in its place. */
export function formLanguages(
  tables: readonly FormTable[],
  settings: FormRow | undefined,
  ledger: Ledger,
): FormLanguages {
  const written = new Set(
    tables.flatMap(({ headers, rows }) =>
      headers
        .filter(({ isKnown, written: column }) => isKnown && rows.some(({ filled }) => filled.has(column)))
        .filter(({ name }) => name === 'label' || name === 'hint')
        .map(({ language }) => language),
    ),
  )
  const chosen = settings?.cell('default_language') ?? ''
  const polish = [...written].find((language) => languageCode(language) === 'pl')
  const asChosen = [...written].find((language) => language !== '' && language === chosen)
  const base = polish ?? asChosen ?? (written.has('') ? '' : ([...written][0] ?? ''))
  const place = { sheet: 'settings', row: settings?.row ?? 1, column: 'default_language' }
  if (base !== '' && polish === undefined)
    ledger.approximated(
      place,
      `Formularz nie ma treści po polsku: jako podstawowe wczytano treści w języku „${base}”.`,
    )
  const others = new Map<string, string>()
  for (const language of written) {
    if (language === base) continue
    const code = languageCode(language)
    if (code === null || [...others.values()].includes(code)) {
      const name = language === '' ? 'bez języka' : `w języku „${language}”`
      ledger.dropped(
        place,
        `Treści ${name} pominięto, bo nie wiadomo, jaki to język; prosimy zapisać nagłówek jak „label::English (en)”.`,
      )
    } else others.set(language, code)
  }
  return { base, others }
}

/** A text in the questionnaire's own language, and in others by code. */
export interface FormText {
  readonly base: string
  readonly others: Readonly<Record<string, string>>
}

/** The texts of a column; a text that has only another language stands in for its own. */
export function textOf(row: FormRow, column: string, { base, others }: FormLanguages): FormText {
  const texts = row.texts(column)
  const own = texts.get(base) ?? texts.get('') ?? [...texts.values()][0] ?? ''
  const read = [...others].flatMap(([written, code]) => {
    const text = texts.get(written)
    return text === undefined ? [] : [[code, text] as const]
  })
  return { base: own, others: Object.fromEntries(read) }
}

/** Texts of several fields as translations by language; `undefined` when there are none. */
export function translationsOf(
  fields: Readonly<Record<string, FormText>>,
): Readonly<Record<string, Readonly<Record<string, string>>>> | undefined {
  const byLanguage: Record<string, Record<string, string>> = {}
  for (const [field, { others }] of Object.entries(fields)) {
    for (const [code, text] of Object.entries(others)) (byLanguage[code] ??= {})[field] = text
  }
  return Object.keys(byLanguage).length === 0 ? undefined : byLanguage
}

/** Is a cell of ours a yes? */
export const isYes = (row: FormRow, column: string): boolean => readFlag(row.cell(column)) === true
