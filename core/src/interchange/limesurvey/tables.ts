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

/** Texts of a row in the own language, and in others by code. */
export interface LssTexts {
  readonly base: string
  readonly others: Readonly<Record<string, string>>
}

/** Finds rows and their texts, whether a version keeps the language in the row or in a table of its own. */
export class LssTables {
  readonly base: string
  readonly others: readonly string[]
  private readonly indexes = new Map<string, ReadonlyMap<string, readonly LssRow[]>>()
  constructor(
    private readonly document: LssDocument,
    ledger: Ledger,
  ) {
    const { type, languages, tables } = document
    const place = { sheet: 'ankieta', row: 1 }
    if (type !== 'Survey')
      ledger.broken(
        place,
        `to nie jest ankieta LimeSurvey (w pliku: „${type}”). Prosimy wyeksportować całą ankietę.`,
      )
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

  /** Rows of a table with this value of a field. */
  having(table: string, field: string, value: string | undefined): readonly LssRow[] {
    const name = `${table}.${field}`
    const index = this.indexes.get(name) ?? byValue(this.rows(table), field)
    this.indexes.set(name, index)
    return index.get(value ?? '') ?? []
  }

  /** Rows in the own language, in order. */
  inOrder(rows: readonly LssRow[], order: string): readonly LssRow[] {
    return rows
      .filter(({ language }) => language === undefined || language === '' || language === this.base)
      .sort((left, right) => Number(left[order] ?? 0) - Number(right[order] ?? 0))
  }

  /** A text of a row in every language. */
  texts(row: LssRow, table: string, id: string, field: string): LssTexts {
    const moved = `${table.replace(/^sub/, '').replace(/s$/, '')}_l10ns`
    const source = this.rows(moved).length > 0 ? moved : table
    const same = this.having(source, id, row[id]).filter((one) => source === moved || isSameRow(one, row))
    const byLanguage = new Map(same.map((one) => [one['language'] ?? '', one[field] ?? ''] as const))
    const others = this.others.flatMap((language) => {
      const text = byLanguage.get(language) ?? ''
      return text === '' ? [] : [[language, text] as const]
    })
    return { base: byLanguage.get(this.base) ?? row[field] ?? '', others: Object.fromEntries(others) }
  }

  attribute(qid: string | undefined, name: string): string {
    const found = this.having('question_attributes', 'qid', qid).filter(({ attribute }) => attribute === name)
    const own = found.find(({ language }) => language === this.base) ?? found[0]
    return own?.['value'] ?? ''
  }
}

function byValue(rows: readonly LssRow[], field: string): ReadonlyMap<string, readonly LssRow[]> {
  const groups = new Map<string, LssRow[]>()
  for (const row of rows) {
    const group = groups.get(row[field] ?? '')
    if (group) group.push(row)
    else groups.set(row[field] ?? '', [row])
  }
  return groups
}

/** Answers of old exports have no number of their own: question, scale and code tell them apart. */
const isSameRow = (one: LssRow, other: LssRow): boolean =>
  one['qid'] === other['qid'] && one['code'] === other['code'] && one['scale_id'] === other['scale_id']
