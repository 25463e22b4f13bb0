import type { Ledger } from '../ledger.ts'

/** A row of a table of an `.lss` file: texts by the names of fields. */
export type LssRow = Readonly<Record<string, string>>

/** An `.lss` file, read from XML by the caller: rows of each table, by its name, and the languages. */
export interface LssDocument {
  readonly type: string
  readonly languages: readonly string[]
  readonly tables: Readonly<Record<string, readonly LssRow[]>>
}

const MOST_ROWS = 50_000

/** Finds rows and their texts, whether a version keeps the language in the row or in a table of its own. */
export class LssTables {
  readonly base: string
  readonly others: readonly string[]
  constructor(
    private readonly document: LssDocument,
    ledger: Ledger,
  ) {
    const { type, languages, tables } = document
    const place = { sheet: 'survey', row: 1 }
    if (type !== 'Survey') ledger.broken(place, `to nie jest ankieta LimeSurvey (w pliku: „${type}”).`)
    if (Object.values(tables).some((rows) => rows.length > MOST_ROWS))
      ledger.broken(place, 'plik ma zbyt wiele wierszy.')
    const own = this.rows('surveys')[0]?.['language'] ?? languages[0] ?? 'pl'
    this.base = languages.includes('pl') ? 'pl' : own
    this.others = languages.filter((language) => language !== this.base)
    if (this.base !== 'pl')
      ledger.approximated(
        place,
        `Ankieta nie ma treści po polsku: jako podstawowe wczytano treści w języku „${this.base}”.`,
      )
  }

  rows(table: string): readonly LssRow[] {
    return Object.hasOwn(this.document.tables, table) ? (this.document.tables[table] ?? []) : []
  }

  /** Rows of a table in the own language, in order. */
  ordered(table: string, order: string): readonly LssRow[] {
    return this.rows(table)
      .filter(({ language }) => language === undefined || language === this.base)
      .sort((left, right) => Number(left[order] ?? 0) - Number(right[order] ?? 0))
  }

  /** A text of a row in every language. */
  texts(
    row: LssRow,
    table: string,
    id: string,
    field: string,
  ): { readonly base: string; readonly others: Readonly<Record<string, string>> } {
    const moved = this.rows(`${table.replace(/s$/, '')}_l10ns`)
    const source = moved.length > 0 ? moved : this.rows(table)
    const key = row[id]
    const byLanguage = new Map(
      source.flatMap((one) =>
        one[id] === key && one['language'] !== undefined
          ? [[one['language'], one[field] ?? ''] as const]
          : [],
      ),
    )
    const others = this.others.flatMap((language) => {
      const text = byLanguage.get(language) ?? ''
      return text === '' ? [] : [[language, text] as const]
    })
    return { base: byLanguage.get(this.base) ?? row[field] ?? '', others: Object.fromEntries(others) }
  }

  attribute(qid: string | undefined, name: string): string {
    return (
      this.rows('question_attributes').find((row) => row['qid'] === qid && row['attribute'] === name)?.[
        'value'
      ] ?? ''
    )
  }
}
