import { languageName } from '../languages.ts'
import type { SheetRows } from '../model.ts'

/** A row of a sheet being written, by the names of its columns. */
export type WrittenCells = Record<string, string>

/** Puts rows under the columns they use; columns come in the order of `order`, others after them. */
export function asSheet(rows: readonly WrittenCells[], order: readonly string[]): SheetRows {
  const used = new Set(rows.flatMap((row) => Object.keys(row).filter((name) => row[name] !== '')))
  const place = (name: string) => {
    const at = order.indexOf(name.replace(/::(?!zapis|rola).*$/, ''))
    return at < 0 ? order.length : at
  }
  const columns = [...used].sort((left, right) => place(left) - place(right))
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
}

const column = (name: string, language: string): string => `${name}::${languageName(language)}`

/** A text in Polish and in other languages as cells: `label::Polski (pl)`, `label::English (en)`. */
export function textCells(
  name: string,
  text: string | undefined,
  others: Readonly<Record<string, string | undefined>> = {},
): WrittenCells {
  const cells: WrittenCells = {}
  if (text !== undefined && text !== '') cells[column(name, 'pl')] = text
  for (const [language, translated] of Object.entries(others)) {
    if (translated !== undefined && translated !== '') cells[column(name, language)] = translated
  }
  return cells
}

/** One field of translations, by language. */
export function inLanguages<Field extends string>(
  translations: Readonly<Record<string, { readonly [Name in Field]?: string }>> | undefined,
  field: Field,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(translations ?? {}).map(([language, texts]) => [language, texts[field]] as const),
  )
}
